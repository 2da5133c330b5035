"""The calm page about what stopped a sync: what happened, what is kept, what to do; and the details, to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.faults import explain
from reader.ui.sync.labels import PlainLabel
from reader.ui.sync.troubles import advice_of, figures, kind_of
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.errors import PackhorseError
    from reader.ui.sync.troubles import Kept
    from reader.ui.theme import Look


class TroublePage(QWidget):
    """Made for one error. ``source`` is what people call the place where it happened, ``path`` where that is."""

    def __init__(self, error: PackhorseError, kept: Kept, source: str, path: str, look: Look) -> None:
        super().__init__(objectName="page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._path = path
        self._details = f"{source}\n{error}" if source else str(error)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(6), 0, 0)
        self._column.setSpacing(look.px(4))
        self._add(text("What happened"), " ".join(part for part in (explain(error)[0], figures(error)) if part))
        self._add(text("What is kept"), kept.words())
        self._add(text("What to do"), advice_of(kind_of(error)))
        self._column.addStretch(1)
        self._column.addWidget(QFrame(objectName="rule"))
        self._add_details()

    def set_look(self, look: Look) -> None:
        """All of it has the style sheet's colours; sizes stay as they were laid out."""

    def _add(self, heading: str, words: str) -> None:
        head = PlainLabel(heading, self._look.sans(12, QFont.Weight.Medium), soft=True)
        head.setContentsMargins(0, self._look.px(8), 0, 0)
        self._column.addWidget(head)
        self._column.addWidget(PlainLabel(words, self._look.sans(14.5)))

    def _add_details(self) -> None:
        line = QHBoxLayout()
        self._column.addLayout(line)
        said = PlainLabel(self._details, self._look.mono(11), soft=True)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        said.setAccessibleName(text("Details"))
        line.addWidget(said, 1)
        self.copy = QToolButton(text=text("Copy details"))
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy.setFont(self._look.sans(12.5))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details()))
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)

    def details(self) -> str:
        """Everything that is said here, as text."""
        return "\n".join([*(label.text() for label in self.findChildren(QLabel)), self._path]).strip()
