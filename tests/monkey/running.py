"""Walks as processes: started in homes of their own, waited for, told of."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SECONDS_FOR_A_STEP = 2.0
_SECONDS_AT_LEAST = 120.0
_LAST = 14


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a walk ended: its exit code (below 0 a signal; None: it took too long), and what it told."""

    seed: int
    steps: int
    code: int | None
    told: str
    faults: str

    @property
    def passed(self) -> bool:
        """Whether nothing gave way."""
        return self.code == 0

    def __str__(self) -> str:
        if self.passed:
            return f"seed {self.seed}: {self.steps} steps"
        ending = {None: "it took too long", 1: "a fault"}.get(self.code, f"exit {self.code}")
        if self.code is not None and self.code < 0:
            ending = f"killed by {signal.Signals(-self.code).name}"
        last = "\n".join(self.told.splitlines()[-_LAST:])
        again = f"python -m tests.monkey --first {self.seed} --seeds 1 --steps {self.steps}"
        return f"seed {self.seed} FAILED: {ending}\n{last}\n{self.faults}\nagain: {again}"


def walk(base: Path, scratch: Path, seed: int, steps: int, *, planted: str = "") -> Outcome:
    """Make one walk, with a fault ``planted`` in it or none, and leave nothing of it."""
    home = scratch / f"walk-{seed}"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    try:
        return _walked(base, home, seed, steps, planted)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _walked(base: Path, home: Path, seed: int, steps: int, planted: str) -> Outcome:
    own = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    fixed = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    module = ["tests.monkey.planted", planted] if planted else ["tests.monkey.walk"]
    command = [sys.executable, "-W", "error", "-X", "faulthandler", "-m", *module]
    command += [str(base), str(home), str(seed), str(steps)]
    told, faults = home / "told", home / "faults"
    with told.open("wb") as out, faults.open("wb") as err:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own, **fixed}, stdout=out, stderr=err)
        try:
            code = process.wait(_SECONDS_AT_LEAST + steps * _SECONDS_FOR_A_STEP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = None
    read = (one.read_text(encoding="utf-8", errors="replace") for one in (told, faults))
    return Outcome(seed, steps, code, *read)
