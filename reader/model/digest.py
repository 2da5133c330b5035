"""What an edition brought, to be told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.article import ArticleRow


@dataclass(frozen=True, slots=True)
class DigestSection:
    """A section's share: how many articles are new and changed, and the first few of them."""

    title: str
    added: int
    updated: int
    rows: tuple[ArticleRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """An edition that came: its numbers, and its sections in the publisher's order.

    ``changed`` are keys of the rows that were here before. ``translations`` counts the new articles whose work was here in another language.
    ``gone`` are titles of withdrawn ones, the first few.
    """

    publication: str
    title: str
    serial: int
    withdrawn: int = 0
    pictures: int = 0
    translations: int = 0
    gone: tuple[str, ...] = ()
    sections: tuple[DigestSection, ...] = ()
    changed: frozenset[int] = frozenset()

    @property
    def added(self) -> int:
        """New articles."""
        return sum(one.added for one in self.sections)

    @property
    def updated(self) -> int:
        """Changed articles."""
        return sum(one.updated for one in self.sections)


@dataclass(frozen=True, slots=True)
class DigestWords:
    """A digest as it is said: title, numbers, a heading for each of its sections and for what is gone, and the mark of what was changed."""

    title: str
    told: str
    headings: tuple[str, ...]
    changed: str
    gone: str = ""
