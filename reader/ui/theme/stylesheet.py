"""The style sheet of standard widgets: small, because lists and trees are painted by hand."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.theme.look import Look

_SHEET = Template("""
QToolTip { background: $paper; color: $ink; border: 1px solid $rule; padding: ${p4}px; }
QAbstractScrollArea { border: 0; background: $paper; }
QSplitter::handle { background: $rule; }
QScrollBar:vertical { background: transparent; width: ${p10}px; margin: 0; }
QScrollBar::handle:vertical { background: $rule; border-radius: ${p4}px; min-height: ${p32}px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: $soft; }
QFrame#card QScrollBar:vertical { width: ${p16}px; }
QFrame#card QScrollBar::handle:vertical { margin: 1px ${p4}px; }
QScrollBar:horizontal { background: transparent; height: ${p10}px; margin: 0; }
QScrollBar::handle:horizontal { background: $rule; border-radius: ${p4}px; min-width: ${p32}px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTreeView#navigation { background: $panel; padding-top: ${p8}px; }
QTreeView#navigation::branch { background: transparent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${p6}px; padding: ${p4}px ${p6}px; color: $ink; }
QToolButton[action="true"] { border-color: $rule; }
QToolButton:hover { background: $selected; }
QToolButton:checked { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton[action="true"]:focus { border: 2px solid $accent; padding: ${p3}px ${p5}px; }
QToolButton:disabled { color: $soft; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton { background: $chip; color: $ink; border: 1px solid $soft; border-radius: ${p8}px; padding: ${p7}px ${p24}px; min-width: ${p56}px; }
QPushButton:hover { background: $selected; }
QPushButton:focus { border: 2px solid $accent; padding: ${p6}px ${p23}px; }
QPushButton:default { background: $accent; color: $paper; border: 1px solid $accent; }
QPushButton:default:focus { border: 2px solid $accent; padding: ${p6}px ${p23}px; }
QPushButton#choice { background: transparent; border: 1px solid transparent; border-radius: ${p6}px; padding: ${p4}px ${p6}px; min-width: 0; }
QPushButton#choice:hover, QPushButton#choice:checked { background: $selected; }
QPushButton#choice:focus { border-color: $accent; }
QPushButton:disabled { color: $soft; background: $chip; border-color: $rule; }
QLineEdit { background: $paper; color: $ink; border: 1px solid $rule; border-radius: ${p8}px; padding: ${p5}px ${p10}px; placeholder-text-color: $soft; selection-background-color: $mark; selection-color: $mark_ink; }
QLineEdit:focus { border: 2px solid $accent; padding: ${p4}px ${p9}px; }
QLineEdit#search { border-radius: ${p16}px; padding: ${p6}px ${p16}px; }
QLineEdit#search:focus { padding: ${p5}px ${p15}px; }
QComboBox#chooser { background: $paper; color: $ink; border: 1px solid $rule; border-radius: ${p6}px; padding: ${p4}px ${p8}px; }
QComboBox#chooser:focus { border: 2px solid $accent; padding: ${p3}px ${p7}px; }
QComboBox#chooser::drop-down { border: 0; width: ${p24}px; }
QListWidget#sections { background: $panel; padding: ${p8}px ${p4}px; }
QLineEdit#renaming, QLineEdit#renaming:focus { border-radius: ${p4}px; padding: 0 ${p4}px; }
QTextBrowser { selection-background-color: $mark; selection-color: $mark_ink; }
QMenu { background: $paper; color: $ink; border: 1px solid $rule; padding: ${p4}px; }
QMenu::item { padding: ${p5}px ${p24}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $selected; }
QMenu::separator { height: 1px; background: $rule; margin: ${p4}px; }
QPlainTextEdit { background: $paper; color: $ink; placeholder-text-color: $soft; selection-background-color: $mark; selection-color: $mark_ink; }
QPlainTextEdit#address { border: 1px solid $rule; border-radius: ${p8}px; padding: ${p5}px; }
QPlainTextEdit#address:focus { border: 2px solid $accent; padding: ${p4}px; }
QPlainTextEdit#note, QScrollArea#sheet { border: 1px solid transparent; border-radius: ${p4}px; }
QPlainTextEdit#note:focus, QScrollArea#sheet:focus { border-color: $accent; }
QFrame#card QProgressBar { background: $rule; border: 0; border-radius: ${p3}px; max-height: ${p6}px; min-height: ${p6}px; }
QFrame#card QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
QCheckBox { spacing: ${p10}px; padding: ${p3}px; }
QCheckBox { border: 1px solid transparent; border-radius: ${p4}px; }
QCheckBox:focus { border-color: $accent; }
QFrame#card, QFrame#popover { background: $paper; border-radius: ${p12}px; }
QFrame#card { border: 1px solid $rule; }
QFrame#popover { border: 1px solid $rule; border-radius: ${p8}px; }
QFrame#popover QScrollArea, QFrame#popover QScrollArea > QWidget > QWidget { background: transparent; }
QWidget#bar { background: $panel; border-bottom: 1px solid $rule; }
QWidget#status { background: $panel; border-top: 1px solid $rule; }
QWidget#listhead, QWidget#findbar { background: $paper; border-bottom: 1px solid $rule; }
QWidget#page { background: $paper; }
QWidget#veil { background: $veil; }
QLabel[soft="true"] { color: $soft; }
QLabel[good="true"] { color: $good; }
QLabel[warning="true"] { color: $warning; }
QLabel[key="true"] { background: $chip; border: 1px solid $rule; border-radius: ${p4}px; padding: 0 ${p6}px; }
QFrame#trust { background: $chip; border-radius: ${p8}px; }
QFrame#rule { background: $rule; max-height: 1px; min-height: 1px; }
""")


def stylesheet(look: Look) -> str:
    """The sheet for a look."""
    theme = look.theme
    colours = {name: getattr(theme, name) for name in theme.__slots__ if name not in {"name", "dark"}}
    lengths = {f"p{length}": look.px(length) for length in (3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 23, 24, 32, 56)}
    veil = theme.panel if theme.dark else theme.selected
    return _SHEET.substitute(colours, veil=veil, **lengths)
