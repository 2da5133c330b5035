"""Controls of the preferences: each shows a value, and tells another one when the reader chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.ui.filters.flow import Flow
from reader.ui.focus import chain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ALL, _NO_TAB = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
_LEFT_TO_RIGHT = "\u200e"


class Buttons(QWidget):
    """Buttons in a row; in a narrow window they take several lines."""

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        self._flow = Flow(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QAbstractButton) -> None:
        """One more at the end."""
        self._flow.addWidget(button)

    def sizeHint(self) -> QSize:
        """All of them in one line, where nobody says otherwise."""
        sizes = [self._flow.itemAt(place).sizeHint() for place in range(self._flow.count())]
        widths = (size.width() + self._flow.spacing() for size in sizes)
        return QSize(sum(widths), max((size.height() for size in sizes), default=0))


class Choice(QPushButton):
    """One of several beside one another. It is no tool button, because Qt tells of those as boxes to tick."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words, objectName="choice", checkable=True, autoExclusive=True, autoDefault=False)
        self.setAccessibleName(name)


class Choices(Buttons):
    """One of a few, of which one is pressed."""

    spoken_role = QAccessible.Role.Grouping

    chosen = Signal(object)

    def __init__(self, name: str, choices: Mapping[Any, str]) -> None:
        super().__init__(gap=2)
        self.setAccessibleName(name)
        self.buttons: dict[Any, Choice] = {}
        for value, words in choices.items():
            button = Choice(words, f"{name}: {words}")
            button.clicked.connect(lambda _checked, wanted=value: self.chosen.emit(wanted))
            self.buttons[value] = button
            self._flow.addWidget(button)

    def show_value(self, value: object) -> None:
        """Press the button of a value; none where the value has no button. Tab comes to the pressed one, arrows to the others."""
        for each, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(each == value)
        for button in self.buttons.values():
            button.setAutoExclusive(True)
            button.setFocusPolicy(_ALL if button.isChecked() or value not in self.buttons else _NO_TAB)


class Actions(Buttons):
    """Buttons that do something once."""

    def __init__(self, buttons: Sequence[QToolButton] = ()) -> None:
        super().__init__(gap=6)
        self.show_buttons(buttons)

    def show_buttons(self, buttons: Sequence[QToolButton]) -> None:
        """Show these, and no others."""
        while (old := self._flow.takeAt(0)) is not None:
            old.widget().hide()
            old.widget().deleteLater()
        for button in buttons:
            button.setProperty("action", True)
            self._flow.addWidget(button)
        chain(self, buttons)
        self.updateGeometry()


class Steps(QWidget):
    """Less and more around a number that is said in percent."""

    stepped = Signal(int)

    def __init__(self, less: str, more: str) -> None:
        super().__init__()
        self._said = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.less = button_of(f"A−{_LEFT_TO_RIGHT}", less)
        self.more = button_of(f"A+{_LEFT_TO_RIGHT}", more)
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


def button_of(words: str, name: str = "") -> QToolButton:
    """A quiet button."""
    button = QToolButton(text=words)
    button.setAccessibleName(name or words)
    return button
