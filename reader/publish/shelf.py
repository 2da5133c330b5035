"""Finds the picture files that texts name, and gives them media ids."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.errors import PublishError
from reader.publish.pictures import probe

if TYPE_CHECKING:
    from reader.publish.folder import SourceFolder
    from reader.publish.problems import Problems

#: A camera's picture is larger than the 8 MiB that a packed one may have; what is packed is always a smaller copy.
MOST_BYTES = 32 * 1024 * 1024
_ID_LETTERS = 32
_READABLE = re.compile(r"\.(png|jpe?g|gif|webp|avif|bmp|tiff?)$", re.IGNORECASE)


class PictureShelf:
    """The pictures of a source folder. ``taken`` maps media ids to files, for those that some text shows.

    A media id is the first half of the SHA-256 of the file's bytes, in hex: the same picture is packed once, under
    whatever names it lies there.
    """

    def __init__(self, folder: SourceFolder, media_folders: tuple[str, ...], problems: Problems) -> None:
        self._folder = folder
        self._media_folders = media_folders
        self._problems = problems
        self._ids: dict[str, str | None] = {}
        self.taken: dict[str, tuple[str, str, int]] = {}

    def find(self, address: str, beside: str) -> str | None:
        """The media id of a picture file, which is then packed; None when there is no such file."""
        name = self._file(address, beside)
        return self._take(name, beside, 0) if name else None

    def take(self, address: str, beside: str, line: int, missing: str = "picture-missing") -> str | None:
        """The same; what is not there (under the code ``missing``) or no picture is reported."""
        name = self._file(address, beside)
        if name is None:
            self._problems.mended(beside, line, missing, address=address[:200])
            return None
        if name.lower().endswith((".svg", ".svgz")):
            self._problems.mended(beside, line, "picture-svg", address=address[:200])
            return None
        return self._take(name, beside, line)

    def _file(self, address: str, beside: str) -> str | None:
        path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
        found = self._folder.find(path, beside, self._media_folders)
        found = found or self._folder.find_by_name(path, self._media_folders)
        return found if found and (_READABLE.search(found) or found.lower().endswith((".svg", ".svgz"))) else None

    def _take(self, name: str, beside: str, line: int) -> str | None:
        if name not in self._ids:
            self._ids[name] = self._identify(name, beside, line)
        media = self._ids[name]
        if media:
            self.taken.setdefault(media, (name, beside, line))
        return media

    def _identify(self, name: str, beside: str, line: int) -> str | None:
        try:
            data = self._folder.read(name, MOST_BYTES)
            probe(data, name)
        except PublishError as error:
            if error.code == "publish-extra-missing":
                raise
            code = {"file-too-large": "picture-too-large"}.get(error.code, error.code)
            self._problems.mended(beside, line, code, **error.data)
            return None
        return hashlib.sha256(data).hexdigest()[:_ID_LETTERS]
