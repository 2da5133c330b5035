"""Searching starts no threads of its own: not in the window, nor in any process that imports it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TASKS = Path("/proc/self/task")
COUNTED = f"import os, reader.search\nimport numpy\nprint(len(os.listdir({str(TASKS)!r})))"


@pytest.mark.skipif(not TASKS.exists(), reason="threads are counted where the system shows them")
def test_numpy_brings_no_threads() -> None:
    kept = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    found = subprocess.run([sys.executable, "-c", COUNTED], env=kept, capture_output=True, check=True)
    assert found.stdout.split() == [b"1"]


def test_what_somebody_has_set_stays() -> None:
    asked = "import os, reader.search; print(os.environ['OPENBLAS_NUM_THREADS'])"
    found = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "3"},
        capture_output=True,
        check=True,
    )
    assert found.stdout.split() == [b"3"]
