"""A quiet word at the bottom of the window with one thing to do about it; it stays until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.ui.words import running, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from reader.ui.theme import Look

_SPARE = 4


class Notice(QWidget):
    """``turned`` tells whether it is shown. Never takes the focus by itself."""

    turned = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = ""
        self._act: Callable[[], None] | None = None
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = QToolButton()
        self._close = QToolButton(text="×")
        self._close.setAccessibleName(text("Not now"))
        self._close.setToolTip(text("Not now"))
        self._button.clicked.connect(self.act)
        self._close.clicked.connect(self.dismiss)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._label, 1000)
        self._line.addWidget(self._button)
        self._line.addWidget(self._close)
        self._line.addStretch(1)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._line.setSpacing(look.px(6))
        self._label.setFont(look.sans(12.5, QFont.Weight.Medium))
        for button in (self._button, self._close):
            button.setFont(look.sans(12.5, QFont.Weight.Medium))
            button.setStyleSheet(f"QToolButton {{ padding: 0 {look.px(6)}px; color: {look.theme.accent}; }}")

    @property
    def waits(self) -> bool:
        """Whether something waits for an answer, even while it is covered by another message."""
        return self._act is not None

    def offer(self, words: str, name: str, act: Callable[[], None]) -> None:
        """Say something; the button ``name`` does ``act``. What was said before is gone."""
        self.words, self._act = running(words), act
        self._button.setText(name)
        self._button.setAccessibleName(f"{name}: {words}")
        self._label.setMaximumWidth(self._label.fontMetrics().horizontalAdvance(self.words) + _SPARE)
        self._label.setAccessibleName(words)
        self._label.setToolTip(words)
        self.uncover()
        QAccessible.updateAccessibility(QAccessibleEvent(self._label, QAccessible.Event.Alert))

    def act(self) -> None:
        """Do what the button says."""
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def dismiss(self) -> None:
        """Say no more."""
        self._act = None
        self.cover()

    def cover(self) -> None:
        """Step aside for a message that passes."""
        self.hide()
        self.turned.emit(False)

    def uncover(self) -> None:
        """Come back, if there is still something to say."""
        if self.waits:
            self.show()
            self.turned.emit(True)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cut the words where the window is too narrow; the tip says them whole."""
        room = self._label.width()
        self._label.setText(self._label.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room))
