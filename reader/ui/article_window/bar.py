"""The bar of an article's own window: back and forward, the publication, contents and star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.ui.star_button import StarButton
from reader.ui.theme.icons import put_icon
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.theme import Look


class ArticleBar(QWidget):
    """Its buttons are connected by the window."""

    def __init__(self, look: Look) -> None:
        super().__init__(objectName="bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = _button(text("Back"))
        self.forward = _button(text("Forward"))
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.contents = _button(text("Contents of the article (C)"))
        self.star = StarButton(look)
        self._words = ""
        self._line = QHBoxLayout(self)
        for widget in (self.back, self.forward):
            self._line.addWidget(widget)
        self._line.addWidget(self.title, 1)
        for widget in (self.contents, self.star):
            self._line.addWidget(widget)
        self.contents.setEnabled(False)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._look = look
        self._line.setContentsMargins(px(8), px(4), px(10), px(4))
        self._line.setSpacing(px(4))
        self.title.setFont(look.serif(14, QFont.Weight.DemiBold))
        self.title.setContentsMargins(px(8), 0, px(8), 0)
        self.star.set_look(look)
        self._draw_icons()

    def _draw_icons(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = self._look.px(20)
        for name, button in {"back": self.back, "forward": self.forward, "contents": self.contents}.items():
            put_icon(button, name, self._look.theme.ink, side, mirrored=mirrored)

    def show_title(self, words: str) -> None:
        """The publication's title; cut where there is no room."""
        self._words = words
        self.title.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        room = self.title.contentsRect().width()
        self.title.setText(self.title.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw_icons()


def _button(words: str) -> QToolButton:
    button = QToolButton(toolTip=words, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(words)
    return button
