"""Articles made from a seed: invented words whose frequencies follow Zipf's law, as those of any language do.

G. K. Zipf, "Human Behavior and the Principle of Least Effort" (1949), with Mandelbrot's shift. The words are of letters a to z
and none is a stop word of Whoosh's, so that all engines find the same articles and their counts can be compared.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING

from whoosh.analysis import STOP_WORDS

from reader.model.search import SearchDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

SEED = 1935
WORDS_EACH = 700
_VOCABULARY = 100_000
_SHORT = 2_000
#: With these a 700-word article has some 370 different words, a thousand of them 45,000, as English has.
_SLOPE, _SHIFT = 1.2, 2.7
_FIRST_DAY = date(2008, 1, 1)
_DAYS = 6_500
_AUTHORS = 60
_SECTIONS = 12
_TAG_COUNT = 1_500
_TAGS = slice(300, 300 + _TAG_COUNT)
_SENTENCE = 14
_PARAGRAPH = 6


@cache
def vocabulary() -> tuple[str, ...]:
    """Words from the most frequent to the rarest; the most frequent are short."""
    syllables = ["".join(pair) for pair in product("bdfghjklmnprstvwz", "aeiou")]
    short, long = (["".join(one) for one in product(syllables, repeat=count)] for count in (2, 3))
    order = random.Random(SEED)
    order.shuffle(short)
    order.shuffle(long)
    words = [*short[:_SHORT], *long]
    return tuple([word for word in words if word not in STOP_WORDS][:_VOCABULARY])


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate((rank + _SHIFT) ** -_SLOPE for rank in range(_VOCABULARY)))


def article(key: int) -> SearchDocument:
    """The article with this key, from 1; always the same."""
    chance = random.Random(SEED * 1_000_003 + key)
    words = chance.choices(vocabulary(), cum_weights=_weights(), k=WORDS_EACH + 36)
    tags = tuple(dict.fromkeys(chance.choices(vocabulary()[_TAGS], cum_weights=_weights()[:_TAG_COUNT], k=3)))
    author, section = f"author{key % _AUTHORS}", f"section{key % _SECTIONS}"
    return SearchDocument(
        key=key,
        publication="bench",
        language="en",
        title=f"{' '.join(words[:8]).capitalize()} {key}",
        standfirst=_sentence(words[8:36]),
        body=_paragraphs(words[36:]),
        date=day_of(key),
        authors=(author,),
        sections=(section,),
        tags=tags,
        labels=labels(section, tags, (author,)),
    )


def day_of(key: int) -> str:
    """The date of the article with this key."""
    return (_FIRST_DAY + timedelta(days=key * 37 % _DAYS)).isoformat()


def labels(section: str, tags: Iterable[str], authors: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """By what an article is counted, besides its language."""
    return (("section", section), *(("tag", tag) for tag in tags), *(("author", author) for author in authors))


def _sentence(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def _paragraphs(words: list[str]) -> str:
    sentences = [_sentence(words[at : at + _SENTENCE]) for at in range(0, len(words), _SENTENCE)]
    return "\n\n".join(" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH))


def text_of(document: SearchDocument) -> str:
    """All text of an article that is indexed."""
    return "\n".join((document.title, document.standfirst, document.body, *document.tags, *document.authors))
