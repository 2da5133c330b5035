"""One packed and indexed magazine for the whole run, copied for each journey; and a watch over what a window leaves."""

import gc
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.ui.app import Session
from tests.gui.journeys import magazine
from tests.gui.journeys.hand import Hand, discard
from tests.support.publisher import Publisher

LONG_AFTER = 3600.0


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """The library as it is after the first sync; not to be written to."""
    home = tmp_path_factory.mktemp("printed")
    bundle = magazine.publish(Publisher(home / "publisher"))
    with Library.open(home / "library") as library:
        sync(library, bundle)
        drain(library)
    return home / "library"


@pytest.fixture
def folder(printed, tmp_path):
    return Path(shutil.copytree(printed, tmp_path / "library"))


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """No article becomes read because the machine is slow."""
    monkeypatch.setattr("reader.ui.reading.reading_clock.SECONDS", LONG_AFTER)


@pytest.fixture
def nothing_left(qapp):
    """No window, thread or process outlives the journey."""
    before = windows(), set(threading.enumerate()), children()
    yield
    assert not windows() - before[0]
    assert set(threading.enumerate()) <= before[1]
    assert children() <= before[2]


def windows():
    """All top-level widgets, by what tells them apart."""
    return {
        (*getCppPointer(one), one.metaObject().className(), one.objectName()) for one in QApplication.topLevelWidgets()
    }


def children():
    """Ids of processes that this one started and that are still there; none where the system does not say."""
    lists = Path("/proc/self/task").glob("*/children")
    return {int(one) for each in lists for one in each.read_text(encoding="ascii").split()}


@pytest.fixture
def open_window(nothing_left, qapp, qtbot):
    """Open the real window on a folder."""
    hands = []

    def opened(folder, visit=None, size=(1400, 900)):
        session = Session(folder, size=size)
        hands.append(hand := Hand(session, qtbot))
        session.window.start(visit)
        session.window.show()
        with qtbot.waitActive(session.window):
            session.window.activateWindow()
        hand.settle()
        return hand

    yield opened
    for hand in hands:
        discard(hand.session)
    gc.collect()


@pytest.fixture
def hand(open_window, folder):
    return open_window(folder)
