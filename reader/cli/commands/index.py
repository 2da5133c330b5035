"""``packhorse index``: the indexing process that the window starts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say
from reader.library import Library
from reader.library.index import drain

if TYPE_CHECKING:
    import argparse

    from reader.model.change import Progress

EXAMPLE = "packhorse index"
_GIVEN_WAY = 10


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("--background", action="store_true", help="let all other programs go first")


def run(args: argparse.Namespace) -> int:
    """Index everything that waits; with --json each step of progress is a line."""
    if args.background:
        _give_way()
    bar = ProgressBar()

    def report(progress: Progress) -> None:
        if args.json:
            emit({"stage": str(progress.stage), "done": progress.done, "total": progress.total})
        bar(progress)

    with Library.open(args.data_dir) as library:
        try:
            done = drain(library, report)
        finally:
            bar.close()
    if args.json:
        emit({"indexed": done})
    else:
        say(f"{done} articles indexed")
    return 0


def _give_way() -> None:
    """Let whoever reads meanwhile go first, where a system knows of such manners: with two cores the window waited for one."""
    if hasattr(os, "nice"):
        os.nice(_GIVEN_WAY)
