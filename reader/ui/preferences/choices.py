"""Controls of the preferences: each shows a value, and tells another one when the reader chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.ui.filters.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEFT_TO_RIGHT = "\u200e"
_GAP = 2


class Choices(QWidget):
    """One of a few: buttons in a row, of which one is pressed. In a narrow window they take several lines."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Mapping[Any, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[Any, QToolButton] = {}
        flow = Flow(self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(_GAP)
        for value, words in choices.items():
            button = button_of(words, f"{name}: {words}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, wanted=value: self.chosen.emit(wanted))
            self._group.addButton(button)
            self.buttons[value] = button
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_value(self, value: object) -> None:
        """Press the button of a value; none where the value has no button."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each == value)
        self._group.setExclusive(True)

    def sizeHint(self) -> QSize:
        """All of them in one line, where nobody says otherwise."""
        sizes = [button.sizeHint() for button in self.buttons.values()]
        return QSize(sum(size.width() + _GAP for size in sizes), max(size.height() for size in sizes))


class Steps(QWidget):
    """Less and more around a number that is said in percent."""

    stepped = Signal(int)

    def __init__(self, less: str, more: str) -> None:
        super().__init__()
        self._said = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.less, self.more = button_of(f"A−{_LEFT_TO_RIGHT}", less), button_of(f"A+{_LEFT_TO_RIGHT}", more)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))
        for widget in (self.less, self._said, self.more):
            line.addWidget(widget)
        line.addStretch(1)

    def show_value(self, percent: int) -> None:
        """Say how large it is."""
        self._said.setText(f"  {percent} %  ")
        for button in (self.less, self.more):
            button.setAccessibleDescription(f"{percent} %")


class Actions(QWidget):
    """Buttons that do something once."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for button in buttons:
            button.setProperty("action", True)
            line.addWidget(button)
        line.addStretch(1)


def button_of(words: str, name: str = "") -> QToolButton:
    """A quiet button."""
    button = QToolButton(text=words)
    button.setAccessibleName(name or words)
    return button
