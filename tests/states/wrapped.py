"""What Python holds of Qt's that Qt deletes without telling: then what is made next at its place in memory is taken for it, and the program crashes.

Of layout items PySide makes such objects when a layout that is already filled is put into another (``addLayout``), and keeps them.
So a layout is put in its place first, and filled then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSpacerItem, QWidgetItem
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEMS = (QWidgetItem, QSpacerItem)


def wrapped_items() -> Iterator[str]:
    """A fault where layout items that Qt made have Python objects; those that Python made tell it when they go. They are not asked
    anything: they may be gone.
    """
    held = Shiboken.getAllValidWrappers()
    strays = sum(type(item) in _ITEMS and not Shiboken.createdByPython(item) for item in held)
    if strays:
        yield f"a layout was filled before it was put in its place: {strays} items"
