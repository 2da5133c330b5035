"""The window: the only place that knows Qt.

What lives here: ``app`` (composition root), ``jobs`` (the only bridge between threads), ``navigator`` (what is selected),
``main_window`` (layout and wiring) and a package for each pane. What must not: rules of the library, SQL, paths of the
bundle. May import ``reader.library``, ``reader.model``, ``reader.errors``, ``reader.resources``, ``reader.wording``.

No library is opened in the window's thread: panes ask a lane, and get frozen model objects back.
"""

# Before Qt: PySide reads the source of every module that is imported after it, to see whether it is one of its own.
from reader.library import beside, bibliography, filters, find, index, overview, read, receive, search_help, suggest  # noqa: F401
