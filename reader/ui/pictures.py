"""Decode a picture's bytes with limits. Made to be called in a lane, never in the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_MOST_PIXELS = 40_000_000
_FORMATS = frozenset({b"png", b"jpeg", b"webp", b"gif"})


def decode(data: bytes, longest: int = 0) -> QImage | None:
    """The picture, at most ``longest`` pixels a side (0: as it is); None when it is none, or too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not 0 < size.width() * size.height() <= _MOST_PIXELS:
        return None
    if longest and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
