"""Run a process and say what it cost: wall time, CPU time, peak memory, and what it answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
_KIB = 1024
_LAST_WORDS = 300


class Failed(Exception):  # noqa: N818  (a measurement that could not be made)
    """A process that should have been measured ended with an error. Its last words are the message."""


class Skipped(Exception):  # noqa: N818  (nothing went wrong)
    """A benchmark that lacks what only the caller has. The message says what."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process cost: seconds of wall and CPU time (its children's included), peak memory in MB (10^6 bytes).

    ``facts`` is what it answered.
    """

    wall: float
    cpu: float
    peak_mb: float
    facts: dict[str, Any] = field(default_factory=dict)


def run(command: Sequence[str | Path]) -> Usage:
    """Run a command in the repository's folder, without a screen. Its last line of output, if JSON, is its facts.

    Raises:
        Failed: it did not end with 0.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=ROOT,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
        )
        _pid, status, cost = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise Failed(f"exit {process.returncode}: {_text(errors)[-_LAST_WORDS:].strip()}")
        return Usage(wall, cost.ru_utime + cost.ru_stime, cost.ru_maxrss * _KIB / 1e6, _facts(_text(output)))


def job(name: str, *arguments: object) -> Usage:
    """Run one of ``tests/bench/jobs`` as a process of its own."""
    return run([sys.executable, "-m", f"tests.bench.jobs.{name}", *map(str, arguments)])


def reader(*arguments: object) -> Usage:
    """Run ``packhorse`` with these arguments."""
    return run([sys.executable, "-m", "reader", *map(str, arguments)])


def typical(uses: Sequence[Usage]) -> Usage:
    """The medians of several runs, with the facts of the last."""
    return Usage(
        median(one.wall for one in uses),
        median(one.cpu for one in uses),
        median(one.peak_mb for one in uses),
        uses[-1].facts,
    )


def in_turns(times: int, *measured: Callable[[], Usage]) -> list[Usage]:
    """Measure several things in turns, so that a busy moment hits them alike, after one turn that does not count."""
    rounds = [[one() for one in measured] for _ in range(times + 1)]
    return [typical(uses) for uses in zip(*rounds[1:], strict=True)]


def compile_all() -> None:
    """Compile all modules to bytecode, which is how they lie on a reader's disk after the first start."""
    packages = sysconfig.get_path("purelib")
    command = [sys.executable, "-m", "compileall", "-q", "-j0", "reader", "tests/bench", packages]
    subprocess.run(command, cwd=ROOT, env=_environment(), check=False, stdout=subprocess.DEVNULL)


def memory_of(process: int | str = "self") -> float:
    """MB that a process has in memory, with its share of what it has in common with others."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) * _KIB / 1e6


def _environment() -> dict[str, str]:
    """Ours, without a screen, and with bytecode used as usual."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def _text(file: Any) -> str:
    file.seek(0)
    return bytes(file.read()).decode(errors="replace")


def _facts(output: str) -> dict[str, Any]:
    lines = output.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else {}
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}
