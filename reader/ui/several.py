"""Marks articles, one or many in one job, tells how many they were, and how to take that back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.ui.words import counted, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.ui.article_list.selection import Chosen
    from reader.ui.marking import Marking

    Say = Callable[[str, Callable[[], None]], None]


class Several:
    """``say`` is told what was done, and how to take it back."""

    def __init__(self, marking: Marking, say: Say) -> None:
        self._marking, self._say = marking, say

    def toggle_read(self, chosen: Chosen) -> None:
        """Mark those as read that are not; all as unread where there are none."""
        unread = chosen.unread
        self.set_read(unread or chosen.keys, read=bool(unread))

    def toggle_starred(self, chosen: Chosen) -> None:
        """Star those that have no star; take all stars away where there are none."""
        unstarred = chosen.unstarred
        self.set_starred(unstarred or chosen.keys, starred=bool(unstarred))

    def set_read(self, keys: Sequence[int], *, read: bool) -> None:
        """Mark as read or unread what is not so yet."""
        articles = counted(len(keys), "article", "articles")
        words = text("{articles} marked as read.") if read else text("{articles} marked as unread.")
        self._marking.set_read(keys, read=read)
        self._say(words.format(articles=articles), partial(self._marking.set_read, keys, read=not read))

    def set_starred(self, keys: Sequence[int], *, starred: bool) -> None:
        """Star what has no star yet, or take the stars away."""
        articles = counted(len(keys), "article", "articles")
        words = text("{articles} starred.") if starred else text("{articles} without a star now.")
        self._marking.set_starred(keys, starred=starred)
        self._say(words.format(articles=articles), partial(self._marking.set_starred, keys, starred=not starred))
