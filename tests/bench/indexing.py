"""Indexing: documents a CPU second, size and memory, ours beside stock Whoosh, SQLite FTS5 and tantivy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import corpus, indexes
from tests.bench.report import Section, Table, number, ratio

if TYPE_CHECKING:
    from tests.bench.options import Options

TITLE = "Indexing"


def measure(options: Options) -> Section:
    """Each engine at each size of each corpus, in a process of its own."""
    source = "the given posts" if options.posts else "the sample publication's articles in all their languages"
    about = (
        "Two corpora. Invented words: articles of 700 words whose frequencies follow Zipf's law. Real text repeated: passages of "
        f"{source}, put together anew. Title, standfirst, body, tags and authors, with positions. Ours as "
        "the library does it: batches of two thousand, each safely on the disk before the next, a merge at the end if there is need; it indexes sections "
        "and what is counted in facets too. Stock Whoosh: default "
        "codec and writer, one commit. FTS5: `unicode61`, no copy of the text, one transaction. tantivy: one thread with 64 MB, no copy of the text, one commit. "
        f"Reading the articles is not counted. Of 2,000 articles the middle one of {options.times} times, which are a fraction of a second each. A star: built in an earlier run, and kept. "
        "To reach: documents a CPU second at least 0.5 × FTS5's, size at most 0.6 × the text, memory at most 300 MB."
    )
    rows = [
        row for kind in corpus.KINDS for count in corpus.sizes(options, kind) for row in _rows(options, count, kind)
    ]
    head = ("articles, engine", "documents / CPU s", "to FTS5's", "wall s", "index / text", "peak MB")
    return Section(TITLE, (about, Table(head, rows)))


def _rows(options: Options, count: int, kind: str) -> list[tuple[str, ...]]:
    text = corpus.text_bytes(corpus.articles(options, count, kind))
    used, now = {}, {}
    for engine in indexes.NAMES:
        used[engine], now[engine] = indexes.built(options, engine, count, kind)
    speed = {engine: usage.facts["documents"] / usage.facts["cpu"] for engine, usage in used.items()}
    return [
        (
            f"{count:,}, {corpus.KINDS[kind]}, {name}{'' if now[engine] else ' *'}",
            number(speed[engine]),
            ratio(speed[engine], speed["fts5"]),
            number(used[engine].facts["wall"]),
            number(corpus.size_of(indexes.folder(options, engine, count, kind)) / text),
            number(used[engine].peak_mb),
        )
        for engine, name in indexes.NAMES.items()
    ]
