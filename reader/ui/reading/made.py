"""Pages as they were made: the last ones, and the one that may be wanted next. Used in one lane's thread only."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QImage

    from reader.library import Library
    from reader.model.page import Page

_MOST = 4


@dataclass(frozen=True, slots=True)
class Made:
    """An article's page and its first pictures, and which ones wait: nothing that its reader can change."""

    page: Page
    pictures: Mapping[str, QImage | None]
    waiting: tuple[tuple[str, int], ...]


class MadePages:
    """The last few pages, until something arrives in the library."""

    def __init__(self) -> None:
        self._stamp = ""
        self._made: OrderedDict[tuple[object, ...], Made] = OrderedDict()

    def get(self, library: Library, asked: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made for the same question, or is made now. ``asked`` holds all that the page depends on, but for the library."""
        if (stamp := library.stamp) != self._stamp:
            self._stamp = stamp
            self._made.clear()
        if asked not in self._made:
            self._made[asked] = make()
        self._made.move_to_end(asked)
        while len(self._made) > _MOST:
            self._made.popitem(last=False)
        return self._made[asked]
