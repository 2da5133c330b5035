"""Sync from a folder and from a zip against ``cp -r`` and ``sync`` of the same tree."""

from __future__ import annotations

import os
import shutil
import zipfile
from typing import TYPE_CHECKING

from tests.bench import corpus
from tests.bench.processes import Usage, in_turns, job, run
from tests.bench.report import Section, Table, number, ratio

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.options import Options

TITLE = "Sync from a stick"


def measure(options: Options) -> Section:
    """The three in turns, into a fresh folder each time."""
    bundle = corpus.bundle(options, options.pictured, pictures=True)
    zipped = _zip(bundle, options.work / "bundle.zip")
    target = options.work / "synced"
    copied, folder, archive = in_turns(
        options.times,
        lambda: _fresh(target, ["sh", "-c", 'cp -r "$1" "$2" && sync', "sh", bundle, target]),
        lambda: _fresh(target, ["sync_bundle", target, bundle]),
        lambda: _fresh(target, ["sync_bundle", target, zipped]),
    )
    size = corpus.size_of(bundle) / 1e6
    names = {"`cp -r` and `sync`": copied, "packhorse, from the folder": folder, "packhorse, from the zip": archive}
    rows = [
        (
            name,
            number(usage.wall),
            _inside(usage),
            number(usage.cpu),
            number(size / usage.wall),
            ratio(copied.wall, usage.wall),
        )
        for name, usage in names.items()
    ]
    about = (
        f"{options.pictured:,} articles with two tiers of pictures, {number(size)} MB, on one disk, the source in the page cache. Every frame "
        "and file is checked against its digest, the catalogue is filled, all is on the disk at the end; indexing comes after and is "
        f"not counted. Whole processes, medians of {options.times} in turns. To reach: at least 0.5 × the speed of the copy."
    )
    return Section(
        TITLE,
        (
            about,
            Table(("how", "wall s", "in sync itself", "CPU s", "MB/s", "speed to the copy's"), rows),
        ),
    )


def _inside(usage: Usage) -> str:
    """Seconds without the start of the interpreter, where the process says."""
    return number(usage.facts["seconds"]) if usage.facts else ""


def _fresh(target: Path, command: list[str | Path]) -> Usage:
    shutil.rmtree(target, ignore_errors=True)
    os.sync()  # nobody pays for what was written before
    return run(command) if command[0] == "sh" else job(str(command[0]), *command[1:])


def _zip(bundle: Path, path: Path) -> Path:
    """The bundle as one zip, ``latest.signed`` first."""
    names = sorted((one for one in bundle.rglob("*") if one.is_file()), key=lambda one: (one.suffix != ".signed", one))
    if not path.exists():
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
            for one in names:
                archive.write(one, one.relative_to(bundle).as_posix())
    return path
