"""A virtual environment of this checkout, with exactly what the lock file says, made or brought up to date.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
_STAMP = VENV / ".lock-digest"
_QT_PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0"
    " libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"
)
_LEAST_PYTHON = (3, 11)


def program(name: str) -> Path:
    """A program of the environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def ensure(lock: str, *, screen: bool = False) -> None:
    """Make the environment as ``packaging/<lock>`` says, unless it is so already; end with a sentence when it cannot.

    ``screen`` says that a real window will open, which needs more of the system than drawing without one.
    """
    if sys.version_info < _LEAST_PYTHON:
        sys.exit(f"Packhorse needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    requirements = ROOT / "packaging" / lock
    digest = hashlib.sha256(requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if not (_STAMP.is_file() and _STAMP.read_text() == digest):
        _make(requirements)
        _STAMP.write_text(digest)
    _must_have_qt(screen=screen)


def _make(requirements: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Python's venv module is not here. On Debian: apt-get install python3-venv, then run this again.")
    print(f"Installing into {VENV} (once; this is the only step that uses the network) ...", flush=True)
    if not program("python").exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    pip = [program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _install([*pip, "--require-hashes", "-r", requirements])
    _install([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])


def _install(command: list[object]) -> None:
    if subprocess.run([str(one) for one in command], check=False).returncode:
        sys.exit("Installing failed; pip's reason stands above. Check the network and run this again.")


def _must_have_qt(*, screen: bool) -> None:
    """Qt's libraries are loaded by the system's loader, so the missing one shows only when Qt starts."""
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    environment = os.environ if screen else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run(
        [program("python"), "-c", probe], env=environment, capture_output=True, text=True, check=False
    )
    if found.returncode:
        reason = (found.stderr.strip().splitlines() or ["no reason given"])[-1]
        sys.exit(f"Qt needs system packages that are not here ({reason}).\nOn Debian: apt-get install {_QT_PACKAGES}")
