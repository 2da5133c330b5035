"""Packhorse: an offline reader for signed, many-language publications.

An article moves one way and never turns back: source -> verified bundle -> store -> index -> page -> pane.
Imports go down only (see ``[tool.importlinter]`` in ``pyproject.toml``)::

    ui | cli > library > sync : publish > sources | store | search | render > bundle > model > errors

``paths``, ``settings`` and ``resources`` serve the entry points; ``wording`` says errors in plain sentences.
"""

__version__ = "0.1.0"
