"""A real process is killed while it writes the index, at every kind of step. What is left is a good state."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.model.search import Query
from reader.search import Index
from tests.support.killed_index import BATCHES_BEFORE, expected, write

ROOT = Path(__file__).parents[2]


def command(folder: Path, last: int) -> list[str]:
    return [sys.executable, "-m", "tests.support.killed_index", str(folder), str(last)]


def state(index: Index, batches: int) -> dict[int, int]:
    """Key to the batch that it was found in, each found in both ways. ``batches`` is more than were ever written."""
    found: dict[int, int] = {}
    for number in range(batches):
        for hit in index.search(Query(f"title:batch{number}", limit=100)).hits:
            assert hit.key not in found
            found[hit.key] = number
    assert index.count() == index.search(Query("mule", limit=100)).total == len(found)
    for key in found:
        assert [hit.key for hit in index.search(Query(f"key{key}")).hits] == [key]
    return found


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "written"
    with Index.open(folder, "library") as index:
        for number in range(BATCHES_BEFORE):
            write(index, number)
    return folder


def test_killed_at_any_step_it_is_the_old_or_the_new_state(written: Path, tmp_path: Path, points: int) -> None:
    old, new = expected(BATCHES_BEFORE - 1), expected(BATCHES_BEFORE)
    whole = shutil.copytree(written, tmp_path / "whole")
    steps = int(subprocess.run(command(whole, 10**9), cwd=ROOT, capture_output=True, check=True).stdout)
    seen = set()
    for last in sorted({round(1 + point * (steps - 1) / points) for point in range(points + 1)}):
        copy = shutil.copytree(written, tmp_path / f"killed-{last}")
        assert subprocess.run(command(copy, last), cwd=ROOT, capture_output=True, check=False).returncode == -9
        with Index.open(copy, "library") as index:
            assert not index.fresh, last
            after = state(index, BATCHES_BEFORE + 2)
            assert after in (old, new), last
            seen.add(after == new)
            write(index, BATCHES_BEFORE)
            index.merge_when_idle()
            assert state(index, BATCHES_BEFORE + 2) == new
            assert index.verify()
        assert not list(copy.glob("*.tmp")), last
    assert seen == {True, False}


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_nothing_finished_is_lost(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with subprocess.Popen(command(folder, 0), cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.05, 1.0))
        process.kill()
        said = process.stdout.read().split()
        finished = int(said[-1]) if said else 0
    with Index.open(folder, "library") as index:
        assert not index.fresh
        after = state(index, finished + 3)
        assert after in (expected(finished), expected(finished + 1))
