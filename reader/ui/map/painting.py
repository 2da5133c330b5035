"""Draws a map into a picture: land, regions by their shade, dots for what is too small, a key to the shades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from reader.ui.map import finding
from reader.ui.map.shades import land, ranges, shades, step_of
from reader.ui.words import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPixmap, QTransform

    from reader.ui.map.drawing import Drawing, Region
    from reader.ui.theme import Look

MARK = 4
_EDGE = 2


def paint_map(
    picture: QPixmap,
    drawing: Drawing,
    transform: QTransform,
    look: Look,
    counts: Mapping[str, int],
    chosen: frozenset[str],
) -> None:
    """Paint all of a map as it is seen through ``transform``."""
    here = {one: counts.get(one, 0) for one in drawing.regions}
    most = max(here.values(), default=0)
    colours = shades(look)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setTransform(transform, combine=True)
    painter.setPen(_line(look, "paper", 0.7))
    painter.setBrush(land(look))
    painter.drawPath(drawing.land)
    for identity, region in drawing.regions.items():
        painter.setBrush(colours[step_of(here[identity], most)])
        painter.drawPath(region.path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_line(look, "ink", 2))
    for identity in chosen & drawing.regions.keys():
        painter.drawPath(drawing.regions[identity].path)
    painter.restore()
    _paint_dots(painter, drawing, transform, look, here)
    if most:
        _paint_key(painter, picture, look, most)
    painter.end()


def _line(look: Look, colour: str, width: float) -> QPen:
    pen = QPen(look.colour(colour), width * look.base / 13)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _paint_dots(
    painter: QPainter, drawing: Drawing, transform: QTransform, look: Look, counts: Mapping[str, int]
) -> None:
    colours, most = shades(look), max(counts.values(), default=0)
    painter.setPen(_line(look, "paper", 1))
    for region in drawing.regions.values():
        if counts[region.id] and finding.is_small(region, transform.m11()):
            painter.setBrush(colours[step_of(counts[region.id], most)])
            side = look.px(MARK)
            painter.drawEllipse(transform.map(region.middle), side, side)


def _paint_key(painter: QPainter, picture: QPixmap, look: Look, most: int) -> None:
    """Swatches with their numbers in the corner, one below the other."""
    px = look.px
    painter.setFont(look.sans(11))
    colours = shades(look)
    rows = ranges(most)
    words = [number(low) if low == high else f"{number(low)}–{number(high)}" for _, low, high in rows]
    step = px(15)
    wide = max(painter.fontMetrics().horizontalAdvance(one) for one in words)
    top = picture.height() / picture.devicePixelRatio() - step * len(rows) - px(8)
    ground = look.colour("paper")
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(px(4), top - px(3), wide + px(34), step * len(rows) + px(7)), px(4), px(4))
    for row, (shade, _, _) in enumerate(rows):
        y = top + row * step
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours[shade])
        painter.drawRect(QRectF(px(9), y + px(3), px(14), px(10)))
        painter.setPen(look.colour("soft"))
        painter.drawText(QPointF(px(29), y + px(12)), words[row])


def paint_outline(painter: QPainter, region: Region, transform: QTransform, look: Look) -> None:
    """The edge of the region that is pointed at; a ring around its dot where it is small."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_line(look, "ink", 1.6))
    painter.save()
    painter.setTransform(transform, combine=True)
    painter.drawPath(region.path)
    painter.restore()
    if finding.is_small(region, transform.m11()):
        painter.drawEllipse(transform.map(region.middle), look.px(MARK + 2), look.px(MARK + 2))


def paint_label(painter: QPainter, region: Region, words: str, transform: QTransform, look: Look) -> None:
    """Words above the region, or below it where there is no room; inside the widget."""
    px, room = look.px, painter.viewport()
    painter.setFont(look.sans(12.5, QFont.Weight.Medium))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - px(24))
    wide, high = metrics.horizontalAdvance(shown) + px(18), metrics.height() + px(8)
    seen = transform.mapRect(region.box).intersected(QRectF(room))
    x = round(min(max(_EDGE, seen.center().x() - wide / 2), room.width() - wide - _EDGE))
    y = round(seen.top() - high - px(4))
    if y < _EDGE:
        y = min(round(seen.bottom() + px(4)), room.height() - high - _EDGE)
    box = QRect(x, y, wide, high)
    painter.setPen(QPen(look.colour("rule"), 1))
    painter.setBrush(look.colour("paper"))
    painter.drawRoundedRect(box, px(5), px(5))
    painter.setPen(look.colour("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
