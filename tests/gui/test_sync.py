import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reader.model.change import Progress, Stage
from reader.ui.jobs import Task
from reader.ui.sync import work
from reader.ui.sync.pace import Pace
from tests.gui.conftest import magazine
from tests.support.publisher import flip


@pytest.fixture
def empty(open_window, tmp_path):
    return open_window(tmp_path / "empty")


def offer(driver, path):
    driver.window.sync.open_source(path)
    driver.settle()


def test_keys_come_to_no_button_of_the_first_page_that_is_gone(empty):
    page = empty.window.first_start
    page.show_stick("A stick with 33 new articles", lambda: None)
    empty.press(Qt.Key.Key_Tab)
    page.forget_stick()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(QApplication.focusWidget(), key)  # before the loop goes on, and deletes what is gone
        if QApplication.focusWidget() in page.findChildren(QWidget):
            assert QApplication.focusWidget() in page._buttons


def test_closing_the_panel_of_an_empty_library_gives_the_focus_back(empty, bundle):
    offer(empty, bundle)
    empty.press(Qt.Key.Key_Escape)
    assert empty.window.sync.isHidden()
    assert empty.window.first_start.isAncestorOf(QApplication.focusWidget())


def test_an_empty_library_says_what_to_do(empty):
    page = empty.window.first_start
    assert page.isVisible()
    assert [button.text() for button in page._buttons][:2] == ["Open a folder or a stick …", "Open a zip file …"]
    assert not empty.window.bar.search.isEnabled()


def test_a_bundle_is_offered_brought_in_and_read(empty, bundle):
    offer(empty, bundle)
    panel = empty.window.sync
    assert "brings Winter Review, edition 1" in panel._title.text()
    assert panel._page.offer.fingerprint in {one.text() for one in panel._page.findChildren(type(panel._title))}
    empty.qtbot.keyClick(panel._first, Qt.Key.Key_Space)
    empty.qtbot.waitUntil(lambda: "is in the library" in panel._title.text())
    empty.settle()
    assert empty.title == "The courier"
    empty.qtbot.keyClick(panel._first, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert "not checked yet" in empty.window.status._words
    empty.qtbot.waitUntil(
        lambda: not empty.session.indexing.running and empty.session.indexing.rounds > 0, timeout=60_000
    )
    empty.press(Qt.Key.Key_Slash)
    empty.type("courier")
    assert empty.titles() == ["The courier"]


def test_a_fingerprint_from_paper_makes_it_checked(empty, bundle, publisher):
    offer(empty, bundle)
    page = empty.window.sync._page
    page._field.setText(publisher.keyring.fingerprint.lower())
    empty.qtbot.mouseClick(empty.window.sync._first, Qt.MouseButton.LeftButton)
    empty.qtbot.waitUntil(lambda: "(verified)" in empty.window.status._standing)


def test_a_mistyped_fingerprint_changes_nothing(empty, bundle):
    offer(empty, bundle)
    empty.window.sync._page._field.setText("7F3A-9KQ2-M0XW-4TDC-81ZP-0")
    empty.qtbot.mouseClick(empty.window.sync._first, Qt.MouseButton.LeftButton)
    empty.qtbot.waitUntil(lambda: empty.window.sync._title.text() == "The fingerprint has a slip of the pen")
    assert empty.window.first_start.isVisible()


def test_a_limit_says_what_it_buys_and_the_rest_comes_another_time(empty, bundle, publisher):
    noise = random.Random(1).randbytes(400_000)
    publisher.publish(
        publisher.article("atlas"), pictures=[("atlas", "thumb", noise[:60_000]), ("atlas", "standard", noise)]
    )
    offer(empty, bundle)
    panel = empty.window.sync
    limit, amounts = panel._page._limit, panel._page._amounts
    assert [limit.itemText(place) for place in range(limit.count())] == ["no limit", "100 KB"]  # 200 KB buy no more
    limit.setCurrentIndex(1)
    assert "of" not in amounts["text"][0].text()
    assert amounts["thumb"][0].text() == "60 KB"
    assert amounts["standard"][0].text().endswith(" of 400 KB")
    empty.qtbot.mouseClick(panel._first, Qt.MouseButton.LeftButton)
    empty.qtbot.waitUntil(lambda: "is in the library" in panel._title.text())
    assert panel._now.text() == "Search finds it in a moment. The rest can come another time."
    offer(empty, bundle)
    assert panel._page.offer.text_bytes == 0
    assert dict(panel._page.offer.media_bytes)["standard"] > 390_000


def test_an_offer_asks_for_as_much_room_as_its_sync(empty, bundle, monkeypatch):
    monkeypatch.setattr("reader.store.files.SealedFiles.free_bytes", lambda _files: 4_000_000)
    offer(empty, bundle)
    panel = empty.window.sync
    assert panel._page._sum.text().startswith("17 MB is wanted, and only 4.0 MB is free.")
    empty.qtbot.mouseClick(panel._first, Qt.MouseButton.LeftButton)
    empty.qtbot.waitUntil(lambda: panel._title.text() == "The disk is full")
    assert any("17 MB is needed, 4.0 MB is free." in one.text() for one in panel.findChildren(QLabel))


def test_where_nothing_can_be_parted_there_is_no_limit(empty, bundle):
    offer(empty, bundle)
    assert empty.window.sync._page._limit is None
    assert empty.window.sync._page.budget is None


def test_what_is_said_at_the_end_is_not_scrolled(open_window, tmp_path, bundle):
    small = open_window(tmp_path / "empty", size=(560, 420))
    offer(small, bundle)
    bar = small.window.sync._scroll.verticalScrollBar()
    assert bar.isVisible()
    small.qtbot.mouseClick(small.window.sync._first, Qt.MouseButton.LeftButton)
    small.qtbot.waitUntil(lambda: "is in the library" in small.window.sync._title.text())
    assert not bar.isVisible()


def test_a_forged_bundle_is_refused_calmly(empty, bundle, publisher):
    flip(publisher.folder / "latest.signed", 300)
    offer(empty, bundle)
    panel = empty.window.sync
    assert panel._age.text() == "This cannot be brought in"
    assert len(panel.details()) > 100
    empty.qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_what_is_here_already_is_said(driver, bundle):
    offer(driver, bundle)
    assert "already" in driver.window.sync._now.text()


def test_a_new_edition_keeps_what_is_read_and_its_place(driver, publisher):
    driver.press(Qt.Key.Key_J)
    publisher.publish(publisher.article("newest", "The newest", section="news", date="2019-07-01"))
    offer(driver, publisher.bundle)
    driver.qtbot.mouseClick(driver.window.sync._first, Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(lambda: driver.titles(1) == ["The newest"])
    driver.settle()
    assert driver.title == "The census"
    assert driver.window.articles.view.selected() == 2


def test_letters_do_nothing_behind_the_panel(driver, bundle):
    offer(driver, bundle)
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The courier"
    driver.qtbot.keyClick(driver.window.sync, Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_J)
    assert driver.title == "The census"


def test_tab_stays_in_the_panel(empty, bundle):
    offer(empty, bundle)
    panel = empty.window.sync
    for _ in range(12):
        empty.press(Qt.Key.Key_Tab)
        assert panel.isAncestorOf(empty.window.focusWidget())


def test_a_paused_task_waits_and_a_cancelled_one_stops():
    from reader.errors import Cancelled

    seen = []
    task = Task(seen.append)
    task.report(Progress(Stage.FETCH_TEXT, 1, 10))
    task.pause()
    assert task.paused
    task.cancel()
    with pytest.raises(Cancelled):
        task.report(Progress(Stage.FETCH_TEXT, 2, 10))
    assert len(seen) == 1


def test_progress_is_put_in_words():
    pace = Pace(3_700_000)
    assert pace.advance(Progress(Stage.FETCH_TEXT, 500_000, 1_100_000)) == "Fetching text: 500 KB of 1.1 MB"
    words = pace.advance(Progress(Stage.FETCH_MEDIA, 0, 2_600_000))
    assert words == "Text is here and can be read · Fetching pictures: 0 B of 2.6 MB"


def test_several_publications_can_be_chosen_from(empty, bundle, tmp_path):
    import shutil

    from tests.support.publisher import Publisher

    other = Publisher(tmp_path / "other", "Summer Review")
    magazine(other, 5)
    shutil.copytree(other.folder, bundle / other.id)
    offer(empty, bundle)
    panel = empty.window.sync
    assert panel._choice.count() == 2
    panel._choice.setCurrentIndex(1)
    panel._choice.activated.emit(1)
    assert panel._choice.currentText() in panel._title.text()


def test_a_chosen_folder_is_offered(empty, bundle):
    from PySide6.QtWidgets import QFileDialog

    empty.window.first_start._buttons[0].click()
    dialog = empty.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(bundle))
    dialog.close()
    empty.settle()
    assert "Winter Review" in empty.window.sync._title.text()


@pytest.mark.parametrize(("ago", "said"), [(0, "today"), (1, "1 day old"), (99, "99 days old"), (100, ""), (4_055, "")])
def test_age_is_counted_in_days_while_people_do(empty, bundle, monkeypatch, ago, said):
    monkeypatch.setattr("reader.ui.sync.work.days_old", lambda _iso: ago)
    offer(empty, bundle)
    words = work.age(empty.window.sync._page.offer).split(" · ")
    assert words[0].startswith("Published ")
    assert words[1:-1] == ([said] if said else [])
