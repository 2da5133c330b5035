"""Our own icons: SVG outlines from ``resources/icons``, in the theme's colour, mirrored where they point."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from reader import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_POINTING = frozenset({"back", "contents", "forward"})


def put_icon(button: QAbstractButton, name: str, colour: str, side: int, *, mirrored: bool = False) -> None:
    """Show an icon on a button, ``side`` pixels wide and high."""
    button.setIcon(icon(name, colour, side, mirrored=mirrored))
    button.setIconSize(QSize(side, side))


def icon(name: str, colour: str, *sides: int, mirrored: bool = False) -> QIcon:
    """An icon in a colour (``#rrggbb``) of these sizes, sharp on every screen there is.

    ``mirrored`` turns round those that point along the text.
    """
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    pixels = {round(side * ratio) for side in sides for ratio in ratios}
    return _icon(name, colour, tuple(sorted(pixels)), mirrored=mirrored and name in _POINTING)


@lru_cache(maxsize=128)
def _icon(name: str, colour: str, pixels: tuple[int, ...], *, mirrored: bool) -> QIcon:
    drawing = QSvgRenderer(QByteArray(resources.read(f"icons/{name}.svg").replace(b"currentColor", colour.encode())))
    made = QIcon()
    for size in pixels:
        made.addPixmap(_drawn(drawing, size, mirrored=mirrored))
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
