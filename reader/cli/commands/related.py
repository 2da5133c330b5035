"""``packhorse related``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.indexing import index_what_waits
from reader.cli.output import emit, say
from reader.library import Library
from reader.library.read import key_of
from reader.library.relate import related

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse related pack-horse-librarians --json"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("id", metavar="ID", help="an article's id, or PUBLICATION/ID")
    parser.add_argument("--limit", type=int, default=4, metavar="N", help="at most N stories (default: 4)")


def run(args: argparse.Namespace) -> int:
    """Print the related stories."""
    with Library.open(args.data_dir) as library:
        key = key_of(library, args.id)
        index_what_waits(library)
        for story in related(library, key, max(0, args.limit)):
            if args.json:
                emit(
                    {
                        "id": story.row.id,
                        "title": story.row.title,
                        "score": story.score,
                        "why": story.why,
                        "shared": [{"kind": kind, "name": name} for kind, name in story.shared],
                        "words": story.words,
                    }
                )
            else:
                say(f"{story.score:8.2f}  {story.row.title}  ({story.row.id}; {', '.join(story.why)})")
    return 0
