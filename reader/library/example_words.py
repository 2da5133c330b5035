"""Words of a library's own articles with which a search can be shown: in the reader's language, else in the commonest one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.model.listing import Node, NodeKind
from reader.model.search import FacetKind
from reader.render import plain_text
from reader.search.text.analysis import units
from reader.search.text.script import has_hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.library.handle import Library
    from reader.search.text.analysis import Unit

_MOST_ARTICLES = 24
_SHORTEST, _LONGEST = 5, 14
_BEGINNING = 4
_SHORTEST_OF_PHRASE = 3
_RUN_OF_PHRASE = 4


class _Text(NamedTuple):
    """An article's body, the words of its title, and those of its body with how often each is there."""

    text: str
    title: frozenset[str]
    body: Counter[str]


def example_words(library: Library, language: str) -> Mapping[str, str]:
    """``word``, ``other`` (which some articles with the word have, and not all), ``phrase``, ``begin`` and ``title_word``.

    Those that there are; nothing in an empty library. A script without spaces has no beginnings of words.
    """
    for tag in _languages(library, language):
        texts = list(_texts(library, tag))
        word, other = _two(texts)
        if word:
            phrase = next(filter(None, (_phrase(one.text, word) for one in texts)), "")
            begin = word[:_BEGINNING] if len(word) >= _SHORTEST else ""
            titled = word if any(word in one.title for one in texts) else ""
            found = {"word": word, "other": other, "phrase": phrase, "begin": begin, "title_word": titled}
            return {name: each for name, each in found.items() if each}
    return {}


def _languages(library: Library, language: str) -> list[str]:
    """Tags of the articles' languages: the reader's own, others of that name, then the commonest."""
    counts: Counter[str] = Counter()
    for (_publication, kind, tag), tally in library.store.counts().by_node.items():
        if kind == FacetKind.LANGUAGE:
            counts[tag] += tally.articles
    wanted = language.lower()
    primary = wanted.partition("-")[0]
    return sorted(
        counts, key=lambda tag: (tag.lower() != wanted, tag.lower().partition("-")[0] != primary, -counts[tag])
    )


def _texts(library: Library, tag: str) -> Iterator[_Text]:
    """The newest articles in a language."""
    for key in library.store.listing.keys(Node(NodeKind.LANGUAGE, tag), most=_MOST_ARTICLES):
        article = library.store.catalogue.article(key)
        if article is not None:
            body = plain_text(article.body)
            yield _Text(body, frozenset(_words(article.title.casefold())), Counter(_words(body)))


def _two(texts: Sequence[_Text]) -> tuple[str, str]:
    """A word that titles have and that articles are full of, as they are not of "every"; and another that some of these have."""
    often = Counter(word for one in texts for word in one.body)
    in_all = sum((one.body for one in texts), Counter[str]())
    titles = Counter(word for one in texts for word in one.title)
    ranked = sorted(often, key=lambda word: (-titles[word] * in_all[word] ** 2 / often[word], -in_all[word]))
    word = next(iter(ranked), "")
    having = [one.body for one in texts if word in one.body]
    beside = (one for one in ranked if one != word and 0 < sum(one in body for body in having) < max(2, len(having)))
    return word, next(beside, "")


def _words(text: str) -> Iterator[str]:
    """Words that are no names, and pairs of characters where words have no spaces between them."""
    found = list(units(text))
    for unit in found:
        word = text[unit.start : unit.end]
        if not unit.run and _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word == word.casefold():
            yield word
    yield from (text[one.start : other.end] for one, other in _neighbours(text, found, run=True))


def _phrase(text: str, word: str) -> str:
    """The first words of a text that stand next to each other of which one is the word, and neither is short; four characters of a run that begin with it."""
    found = list(units(text))
    for one, other in _neighbours(text, found, run=False):
        long = min(len(one.text), len(other.text)) >= _SHORTEST_OF_PHRASE
        if long and word in {text[each.start : each.end] for each in (one, other)}:
            return text[one.start : other.end].casefold()
    for at, unit in enumerate(found):
        run = [one for one in found[at : at + _RUN_OF_PHRASE] if unit.run and one.run == unit.run]
        if len(run) == _RUN_OF_PHRASE and text.startswith(word, unit.start):
            return text[unit.start : run[-1].end]
    return ""


def _neighbours(text: str, found: Iterable[Unit], *, run: bool) -> Iterator[tuple[Unit, Unit]]:
    """Units next to each other: characters of one run, or words with a space between them."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if run and one.run and one.run == other.run and not between and not has_hiragana(one.text + other.text):
            yield one, other
        if not run and not one.run and not other.run and between == " ":
            yield one, other
