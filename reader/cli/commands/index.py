"""``packhorse index``: the indexing process that the window starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say
from reader.library import Library
from reader.library.index import drain

if TYPE_CHECKING:
    import argparse

    from reader.model.change import Progress

EXAMPLE = "packhorse index"


def add(parser: argparse.ArgumentParser) -> None:
    """The verb takes no arguments of its own."""
    _ = parser


def run(args: argparse.Namespace) -> int:
    """Index everything that waits; with --json each step of progress is a line."""
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
