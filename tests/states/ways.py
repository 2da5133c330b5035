"""How to get to each state, by what a person does."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING
from unittest.mock import patch

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.errors import StoreError
from reader.model.change import Progress
from reader.model.change import Stage as Step
from reader.ui.panes import Pane
from reader.ui.repairing import tell_error
from reader.ui.sync.work import bytes_wanted
from reader.ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.jobs import Task
    from reader.ui.sync.work import Wish
    from tests.states.stage import Stage

    Way = Callable[[Stage], None]

_HERE = 0.6
_TABS = 30
_LAID_OUT_MS = 100
_STEP_SECONDS = 0.05


def nothing(_stage: Stage) -> None:
    """As the window opens."""


def article(identity: str, *, pane: Pane = Pane.READING) -> Way:
    """An article beside the newest ones."""

    def way(stage: Stage) -> None:
        stage.article(identity)
        stage.window.panes.enter(pane)

    return way


def node(text: str, *, pane: Pane = Pane.LIST) -> Way:
    """A list or a document."""

    def way(stage: Stage) -> None:
        stage.node(text)
        stage.window.panes.enter(pane)
        stage.settle()

    return way


def search(words: str) -> Way:
    """A search and its hits."""
    return lambda stage: stage.search(words)


def opened_hit(words: str) -> Way:
    """A hit with its words marked."""

    def way(stage: Stage) -> None:
        stage.search(words)
        stage.press(Qt.Key.Key_J)
        stage.window.panes.enter(Pane.READING)

    return way


def facets(words: str) -> Way:
    """All facets of a search's hits."""

    def way(stage: Stage) -> None:
        stage.search(words)
        stage.window.articles.results.open_panel()
        stage.settle()

    return way


def outside(stage: Stage) -> None:
    """An address that leads out of the library."""
    stage.article("what-a-signature-proves")
    stage.window.reading.external_followed.emit(
        "https://example.org/a/long/way?from=here&to=there#and-further-on-still"
    )
    stage.settle()


def suggestions(words: str) -> Way:
    """What is offered while one types."""

    def way(stage: Stage) -> None:
        stage.window.commands.search()
        stage.type(words)

    return way


def command(name: str, words: str = "", identity: str = "what-a-signature-proves") -> Way:
    """A command at an article, and what is typed then."""

    def way(stage: Stage) -> None:
        stage.article(identity)
        stage.window.panes.enter(Pane.READING)
        getattr(stage.window.commands, name)()
        stage.settle()
        stage.type(words)

    return way


def appearance(stage: Stage) -> None:
    """The popover of types and themes."""
    stage.window.bar.appearance.click()
    stage.settle()


def gallery(stage: Stage) -> None:
    """A picture over the whole window."""
    stage.article("pack-horse-librarians")
    stage.follow("packhorse:media/")


def footnote(stage: Stage) -> None:
    """A footnote read beside its mark."""
    stage.article("what-a-signature-proves")
    stage.window.panes.enter(Pane.READING)
    browser = stage.window.reading.browser
    for _ in range(_TABS):
        stage.press(Qt.Key.Key_Tab)
        if "#" in browser.textCursor().charFormat().anchorHref() and browser.note.isVisible():
            return
    raise AssertionError("no footnote")


def marked_read(stage: Stage) -> None:
    """What the status line says, with its way back; nothing is marked for good."""
    stage.window.status.say("29 articles marked as read.", lambda: None)


def beside(identity: str, language: str) -> Way:
    """An article beside its translation."""

    def way(stage: Stage) -> None:
        stage.article(identity)
        stage.window.reading.beside_followed.emit(language)
        stage.settle()
        stage.window.panes.enter(Pane.READING)

    return way


def pressed(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, words: str = "") -> Way:
    """Keys from the list, then words."""

    def way(stage: Stage) -> None:
        stage.window.panes.enter(Pane.LIST)
        for key in keys:
            stage.press(key, modifier)
        stage.type(words)

    return way


def by_day(stage: Stage) -> None:
    """Days over their articles."""
    stage.window.commands.group_by_day()
    stage.settle()


def list_menu(stage: Stage) -> None:
    """What can be done with two rows."""
    stage.window.panes.enter(Pane.LIST)
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())  # QTest's Menu key makes none
    QApplication.sendEvent(stage.window.articles.view.viewport(), asked)
    stage.settle()


def preferences(section: str) -> Way:
    """All preferences, one section of them, by its English name."""

    def way(stage: Stage) -> None:
        stage.window.commands.preferences()
        dialog = next(one for one in stage.floating() if hasattr(one, "show_section"))
        dialog.show_section([block.name for block in dialog.blocks].index(text(section)))
        stage.settle()

    return way


def collection(stage: Stage) -> None:
    """Two articles filed in a collection, and its list."""
    stage.window.panes.enter(Pane.LIST)
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    stage.press(Qt.Key.Key_B)
    stage.type("Books on the road")
    stage.press(Qt.Key.Key_Return)
    stage.press(Qt.Key.Key_Escape)
    stage.window.activateWindow()  # there is nobody here to do it, as a desktop does
    stage.node("collection:1")


def own_row_menu(stage: Stage) -> None:
    """Three searches that are kept, and what can be done with the one in the middle."""
    for words in ("radio", "paper", "samizdat"):
        stage.search(words)
        stage.window.panes.enter(Pane.LIST)
        stage.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.search("paper")
    stage.window.panes.enter(Pane.NAVIGATION)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(stage.window.navigation, asked)
    stage.settle()


def numbered(identity: str) -> Way:
    """An article with the numbers of its paragraphs."""

    def way(stage: Stage) -> None:
        stage.window.commands.switch_numbers()
        stage.article(identity)
        stage.window.panes.enter(Pane.READING)
        stage.press(Qt.Key.Key_Space)

    return way


def keep_nothing(stage: Stage) -> None:
    """The question before everything is erased."""
    stage.window.commands.keep_nothing()
    stage.settle()


def removal(stage: Stage) -> None:
    """The question before a publication is removed."""
    stage.window.commands.remove_publication()
    stage.settle()


def publication_menu(stage: Stage) -> None:
    """What can be done with a publication, at its heading."""
    view = stage.window.navigation
    stage.window.panes.enter(Pane.NAVIGATION)
    heading = next(one for one in view.tree.branches() if one.publication)
    at = view.visualRect(view.tree.index_of(heading)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    stage.settle()


def sync_menu(stage: Stage) -> None:
    """Where editions come from, and how a publication goes."""
    stage.window.commands.open_bundle()
    stage.settle()


def damaged(stage: Stage) -> None:
    """An article whose part of the library is gone, and the status line when the catalogue is damaged."""
    stage.article("what-a-signature-proves")
    stage.window.panes.enter(Pane.READING)
    stage.window.reading._fail(StoreError("segment-missing"))
    tell_error(stage.window, StoreError("store-damaged"))


def damaged_sync(stage: Stage) -> None:
    """A sync that met a damaged library."""
    stage.window.sync._appear()
    stage.window.sync._show_error(StoreError("store-damaged"))
    stage.settle()


def offer(stage: Stage) -> None:
    """What a bundle would bring."""
    stage.window.sync.open_source(stage.places.bundle)
    stage.settle()


def running(stage: Stage) -> None:
    """In the middle of the pictures; it goes on when it is told to end."""

    def held(_library: object, task: Task, *, wish: Wish, **_how: object) -> None:
        whole = bytes_wanted(wish.offer, wish.tiers, wish.budget)
        while True:
            task.report(Progress(Step.FETCH_MEDIA, round(whole * _HERE), whole))
            sleep(_STEP_SECONDS)

    told: list[str] = []
    stage.window.sync.progressed.connect(told.append)
    offer(stage)
    with patch("reader.ui.sync.work.bring", held):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        stage.until(lambda: bool(told))
    QTest.qWait(_LAID_OUT_MS)


def refused(stage: Stage) -> None:
    """A folder that is no bundle."""
    folder = stage.places.scratch / "holiday pictures"
    folder.mkdir(exist_ok=True)
    stage.window.sync.open_source(folder)
    stage.settle()
