"""How good the answers are, on judged queries: ours beside stock Whoosh and SQLite FTS5."""

from __future__ import annotations

import math
import re
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.analysis import StandardAnalyzer, StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup

from reader.model.search import Query
from reader.search import Index
from tests.bench import judged
from tests.bench.report import Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.judged import Judged
    from tests.bench.options import Options

TITLE = "Relevance"

_TOP = 10


def measure(options: Options) -> Section:
    """A table for Cranfield, one for questions in Japanese and Chinese."""
    if options.judged is None:
        return Section(TITLE, ("Not measured: name the folder of judged queries with `--judged`.",))
    about = (
        "Cranfield: 1,400 abstracts, 225 questions as whole sentences, their words joined with OR for every engine; nDCG@10 with gains of 2^g - 1 "
        "for Cleverdon's codes (a complete answer 4, of minimum interest 1), P@10 and MRR count any of them. Japanese and Chinese: 500 "
        "questions of JSQuAD and of CMRC 2018, typed whole as a reader would; the rank of the paragraph that each was written for. FTS5 in "
        "those languages is asked for three characters at a time, joined with OR. Ours has one set of weights for all."
    )
    return Section(TITLE, (about, _cranfield(judged.cranfield(options.judged)), _questions(options.judged)))


def _cranfield(data: Judged) -> Table:
    with tempfile.TemporaryDirectory() as name:
        rows = [
            ("packhorse", *_graded(data, _ours(Path(name), data, " OR ".join))),
            ("packhorse, words as typed", *_graded(data, _ours(Path(name), data, " ".join))),
            ("stock Whoosh, StandardAnalyzer", *_graded(data, _whoosh(data, StandardAnalyzer()))),
            ("stock Whoosh, StemmingAnalyzer", *_graded(data, _whoosh(data, StemmingAnalyzer()))),
            ("SQLite FTS5, unicode61", *_graded(data, _fts5(data, "unicode61", _words))),
            ("SQLite FTS5, porter", *_graded(data, _fts5(data, "porter unicode61", _words))),
        ]
    return Table(("Cranfield", "nDCG@10", "P@10", "MRR"), rows)


def _questions(folder: Path) -> Table:
    rows = []
    for language, data in (("Japanese", judged.japanese(folder)), ("Chinese", judged.chinese(folder))):
        with tempfile.TemporaryDirectory() as name:
            engines = {
                "packhorse": _ours(Path(name), data, None),
                "stock Whoosh": _whoosh(data, StandardAnalyzer()),
                "SQLite FTS5, unicode61": _fts5(data, "unicode61", _words),
                "SQLite FTS5, trigram": _fts5(data, "trigram", _threes),
            }
            rows += [(f"{language}, {engine}", *_ranked(data, ask)) for engine, ask in engines.items()]
    return Table(("questions", "MRR", "at rank 1", "in the first 10"), rows)


def _ours(folder: Path, data: Judged, join: Callable[[list[str]], str] | None) -> Callable[[str], Sequence[int]]:
    index = Index.open(folder / "index", "judged")
    if index.fresh:
        index.write(data.documents, ())

    def ask(text: str) -> Sequence[int]:
        typed = join(list(dict.fromkeys(_words(text)))) if join else text
        return [hit.key for hit in index.search(Query(typed, limit=_TOP)).hits]

    return ask


def _whoosh(data: Judged, analysis: object) -> Callable[[str], Sequence[int]]:
    schema = Schema(key=ID(stored=True), title=TEXT(analyzer=analysis), body=TEXT(analyzer=analysis))
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for one in data.documents:
        writer.add_document(key=str(one.key), title=one.title, body=one.body)
    writer.commit()
    searcher, parser = index.searcher(), MultifieldParser(["title", "body"], schema, group=OrGroup)
    return lambda text: [int(hit["key"]) for hit in searcher.search(parser.parse(" ".join(_words(text))), limit=_TOP)]


def _fts5(data: Judged, tokenizer: str, pieces: Callable[[str], list[str]]) -> Callable[[str], Sequence[int]]:
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize='{tokenizer}')")
    rows = [(one.key, one.title, one.body) for one in data.documents]
    database.executemany("INSERT INTO words(rowid, title, body) VALUES (?, ?, ?)", rows)
    best = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 3.5, 1.0) LIMIT {_TOP}"

    def ask(text: str) -> Sequence[int]:
        match = " OR ".join(f'"{piece}"' for piece in dict.fromkeys(pieces(text)))
        return [key for (key,) in database.execute(best, (match,))] if match else []

    return ask


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _threes(text: str) -> list[str]:
    letters = "".join(_words(text))
    return [letters[at : at + 3] for at in range(len(letters) - 2)]


def _graded(data: Judged, ask: Callable[[str], Sequence[int]]) -> tuple[str, ...]:
    """nDCG@10, P@10 and MRR: means over all questions."""
    sums = [0.0, 0.0, 0.0]
    for text, gains in data.questions:
        hits = list(ask(text))[:_TOP]
        ideal = _gained(sorted(gains.values(), reverse=True)[:_TOP])
        sums[0] += _gained([gains.get(hit, 0) for hit in hits]) / ideal if ideal else 0.0
        sums[1] += sum(hit in gains for hit in hits) / _TOP
        sums[2] += _reciprocal(hits, gains)
    return tuple(f"{total / len(data.questions):.3f}" for total in sums)


def _gained(gains: Sequence[int]) -> float:
    return sum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


def _reciprocal(hits: Sequence[int], gains: dict[int, int]) -> float:
    return next((1 / place for place, hit in enumerate(hits, 1) if hit in gains), 0.0)


def _ranked(data: Judged, ask: Callable[[str], Sequence[int]]) -> tuple[str, ...]:
    """MRR, and the share of questions with the right paragraph first, and among the first ten."""
    places = [_reciprocal(list(ask(text))[:_TOP], gains) for text, gains in data.questions]
    count = len(places)
    first, found = sum(place == 1 for place in places), sum(place > 0 for place in places)
    return f"{sum(places) / count:.3f}", f"{first / count:.0%}", f"{found / count:.0%}"
