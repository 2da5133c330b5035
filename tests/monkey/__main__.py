"""``python -m tests.monkey``: many walks, some at a time; exit code 1 when any of them failed."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tests.monkey.running import walk
from tests.monkey.world import make


def main() -> int:
    """Walk seed after seed, and say of each how it ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many walks")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--steps", type=int, default=400, help="steps of each walk")
    parser.add_argument("--jobs", type=int, default=2, help="walks at a time")
    args = parser.parse_args()
    failed = 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="packhorse-monkey-") as folder:
        scratch = Path(folder)
        base = make(scratch / "base")
        with ThreadPoolExecutor(args.jobs) as pool:
            seeds = range(args.first, args.first + args.seeds)
            walks = [pool.submit(walk, base, scratch, seed, args.steps) for seed in seeds]
            for one in as_completed(walks):
                failed += not one.result().passed
                print(f"[{time.monotonic() - started:5.0f} s] {one.result()}", flush=True)
    print(f"{args.seeds} walks of {args.steps} steps, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
