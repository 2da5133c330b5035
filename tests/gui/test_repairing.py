"""A damaged library is repaired from the window, which says so where the damage is met."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reader.errors import StoreError
from reader.library import Library, browse, mark
from reader.library import repair as library_repair
from reader.library.read import key_of
from reader.model.listing import LATEST, Node, NodeKind
from tests.gui.test_preferences import Shown


def starred(folder):
    with Library.open(folder) as library:
        return [row.id for row in browse.rows(library, browse.keys(library, Node(NodeKind.STARRED)))]


def said(driver):
    return driver.window.status._words


def damage_catalogue(folder):
    """Spoil the page of the table of articles; a star is on the census."""
    with Library.open(folder) as library:
        mark.set_starred(library, [key_of(library, "census")], True)
        database = library.store._db
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    with (folder / "library.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_sound_library_is_checked_from_the_preferences(driver, folder):
    shown = Shown(driver)
    shown.search("damaged")
    assert shown.names() == {"Library": ["Repair the library"]}
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Space)
    shown.leave()
    assert said(driver) == "The library is sound."
    assert driver.window.status._stop.isHidden()
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The census"


def test_a_damaged_catalogue_is_offered_to_be_repaired_and_keeps_its_stars(open_window, folder):
    damage_catalogue(folder)
    driver = open_window(folder)
    assert "Repair the library: articles and reading marks are kept." in said(driver)
    button = driver.window.status._undo
    assert button.text() == "Repair"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press(Qt.Key.Key_Space)
    assert said(driver) == "The catalogue was made anew; articles and marks are kept."
    driver.settle()
    assert driver.titles(2) == ["The courier", "The census"]
    driver.window.close()
    assert starred(folder) == ["census"]


def test_where_a_page_is_damaged_a_button_repairs_the_library(open_window, folder):
    for path in folder.rglob("*.seg"):
        path.unlink()
    driver = open_window(folder)
    (button,) = driver.window.reading.empty.findChildren(QPushButton)
    assert button.text() == "Repair the library"
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()
    assert "damaged part" in said(driver)
    assert "Bring the edition in again" in said(driver)
    with Library.open(folder) as library:
        assert len(browse.keys(library, LATEST)) == 0


@pytest.fixture
def held(monkeypatch):
    """A repair that waits to be let go, and then asks whether it was stopped."""
    go, inside, real = threading.Event(), threading.Event(), library_repair.repair

    def waits(folder, report, **how):
        inside.set()
        assert go.wait(20)
        return real(folder, report, **how)

    monkeypatch.setattr(library_repair, "repair", waits)
    yield go, inside
    go.set()


def test_it_is_stopped_in_the_status_line_and_the_window_goes_on(driver, held):
    driver.window.commands.repair()
    driver.qtbot.waitUntil(held[1].is_set)
    stop = driver.window.status._stop
    assert stop.accessibleName() == "Stop: Checking the library"
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(stop, Qt.Key.Key_Space)
    held[0].set()
    driver.settle()
    assert said(driver) == "The repair was stopped. What is mended stays so."
    driver.window.articles.view.setFocus()
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The census"


def test_the_window_may_be_closed_meanwhile(driver, held):
    driver.window.commands.repair()
    driver.qtbot.waitUntil(held[1].is_set)
    held[0].set()
    driver.window.close()


def test_a_sync_that_meets_the_damage_offers_the_repair(driver):
    panel = driver.window.sync
    panel._appear()
    panel._show_error(StoreError("segment-damaged"))
    assert panel._first.text() == "Repair the library"
    driver.qtbot.keyClick(panel._first, Qt.Key.Key_Space)
    driver.settle()
    assert not panel.isVisible()
    assert said(driver) == "The library is sound."
