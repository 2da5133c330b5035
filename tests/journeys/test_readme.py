"""The README's examples run, as a stranger would run them: in order of need, in an empty home."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FIRST = ("packhorse keygen", "packhorse pack", "packhorse verify", "packhorse sync saddlebag.zip\n")


def examples():
    lines = "".join(BLOCK.findall((ROOT / "README.md").read_text("utf-8"))).splitlines(keepends=True)
    commands = [line.removeprefix("$ ") for line in lines]
    assert all(line.startswith("$ packhorse") for line in lines)
    # The README tells the reader's story first; the bundle must be made before it can be read.
    return sorted(
        commands, key=lambda line: next((at for at, one in enumerate(FIRST) if line.startswith(one)), len(FIRST))
    )


@pytest.mark.timeout(240)
def test_every_example_runs(tmp_path):
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    ran = 0
    for example in examples():
        command = [sys.executable, "-m", "reader", *shlex.split(example)[1:]]
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, **home}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{example}{done.stderr}"
        ran += 1
    assert ran >= 15
    assert (tmp_path / "page.png").stat().st_size > 10_000


def test_every_verb_is_in_the_readme_and_has_help():
    from reader.cli.main import VERBS

    readme = (ROOT / "README.md").read_text("utf-8")
    for verb in set(VERBS) - {"index"}:
        assert f"packhorse {verb}" in readme, verb
        done = subprocess.run(
            [sys.executable, "-m", "reader", verb, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert "example:" in done.stdout
