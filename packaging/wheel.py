"""Make the wheel, ``dist/packhorse-*.whl``, with the sample publication in it, which an empty library offers to read.

``--keys DIR`` signs the sample with keys that are kept, so that the next release's sample is an edition of the same publication.
Without it keys are made for this wheel alone, and thrown away.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import environment

_PARTS = ("pyproject.toml", "README.md", "LICENSE", "reader", "resources")
#: What a reader never opens: the sources of the sample, and the README's pictures.
_UNREAD = ("sample", "pictures")
_NOT = shutil.ignore_patterns("__pycache__")


def main() -> None:
    """Install what building needs, and build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--keys", type=Path, metavar="DIR", help="the keys of the sample, as packhorse keygen made them"
    )
    keys = parser.parse_args().keys
    environment.ensure("requirements.txt")
    print(build(environment.program("python"), environment.ROOT / "dist", keys))


def build(python: Path, into: Path, keys: Path | None = None) -> Path:
    """Build in a copy of the sources, which stay as they are. Answers the wheel.

    Raises:
        subprocess.CalledProcessError: packing or building failed; the reason was printed.
    """
    with tempfile.TemporaryDirectory(prefix="packhorse-wheel-") as name:
        copy = Path(name, "sources")
        for part in _PARTS:
            _copy(environment.ROOT / part, copy / part)
        _pack(python, copy, keys or _made(python, copy, Path(name, "keys")))
        for part in _UNREAD:
            shutil.rmtree(copy / "resources" / part)
        _run(python, copy, "-m", "hatchling", "build", "--target", "wheel", "--directory", into)
    return max(into.glob("packhorse-*.whl"), key=lambda wheel: wheel.stat().st_mtime)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=_NOT)
    else:
        shutil.copyfile(source, target)


def _made(python: Path, sources: Path, keys: Path) -> Path:
    _run(python, sources, "-m", "reader", "keygen", keys, "--no-passphrase")
    return keys


def _pack(python: Path, sources: Path, keys: Path) -> None:
    resources = sources / "resources"
    _run(
        python,
        sources,
        "-m",
        "reader",
        "pack",
        resources / "sample",
        resources / "sample.zip",
        "--keys",
        keys.resolve(),
    )


def _run(python: Path, sources: Path, *arguments: object) -> None:
    subprocess.run([str(python), *map(str, arguments)], cwd=sources, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
