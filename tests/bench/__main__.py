"""``python -m tests.bench``: run the benchmarks, print what they find, write it into ``RESULTS.md``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import (
    beside_kiwix,
    cold_start,
    costs,
    frames_late,
    hostile,
    indexing,
    lateness,
    opening,
    posts,
    querying,
    querying_natives,
    relevance,
    syncing,
    using,
)
from tests.bench.options import Options
from tests.bench.processes import Failed, Skipped, compile_all
from tests.bench.report import Section, save

if TYPE_CHECKING:
    from types import ModuleType

BENCHMARKS: dict[str, ModuleType] = {
    "posts": posts,
    "cold-start": cold_start,
    "kiwix": beside_kiwix,
    "opening": opening,
    "using": using,
    "sync": syncing,
    "indexing": indexing,
    "query": querying,
    "query-natives": querying_natives,
    "costs": costs,
    "hostile": hostile,
    "relevance": relevance,
    "lateness": lateness,
    "frames": frames_late,
}


def main() -> int:
    """Run what was asked for. Exits with 1 when something could not be measured; the rest is written all the same."""
    args = _arguments()
    compile_all()
    for folder in filter(None, (args.keep, args.work)):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=args.work) as scratch:
        options = _options(args, Path(scratch))
        outcomes = [_measured(name, options) for name in args.only]
    sections = [outcome for outcome in outcomes if isinstance(outcome, Section)]
    save(args.write, sections, [module.TITLE for module in BENCHMARKS.values()])
    return 1 if any(isinstance(outcome, Failed) for outcome in outcomes) else 0


def _options(args: argparse.Namespace, scratch: Path) -> Options:
    return Options(
        work=scratch,
        kept=args.keep.resolve() if args.keep else scratch,
        posts=args.posts.resolve() if args.posts else None,
        articles=args.articles,
        pictured=args.pictured,
        sizes=tuple(args.sizes),
        real_sizes=tuple(args.real_sizes or args.sizes),
        queries=args.queries,
        times=args.times,
        judged=args.judged.resolve() if args.judged else None,
        grid=args.grid,
    )


def _measured(name: str, options: Options) -> Section | Failed | Skipped:
    print(f"{name} …", file=sys.stderr, flush=True)
    try:
        section: Section = BENCHMARKS[name].measure(options)
    except Skipped as reason:
        print(f"{name} is left out: {reason}", file=sys.stderr)
        return reason
    except Failed as failure:
        print(f"{name} could not be measured: {failure}", file=sys.stderr)
        return failure
    print(f"## {section.title}\n\n{section.markdown()}\n", flush=True)
    return section


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure Packhorse beside what it is compared with."
    )
    parser.add_argument("--only", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS), metavar="NAME",
                        help=f"only these: {', '.join(BENCHMARKS)}")  # fmt: skip
    parser.add_argument(
        "--posts", type=Path, metavar="DIR", help="Markdown posts with front matter; else 1,800 are invented"
    )
    parser.add_argument(
        "--articles", type=int, default=15_000, help="in the library that is opened (default: %(default)s)"
    )
    parser.add_argument(
        "--pictured", type=int, default=2_000, help="articles with pictures to sync (default: %(default)s)"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[2_000, 20_000, 100_000], help="of indexes (default: 2000 20000 100000)"
    )
    parser.add_argument("--real-sizes", type=int, nargs="+", help="of indexes of real text (default: as --sizes)")
    parser.add_argument("--queries", type=int, default=50, help="of each class (default: %(default)s)")
    parser.add_argument("--times", type=int, default=5, help="starts of each process (default: %(default)s)")
    parser.add_argument("--judged", type=Path, metavar="DIR",
                        help="judged collections, a folder each: cranfield, jsquad, cmrc2018-zh (without it relevance is left out)")  # fmt: skip
    parser.add_argument("--grid", action="store_true", help="try other weights on the judged collections too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep articles and others' indexes here between runs")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where scratch files go (default: the system's place)")
    parser.add_argument("--write", type=Path, metavar="FILE", default=Path(__file__).with_name("RESULTS.md"),
                        help="the file of results (default: the one beside this program)")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
