"""``packhorse saved``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.indexing import index_what_waits
from reader.cli.output import emit, say, tell
from reader.library import Library
from reader.library.browse import publication, scopes
from reader.library.searches import remove, save, saved

if TYPE_CHECKING:
    import argparse

    from reader.model.search import SavedSearch

EXAMPLE = "packhorse saved --add 'author:umar after:2018' --title Umar"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--add", metavar="TEXT", help="keep this search")
    change.add_argument("--remove", type=int, metavar="ID", help="keep this search no longer")
    parser.add_argument("--publication", default="", metavar="ID", help="what is added looks in this publication only")
    parser.add_argument("--title", default="", help="what to call the search that is added (default: its own words)")


def run(args: argparse.Namespace) -> int:
    """Print the kept searches, or keep one more or less."""
    with Library.open(args.data_dir) as library:
        if args.remove is not None:
            remove(library, args.remove)
            return 0
        kept = publication(library, args.publication)
        index_what_waits(library)
        found = saved(library) if args.add is None else (save(library, args.add, args.title, kept),)
        called = scopes(library)
    for one in found:
        if args.json:
            emit(_record(one))
        else:
            say(_line(one, called.get(one.publication, one.publication)))
    if not found:
        tell("packhorse: no search is kept.")
    return 0


def _line(one: SavedSearch, where: str) -> str:
    asked = ", ".join(filter(None, (one.text if one.text != one.title else "", f"in {where}" if where else "")))
    return f"{one.id:4}  {one.title}: {one.total} found, {one.new} new" + (f"  ({asked})" if asked else "")


def _record(one: SavedSearch) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "query": one.text,
        "publication": one.publication,
        "total": one.total,
        "new": one.new,
    }
