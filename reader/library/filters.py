"""A filter is the text of a query and nothing else: its pieces as chips, and other texts with a piece more or less."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.library import collections
from reader.library.names import THINGS
from reader.model.listing import Node, NodeKind
from reader.model.overview import Chip, Span
from reader.model.publication import localized
from reader.model.search import FacetKind
from reader.search import query
from reader.search.text.days import UNDATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.handle import Library
    from reader.search.query.edit import Piece

DATE = "date"
PUBLICATION = "publication"
COLLECTION = "in"
_FIRST, _LAST = UNDATED + 1, date.max.toordinal()
_DATES = frozenset({"on", "before", "after"})
#: Another region takes the place of the first: the map stays whole, and shows which one it is.
_REPLACED = frozenset({FacetKind.REGION})
_ONE_AT_A_TIME = _REPLACED | {FacetKind.SECTION, FacetKind.SERIES, FacetKind.LANGUAGE}
_NODES = {
    NodeKind.SECTION: FacetKind.SECTION,
    NodeKind.TAG: FacetKind.TAG,
    NodeKind.AUTHOR: FacetKind.AUTHOR,
    NodeKind.LANGUAGE: FacetKind.LANGUAGE,
    NodeKind.TOPIC: FacetKind.TOPIC,
    NodeKind.REGION: FacetKind.REGION,
    NodeKind.SERIES: FacetKind.SERIES,
}
_MARKS = {
    NodeKind.UNREAD: ("is", "unread"),
    NodeKind.STARRED: ("is", "starred"),
    NodeKind.HISTORY: ("is", "opened"),
    NodeKind.NOTES: ("has", "note"),
}


def chips(library: Library, text: str, language: str = "en") -> tuple[Chip, ...]:
    """The pieces of a filter, in order, with titles in place of ids."""
    return tuple(_chip(library, piece, language) for piece in query.edit.pieces(text))


def publication_chip(library: Library, publication: str, language: str) -> tuple[Chip, ...]:
    """The publication that a search keeps to, as a chip that stands for no words; none for all of them."""
    info = library.store.catalogue.publication(publication) if publication else None
    return (Chip(info.title(language), "", -1, -1, PUBLICATION),) if info else ()


def _chip(library: Library, piece: Piece, language: str) -> Chip:
    plain = bool(piece.value) and not piece.negated
    if plain and _days(piece) is not None:
        return Chip(piece.value, piece.text, piece.start, piece.end, DATE, _months(piece))
    label = (_title(library, piece, language) if plain else "") or piece.text
    return Chip(label, piece.text, piece.start, piece.end, piece.field if _is_filter(piece) else "")


def _is_filter(piece: Piece) -> bool:
    """Whether a piece narrows by what articles are, not by their words."""
    return bool(piece.field) and piece.field != "title"


def _title(library: Library, piece: Piece, language: str) -> str:
    """A thing's title, or the bare value of a field that stands for one; nothing for words."""
    if piece.field == COLLECTION:
        return _collection(library, piece.value)
    if piece.field not in set(FacetKind):
        return ""
    kind = THINGS.get(FacetKind(piece.field))
    if kind is None:
        return piece.value
    wanted = [(info.id, piece.value) for info in library.store.catalogue.publications()]
    titles = library.store.catalogue.titles(kind, wanted)
    return next((localized(found, language, piece.value) for found in titles.values()), piece.value)


def _collection(library: Library, name: str) -> str:
    try:
        return collections.find(library, name).title
    except QueryError:
        return name


def without(text: str, chip: Chip) -> str:
    """The filter without one of its pieces."""
    piece = next((one for one in query.edit.pieces(text) if (one.start, one.end) == (chip.start, chip.end)), None)
    return query.edit.remove(text, piece) if piece is not None else text


def narrowed(text: str, kind: FacetKind, value: str) -> str:
    """The filter with a value of a kind; without it where it has it already."""
    if value.casefold() in {one.casefold() for one in values_of(text, kind)}:
        return _dropped(text, lambda piece: _is(piece, kind) and piece.value.casefold() == value.casefold())
    return query.edit.add(without_kind(text, kind) if kind in _REPLACED else text, str(kind), value)


def is_replaced(kind: FacetKind) -> bool:
    """Whether a filter has one value of a kind, whose place another takes."""
    return kind in _ONE_AT_A_TIME


def spanned(text: str, span: Span) -> str:
    """The filter with these months in place of the dates that it has; an empty span takes them away."""
    return query.edit.set_days(text, _first_day(span.first), _last_day(span.last))


def without_one(library: Library, text: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    """Each filter of a text that has some, the last first: what to show for it, and the text without it."""
    chosen = [chip for chip in chips(library, text, language) if chip.kind]
    return tuple((chip.label, without(text, chip)) for chip in reversed(chosen))


def words_of(text: str) -> str:
    """The filter's words alone."""
    return _dropped(text, _is_filter)


def place_of_words(text: str) -> tuple[int, int]:
    """From where to where the filter's words stand, for others in their place; its end where there are none, or where they stand apart."""
    found = query.edit.pieces(text)
    words = [place for place, piece in enumerate(found) if not _is_filter(piece)]
    if len(words) == len(found):
        return 0, len(text)
    if not words or words[-1] - words[0] >= len(words):
        return len(text), len(text)
    return found[words[0]].start, found[words[-1]].end


def undated(text: str) -> str:
    """The filter without its dates."""
    return _dropped(text, lambda piece: _days(piece) is not None and not piece.negated)


def without_kind(text: str, kind: FacetKind) -> str:
    """The filter without its pieces of a kind."""
    return _dropped(text, lambda piece: _is(piece, kind))


def values_of(text: str, kind: FacetKind) -> frozenset[str]:
    """The values of a kind that the filter asks for."""
    return frozenset(piece.value for piece in query.edit.pieces(text) if _is(piece, kind) and piece.value)


def span_of(text: str) -> Span:
    """The months that the filter's dates leave, open where they are."""
    spans = [_months(piece) for piece in query.edit.pieces(text) if not piece.negated]
    first = max((span.first for span in spans), default="")
    last = min((span.last for span in spans if span.last), default="")
    return Span(first, last)


def text_of(node: Node) -> str:
    """A list of the navigation as a filter; empty for those that no query asks for."""
    if node.kind is NodeKind.SEARCH:
        return node.id
    return within("", node)


def within(text: str, node: Node) -> str:
    """The filter kept to a list of the navigation; as it was where no query asks for that list."""
    if node.kind is NodeKind.COLLECTION and node.id:
        return query.edit.add(text, COLLECTION, node.id)
    if node.kind in _NODES:
        return query.edit.add(text, str(_NODES[node.kind]), node.id)
    return query.edit.add(text, *_MARKS[node.kind]) if node.kind in _MARKS else text


def keeps_to_unread(text: str) -> bool:
    """Whether the filter leaves out what was read."""
    return any(_is_unread(piece) for piece in query.edit.pieces(text))


def toggled_unread(text: str) -> str:
    """The filter kept to unread articles; without that where it is so already."""
    rest = _dropped(text, _is_of_reading)
    return rest if keeps_to_unread(text) else query.edit.add(rest, *_MARKS[NodeKind.UNREAD])


def _is_unread(piece: Piece) -> bool:
    """``is:unread`` and ``-is:read``, in any language."""
    return _is_of_reading(piece) and query.fields.mark_of(piece.value)[1] == piece.negated


def _is_of_reading(piece: Piece) -> bool:
    return piece.field == "is" and query.fields.mark_of(piece.value)[0] == "read"


def _is(piece: Piece, kind: FacetKind) -> bool:
    return piece.field == kind and not piece.negated


def _dropped(text: str, drop: Callable[[Piece], bool]) -> str:
    while (piece := next((one for one in query.edit.pieces(text) if drop(one)), None)) is not None:
        text = query.edit.remove(text, piece)
    return text


def _days(piece: Piece) -> tuple[date | None, date | None] | None:
    """The first and last day of a piece that asks for days, open where it is."""
    days = query.dates.days(piece.field, piece.value) if piece.field in _DATES and piece.value else None
    if days is None:
        return None
    return _day(days.first, _FIRST), _day(days.last, _LAST)


def _day(number: int, none: int) -> date | None:
    return date.fromordinal(number) if number != none and 1 <= number <= date.max.toordinal() else None


def _months(piece: Piece) -> Span:
    first, last = _days(piece) or (None, None)
    return Span(*(day.isoformat()[:7] if day else "" for day in (first, last)))


def _first_day(month: str) -> date | None:
    return date.fromisoformat(f"{month}-01") if month else None


def _last_day(month: str) -> date | None:
    first = _first_day(month)
    if first is None:
        return None
    return (
        (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        if month < "9999-12"
        else date.max
    )
