"""The language that a reader types, as a tree.

What lives here: the syntax tree, its parser, names of fields, dates. What must not: the index, Whoosh. Imports
``reader.search.text``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from reader.search.query import cursor, dates, edit, fields

__all__ = ["cursor", "dates", "edit", "fields"]


def __getattr__(name: str) -> ModuleType:
    """A part of the language, loaded when something of it is first read or changed (PEP 562): a window opens without it."""
    if name not in __all__:
        raise AttributeError(name)
    return import_module(f"{__name__}.{name}")
