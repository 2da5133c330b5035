"""``packhorse search``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.indexing import index_what_waits
from reader.cli.output import emit, say, tell
from reader.library import Library
from reader.library.browse import publication
from reader.library.find import search
from reader.model.listing import Node, Sort
from reader.model.search import Query
from reader.wording import explain_code

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.model.article import ArticleRow
    from reader.model.search import Facet, SearchPage

_MOST_VALUES = 10
EXAMPLE = "packhorse search 'courier \"winter road\" section:news after:2018' --limit 5"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help='words, "a phrase", field:word, -word')
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N hits (default: 20)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="leave out the first N hits")
    parser.add_argument("--sort", choices=("relevance", "newest", "oldest"), default="relevance")
    parser.add_argument("--lang", default="", metavar="L", help="only articles in this language")
    parser.add_argument("--publication", default="", metavar="ID", help="only this publication")
    parser.add_argument("--within", metavar="NODE", help="only in this list, such as section:news or starred")
    parser.add_argument("--facets", action="store_true", help="count the hits by section, tag, author... and by month")
    parser.add_argument(
        "--all-translations", action="store_true", help="list each translation by itself, not under the best one"
    )


def parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, of which one with a single dash excludes a word, as in ``-paper``."""
    return parser.parse_intermixed_args([_as_word(one) for one in arguments])


def _as_word(argument: str) -> str:
    """What argparse takes for no option: a space before it changes nothing in a query."""
    is_word = argument.startswith("-") and not argument.startswith("--") and argument not in ("-", "-h")
    return f" {argument}" if is_word else argument


def run(args: argparse.Namespace) -> int:
    """Print a page of hits."""
    query = Query(
        text=" ".join(args.query),
        limit=max(0, min(args.limit, 1000)),
        offset=max(0, args.offset),
        sort=Sort(args.sort),
        language=args.lang,
        within=Node.parse(args.within) if args.within else None,
        publication=args.publication,
        fold=not args.all_translations,
        facets=args.facets,
    )
    with Library.open(args.data_dir) as library:
        publication(library, query.publication)
        index_what_waits(library)
        page = search(library, query)
    hint = page.hint or ("" if query.text.strip() else "query-nothing")
    if hint:
        tell(f"packhorse: {' '.join(explain_code(hint, {}))}")
    if args.json:
        emit(_page_record(page))
    else:
        _print(page)
    return 0


def _print(page: SearchPage) -> None:
    say(f"{page.total} found in {page.ms:.0f} ms")
    if page.meant:
        say(f"did you mean: {page.meant}")
    for row in page.rows:
        about = " · ".join(filter(None, (row.date, row.section, row.language, row.id)))
        say(f"\n{row.title}\n  {about}\n  {row.snippet or row.standfirst}")
        if row.also:
            say("  also: " + "; ".join(f"{one.title} ({one.language}, {one.id})" for one in row.also))
    for facet in page.facets:
        _print_counts(str(facet.kind), [f"{one.label} {one.count}" for one in facet.values])
    if page.months:
        years = Counter(month[:4] for month, count in page.months for _ in range(count))
        _print_counts("year", [f"{year} {count}" for year, count in years.items()], len(years))


def _print_counts(kind: str, counts: list[str], most: int = _MOST_VALUES) -> None:
    """The first of them on a line; with --json there are all."""
    more = [f"and {len(counts) - most} more"] if len(counts) > most else []
    say(f"\n{kind}: " + ", ".join([*counts[:most], *more]))


def _page_record(page: SearchPage) -> dict[str, object]:
    return {
        "total": page.total,
        "ms": page.ms,
        "hint": page.hint,
        "meant": page.meant,
        "hits": [_record(row) for row in page.rows],
        "facets": {str(facet.kind): _values(facet) for facet in page.facets},
        "months": page.months,
    }


def _values(facet: Facet) -> list[dict[str, object]]:
    return [{"value": one.value, "label": one.label, "count": one.count} for one in facet.values]


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
        "also": [{"id": one.id, "title": one.title, "lang": one.language} for one in row.also],
    }
