"""A calm page where there is nothing to show: what is so, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.focus import chain
from reader.ui.push_button import PushButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.ui.theme import Look

_WIDEST = 600


class EmptyPage(QWidget):
    """A title, a sentence, and the buttons that lead on."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, look: Look, *, large: bool = False) -> None:
        super().__init__(objectName="page")
        self._large = large
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._words = _centred(), _centred()
        self._words.setProperty("soft", True)
        self._buttons: list[PushButton] = []
        self._middle = QWidget()
        self._column = QVBoxLayout(self._middle)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addStretch(3)
        whole = QWidget(objectName="page")
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame, focusPolicy=Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self._middle, 100)
        line.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self._title.setFont(look.serif(26 if self._large else 17, QFont.Weight.DemiBold))
        self._words.setFont(look.sans(14 if self._large else 13))
        self._middle.setMaximumWidth(px(_WIDEST))
        self._column.setContentsMargins(px(16), px(24), px(16), px(24))
        self._column.setSpacing(px(14 if self._large else 8))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the likeliest button; where there is none the page itself can be where the focus waits."""
        self._buttons[0].setFocus(reason) if self._buttons else super().setFocus(reason)

    def say(self, title: str, words: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Show these words; ``actions`` are buttons, the first is the likeliest. The focus does not go with a button that had it."""
        had_focus = self.window().focusWidget() in self._buttons  # also while a dialog over the window has it
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(f"{title} {words}")
        gone = self._buttons
        self._buttons = [_button(name, action) for name, action in actions]
        for place, button in enumerate(self._buttons):
            button.setDefault(place == 0)
            self._column.insertWidget(3 + place, button, 0, Qt.AlignmentFlag.AlignHCenter)
        chain(self, self._buttons)
        if had_focus:
            for button in self._buttons[:1]:
                button.show()  # what is not seen takes no focus
            self.setFocus()
        for button in gone:
            self._column.removeWidget(button)
            button.hide()  # or Tab would come to it until it is deleted
            button.deleteLater()


def _centred() -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _button(name: str, action: Callable[[], None]) -> PushButton:
    button = PushButton(name)
    button.clicked.connect(lambda _checked=False: action())
    return button
