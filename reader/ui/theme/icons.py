"""Our own icons: SVG outlines from ``resources/icons``, in the theme's colour, mirrored where they point."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from reader import resources

_POINTING = frozenset({"back", "contents", "forward"})
_SIZES = (16, 20, 24, 32, 40, 48)


@lru_cache(maxsize=128)
def icon(name: str, colour: str, *, mirrored: bool = False) -> QIcon:
    """An icon in a colour (``#rrggbb``). ``mirrored`` turns round those that point along the text."""
    drawing = QSvgRenderer(QByteArray(resources.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode())))
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(drawing, size, mirrored=mirrored and name in _POINTING))
    return made


def _drawn(drawing: QSvgRenderer, size: int, *, mirrored: bool) -> QPixmap:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    if mirrored:
        image = image.transformed(QTransform.fromScale(-1, 1))
    return QPixmap.fromImage(image)
