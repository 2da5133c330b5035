"""``packhorse status``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import emit, say, size_text
from reader.library import Library
from reader.library.repair import status

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse status"


def add(parser: argparse.ArgumentParser) -> None:
    """The verb takes no arguments of its own."""
    _ = parser


def run(args: argparse.Namespace) -> int:
    """Print the library's state."""
    with Library.open(args.data_dir) as library:
        state = status(library)
    if args.json:
        publications = [
            {
                "publication": info.id,
                "title": info.title("en"),
                "serial": info.serial,
                "highest_seen": info.highest_seen,
                "published": info.published,
                "trust": str(info.trust),
                "fingerprint": info.fingerprint,
                "articles": info.articles,
                "unread": info.unread,
                "bytes": info.bytes,
                "languages": info.languages,
                "source": info.source,
                "synced_at": info.synced_at,
            }
            for info in state.publications
        ]
        index = {"articles": state.indexed, "waiting": state.waiting}
        emit({"data_dir": state.folder, "publications": publications, "articles": state.articles, "index": index})
        return 0
    say(f"library {state.folder}")
    for info in state.publications:
        say(f"\n{info.title('en')}: edition {info.serial} of {info.published[:10]}")
        say(f"  {info.articles} articles, {info.unread} unread, {size_text(info.bytes)}; {', '.join(info.languages)}")
        say(f"  id {info.id}")
        say(f"  {info.trust}; fingerprint {info.fingerprint}; from “{info.source}”, {info.synced_at}")
        if info.highest_seen > info.serial:
            say(f"  edition {info.highest_seen} exists: a source mentioned it")
    waiting = f", {state.waiting} waiting" if state.waiting else ""
    say(f"\nindex: {state.indexed} articles{waiting}" if state.publications else "\nempty: packhorse sync SOURCE")
    return 0
