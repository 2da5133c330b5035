"""Removing a publication: asked first, done in the slow lane, and then nothing of the window leads to it any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.library import remove
from reader.ui.erasing_dialog import ErasingDialog, Question
from reader.ui.navigator import Place, Visit
from reader.ui.repairing import tell_error
from reader.ui.state import forget_publication
from reader.ui.words import counted, language, size, text

if TYPE_CHECKING:
    from reader.errors import PackhorseError
    from reader.model.removal import Removal
    from reader.ui.main_window import MainWindow
    from reader.ui.reading import ReadingPane


class Removing(QObject):
    """One removal at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._goes = False
        self._known: frozenset[str] | None = None
        window.navigation.removal_wanted.connect(self.ask)
        window.started.connect(self._look_for_place)

    def choose(self) -> None:
        """Ask which publication, in a menu where there are several; then whether it shall go."""
        window = self._window
        if len(window.publications) == 1:
            self.ask(window.publications[0].id)
        elif window.publications:
            menu = QMenu(window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.setAccessibleName(text("Remove a publication"))
            for info in window.publications:
                menu.addAction(info.title(language()).replace("&", "&&"), partial(self.ask, info.id))
            button = window.bar.sync
            menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))
            menu.setActiveAction(menu.actions()[0])
        else:
            window.status.say(text("Nothing is in the library yet · offline"))

    def ask(self, publication: str) -> None:
        """Ask whether a publication shall go; not while editions are brought in."""
        if self._window.sync.running or self._goes:
            self._refuse()
        else:
            work = partial(remove.removal, wanted=publication, language=language())
            self._window.quick.ask("removal", work, self._ask)

    def _look_for_place(self) -> None:
        """At the start, and when publications came or went: what is remembered may have been removed by another process."""
        window = self._window
        known = frozenset(info.id for info in window.publications)
        if known != self._known:
            self._known = known
            place = window.navigator.place
            work = partial(remove.is_gone, key=place.article, publications=_publications(place))
            window.quick.ask("place", work, lambda gone: self._leave_place(place) if gone else None)

    def _leave_place(self, place: Place) -> None:
        if self._window.navigator.place == place:
            self._window.visits.start(Visit(Place()))
            self._window.visits.refresh()  # or a list that is there already would not be looked at for its first article

    def _refuse(self) -> None:
        self._window.status.say(text("Wait until the edition is brought in, then remove the publication."))

    def _ask(self, going: Removal) -> None:
        dialog = ErasingDialog(_question(going), self._window.look, self._window)
        dialog.confirmed.connect(lambda own: self.remove(going, own=own))
        dialog.open()

    def remove(self, going: Removal, *, own: bool) -> None:
        """Leave what is read of it; then, after all that was asked before was written, take it out."""
        window = self._window
        if window.sync.running:
            self._refuse()
            return
        self._goes = True
        window.status.show_task(text("Removing {title}", title=going.title))
        self._leave(going.publication)
        window.undoing.forget()
        if own:
            forget_publication(window.state, going.publication)
            window.navigation.forget_opened(going.publication)
        window.paper.ask("", remove.let_go)
        window.quick.ask("", remove.let_go, lambda _none: self._take_out(going, own=own), later=True)

    def _leave(self, publication: str) -> None:
        """What was written is written down while its article is here; no window and no way back leads to what goes."""
        window = self._window
        window.reading.note_bar.save()
        window.article_windows.close_those(lambda one: _shows(one.reading, publication))
        window.marking.write_notes()
        place = window.navigator.place
        stays = publication not in _publications(place) and not _shows(window.reading, publication)
        window.navigator.restore(window.navigator.visit if stays else Visit(Place()))

    def _take_out(self, going: Removal, *, own: bool) -> None:
        work = partial(remove.remove, publication=going.publication, own=own)
        self._window.slow.ask("", work, lambda _none: self._removed(going), self._failed)

    def _removed(self, going: Removal) -> None:
        window = self._window
        self._end()
        window.status.say(text("{title} is removed; {size} are free again.", title=going.title, size=size(going.bytes)))
        window.to_index.emit()
        window.memory.touch()

    def _failed(self, error: PackhorseError) -> None:
        self._end()
        tell_error(self._window, error)

    def _end(self) -> None:
        self._goes = False
        self._window.status.show_task("")
        self._window.refresh()


def _publications(place: Place) -> tuple[str, ...]:
    return place.node.publication, place.document.publication if place.document else ""


def _shows(reading: ReadingPane, publication: str) -> bool:
    return reading.prepared is not None and reading.prepared.publication == publication


def _question(going: Removal) -> Question:
    return Question(
        text("Remove this publication"),
        text("Remove {title}?", title=going.title),
        text(
            "This takes out {articles}, with pictures and pages: {size} on the disk. It cannot be undone; to read that again"
            " you need a stick or a file that holds it.",
            articles=counted(going.articles, "article", "articles"),
            size=size(going.bytes),
        ),
        text("Also forget what is mine, and that this publication was here"),
        text("Remove"),
        keep=text("Keep it"),
        stays=text(
            "Your stars, notes, collections and reading marks stay, and are there again when it comes back. So does the"
            " memory of its edition and keys, lest an older or a forged copy is taken for it."
        ),
    )
