"""The Aa popover: rows of buttons, each at once in effect."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.preferences.choices import Choices, Steps, button_of
from reader.ui.preferences.chooser import Chooser
from reader.ui.preferences.offered import (
    language_choices,
    spacing_choices,
    theme_choices,
    type_choices,
    width_choices,
)
from reader.ui.preferences.style import ORDINARY, stepped_size
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.state import WindowState
    from reader.ui.theme import Look

_AIR, _EDGE, _FRAME, _MOST = 4, 2, 1, 10_000
_WORDS = {True: "Remember", False: "Keep none"}


class AppearancePopover(QFrame):
    """Changes ``state`` and tells that it did. The history of searches is the library's: what is wanted of it is told."""

    spoken_role = QAccessible.Role.Dialog

    changed = Signal()
    opened = Signal()
    history_wanted = Signal(bool)
    history_cleared = Signal()
    preferences_wanted = Signal()

    def __init__(self, state: WindowState, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName(text("Appearance"))
        self._state, self._look = state, look
        self._room = QSize(_MOST, _MOST)
        self._is_made = False

    def _make(self) -> None:
        """Its rows, when it is first opened: a twelfth of what a window is made of."""
        self._is_made = True
        self._body = QWidget()
        self._rows = QGridLayout(self._body)
        self._add_area()
        self._choices: dict[str, Choices] = {}
        self._add_choice(text("Theme"), theme_choices(), "theme")
        self._add_size()
        self._add_choice(text("Type"), type_choices(), "serif")
        self._add_choice(text("Width"), width_choices(), "letters")
        self._add_choice(text("Lines"), spacing_choices(), "line_spacing")
        self._add_languages()
        self._add_history()
        self._add_more()
        self.set_look(self._look)
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()  # or they would be measured without what the style sheet gives them

    def _add_area(self) -> None:
        """In a low window it is scrolled."""
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame, focusPolicy=Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[_EDGE] * 4)
        column.addWidget(area)

    def _add_history(self) -> None:
        line = self._line(text("Searches"))
        self._history = Choices(text("Searches"), {keeps: text(words) for keeps, words in _WORDS.items()})
        self._history.chosen.connect(self.history_wanted.emit)
        self.history = self._history.buttons
        line.addWidget(self._history)
        self.clear = button_of(text("Clear"), f"{text('Clear')}: {text('Forget all searches')}")
        self.clear.clicked.connect(self.history_cleared)
        self._history.add(self.clear)

    def show_history(self, keeps: bool) -> None:
        """Whether searches are remembered. It is asked for at each opening."""
        if self._is_made:
            self._history.show_value(keeps)
            self.clear.setEnabled(keeps)

    def _add_languages(self) -> None:
        """The window says its words once, so a language is spoken from the next start on."""
        self.languages = Chooser(text("Language"))
        for tag, name in language_choices().items():
            self.languages.addItem(name, tag)
        self._later = QLabel(text("From the next start on"))
        self._later.setProperty("soft", True)
        self._later.hide()
        self.languages.activated.connect(self._choose_language)
        line = self._line(text("Language"))
        line.addWidget(self.languages)
        line.addStretch(1)
        self._rows.addWidget(self._later, self._rows.rowCount(), 1)

    def _choose_language(self, index: int) -> None:
        self._set("language", self.languages.itemData(index))
        self._later.show()
        self._fit()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        if not self._is_made:
            return
        px = look.px
        self.setFont(look.sans(13))
        self._rows.setContentsMargins(px(16), px(14), px(16), px(14))
        self._rows.setHorizontalSpacing(px(16))
        self._rows.setVerticalSpacing(px(8))

    def _add_choice(self, name: str, choices: Mapping[Any, str], field: str) -> None:
        control = Choices(name, choices)
        control.chosen.connect(partial(self._set, field))
        self._choices[field] = control
        self._line(name).addWidget(control)

    def _add_size(self) -> None:
        self._size = Steps(text("Smaller text"), text("Larger text"))
        self._size.stepped.connect(self.zoom)
        self._line(text("Size")).addWidget(self._size)

    def _add_more(self) -> None:
        self.more = button_of(text("All preferences …"))
        self.more.clicked.connect(self.hide)
        self.more.clicked.connect(self.preferences_wanted)
        self._rows.addWidget(self.more, self._rows.rowCount(), 1)

    def _show_chosen(self) -> None:
        """Some of it may have been chosen elsewhere."""
        for field, control in self._choices.items():
            control.show_value(getattr(self._state, field))
        self.languages.setCurrentIndex(max(0, self.languages.findData(self._state.language)))
        self._show_size()

    def _line(self, name: str) -> QHBoxLayout:
        row = self._rows.rowCount()
        label = QLabel(name)
        label.setProperty("soft", True)
        line = QHBoxLayout()
        line.setSpacing(2)
        self._rows.addWidget(label, row, 0)
        self._rows.addLayout(line, row, 1)
        return line

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1) or ordinary (0) text."""
        self._set("text_size", stepped_size(self._state.text_size, step) if step else ORDINARY)
        if self._is_made:
            self._show_size()

    def _show_size(self) -> None:
        self._size.show_value(round(self._state.text_size * 100 / ORDINARY))

    def _set(self, field: str, value: object) -> None:
        if getattr(self._state, field) != value:
            setattr(self._state, field, value)
            self.changed.emit()

    def _fit(self) -> None:
        """As large as what is in it, and as its window allows; in a narrow one rows take several lines."""
        rows, edges = self._rows, 2 * (_EDGE + _FRAME)
        width = min(self._room.width(), rows.sizeHint().width() + edges)
        height = rows.heightForWidth(width - edges) if rows.hasHeightForWidth() else rows.sizeHint().height()
        self.resize(width, min(self._room.height(), height + edges))

    def open_under(self, button: QWidget) -> None:
        """Show below a button of the bar, inside its window."""
        if not self._is_made:
            self._make()
        self._show_chosen()
        self._room = button.window().size() - QSize(2 * _AIR, 2 * _AIR)
        self._fit()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + _AIR))
        first = button.window().mapToGlobal(QPoint(_AIR, _AIR))
        last = first + QPoint(self._room.width() - self.width(), self._room.height() - self.height())
        self.move(min(max(corner.x(), first.x()), last.x()), min(corner.y(), last.y()))
        self.opened.emit()
        self.show()
        self.setFocus()
