"""Keep nothing: afterwards no file tells what was read, searched for, or which sticks were here."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.library import Library, browse, collections, mark, searches
from reader.library.read import key_of
from reader.model.listing import Node, NodeKind
from reader.ui.erasing_dialog import ErasingDialog
from reader.ui.state import DIALOGS, FILE

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECRETS = ("zanzibar", "quokka", "wombat", "numbat", "dugong", "potoroo")
"""Words that are in no article: a search, a kept search, a note, a collection, a stick, a folder."""


def traces(folder):
    """Which of the words stand in which files, in whatever encoding."""
    found = set()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        data = path.read_bytes().lower()
        found |= {(word, path.name) for word in SECRETS if word.encode() in data or word.encode("utf-16-le") in data}
    return found


def marks(folder):
    with Library.open(folder) as library:
        kinds = (NodeKind.HISTORY, NodeKind.MOST_OPENED, NodeKind.STARRED, NodeKind.NOTES)
        listed = {str(kind): len(browse.keys(library, Node(kind))) for kind in kinds}
        read = len(browse.keys(library, Node(NodeKind.LATEST))) - len(browse.keys(library, Node(NodeKind.UNREAD)))
        return listed, read, len(collections.listed(library)), len(searches.saved(library)), searches.recent(library)


def use(driver, folder):
    """Leave every kind of trace."""
    with Library.open(folder) as library:
        key = key_of(library, "census")
        mark.set_starred(library, [key], True)
        mark.set_note(library, key, "A wombat was seen.")
        collections.add(library, collections.create(library, "Numbat").id, [key])
        searches.save(library, "quokka")
    window = driver.window
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_M)
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.press(Qt.Key.Key_Slash)
    driver.qtbot.keyClicks(window.bar.search, "zanzibar")
    driver.press(Qt.Key.Key_Return)
    window.state.stick_offers = ["DUGONG:publication:3"]
    window.state.sorts["search:zanzibar"] = "oldest"
    (folder / "library-damaged-20200101T000000Z.db").write_bytes(b"an old wombat")
    dialog = QFileDialog(window, "", str(folder.parent / "potoroo"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.deleteLater()
    window.memory.save_now()
    driver.settle()


def keep_nothing(driver, *, own):
    driver.window.articles.view.setFocus()
    driver.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    dialog = driver.window.findChild(ErasingDialog)
    dialog.more.setChecked(own)
    dialog.erase.setFocus()
    QTest.keyClick(dialog.erase, Qt.Key.Key_Space)
    driver.settle()


@pytest.fixture
def used(driver, folder):
    (folder.parent / "potoroo").mkdir()
    use(driver, folder)
    assert {word for word, _name in traces(folder)} >= set(SECRETS) - {"potoroo"}
    assert len(driver.window.article_windows.windows) == 1
    return driver


def test_nothing_that_was_read_or_searched_for_is_in_any_file(used, folder):
    keep_nothing(used, own=True)
    assert used.window.status._words == "Nothing is kept of what was read here."
    assert traces(folder) == set()
    used.window.close()
    assert traces(folder) == set()
    listed, *rest = marks(folder)
    assert set(listed.values()) == {0}
    assert rest == [0, 0, 0, ()]


def test_the_window_remembers_no_place_and_no_windows_but_its_looks(used, folder):
    used.window.state.theme = "dark"
    keep_nothing(used, own=True)
    assert not used.window.article_windows.windows
    assert not used.window.navigator.can_go_back
    assert used.window.reading.prepared is None
    used.window.close()
    kept = json.loads((folder / FILE).read_bytes())
    assert (kept["article"], kept["document"], kept["fraction"], kept["node"]) == (0, "", 0.0, "latest")
    assert not any(kept[name] for name in ("windows", "stick_offers", "sorts", "hide_read", "opened", "translations"))
    assert kept["theme"] == "dark"
    assert not (folder / DIALOGS).exists()
    assert not list(folder.glob("library-damaged-*"))


def test_stars_notes_and_collections_stay_unless_they_shall_go_too(used, folder):
    keep_nothing(used, own=False)
    used.window.close()
    listed, read, filed, saved, recent = marks(folder)
    assert listed == {"history": 0, "most-opened": 0, "starred": 1, "notes": 1}
    assert (read, filed, saved, recent) == (0, 1, 1, ())


def test_esc_keeps_everything(used, folder):
    used.window.articles.view.setFocus()
    used.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    dialog = used.window.findChild(ErasingDialog)
    assert dialog.focusWidget().text() == "Keep"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    used.settle()
    assert marks(folder)[0]["notes"] == 1
    assert used.window.article_windows.windows


def test_dialogs_for_files_write_where_it_can_be_erased(driver, folder):
    told = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    assert told == folder / DIALOGS
