"""The window: the only place that knows Qt.

What lives here: ``app`` (composition root), ``jobs`` (the only bridge between threads), ``navigator`` (what is selected),
``main_window`` (layout and wiring) and a package for each pane. What must not: rules of the library, SQL, paths of the
bundle. May import ``reader.library``, ``reader.model``, ``reader.errors``, ``reader.resources``, ``reader.wording``.

No library is opened in the window's thread: panes ask a lane, and get frozen model objects back.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (it puts its hook in)

# PySide reads the source of every module that is imported after it, to see whether it asks for a ``__feature__``, and keeps the lines.
# Nothing here asks: without that the window's modules are loaded in three quarters of the time.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
