"""``packhorse search``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import emit, say, tell
from reader.library import Library
from reader.library.find import search
from reader.model.listing import Sort
from reader.model.search import Query
from reader.wording import explain_code

if TYPE_CHECKING:
    import argparse

    from reader.model.article import ArticleRow

EXAMPLE = "packhorse search 'courier \"winter road\" section:news after:2018' --limit 5"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help='words, "a phrase", field:word, -word')
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N hits (default: 20)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="leave out the first N hits")
    parser.add_argument("--sort", choices=("relevance", "newest", "oldest"), default="relevance")
    parser.add_argument("--lang", default="", metavar="L", help="only articles in this language")


def run(args: argparse.Namespace) -> int:
    """Print a page of hits."""
    query = Query(
        text=" ".join(args.query),
        limit=max(0, min(args.limit, 1000)),
        offset=max(0, args.offset),
        sort=Sort(args.sort),
        language=args.lang,
    )
    with Library.open(args.data_dir) as library:
        page = search(library, query)
    if page.hint:
        tell(f"packhorse: {explain_code(page.hint, {})[0]}")
    if args.json:
        emit({"total": page.total, "ms": page.ms, "hint": page.hint, "hits": [_record(row) for row in page.rows]})
        return 0
    say(f"{page.total} found in {page.ms:.0f} ms")
    for row in page.rows:
        say(
            f"\n{row.title}\n  {row.date} · {row.section} · {row.language} · {row.id}\n  {row.snippet or row.standfirst}"
        )
    return 0


def _record(row: ArticleRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "section": row.section,
        "date": row.date,
        "lang": row.language,
        "score": round(row.score, 4),
        "snippet": row.snippet,
        "marks": row.marks,
    }
