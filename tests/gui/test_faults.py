"""Errors and hints as a reader meets them: in the window's language, whole, and in the right direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.errors import BundleError, SourceError, StoreError
from reader.library import Library, mark
from tests.support.publisher import cut, flip

LONG = [
    StoreError("disk-full"),
    BundleError("edition-fork", serial=12),
    BundleError("index-cut", segment="0123456789abcdef" * 4, bytes=1_234_567, expected=7_654_321),
    SourceError("source-unreadable", source="/media/USB DISK (2)", reason="Permission denied"),
]


def whole(panel) -> bool:
    """Whether all lines of all words on the card have their room, be it one to scroll to."""
    shown = [label for label in panel._card.findChildren(QLabel) if label.isVisible() and label.text()]
    return bool(shown) and all(label.height() >= label.heightForWidth(label.width()) for label in shown)


@pytest.mark.parametrize(("language", "what"), [("ru", "одпис"), ("ar", "وق"), ("zh-Hans", "签名")])
def test_a_forged_bundle_is_told_of_in_the_windows_language(open_window, bundle, publisher, tmp_path, language, what):
    flip(publisher.folder / "latest.signed", 300)
    driver = open_window(tmp_path / "empty", language=language)
    driver.window.sync.open_source(bundle)
    driver.settle()
    assert what in driver.window.sync.details()
    driver.qtbot.waitUntil(lambda: whole(driver.window.sync))


def test_a_cut_zip_is_told_of_with_its_name_fenced(open_window, bundle, publisher, tmp_path):
    path = publisher.zipped(tmp_path / "edition.zip")
    cut(path, path.stat().st_size // 2)
    driver = open_window(tmp_path / "empty", language="ug")
    driver.window.sync.open_source(path)
    driver.settle()
    assert "«\u2068edition.zip\u2069» پۈتۈن zip ھۆججەت ئەمەس." in driver.window.sync.details()


@pytest.mark.parametrize("size", [(1000, 700), (380, 640)])
@pytest.mark.parametrize("language", ["en", "fr", "kk", "ar"])
def test_no_advice_is_cut_off(open_window, tmp_path, language, size):
    driver = open_window(tmp_path / "empty", language=language, size=size)
    panel = driver.window.sync
    for error in LONG:
        panel._appear()
        panel._show_error(error)
        driver.qtbot.waitUntil(lambda: whole(panel))
        assert panel._first.mapTo(panel._card, panel._first.rect().bottomLeft()).y() < panel._card.height()


def test_a_hint_about_a_search_names_fields_of_the_language(open_window, folder):
    driver = open_window(folder, language="es")
    driver.press(Qt.Key.Key_Slash)
    driver.type("color:rojo")
    assert "título:" in driver.window.articles.header._hint.text()
    assert driver.window.articles.empty._title.text() == "No se encontró nada"


def test_a_damaged_library_is_told_of_where_the_article_would_stand(open_window, folder):
    for path in folder.rglob("*.seg"):
        path.unlink()
    driver = open_window(folder, language="zh-Hant")
    assert driver.window.reading.empty._title.text() == "書庫有一部分已不在磁碟上。"


@pytest.fixture
def full(monkeypatch):
    """The disk has no room for a mark until the test says so."""
    with monkeypatch.context() as context:

        def refuse(*_args, **_named):
            raise StoreError("disk-full")

        for verb in ("set_read", "set_starred", "set_note"):
            context.setattr(mark, verb, refuse)
        yield context


def test_no_mark_is_shown_that_a_full_disk_did_not_take(driver, full):
    row = driver.row("courier")
    driver.press(Qt.Key.Key_S)
    driver.press(Qt.Key.Key_M)
    assert (driver.row("courier").starred, driver.row("courier").read) == (row.starred, row.read)
    assert driver.window.reading.row.starred == row.starred
    assert "This mark was not kept. There is not enough room on the disk." in driver.window.status._words


def test_a_note_that_a_full_disk_did_not_take_stays_and_is_kept_as_soon_as_there_is_room(driver, full, folder):
    driver.window.marking._again.setInterval(50)
    key = driver.row("courier").key
    driver.press(Qt.Key.Key_E)
    driver.type("A thought")
    driver.press(Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: "Your note is not kept yet." in driver.window.status._words)
    assert driver.window.reading.note_bar.field.toPlainText() == "A thought"
    full.undo()
    with Library.open(folder) as library:
        driver.qtbot.waitUntil(lambda: mark.note(library, key) == "A thought")
    driver.qtbot.waitUntil(lambda: not driver.window.marking._again.isActive())


def test_a_note_that_waits_for_room_is_tried_once_more_at_the_end(driver, full, folder):
    key = driver.row("courier").key
    driver.press(Qt.Key.Key_E)
    driver.type("A thought")
    driver.press(Qt.Key.Key_Escape)
    full.undo()
    driver.window.close()
    driver.session.close()
    with Library.open(folder) as library:
        assert mark.note(library, key) == "A thought"


def test_a_note_that_waits_for_room_is_erased_with_the_others(driver, full, folder):
    driver.window.marking._again.setInterval(50)
    key = driver.row("courier").key
    driver.press(Qt.Key.Key_E)
    driver.type("A thought")
    driver.press(Qt.Key.Key_Escape)
    driver.window.keeping_nothing.erase(own=True)
    full.undo()
    driver.qtbot.waitUntil(lambda: not driver.window.marking._again.isActive() and not driver.window.quick.busy)
    with Library.open(folder) as library:
        assert not mark.note(library, key)
