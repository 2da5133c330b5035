"""``packhorse repair``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say
from reader.library.repair import repair

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse repair"
_TEXTS = {
    "catalogue-rebuilt": "the catalogue was damaged and was made anew; the old one is kept as {what}",
    "segment-dropped": "a damaged part was dropped; the next sync brings it again ({what})",
    "publication-lost": "a publication's files are damaged; sync it again ({what})",
    "index-rebuilt": "the index was built anew",
}


def add(parser: argparse.ArgumentParser) -> None:
    """The verb takes no arguments of its own."""
    _ = parser


def run(args: argparse.Namespace) -> int:
    """Repair, and say what was found."""
    bar = ProgressBar()
    try:
        result = repair(args.data_dir, bar)
    finally:
        bar.close()
    lost = [code for code, _what in result.found if code in {"segment-dropped", "publication-lost"}]
    if args.json:
        found = [{"code": code, "what": what} for code, what in result.found]
        emit({"checked": result.checked, "indexed": result.indexed, "found": found})
    else:
        say(f"{result.checked} segments checked, {result.indexed} articles indexed")
        for code, what in result.found:
            say("  " + _TEXTS[code].format(what=what))
    return 3 if lost else 0
