"""Everything in a library that a search can name: sections, tags, authors, languages... found by title or by a beginning."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from reader.model.languages import name_of
from reader.model.publication import Kind, localized
from reader.model.search import FacetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.model.publication import Thing
    from reader.store import Store

#: The kind of thing that a facet counts, where it is one of the publication's own.
THINGS = {
    FacetKind.SECTION: Kind.SECTION,
    FacetKind.AUTHOR: Kind.AUTHOR,
    FacetKind.TOPIC: Kind.TOPIC,
    FacetKind.REGION: Kind.REGION,
    FacetKind.SERIES: Kind.SERIES,
}
_BETWEEN = re.compile(r"[\s_-]+")
#: Where typing may begin: at a word, and at every character of a script without spaces.
_START = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]|(?<!\\w)\\w"
)
_LAST = "\U0010ffff"
#: Of more that begin so, as after a single letter, the first so many by alphabet are looked at.
_MOST_LOOKED_AT = 4000


def folded(text: str) -> str:
    """A name as it is compared: without case, accents, and what stands between its words (``-``, ``_``, spaces)."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in parts if not unicodedata.combining(one))
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", bare)).strip()


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has a name. ``titles`` are by language; ``count`` is how many articles have it."""

    kind: FacetKind
    value: str
    titles: Mapping[str, str]
    count: int

    def title(self, language: str) -> str:
        """The title in the nearest language, else what it is known by."""
        return localized(self.titles, language, self.value)


class Names:
    """The names of one state of a library, sorted, so that a lookup does not depend on how many there are."""

    def __init__(self, stamp: str, names: Iterable[Name]) -> None:
        #: The state of the library that these are of.
        self.stamp = stamp
        self._names: dict[tuple[FacetKind, str], Name] = {}
        self._called: dict[tuple[FacetKind, str], set[str]] = defaultdict(set)
        self._starts: dict[FacetKind, list[tuple[str, str]]] = {kind: [] for kind in FacetKind}
        for name in names:
            self._add(name)
        for starts in self._starts.values():
            starts.sort()

    @classmethod
    def of(cls, store: Store, stamp: str) -> Names:
        """Read them all. Takes time in proportion to the library."""
        counts: dict[tuple[FacetKind, str], int] = defaultdict(int)
        for (_publication, kind, identity), tally in store.counts().by_node.items():
            value = identity.lower() if kind == FacetKind.LANGUAGE else identity
            counts[FacetKind(kind), value] += tally.articles
        titles: dict[tuple[FacetKind, str], dict[str, str]] = {key: {} for key in counts}
        for facet, kind in THINGS.items():
            things = store.catalogue.things(kind)
            if facet is FacetKind.SECTION:
                _count_below(things, counts)
            for thing in things:
                titles.setdefault((facet, thing.id), {}).update(thing.titles)
        return cls(stamp, (Name(*key, titles[key] or _own(*key), counts[key]) for key in titles))

    def _add(self, name: Name) -> None:
        self._names[name.kind, name.value] = name
        spellings = {folded(one) for one in (name.value, *name.titles.values())}
        for spelling in spellings:
            self._called[name.kind, spelling].add(name.value)
            self._starts[name.kind] += [(spelling[at:], name.value) for at in _starts(spelling)]
        if name.kind is FacetKind.LANGUAGE:
            parts = name.value.split("-")
            for size in range(1, len(parts)):
                self._called[name.kind, " ".join(parts[:size])].add(name.value)

    def called(self, kind: FacetKind, text: str) -> frozenset[str]:
        """Identities of what is called exactly so, by id or a whole title; of languages also those of a larger one."""
        return frozenset(self._called.get((kind, folded(text)), ()))

    def said(self, name: Name, language: str) -> str:
        """How a search names it: by its title where that means this alone, else by its identity."""
        title = name.title(language)
        if name.kind is FacetKind.LANGUAGE or self.called(name.kind, title) != {name.value}:
            return name.value
        return title

    def label(self, kind: FacetKind, value: str, language: str) -> str:
        """What to show for a value."""
        name = self._names.get((kind, value))
        return name.title(language) if name else dict(_own(kind, value)).get("", value)

    def beginning(
        self, kind: FacetKind, prefix: str, limit: int, counts: Mapping[str, int] | None = None
    ) -> list[Name]:
        """Things with a word in a name that begins so, those of most articles first. ``counts`` are in place of their own, by value."""
        begun = folded(prefix)
        starts = self._starts[kind]
        first = bisect_left(starts, (begun,))
        last = bisect_left(starts, (begun + _LAST,))
        values = {value for _start, value in islice(starts, first, min(last, first + _MOST_LOOKED_AT))}
        found = (self._names[kind, value] for value in values)
        if counts is not None:
            found = (replace(name, count=counts.get(name.value, 0)) for name in found if name.value in counts)
        return nlargest(limit, (name for name in found if name.count), key=lambda name: (name.count, name.value))


def begins_so(title: str, prefix: str) -> bool:
    """Whether a word of a title begins so."""
    spelling, begun = folded(title), folded(prefix)
    return any(spelling.startswith(begun, at) for at in _starts(spelling))


def _starts(spelling: str) -> Iterator[int]:
    return (match.start() for match in _START.finditer(spelling))


def _own(kind: FacetKind, value: str) -> dict[str, str]:
    """The name of what no publisher names: a language's own."""
    return {"": name_of(value)} if kind is FacetKind.LANGUAGE else {}


def _count_below(things: Iterable[Thing], counts: dict[tuple[FacetKind, str], int]) -> None:
    """Let a section count what is in those below it, too."""
    parents = {thing.id: thing.parent for thing in things}
    own = {identity: counts.get((FacetKind.SECTION, identity), 0) for identity in parents}
    for identity, count in own.items():
        seen, above = {identity}, parents[identity]
        while above in parents and above not in seen:
            counts[FacetKind.SECTION, above] += count
            seen.add(above)
            above = parents[above]
