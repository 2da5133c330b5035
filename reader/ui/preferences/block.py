"""A section as it is shown: its heading, a row for each setting, and the way back to how it was at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QVBoxLayout, QWidget

from reader.ui.preferences.choices import button_of
from reader.ui.preferences.setting import fits
from reader.ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.preferences.setting import Section, Setting
    from reader.ui.theme import Look

_NAME, _NARROW = 170, 430
_ANY = 16_777_215
"""What Qt takes for no limit."""


class Block(QWidget):
    """What is below one name in the list at the left. It can be searched. One that ``fills`` takes all the height there is."""

    fills = False

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.name = name
        self._look = look
        self.title = QLabel(name)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.title)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.title.setFont(look.serif(18, QFont.Weight.DemiBold))
        self.column.setContentsMargins(0, 0, 0, look.px(20))
        self.column.setSpacing(look.px(14))

    def refresh(self) -> None:
        """Show what is chosen now."""

    def search(self, typed: str) -> bool:
        """Show what fits these words; answers whether anything does. No words show all."""
        raise NotImplementedError


class SettingsBlock(Block):
    """A section of settings."""

    def __init__(self, section: Section, look: Look) -> None:
        super().__init__(section.name, look)
        self._section = section
        self.rows = [Row(one) for one in section.settings]
        for row in self.rows:
            self.column.addWidget(row)
        self.reset = button_of(text("As at first"), text("{section}: as at first", section=section.name))
        self.reset.setVisible(section.can_reset)
        self.reset.clicked.connect(self._reset)
        self.column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_look(look)
        self.refresh()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for row in self.rows:
            row.set_look(look)
        self.reset.setStyleSheet(f"QToolButton {{ color: {look.theme.accent}; padding-left: 0; padding-right: 0; }}")

    def refresh(self) -> None:
        for setting in self._section.settings:
            if setting.show is not None:
                setting.show()

    def _reset(self) -> None:
        for setting in self._section.settings:
            if setting.reset is not None:
                setting.reset()
        self.refresh()

    def search(self, typed: str) -> bool:
        whole = bool(typed) and fits(typed, self.name)
        for row in self.rows:
            row.setVisible(whole or row.fits(typed))
        self.reset.setVisible(self._section.can_reset and not typed)
        return any(not row.isHidden() for row in self.rows)


class Row(QWidget):
    """The name before the control, or above it where there is little room; what needs to be said, below."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._name = QLabel(setting.name, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._note = QLabel(setting.note, wordWrap=True)
        self._note.setProperty("soft", True)
        self._note.setVisible(bool(setting.note))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._name)
        self._under = QVBoxLayout()
        self._line.addLayout(self._under, 1)
        as_wide = isinstance(setting.control, QComboBox)
        self._under.addWidget(setting.control, 0, Qt.AlignmentFlag.AlignLeft if as_wide else Qt.AlignmentFlag(0))
        self._under.addWidget(self._note)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self._line.setSpacing(look.px(12))
        self._under.setSpacing(look.px(3))
        self._name.setContentsMargins(0, look.px(5), 0, 0)
        if isinstance(self._setting.control, QLabel):
            self._setting.control.setContentsMargins(look.px(2), look.px(5), 0, 0)
        self._note.setFont(look.sans(12))
        self._note.setContentsMargins(look.px(2), 0, 0, 0)
        self._fit()

    def fits(self, typed: str) -> bool:
        """Whether the words that were typed are among this setting's."""
        buttons = getattr(self._setting.control, "buttons", {})
        words = (button.text() for button in buttons.values())
        return fits(typed, self._setting.name, self._setting.also, self._setting.note, *words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        narrow = self.width() < px(_NARROW)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(2 if narrow else 12))
        self._name.setMinimumWidth(0 if narrow else px(_NAME))
        self._name.setMaximumWidth(_ANY if narrow else px(_NAME))
        self._name.setVisible(bool(self._setting.name) or not narrow)
