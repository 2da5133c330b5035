"""The Aa popover: rows of buttons, each at once in effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.catalogue import TAGS
from reader.ui.preferences.style import MEASURES, SPACINGS, stepped_size
from reader.ui.theme import CHOICES
from reader.ui.words import language_name, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.state import WindowState
    from reader.ui.theme import Look

_LANGUAGES = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "kk": "Қазақ тілі", "ug": "ئۇيغۇرچە"}
_THEMES = {"system": "System", "light": "Light", "sepia": "Sepia", "dark": "Dark", "contrast": "Contrast"}
_WIDTHS = {"narrow": "Narrow", "medium": "Medium", "wide": "Wide"}
_SPACES = {"tight": "Tight", "medium": "Medium", "loose": "Loose"}

_WORDS = {True: "Remember", False: "Keep none"}
_NAMES = {True: "Remember searches", False: "Remember no searches"}


class AppearancePopover(QFrame):
    """Changes ``state`` and tells that it did. The history of searches is the library's: what is wanted of it is told."""

    changed = Signal()
    opened = Signal()
    history_wanted = Signal(bool)
    history_cleared = Signal()

    def __init__(self, state: WindowState, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName(text("Appearance"))
        self._state = state
        self._rows = QGridLayout(self)
        self._add_choice(text("Theme"), {name: text(_THEMES[name]) for name in CHOICES}, "theme")
        self._add_size()
        self._add_choice(text("Type"), {True: text("Serif"), False: text("Sans")}, "serif")
        self._add_choice(text("Width"), {MEASURES[name]: text(word) for name, word in _WIDTHS.items()}, "letters")
        self._add_choice(text("Lines"), {SPACINGS[name]: text(word) for name, word in _SPACES.items()}, "line_spacing")
        self._add_languages()
        self._add_history()
        self.set_look(look)

    def _add_history(self) -> None:
        line = self._line(text("Searches"))
        group = QButtonGroup(self)
        self.history = {keeps: _button(text(_WORDS[keeps]), text(_NAMES[keeps])) for keeps in _NAMES}
        for keeps, button in self.history.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, wanted=keeps: self.history_wanted.emit(wanted))
            group.addButton(button)
            line.addWidget(button)
        self.clear = _button(text("Clear"), text("Forget all searches"))
        self.clear.clicked.connect(self.history_cleared)
        line.addWidget(self.clear)

    def show_history(self, keeps: bool) -> None:
        """Whether searches are remembered."""
        self.history[keeps].setChecked(True)
        self.clear.setEnabled(keeps)

    def _add_languages(self) -> None:
        """The window says its words once, so a language is spoken from the next start on."""
        self.languages = QComboBox()
        self.languages.setAccessibleName(text("Language"))
        self.languages.addItem(text("System"), "")
        for tag in TAGS:
            self.languages.addItem(_LANGUAGES.get(tag) or language_name(tag), tag)
        self.languages.setCurrentIndex(max(0, self.languages.findData(self._state.language)))
        self._later = QLabel(text("From the next start on"))
        self._later.setProperty("soft", True)
        self._later.hide()
        self.languages.activated.connect(self._choose_language)
        self._line(text("Language")).addWidget(self.languages)
        self._rows.addWidget(self._later, self._rows.rowCount(), 1)

    def _choose_language(self, index: int) -> None:
        self._set("language", self.languages.itemData(index))
        self._later.show()
        self.adjustSize()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        px = look.px
        self.setFont(look.sans(13))
        self._rows.setContentsMargins(px(16), px(14), px(16), px(14))
        self._rows.setHorizontalSpacing(px(16))
        self._rows.setVerticalSpacing(px(8))

    def _add_choice(self, name: str, choices: Mapping[object, str], field: str) -> None:
        group = QButtonGroup(self)
        line = self._line(name)
        for value, word in choices.items():
            button = _button(word, f"{name}: {word}")
            button.setCheckable(True)
            button.setChecked(getattr(self._state, field) == value)
            button.clicked.connect(lambda _checked, chosen=value: self._set(field, chosen))
            group.addButton(button)
            line.addWidget(button)

    def _add_size(self) -> None:
        line = self._line(text("Size"))
        self._size = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._size.setMinimumWidth(36)
        for word, name, by in (("A−", text("Smaller text"), -1), ("A+", text("Larger text"), 1)):
            button = _button(word, name)
            button.clicked.connect(lambda _checked, step=by: self.zoom(step))
            line.addWidget(button)
            if by < 0:
                line.addWidget(self._size)
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
        self._set("text_size", stepped_size(self._state.text_size, step) if step else 17)
        self._show_size()

    def _show_size(self) -> None:
        self._size.setText(f"{round(self._state.text_size * 100 / 17)} %")

    def _set(self, field: str, value: object) -> None:
        if getattr(self._state, field) != value:
            setattr(self._state, field, value)
            self.changed.emit()

    def open_under(self, button: QWidget) -> None:
        """Show below a button of the bar, inside its window."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        window = button.window().mapToGlobal(QPoint(0, 0))
        last = max(window.x() + 4, window.x() + button.window().width() - self.width() - 4)
        self.move(min(max(corner.x(), window.x() + 4), last), corner.y())
        self.opened.emit()
        self.show()
        self.setFocus()


def _button(word: str, name: str) -> QToolButton:
    button = QToolButton(text=word)
    button.setAccessibleName(name)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
