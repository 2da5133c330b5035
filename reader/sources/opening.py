"""Choose the reader for what a person pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.sources.folder import FolderSource
from reader.sources.presence import is_file, is_folder
from reader.sources.zipped import ZipSource

if TYPE_CHECKING:
    from pathlib import Path

    from reader.sources.protocol import Source


def open_source(path: Path) -> Source:
    """Open a folder or a zip.

    Raises:
        SourceError: ``source-absent`` when nothing is there, and what the zip's reader raises.
    """
    if is_folder(path):
        return FolderSource(path)
    if is_file(path):
        return ZipSource(path)
    raise SourceError("source-absent", source=str(path))
