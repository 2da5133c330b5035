"""The publication's own things: those that ``publication.toml`` describes, and those that articles name without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.publish.identity import to_id, to_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.publication import Kind
    from reader.publish.fields import Named
    from reader.publish.problems import Problems

#: Where things stand that nobody put in order: after all others, by their ids.
_UNORDERED = 1_000_000


@dataclass(slots=True)
class ThingDraft:
    """A thing before its references are checked. ``picture`` is an author's portrait, ``drawing`` a map's file."""

    kind: Kind
    id: str
    file: str
    line: int
    titles: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    parent: Named | None = None
    position: int = _UNORDERED
    extra: dict[str, object] = field(default_factory=dict)
    picture: Named | None = None
    drawing: Named | None = None


class Register:
    """Knows every thing by kind and id. What articles name and nobody described is made, and reported."""

    def __init__(self, language: str, problems: Problems) -> None:
        self._language = language
        self._problems = problems
        self._things: dict[tuple[Kind, str], ThingDraft] = {}
        self._by_title: dict[tuple[Kind, str], str] = {}

    def __iter__(self) -> Iterator[ThingDraft]:
        return iter(self._things.values())

    def define(self, thing: ThingDraft) -> None:
        """Add a thing that was described; one that is described twice is an error."""
        if (thing.kind, thing.id) in self._things:
            self._problems.error(thing.file, thing.line, "thing-doubled", kind=str(thing.kind), id=thing.id)
            return
        self._things[thing.kind, thing.id] = thing
        for title in thing.titles.values():
            self._by_title.setdefault((thing.kind, title.casefold()), thing.id)

    def find(self, kind: Kind, name: str) -> str | None:
        """The id of the thing that is meant by an id or by a title in any language, or None."""
        identity = to_id(name)
        return identity if (kind, identity) in self._things else self._by_title.get((kind, name.casefold()))

    def require(self, kind: Kind, named: Named, file: str) -> str:
        """The same, made when it is not there."""
        found = self.find(kind, named.text)
        if found is not None:
            return found
        title = to_title(named.text)
        thing = ThingDraft(kind, to_id(named.text), file, named.line, {self._language: title})
        self.define(thing)
        self._problems.mended(file, named.line, "thing-made", kind=str(kind), id=thing.id, title=title)
        return thing.id

    def require_all(self, kind: Kind, names: Iterable[Named], file: str) -> tuple[str, ...]:
        """The same for several, each once."""
        return tuple(dict.fromkeys(self.require(kind, named, file) for named in names))

    def check_parents(self) -> None:
        """Drop parents that are not there or lead in a circle."""
        for thing in self._things.values():
            if thing.parent is None:
                continue
            parent = self.find(thing.kind, thing.parent.text)
            if parent is None or self._leads_back(thing, parent):
                code = "parent-unknown" if parent is None else "parent-circular"
                self._problems.mended(thing.file, thing.parent.line, code, id=thing.id, parent=thing.parent.text)
                thing.parent = None

    def _leads_back(self, thing: ThingDraft, parent: str) -> bool:
        seen = {thing.id}
        above: str | None = parent
        while above is not None:
            if above in seen:
                return True
            seen.add(above)
            up = self._things[thing.kind, above].parent
            above = self.find(thing.kind, up.text) if up else None
        return False
