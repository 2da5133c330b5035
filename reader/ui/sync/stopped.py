"""What the card shows when something stopped a sync, and the ways on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from reader.ui.sync import work
from reader.ui.sync.card import Card
from reader.ui.sync.coming_back import ComingBack
from reader.ui.sync.trouble_page import TroublePage
from reader.ui.sync.troubles import HOPELESS, WAITING, Trouble, kind_of, title_of
from reader.ui.words import running, text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.errors import PackhorseError
    from reader.ui.jobs import Lane
    from reader.ui.sync.card import Action
    from reader.ui.sync.troubles import Kept
    from reader.ui.sync.work import Wish
    from reader.ui.theme import Look


class StoppedCard(Card):
    """A card that can say what stopped it. How to go on is known to whoever derives from it."""

    other_wanted = Signal(object)
    repair_wanted = Signal()

    def __init__(self, lane: Lane, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._path: Path | None = None
        self._source = ""
        self._wish: Wish | None = None
        self._back = ComingBack(lane, self)
        self._back.found.connect(self._show_back)

    def _say(self, title: str, under: str) -> None:
        self._back.stop()
        super()._say(title, under)

    def _show_trouble(self, error: PackhorseError, kept: Kept) -> None:
        trouble = kind_of(error)
        self._say(title_of(trouble), self._under(trouble))
        self._show_page(TroublePage(error, kept, self._source, str(self._path or ""), self._look))
        self._set_trouble_buttons(trouble)
        if trouble in WAITING and self._wish is not None:
            self._first.setEnabled(False)
            self._now.setText(text("Waiting for it to come back …"))
            self._back.wait_for(self._wish)
        self._lead_to(self._first if self._first.isEnabled() else self._second)

    def _under(self, trouble: Trouble) -> str:
        if trouble in HOPELESS or trouble is Trouble.DAMAGED:
            return text("This cannot be brought in")
        return work.headline(self._wish.offer, self._source) if self._wish else ""

    def _set_trouble_buttons(self, trouble: Trouble) -> None:
        close, other = (text("Close"), self.close_panel), self._another(text("Another stick or copy …"))
        if trouble in HOPELESS:
            self._set_buttons(close, other)
        elif trouble is Trouble.EMPTY:
            self._set_buttons((text("Look for sticks"), self.look_for_sticks), close, other)
        elif trouble is Trouble.MISTYPED:
            self._set_buttons((text("Type it again"), self._type_again), close)
        elif trouble is Trouble.LIBRARY:
            self._set_buttons((text("Repair the library"), self._repair), close, (text("Try again"), self._resume))
        elif trouble is Trouble.FULL and self._wish:
            self._set_buttons((text("Go on"), self._resume), close, (text("Other pictures …"), self._look_again))
        else:
            self._set_buttons((text("Go on") if self._wish else text("Try again"), self._resume), close, other)

    def _repair(self) -> None:
        self.close_panel()
        self.repair_wanted.emit()

    def _another(self, words: str) -> Action:
        return words, lambda: self.other_wanted.emit(self.pressed)

    def _show_back(self, path: Path) -> None:
        """The source, or another with the same publication, is there."""
        self._path, self._source = path, work.source_name(path)
        self._title.setText(running(text("{source} is here", source=self._source)))
        self._now.setText(text("It can go on from there."))
        self._first.setEnabled(True)
        self._lead_to(self._first)

    def details(self) -> str:
        """What is said, to copy."""
        page = self._shown.details() if isinstance(self._shown, TroublePage) else ""
        return "\n".join(part for part in (self._title.text(), self._age.text(), page) if part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QGuiApplication.clipboard().setText(self.details())
        else:
            super().keyPressEvent(event)

    # Ways on

    def look_for_sticks(self) -> None:
        """Look for bundles on everything that is plugged in."""
        raise NotImplementedError

    def _resume(self) -> None:
        raise NotImplementedError

    def _look_again(self) -> None:
        raise NotImplementedError

    def _type_again(self) -> None:
        raise NotImplementedError
