"""Everything that must hold before a change lands: lint, types, layer contracts, tests. Installs what that needs."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import environment

STEPS = (
    ("lint", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("layers", ("lint-imports", "--no-cache")),
    ("tests", ("pytest", "-q")),
)


def main() -> int:
    """Run every step, even after one has failed, and say which failed."""
    environment.ensure("requirements-dev.txt")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name, command in STEPS if not _passes(name, command)]
    print(f"\nfailed: {', '.join(failed)}" if failed else "\neverything holds", flush=True)
    return 1 if failed else 0


def _passes(name: str, command: tuple[str, ...]) -> bool:
    print(f"\n== {name}: {' '.join(command)}", flush=True)
    started = time.monotonic()
    done = subprocess.run([environment.program(command[0]), *command[1:]], cwd=environment.ROOT, check=False)
    print(f"   {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
