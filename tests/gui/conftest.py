"""A small magazine in a library, and a window on it."""

import shutil
import sqlite3
import threading
from contextlib import closing

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader.library import Library
from reader.library.index import drain, index_process_command
from reader.library.receive import sync
from reader.model.article import Picture
from reader.model.publication import Kind, Text, Thing
from reader.ui import words
from reader.ui.app import Session
from tests.states.sample import make
from tests.support.publisher import Publisher

BODY = (
    "Snow had closed the winter road. See [the census](article:census) and [a stick](term:stick),"
    " or [outside](https://example.org/a?b=c).\n\n![A pass](media:pass)\n\n" + "The courier went on. " * 400
)


def png(side=32):
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(0x8A1C24)
    buffer = QBuffer()
    picture.save(buffer, "PNG")
    return bytes(buffer.data())


def magazine(publisher, articles=40):
    """Publish sections, an introduced author, a glossary, a page and some articles."""
    make = publisher.article
    things = [
        publisher.section("news", "News", position=1),
        publisher.section("north", "North", parent="news", position=2),
        publisher.section("essays", "Essays", position=3),
        Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}, {"en": "Writes about *snow*."}),
    ]
    texts = [
        Text(publisher.id, Kind.TERM, "stick", "Stick", "en", "A small memory.", work="stick"),
        Text(publisher.id, Kind.PAGE, "about", "About us", "en", "Who we are.", work="about"),
    ]
    lead = Picture("pass", "The pass")
    own = [
        make("courier", "The courier", BODY, section="news", date="2019-06-30", authors=("writer",), lead=lead),
        make("census", "The census", section="essays", date="2019-06-29", tags=("winter",)),
        make("kitab", "كىتاب", "قار ياغدى", section="north", date="2019-06-28", language="ug"),
    ]
    own += [
        make(f"item-{n}", f"Item {n}", section="north", date=f"2019-05-{n % 28 + 1:02}") for n in range(articles - 3)
    ]
    return publisher.publish(*things, *texts, *own, pictures=[("pass", "thumb", png()), ("pass", "standard", png())])


@pytest.fixture(autouse=True)
def sticks(monkeypatch):
    """The sticks that are plugged in: none at first, whatever this machine has."""
    there = []
    monkeypatch.setattr("reader.ui.sticks.mounts.plugged", lambda: tuple(there))
    return there


@pytest.fixture(scope="session")
def issued(tmp_path_factory):
    """The magazine as it was published once, and a library that holds it. Tests get copies of both."""
    home = tmp_path_factory.mktemp("issued")
    publisher = Publisher(home / "publisher")
    return publisher, received(magazine(publisher), home / "library")


def received(bundle, folder):
    with Library.open(folder) as library:
        sync(library, bundle)
        drain(library)
    return folder


@pytest.fixture
def bundle(publisher, issued):
    """A copy of the magazine; ``publisher`` goes on from there."""
    first, _library = issued
    shutil.rmtree(publisher.bundle)
    shutil.copytree(first.bundle, publisher.bundle)
    vars(publisher).update(vars(first) | {"bundle": publisher.bundle, "revisions": dict(first.revisions)})
    return publisher.bundle


@pytest.fixture
def folder(bundle, issued, tmp_path):
    """A library's folder with the magazine in it, indexed."""
    first, library = issued
    if not (bundle / first.id).exists():  # a test's own
        return received(bundle, tmp_path / "library")
    copy = shutil.copytree(library, tmp_path / "library")
    with closing(sqlite3.connect(copy / "library.db")) as catalogue, catalogue:
        catalogue.execute("UPDATE publication SET source = ?", (str(bundle),))
    return copy


@pytest.fixture(scope="session")
def places(tmp_path_factory):
    """The sample publication in a library, made once."""
    return make(tmp_path_factory.mktemp("states"))


class Driver:
    """A window and a hand on its keys."""

    def __init__(self, session, qtbot):
        self.session, self.window, self.qtbot = session, session.window, qtbot

    def settle(self):
        window = self.window
        self.qtbot.waitUntil(
            lambda: (
                not (window.quick.busy or window.slow.busy or window.paper.busy or window.reading.unsettled)
                and not (window.bar.pending or window.completing.pending)
            )
        )

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def type(self, words):
        self.qtbot.keyClicks(self.window.focusWidget(), words)
        self.settle()

    @property
    def title(self):
        return self.window.reading.prepared.page.title if self.window.reading.prepared else ""

    @property
    def shown(self):
        return self.window.articles.contents

    def titles(self, count=5):
        model = self.window.articles.articles
        return [model.index(row).data() for row in range(min(count, model.rowCount()))]

    def row(self, identity):
        model = self.window.articles.articles
        return next(row for place in range(model.rowCount()) if (row := model.row(place)) and row.id == identity)

    def branch(self, title):
        return next(one for one in self.window.navigation.tree.branches() if one.title == title)

    def select(self, title):
        tree = self.window.navigation
        tree.setCurrentIndex(tree.tree.index_of(self.branch(title)))
        self.settle()


@pytest.fixture
def open_window(qapp, qtbot):
    """Open a window on a folder; all of them are closed at the end, and no thread is left."""
    sessions = []

    def opened(folder, node=None, size=(1400, 900), language="en"):
        session = Session(folder, size=size, language=language)
        sessions.append(session)
        qtbot.addWidget(session.window)
        session.window.start(node)
        session.window.show()
        driver = Driver(session, qtbot)
        with qtbot.waitActive(session.window):
            session.window.activateWindow()
        driver.settle()
        return driver

    yield opened
    for session in sessions:
        session.window.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("packhorse")]


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Nobody is reading: what waits for a page to stay, or for a window to have its size, comes at once, and indexing lets none go first."""
    monkeypatch.setattr("reader.ui.reading.pane._STAYS_MS", 0)
    monkeypatch.setattr("reader.ui.reading.pane._RESIZE_MS", 20)
    monkeypatch.setattr(
        "reader.ui.indexing.index_process_command", lambda folder: _hurried(index_process_command(folder))
    )


def _hurried(command):
    return [word for word in command if word != "--background"]


@pytest.fixture(autouse=True)
def english():
    """Whatever language a test made the window speak, the next one begins in English, from left to right."""
    yield
    words.speak("en")
    if isinstance(application := QApplication.instance(), QApplication):
        application.setLayoutDirection(words.direction())


@pytest.fixture
def driver(open_window, folder):
    return open_window(folder)
