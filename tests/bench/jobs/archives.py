"""``FOLDER [BEFORE]``: what a zip makes of the Markdown in a folder, and a binary patch of it against an older one."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

from reader.bundle import zstd

_LEVEL = 19


def main(folder: Path, before: Path | None) -> None:
    facts = {"raw": len(_solid(folder)), "zip": _zip(folder)}
    if before:
        facts["patch"] = _patch(_solid(before), _solid(folder))
    print(json.dumps(facts))


def _posts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if not path.name.startswith("_"))


def _solid(folder: Path) -> bytes:
    """All posts one after another, as ``tar`` lays them."""
    return b"".join(path.read_bytes() for path in _posts(folder))


def _zip(folder: Path) -> int:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _posts(folder):
            archive.write(path, path.relative_to(folder).as_posix())
    return len(memory.getvalue())


def _patch(old: bytes, new: bytes) -> int:
    """As ``zstd -19 --patch-from`` does it: the old archive is the window's beginning, with long matches looked for."""
    library, parameter = zstd.zstd, zstd.zstd.CompressionParameter
    options = {
        parameter.compression_level: _LEVEL,
        parameter.window_log: (len(old) + len(new)).bit_length(),
        parameter.enable_long_distance_matching: 1,
    }
    window = library.ZstdDict(old, is_raw=True).as_prefix
    return len(library.compress(new, options=options, zstd_dict=window))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
