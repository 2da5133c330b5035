"""What Python holds of Qt's that Qt deletes without telling: then what is made next at its place in memory is taken for it, and the program crashes.

Of layout items PySide makes such objects when a layout that is already filled is put into another (``addLayout``), and keeps them.
So a layout is put in its place first, and filled then.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Those that tell when they go, and those that never do go.
_SAFE = (QObject, QMetaObject)


def held_untold() -> Iterator[str]:
    """A fault for each kind of thing that Qt made and owns, that Python holds, and of whose end it is not told. They are not asked anything: they may be gone."""
    held = (one for one in Shiboken.getAllValidWrappers() if not issubclass(type(one), _SAFE))
    kinds = Counter(
        type(one).__name__ for one in held if not Shiboken.createdByPython(one) and not Shiboken.ownedByPython(one)
    )
    for kind, count in kinds.items():
        yield f"Python holds {count} × {kind} of Qt's; a layout that was filled before it was put in its place?"
