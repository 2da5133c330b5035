"""The list's model: a number of rows, and pages of them around what is seen."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.model.listing import LATEST, NodeKind, Sort
from reader.ui.article_list.contents import PAGE, Contents
from reader.ui.article_list.days import day_words
from reader.ui.article_list.folded import also
from reader.ui.article_list.row_text import summary_of
from reader.ui.article_list.selection import keys_in, size
from reader.ui.words import long_date, number, text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from reader.model.article import ArticleRow
    from reader.ui.article_list.contents import Rows
    from reader.ui.article_list.selection import Ranges

Index = QModelIndex | QPersistentModelIndex

_MOST_PAGES = 24
EMPTY = Contents(LATEST, Sort.NEWEST, 0)


class Role(IntEnum):
    """What the delegate asks for: the row, or None while it is on its way; and the day that begins with it, or nothing."""

    ROW = Qt.ItemDataRole.UserRole + 1
    DAY = Qt.ItemDataRole.UserRole + 2


class ArticleListModel(QAbstractListModel):
    """Rows of any list. It fetches nothing itself: the pane asks for ``missing`` pages and brings them."""

    def __init__(self) -> None:
        super().__init__()
        self.contents = EMPTY
        self.by_day = False
        self._pages: OrderedDict[int, Rows] = OrderedDict()

    def show(self, contents: Contents) -> None:
        """Show another list."""
        self.beginResetModel()
        self.contents = contents
        self._pages = OrderedDict({0: contents.first})
        self.endResetModel()

    def know(self, keys: Sequence[int]) -> None:
        """Take the keys of a search's hits, if they are those of the rows that are shown."""
        first = [row.key if row else 0 for row in self.contents.first]
        if len(keys) == self.contents.total and list(keys[: len(first)]) == first:
            self.contents = replace(self.contents, keys=keys)

    def keys(self, ranges: Ranges) -> Sequence[int] | None:
        """Keys at these places; None while not all are known."""
        if self.contents.keys:
            return keys_in(self.contents.keys, ranges)
        if size(ranges) > _MOST_PAGES * PAGE:
            return None
        found = [self.key(place) for first, last in ranges for place in range(first, last + 1)]
        return found if all(found) else None

    def at_hand(self) -> Iterator[tuple[int, int]]:
        """Keys of the rows that are here, with their places, from above to below."""
        yield from ((row.key, place) for row, place in self._here())

    def _here(self) -> Iterator[tuple[ArticleRow, int]]:
        for page, rows in sorted(self._pages.items()):
            yield from ((row, page * PAGE + at) for at, row in enumerate(rows) if row)

    def missing(self, first: int, last: int) -> Sequence[int]:
        """Pages that must be fetched to show rows ``first`` to ``last``, and a page around them.

        Not around hits: each has a passage to be found, and while one types the next letter would wait for them.
        """
        around = 0 if self.contents.node.kind is NodeKind.SEARCH else 1
        most = max(0, (self.contents.total - 1) // PAGE)
        wanted = range(max(0, first // PAGE - around), min(most, last // PAGE + around) + 1)
        return [page for page in wanted if page not in self._pages or self._is_begun(page, last)]

    def _is_begun(self, page: int, last: int) -> bool:
        """Whether only the beginning of a page is here, and rows after that are wanted."""
        held, whole = len(self._pages[page]), min(PAGE, self.contents.total - page * PAGE)
        return held < whole and last >= page * PAGE + held

    def bring(self, pages: Mapping[int, Rows]) -> None:
        """Put fetched pages in; those longest unseen are dropped."""
        for page, rows in pages.items():
            self._pages[page] = rows
            self._tell(page, 0, len(rows) - 1)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)

    def complete(self, hits: Sequence[ArticleRow]) -> None:
        """Put the passages of these in, where the hits are here."""
        found = {hit.key: hit for hit in hits}
        self._change(found, lambda row: replace(row, snippet=found[row.key].snippet, marks=found[row.key].marks))

    def row(self, place: int) -> ArticleRow | None:
        """The row at a place, or None while it is not here."""
        page = self._pages.get(place // PAGE)
        if page is None:
            return None
        self._pages.move_to_end(place // PAGE)
        return page[place % PAGE] if place % PAGE < len(page) else None

    def key(self, place: int) -> int:
        """The key at a place; 0 while it is not known."""
        if not 0 <= place < self.contents.total:
            return 0
        if self.contents.keys:
            return self.contents.keys[place]
        row = self.row(place)
        return row.key if row else 0

    def place(self, key: int) -> int:
        """Where a key is in the list, or the hit it is folded under; -1 when it is not in it, or not known yet."""
        if not key:
            return -1
        found = _place(self.contents.keys, key) if self.contents.keys else -1
        return found if found >= 0 else next((place for row, place in self._here() if key in _keys(row)), -1)

    @property
    def is_grouped(self) -> bool:
        """Whether days stand over their first articles, and not in each row."""
        return self.by_day and self.contents.is_by_date

    def day(self, place: int) -> str:
        """The day that begins with a row; nothing within a day, and while the row before is not here."""
        row = self.row(place) if self.is_grouped else None
        before = self.row(place - 1) if place else None
        if row is None or (place and (before is None or before.date[:10] == row.date[:10])):
            return ""
        return day_words(row.date)

    def places(self, keys: Collection[int]) -> list[int]:
        """Where these keys are, as far as it is known."""
        wanted = frozenset(keys)
        if self.contents.keys:
            return [place for place, key in enumerate(self.contents.keys) if key in wanted]
        return [place for key, place in self.at_hand() if key in wanted]

    def _tell(self, page: int, first: int, last: int) -> None:
        """Rows of a page are others now; what is no longer in the list is told of by nobody."""
        first, last = page * PAGE + first, min(page * PAGE + last, self.rowCount() - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def mark(self, keys: Collection[int], **status: bool | str) -> None:
        """Change ``read``, ``starred`` or ``note`` of the rows that are here."""
        self._change(keys, lambda row: replace(row, **status))  # type: ignore[arg-type]  # names are the row's own

    def _change(self, keys: Collection[int], changed: Callable[[ArticleRow], ArticleRow]) -> None:
        for page, rows in self._pages.items():
            places = [place for place, row in enumerate(rows) if row and row.key in keys]
            if places:
                self._pages[page] = tuple(changed(row) if row and row.key in keys else row for row in rows)
                self._tell(page, places[0], places[-1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else self.contents.total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == Role.ROW:
            return row
        if role == Role.DAY:
            return self.day(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, self.day(index.row())) if row else text("Loading")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            place = text("{at} of {count}", at=number(index.row() + 1), count=number(self.rowCount()))
            words = summary_of(row, noted=self.contents.node.kind is NodeKind.NOTES) if row else ""
            return f"{place}, {words}" if words else place
        return None


def _place(keys: Sequence[int], key: int) -> int:
    """A search through all of a long list takes a tenth of what a table of them would, which each list needs anew."""
    try:
        return keys.index(key)
    except ValueError:
        return -1


def _keys(row: ArticleRow) -> Iterator[int]:
    yield row.key
    yield from (one.key for one in row.also)


def _spoken(row: ArticleRow, day: str) -> str:
    """A row as a screen reader says it: the day that begins with it, title, section, date, read or unread, starred, noted, translations."""
    parts = [day, row.title, row.section, long_date(row.date), text("read") if row.read else text("unread")]
    own = [text("starred") if row.starred else "", text("with a note") if row.note else ""]
    return ", ".join(part for part in [*parts, *own, also(row)] if part)
