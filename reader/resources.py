"""Bytes of our own resources by name: themes, icons, translations, maps, the sample publication.

In a checkout they lie in ``resources/`` beside this package; in a wheel they are packed at ``reader/_resources``.
Imports nothing of ours.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_STEP = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


def read(name: str) -> bytes:
    """The bytes of one of our files, such as ``themes/light.json``; steps are parted by ``/``.

    Raises:
        ValueError: the name is not plain steps below ``resources/``.
        FileNotFoundError: there is no such file.
    """
    return _at(name).read_bytes()


def holds(name: str) -> bool:
    """Whether there is such a file.

    Raises:
        ValueError: the name is not plain steps below ``resources/``.
    """
    return _at(name).is_file()


def names(folder: str) -> tuple[str, ...]:
    """The names of all files in one of our folders, in order, each to give to ``read``.

    Raises:
        ValueError: the name is not plain steps below ``resources/``.
        FileNotFoundError: there is no such folder.
    """
    return tuple(sorted(f"{folder}/{entry.name}" for entry in _at(folder).iterdir() if entry.is_file()))


def _at(name: str) -> Traversable:
    steps = name.split("/")
    if not all(_STEP.fullmatch(step) for step in steps):
        raise ValueError(name)
    return _root().joinpath(*steps)


@cache
def _root() -> Traversable:
    packed = files("reader").joinpath("_resources")
    return packed if packed.is_dir() else Path(__file__).parent.parent / "resources"
