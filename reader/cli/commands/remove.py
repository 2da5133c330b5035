"""``packhorse remove``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say, size_text, tell
from reader.errors import PackhorseError
from reader.library import Library
from reader.library.index import drain
from reader.library.remove import removal, remove

if TYPE_CHECKING:
    import argparse

    from reader.model.removal import Removal

EXAMPLE = "packhorse remove 'The Saddlebag' --yes"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("publication", metavar="PUBLICATION", help="its id, as status tells it, or its title")
    parser.add_argument(
        "--own",
        action="store_true",
        help="forget stars, notes, reading marks and searches of it, too, and that it was ever here",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Ask, remove, and take it out of the index."""
    with Library.open(args.data_dir) as library:
        going = removal(library, args.publication, own=args.own)
        if not (args.yes or _agreed(going, own=args.own)):
            tell("packhorse: nothing was removed.")
            return 1
        bar = ProgressBar()
        try:
            remove(library, going.publication, own=args.own)
            drain(library, bar)
        finally:
            bar.close()
    if args.json:
        emit(
            {
                "publication": going.publication,
                "title": going.title,
                "articles": going.articles,
                "bytes": going.bytes,
                "own": args.own,
            }
        )
    else:
        say(f"{going.title} is removed: {_counted(going.articles, 'article')}, {size_text(going.bytes)}")
        say(f"  {_fate(going, own=args.own)}")
    return 0


def _agreed(going: Removal, *, own: bool) -> bool:
    if not sys.stdin.isatty():
        raise PackhorseError("removal-unasked")
    tell(f"{going.title}: {_counted(going.articles, 'article')}, {size_text(going.bytes)} would be removed for good.")
    tell(_asked_of_own(going, own=own))
    sys.stderr.write("Remove it? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}


def _asked_of_own(going: Removal, *, own: bool) -> str:
    marks = f"Your marks{_marks(going)}"
    return f"{marks} would go, too." if own else f"{marks} stay, and are there again if it comes back."


def _fate(going: Removal, *, own: bool) -> str:
    if own:
        return "your marks are forgotten, and so are the edition and the keys that were here"
    return f"your marks{_marks(going)} are kept"


def _marks(going: Removal) -> str:
    """Those that are seen, in brackets; nothing where there are none."""
    filed = [f"{going.filed} in collections"] if going.filed else []
    held = [_counted(count, noun) for count, noun in ((going.starred, "star"), (going.noted, "note")) if count]
    return f" ({', '.join(held + filed)})" if held or filed else ""


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
