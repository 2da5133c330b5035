"""Indexing: documents a CPU second, size and memory, ours beside stock Whoosh and SQLite FTS5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import corpus, indexes
from tests.bench.report import Section, Table, number, ratio

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Indexing"


def measure(options: Options) -> Section:
    """Each engine at each size, in a process of its own."""
    rows = [row for count in options.sizes for row in _rows(options, count)]
    about = (
        "Invented articles of 700 words whose frequencies follow Zipf's law; title, standfirst, body, tags and authors, with positions. Ours as "
        "the library does it: batches of a thousand, each safely on the disk before the next, a merge at the end if there is need. Stock Whoosh: default "
        "codec and writer, one commit. FTS5: `unicode61`, no copy of the text, one transaction. Reading the articles is not counted. "
        "To reach: documents a CPU second at least 0.5 × FTS5's, size at most 0.6 × the text, memory at most 300 MB."
    )
    return Section(
        TITLE,
        (
            about,
            Table(("articles, engine", "documents / CPU s", "to FTS5's", "wall s", "index / text", "peak MB"), rows),
        ),
    )


def _rows(options: Options, count: int) -> list[tuple[str, ...]]:
    text = corpus.text_bytes(corpus.articles(options, count))
    used = {engine: indexes.built(options, engine, count) for engine in indexes.NAMES}
    speed = {engine: usage.facts["documents"] / usage.facts["cpu"] for engine, usage in used.items()}
    return [
        (
            f"{count:,}, {name}",
            number(speed[engine]),
            ratio(speed[engine], speed["fts5"]),
            number(used[engine].facts["wall"]),
            number(corpus.size_of(indexes.folder(options, engine, count)) / text),
            number(used[engine].peak_mb),
        )
        for engine, name in indexes.NAMES.items()
    ]
