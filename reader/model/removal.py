"""What it means to remove a publication."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removal:
    """A publication, and what goes with it: articles and bytes on the disk. ``starred``, ``noted`` and ``filed`` articles are the reader's own.

    ``is_here`` is false of one that was removed before, of which only the reader's own and what guards are left.
    """

    publication: str
    title: str
    articles: int
    bytes: int
    starred: int = 0
    noted: int = 0
    filed: int = 0
    is_here: bool = True

    @property
    def own(self) -> int:
        """Whether the reader did anything with it that stays."""
        return self.starred + self.noted + self.filed
