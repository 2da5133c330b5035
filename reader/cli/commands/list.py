"""``packhorse list``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import emit, say, tell
from reader.library import Library
from reader.library.browse import keys, rows
from reader.model.listing import Node, NodeKind, Sort

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse list section:news --sort oldest --limit 10"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument(
        "node",
        metavar="NODE",
        nargs="?",
        default="latest",
        help="latest, new, unread, starred, notes, history, most-read, most-opened, or collection:NUMBER, section:ID, tag:ID, topic:ID, author:ID, region:ID,"
        " series:ID, lang:CODE (default: latest)",
    )
    parser.add_argument("--publication", default="", metavar="ID", help="only this publication")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="at most N articles (default: all)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="leave out the first N")
    parser.add_argument(
        "--sort", choices=("newest", "oldest", "title", "added"), help="default: newest; of a collection: added"
    )


def run(args: argparse.Namespace) -> int:
    """Print the articles of a node."""
    node = Node.parse(args.node, args.publication)
    with Library.open(args.data_dir) as library:
        own = Sort.ADDED if node.kind is NodeKind.COLLECTION else Sort.NEWEST
        found = keys(library, node, Sort(args.sort or own))
        start = max(0, args.offset)
        chosen = found[start : start + args.limit] if args.limit > 0 else found[start:]
        for row in rows(library, chosen):
            if args.json:
                emit(
                    {
                        "id": row.id,
                        "title": row.title,
                        "date": row.date,
                        "lang": row.language,
                        "section": row.section,
                        "tags": row.tags,
                        "authors": row.authors,
                        "read": row.read,
                        "starred": row.starred,
                    }
                )
            else:
                marks = ("" if row.read else "•") + ("★" if row.starred else "")
                say(f"{row.date or '          '}  {marks:<2} {row.title}  ({row.language}, {row.id})")
    if not found:
        tell(f"packhorse: nothing in {node}.")
    return 0
