"""Terms next to each other as query trees, in a field or in any plain one. What is typed is looked up by ``translate``, which knows what to mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search import schema
from reader.search.answers.nodes import AnyField, AnyTerm, adjacent
from reader.search.text.hangul import further, parted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reader.search.answers.places import Place
    from reader.search.answers.vocabulary import Vocabulary

#: One character alone stands for every term that begins with it: as many as there are, within reason.
MOST_OF_CHARACTER = 4096


def fields_of(name: str) -> tuple[str, ...]:
    """The field of this name; all plain ones for none."""
    return (name,) if name else schema.PLAIN_FIELDS


#: The fields of which each name stands for, in which words have forms, and those in which they have none.
PARTED = {
    name: tuple(tuple(at for at in fields_of(name) if (at in schema.NAMES) is so) for so in (False, True))
    for name in ("", *schema.FIELDS)
}


def ending(name: str, front: Sequence[tuple[str, ...]], last: dict[str, tuple[str, ...]]) -> AnyField:
    """Terms in order, each one of several, the last others in each field."""
    if not front:
        return AnyTerm((at, term) for at in fields_of(name) for term in last[at])
    return AnyField([adjacent(at, [*front, last[at]]) for at in fields_of(name) if last[at]])


def phrase(name: str, found: Sequence[Place], vocabulary: Vocabulary) -> AnyField:
    """The terms of all places, each in any spelling."""
    *front, last = found
    before = [place.words for place in front]
    if last.token.tail and front and front[-1].token.run == last.token.run:
        return ending(name, before[:-1], dict.fromkeys(fields_of(name), before[-1]))
    if last.token.tail:
        return ending(name, before, {at: _terms_of(at, last.words, vocabulary) for at in fields_of(name)})
    return ending(name, before, dict.fromkeys(fields_of(name), last.words))


def begun(name: str, found: Sequence[Place], vocabulary: Vocabulary) -> AnyField:
    """The terms of all places, the last a syllable, whole or begun. Its final consonant may be the first of the next."""
    last = found[-1].token
    within = found[-2:-1] if len(found) > 1 and found[-2].token.run == last.run else ()
    before = [place.words for place in found[: -1 - len(within)]]
    onto = within[0].token.text[:-1] if within else ""
    ways = [ending(name, before, _going_on(name, onto, further(last.text), vocabulary))]
    stays, following = parted(last.text) or ("", frozenset())
    if stays:
        front = [*before, (onto + stays,)] if onto else before
        ways.append(ending(name, front, _going_on(name, stays, following, vocabulary)))
    return AnyField([one for way in ways for one in way.subqueries])


def _going_on(name: str, onto: str, letters: Collection[str], vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """In each field the terms that are a character and then one of some letters; or that begin with one of them."""
    if onto:
        return {
            at: tuple(
                term for term in vocabulary.beginning(at, onto, MOST_OF_CHARACTER) if term[len(onto) :] in letters
            )
            for at in fields_of(name)
        }
    return {at: _terms_of(at, sorted(letters), vocabulary) for at in fields_of(name)}


def _terms_of(field: str, characters: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The terms that begin with any of these characters."""
    begin = vocabulary.beginning
    return tuple(dict.fromkeys(term for one in characters for term in begin(field, one, MOST_OF_CHARACTER)))
