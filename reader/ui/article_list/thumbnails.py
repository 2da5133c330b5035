"""Small pictures for rows: read and decoded in the lane, newest wish first, kept while they are likely to be seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from reader.errors import PackhorseError
from reader.library import read
from reader.model.article import Tier
from reader.ui.pictures import decode

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.jobs import Lane

_MOST = 400
_MOST_WISHES = 40
_CORNER = 0.08


class Thumbnails(QObject):
    """Gives a pixmap, or None and fetches it. Emits ``arrived`` when more can be drawn."""

    arrived = Signal()

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane
        self._kept: OrderedDict[tuple[str, str, int], QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[tuple[str, str, int], None] = OrderedDict()
        self._asked = False

    def get(self, publication: str, media: str, pixels: int) -> QPixmap | None:
        """A square picture of this many device pixels; an absent or unknown one is None."""
        wish = (publication, media, pixels)
        if wish in self._kept:
            self._kept.move_to_end(wish)
            return self._kept[wish]
        self._wishes[wish] = None
        self._wishes.move_to_end(wish)
        if len(self._wishes) > _MOST_WISHES:
            self._wishes.popitem(last=False)
        self._ask()
        return None

    def is_absent(self, publication: str, media: str, pixels: int) -> bool:
        """Whether it is known that there is no such picture here."""
        wish = (publication, media, pixels)
        return wish in self._kept and self._kept[wish] is None

    def forget_absent(self) -> None:
        """Look again for pictures that were not here: a sync may have brought them."""
        for wish in [wish for wish, picture in self._kept.items() if picture is None]:
            del self._kept[wish]

    def _ask(self) -> None:
        if self._asked or not self._wishes:
            return
        wish, _ = self._wishes.popitem()
        self._asked = True
        self._lane.ask(
            "", lambda library: _fetch(library, *wish), lambda image: self._keep(wish, image), self._fail, later=True
        )

    def _keep(self, wish: tuple[str, str, int], image: QImage | None) -> None:
        self._asked = False
        self._kept[wish] = QPixmap.fromImage(image) if image else None
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        self.arrived.emit()
        self._ask()

    def _fail(self, _error: PackhorseError) -> None:
        self._asked = False


def _fetch(library: Library, publication: str, media: str, pixels: int) -> QImage | None:
    try:
        data = read.picture(library, publication, media, Tier.THUMB)
    except PackhorseError:
        return None
    image = decode(data, pixels * 2) if data else None
    return _rounded(image, pixels) if image else None


def _rounded(image: QImage, pixels: int) -> QImage:
    """The middle square, with soft corners."""
    fitted = image.scaled(
        pixels, pixels, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    square = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, pixels, pixels), pixels * _CORNER, pixels * _CORNER)
    painter.setClipPath(path)
    painter.drawImage((pixels - fitted.width()) // 2, (pixels - fitted.height()) // 2, fitted)
    painter.end()
    return square
