"""Keep nothing: one key, a question, and neither the library nor the window knows what was read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.library import mark
from reader.ui.erasing_dialog import ErasingDialog, Question
from reader.ui.navigator import Place, Visit
from reader.ui.state import DIALOGS, forget_reading
from reader.ui.words import text

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class KeepingNothing(QObject):
    """Changes the library in the lane, then what the window shows and remembers."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask whether nothing shall be kept."""
        question = Question(
            text("Keep nothing"),
            text("Keep nothing of what was read here?"),
            text(
                "What was opened, read and searched for is erased, with places, windows and the sticks that were here."
                " Articles stay, and so do your preferences. This cannot be undone."
            ),
            text("Also erase my stars, notes, collections and saved searches"),
            text("Erase"),
        )
        dialog = ErasingDialog(question, self._window.look, self._window)
        dialog.confirmed.connect(lambda own: self.erase(own=own))
        dialog.open()

    def erase(self, *, own: bool) -> None:
        """Leave what is read, so that nothing writes it down again; then erase, after all that was asked before."""
        window = self._window
        window.reading.note_bar.save()
        window.article_windows.close_for_good()
        window.navigator.restore(Visit(Place()))
        window.navigation.forget_opened()
        window.searches.forget_used()
        window.undoing.forget()
        if own:
            window.marking.forget_notes()
        window.quick.ask("", partial(mark.keep_nothing, own=own), lambda _none: self._erased(), later=True)

    def _erased(self) -> None:
        window = self._window
        forget_reading(window.state)
        (window.folder / DIALOGS).unlink(missing_ok=True)
        window.memory.save_now()
        window.recount()
        window.visits.refresh()
        window.filtering.refresh()
        window.status.say(text("Nothing is kept of what was read here."))
