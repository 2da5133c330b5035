"""The source folder: which files there are, read with bounds. Nothing outside it is opened."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reader.errors import PublishError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
_PASSED_OVER = frozenset({"node_modules", "__pycache__"})
_MOST_FILES = 500_000


class SourceFolder:
    """Names are relative to the folder, with ``/``. What begins with a dot is passed over, as are links that lead out."""

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise PublishError("source-folder-absent", folder=str(root))
        self.root = root.resolve()
        self.files = frozenset(self._walk())
        self._by_name = _by_last_step(self.files)

    def _walk(self) -> Iterator[str]:
        count = 0
        for at, folders, names in os.walk(self.root):
            folders[:] = sorted(one for one in folders if one not in _PASSED_OVER and not one.startswith("."))
            base = Path(at)
            for name in names:
                path = base / name
                if name.startswith(".") or (path.is_symlink() and not self._is_inside(path)):
                    continue
                count += 1
                if count > _MOST_FILES:
                    raise PublishError("source-folder-too-large", folder=str(self.root), most=_MOST_FILES)
                yield path.relative_to(self.root).as_posix()

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.root)

    def markdown(self, folder: str) -> list[str]:
        """Markdown files below a folder (``""``: all), in order."""
        prefix = f"{folder}/" if folder else ""
        return sorted(
            name for name in self.files if name.startswith(prefix) and PurePosixPath(name).suffix.lower() in MARKDOWN
        )

    def has_folder(self, folder: str) -> bool:
        """Whether a folder holds any file."""
        return any(name.startswith(f"{folder}/") for name in self.files)

    def read(self, name: str, most: int) -> bytes:
        """The bytes of a file.

        Raises:
            PublishError: ``file-too-large`` or ``file-unreadable``.
        """
        try:
            with (self.root / name).open("rb") as file:
                data = file.read(most + 1)
        except OSError as error:
            raise PublishError("file-unreadable", file=name, reason=error.strerror or "") from error
        if len(data) > most:
            raise PublishError("file-too-large", file=name, most=most)
        return data

    def read_text(self, name: str, most: int) -> str:
        """The text of a UTF-8 file, with plain line ends.

        Raises:
            PublishError: ``file-not-utf8`` with ``line``, ``file-too-large`` or ``file-unreadable``.
        """
        data = self.read(name, most)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise PublishError("file-not-utf8", file=name, line=data[: error.start].count(b"\n") + 1) from error
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")

    def find(self, target: str, beside: str, roots: Sequence[str]) -> str | None:
        """The file that a relative address means: beside a file, below the folder, below one of ``roots``."""
        plain = target.lstrip("/")
        places = [posixpath.join(posixpath.dirname(beside), plain)] if not target.startswith("/") else []
        places += [plain, *(posixpath.join(root, plain) for root in roots)]
        return next((name for place in places if (name := posixpath.normpath(place)) in self.files), None)

    def find_by_name(self, target: str, roots: Sequence[str]) -> str | None:
        """The only file below ``roots`` whose name, with or without its ending, is the target's last step."""
        found = [
            name
            for name in self._by_name.get(posixpath.basename(target), ())
            if any(name.startswith(f"{root}/") for root in roots)
        ]
        return found[0] if len(found) == 1 else None


def _by_last_step(files: frozenset[str]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for name in sorted(files):
        path = PurePosixPath(name)
        for step in {path.name, path.stem}:
            names.setdefault(step, []).append(name)
    return names
