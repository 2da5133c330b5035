"""A picture over the whole window, as large as it is sharp, with its words below; arrows go through the article's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from reader.library import read
from reader.model.article import Tier
from reader.ui.pictures import decode
from reader.ui.theme.icons import put_icon
from reader.ui.words import number, text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from reader.library import Library
    from reader.model.page import Figure
    from reader.ui.jobs import Lane
    from reader.ui.lane_share import LaneShare
    from reader.ui.theme import Look

_EDGE, _BUTTON, _WORDS, _MOST_TIMES = 56, 40, 96, 2
_VEIL, _INK, _SOFT = "#121416", "#f4f2ec", "#b8bcbe"
_CTRL = Qt.KeyboardModifier.ControlModifier


def load_large(library: Library, publication: str, media: str, room: QSize) -> QImage | None:
    """The largest copy of a picture that is here, fitted into ``room`` (the screen's own pixels); None when absent.

    Raises:
        StoreError: ``segment-missing`` or ``segment-damaged``.
    """
    data = read.picture(library, publication, media, Tier.FULL)
    image = decode(data) if data else None
    if image is None:
        return None
    size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    if size.width() > image.width() * _MOST_TIMES:
        size = image.size() * _MOST_TIMES
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class Gallery(QWidget):
    """Covers its parent until Esc or a click. ``closed`` is told when the page is seen again."""

    spoken_role = QAccessible.Role.Graphic

    closed = Signal()

    def __init__(self, lane: Lane | LaneShare, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self._figures: tuple[Figure, ...] = ()
        self._publication = ""
        self._at = 0
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = self._button(text("Close"), self.leave)
        self._back = self._button(text("Previous picture"), lambda: self.step(-1))
        self._forward = self._button(text("Next picture"), lambda: self.step(1))
        self._buttons = {"close": self._close, "back": self._back, "forward": self._forward}
        self.set_look(look)
        parent.installEventFilter(self)
        self.hide()

    def _button(self, words: str, action: object) -> QToolButton:
        button = QToolButton(self, toolTip=words, focusPolicy=Qt.FocusPolicy.NoFocus, autoRaise=True)
        button.setAccessibleName(words)
        button.setStyleSheet("QToolButton:hover { background: #33383c; }")
        button.clicked.connect(action)
        return button

    def set_look(self, look: Look) -> None:
        """Use other sizes. The colours are its own: pictures are looked at in the dark."""
        self._look = look
        side = look.px(_BUTTON)
        for name, button in self._buttons.items():
            button.resize(side, side)
            put_icon(button, name, _INK, side // 2)
        self._place()

    # Going

    def open_at(self, figures: tuple[Figure, ...], media: str, publication: str) -> None:
        """Show the picture of this media id, among the article's."""
        self._figures, self._publication = figures, publication
        self._at = next((place for place, one in enumerate(figures) if one.media == media), -1)
        if self._at < 0:
            return
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._show()

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) picture; nothing beyond the ends."""
        if 0 <= self._at + by < len(self._figures):
            self._at += by
            self._show()

    def leave(self) -> None:
        """Show the page again."""
        self._lane.forget("large picture")
        self._image = None
        self.hide()
        self.closed.emit()

    @property
    def shown(self) -> Figure | None:
        """The picture that is shown."""
        return self._figures[self._at] if self.isVisible() else None

    def _show(self) -> None:
        figure = self._figures[self._at]
        self._image = None
        self.setAccessibleName(figure.alt or figure.caption or text("Picture"))
        self.setAccessibleDescription(self._words())
        self._back.setVisible(self._at > 0)
        self._forward.setVisible(self._at + 1 < len(self._figures))
        self._load()
        self.update()

    def _load(self) -> None:
        density = self.devicePixelRatioF()
        room = QSize(round(self._room().width() * density), round(self._room().height() * density))
        work = partial(load_large, publication=self._publication, media=self._figures[self._at].media, room=room)
        self._lane.ask("large picture", work, partial(self._take, density))

    def _take(self, density: float, image: QImage | None) -> None:
        if image is not None:
            image.setDevicePixelRatio(density)
        self._image = image
        self.update()

    # Drawing

    def _room(self) -> QRect:
        edge, words = self._look.px(_EDGE), self._look.px(_WORDS)
        return self.rect().adjusted(edge, edge, -edge, -words).intersected(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_VEIL))
        if self._image is not None:
            size = self._image.deviceIndependentSize()
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(QRectF(self._room()).center())
            painter.drawImage(place.topLeft(), self._image)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px = self._look.px
        below = QRect(px(_EDGE), self._room().bottom() + px(12), self.width() - 2 * px(_EDGE), px(_WORDS - 28))
        painter.setFont(self._look.sans(13.5))
        painter.setPen(QColor(_INK))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, self._words())
        if len(self._figures) > 1:
            painter.setPen(QColor(_SOFT))
            painter.drawText(self.rect().adjusted(0, px(16), 0, 0), Qt.AlignmentFlag.AlignHCenter, self._count())

    def _words(self) -> str:
        figure = self._figures[self._at]
        return " · ".join(filter(None, (figure.caption or figure.alt, figure.credit)))

    def _count(self) -> str:
        return text("{at} of {count}", at=number(self._at + 1), count=number(len(self._figures)))

    # Events

    def event(self, event: QEvent) -> bool:
        """Keys are its own while it is open: no shortcut of the window takes them, but those with Ctrl."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if not event.modifiers() & _CTRL:
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        onwards = -1 if self.isRightToLeft() else 1
        match Qt.Key(event.key()):
            case Qt.Key.Key_Right:
                self.step(onwards)
            case Qt.Key.Key_Left:
                self.step(-onwards)
            case Qt.Key.Key_Space | Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Escape | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab does not leave it: what lies beneath cannot be seen."""
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the buttons at the edges, and ask for the picture in the size that is left."""
        side, edge = self._close.width(), self._look.px(8)
        middle = (self.height() - side) // 2
        first, last = edge, self.width() - side - edge
        self._close.move(last, edge)
        self._back.move(last if self.isRightToLeft() else first, middle)
        self._forward.move(first if self.isRightToLeft() else last, middle)
        if self.isVisible():
            self._load()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the parent whatever its size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)
