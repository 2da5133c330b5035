"""Find bundles below a folder that may hold anything: at its root, one level down, and two.

Bounded in entries, in depth and in time, because the disk may be huge, slow or made to harm. No link is followed.
"""

from __future__ import annotations

import os
import time
from collections import deque
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.bundle.layout import LATEST, is_publication_id
from reader.sources.presence import is_file

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_FOR_BUNDLES = frozenset(
    {"system volume information", "$recycle.bin", "lost+found", "windows", "program files", "program files (x86)"}
)
_ZIP_LOCAL_HEADER = b"PK\x03\x04"
_ZIP_NAME_AT = 30


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far to look: levels below the root, entries of one folder and of all, bundles, seconds."""

    levels: int = 2
    folder_entries: int = 2_000
    entries: int = 20_000
    bundles: int = 50
    seconds: float = 6.0


BOUNDS = Bounds()


def find_bundles(root: Path, bounds: Bounds = BOUNDS) -> Iterator[Path]:
    """Folders that hold publications, and zips, nearest to the root first. A zip may turn out to be something else.

    What cannot be read is passed over: whoever looks around is not told about every bad folder of a stick. The time that a
    caller spends on what was found counts too.
    """
    ends = time.monotonic() + bounds.seconds
    for path in islice(_walk(root, bounds, ends), bounds.bundles):
        if time.monotonic() > ends:
            return
        yield path


def _walk(root: Path, bounds: Bounds, ends: float) -> Iterator[Path]:
    left = bounds.entries
    waiting = deque([(root, 0)])
    while waiting and left > 0 and time.monotonic() < ends:
        folder, level = waiting.popleft()
        entries = _entries(folder, min(bounds.folder_entries, left))
        left -= len(entries)
        is_bundle = _is_bundle(entries)
        if is_bundle:
            yield folder
        yield from (Path(entry.path) for entry in entries if _is_zip(entry))
        if level < bounds.levels and not is_bundle:
            waiting.extend((Path(entry.path), level + 1) for entry in entries if _may_hold_bundles(entry))


def looks_like_bundle(zipped: Path) -> bool:
    """Whether the first entry of a zip, which may be torn further on, lies in a publication's folder."""
    try:
        with zipped.open("rb") as file:
            start = file.read(_ZIP_NAME_AT + 27)
    except OSError:
        return False
    name, slash, _rest = start[_ZIP_NAME_AT:].partition(b"/")
    return start.startswith(_ZIP_LOCAL_HEADER) and bool(slash) and is_publication_id(name.decode("ascii", "replace"))


def _entries(folder: Path, most: int) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(islice(entries, most), key=lambda entry: entry.name)
    except OSError:
        return []


def _is_bundle(entries: list[os.DirEntry[str]]) -> bool:
    return any(
        is_publication_id(entry.name) and _is_folder(entry) and is_file(Path(entry.path, LATEST)) for entry in entries
    )


def _is_zip(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name.lower().endswith(".zip") and entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _may_hold_bundles(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.name.lower() not in _NOT_FOR_BUNDLES and _is_folder(entry)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A folder of this disk: neither a link nor, on Windows, a junction (which Python takes for a folder)."""
    try:
        status = entry.stat(follow_symlinks=False)
        return entry.is_dir(follow_symlinks=False) and not getattr(status, "st_reparse_tag", 0)
    except OSError:
        return False
