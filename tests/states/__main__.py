"""``python -m tests.states FOLDER``: draw the states as ``NAME.png`` in a folder."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.states.sample import make
from tests.states.stage import staged
from tests.states.table import STATES


def main() -> int:
    """Draw those that were asked for; all, when none was. Exits with 1 when one could not be drawn."""
    args = _arguments()
    args.folder.mkdir(parents=True, exist_ok=True)
    chosen = [state for state in STATES if not args.only or any(word in state.name for word in args.only)]
    written = True
    with tempfile.TemporaryDirectory(prefix="states-") as scratch:
        places = make(Path(scratch))
        for state in chosen:
            with staged(state, places) as stage:
                written &= stage.picture().save(str(args.folder / f"{state.name}.png"))
            print(state.name, flush=True)
    return 0 if written and chosen else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.states", description="Draw the window's states to look at.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="only states with one of these words in their names")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
