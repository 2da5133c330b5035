"""A stick goes in, is noticed, looked at, brought in, paused, pulled half-way; and it goes on from another."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reader.library import receive
from reader.model.stick import Stick
from tests.gui.journeys import magazine
from tests.support.gate import Gate
from tests.support.publisher import Publisher, flip

Key = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def often(monkeypatch):
    """Sticks are looked for more often than people need."""
    monkeypatch.setattr("reader.ui.sticks.watch.EVERY_MS", 100)
    monkeypatch.setattr("reader.ui.sync.coming_back._EVERY_MS", 100)


@pytest.fixture
def gate(monkeypatch):
    gate = Gate()
    real = receive.open_source
    monkeypatch.setattr(receive, "open_source", lambda path: gate.around(real(path)))
    yield gate
    gate.open()


@pytest.fixture
def bundle(publisher):
    magazine.publish(publisher)
    publisher.publish(*(publisher.article(f"more-{n}", f"More {n}", date="2019-07-02") for n in range(3)))
    return publisher.publish(publisher.article("last", "The last", "The yak market.", date="2019-07-03"))


@pytest.fixture
def tin(publisher, bundle, tmp_path):
    """A stick with the bundle in a folder."""
    return make_stick(publisher, tmp_path / "TEA TIN")


@pytest.fixture
def empty(often, open_window, tmp_path):
    hand = open_window(tmp_path / "new reader")
    yield hand
    hand.window.sync.stop()


def make_stick(publisher, place):
    place.mkdir()
    publisher.copy(place / "review")
    return Stick(place, place.name, f"{place.name}-of-16-GB")


def said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def tap(key):
    """Press a key without waiting for what follows: a sync is under way."""
    QTest.keyClick(QGuiApplication.focusWindow(), key)


def push(hand, name):
    """Go to a button by Tab, and press it."""
    for _ in range(20):
        focused = hand.window.focusWidget()
        if isinstance(focused, QPushButton) and focused.text() == name and focused.isEnabled():
            tap(Key.Key_Space)
            return
        tap(Key.Key_Tab)
    pytest.fail(f"there is no button “{name}”")


def start(hand, gate, path, reads):
    """Offer and bring in, and wait where the stick has given so many reads."""
    hand.window.sync.open_source(path)
    hand.settle()
    gate.passed.clear()
    gate.let(reads)
    tap(Key.Key_Return)
    hand.until(lambda: gate.waiting and len(gate.passed) == reads)


def finish(hand):
    hand.until(lambda: not hand.window.sync.running)
    hand.settle()


def noticed(hand):
    """How many sticks the window knows to be there."""
    return len(hand.window.syncing.watch._there)


def sealed(hand):
    """Every sealed segment of the library, and which file it is."""
    found = (hand.window.folder / "publications").rglob("*.seg")
    return {one.name: (one.stat().st_ino, one.stat().st_mtime_ns) for one in found}


def fetched_twice(gate):
    """Pieces behind a part's index that were read again; indexes are read to see what is offered."""
    return [one for one, count in Counter(gate.passed).items() if count > 1 and one[1] > 0]


def test_a_sync_is_paused_resumed_stopped_and_goes_on(empty, gate, tin):
    panel = empty.window.sync
    start(empty, gate, tin.path / "review", 3)
    push(empty, "Pause")
    assert "Paused" in said(panel)
    gate.open()
    empty.until(lambda: not gate.waiting)
    QTest.qWait(150)
    assert len(gate.passed) == 4, "what was being read came, and nothing after it"
    gate.let(1)
    push(empty, "Go on")
    empty.until(lambda: gate.waiting)
    push(empty, "Stop")
    gate.open()
    finish(empty)
    assert panel._title.text() == "Stopped"
    assert "nothing is fetched twice" in said(panel)
    before = sealed(empty)
    assert before
    push(empty, "Go on")
    finish(empty)
    assert "is in the library" in panel._title.text()
    assert before.items() <= sealed(empty).items()
    assert not fetched_twice(gate)
    tap(Key.Key_Return)
    empty.settle()
    assert len(set(empty.titles())) == len(empty.titles()) == 31
    assert empty.title == "The last"


@pytest.mark.parametrize("pulled", [False, True], ids=["done", "pulled"])
def test_a_sync_that_ends_behind_a_closed_panel_takes_no_focus(empty, gate, tin, pulled):
    start(empty, gate, tin.path / "review", 3)
    tap(Key.Key_Escape)
    assert empty.window.first_start.isAncestorOf(QApplication.focusWidget())
    if pulled:
        tin.path.rename(tin.path.parent / "pocket")
    gate.open()
    finish(empty)
    focused = QApplication.focusWidget()
    assert focused.isVisible()
    assert empty.window.sync.isHidden()
    assert not empty.window.sync.isAncestorOf(focused)


def test_pulled_half_way_it_goes_on_when_it_is_back(empty, gate, tin):
    panel = empty.window.sync
    start(empty, gate, tin.path / "review", 4)
    tin.path.rename(tin.path.parent / "pocket")
    gate.open()
    finish(empty)
    assert panel._title.text() == "The bundle is gone"
    assert "Put it back, or any other stick" in said(panel)
    assert not panel._first.isEnabled()
    (tin.path.parent / "pocket").rename(tin.path)
    empty.until(panel._first.isEnabled)
    assert empty.window.focusWidget() is panel._first
    tap(Key.Key_Return)
    finish(empty)
    assert "is in the library" in panel._title.text()
    assert not fetched_twice(gate)


def test_pulled_amid_pictures_it_goes_on_from_another_stick(empty, gate, tin, publisher, sticks, tmp_path):
    panel = empty.window.sync
    start(empty, gate, tin.path / "review", 1)
    while not panel._pace.text_is_here:
        gate.let(1)
        empty.until(lambda: gate.waiting)
        QTest.qWait(10)
    tin.path.rename(tmp_path / "pocket")
    gate.open()
    finish(empty)
    assert "All text is here and can be read" in said(panel)
    assert len(empty.titles()) == 31
    before = sealed(empty)
    sticks.append(make_stick(publisher, tmp_path / "RED STICK"))
    empty.until(panel._first.isEnabled)
    tap(Key.Key_Return)
    finish(empty)
    assert "is in the library" in panel._title.text()
    assert before.items() <= sealed(empty).items()
    assert not fetched_twice(gate)
    assert len(set(empty.titles())) == len(empty.titles()) == 31


def test_pulled_amid_pictures_and_closed_it_is_told_of_when_it_is_back(empty, gate, tin, sticks, tmp_path):
    panel, notice = empty.window.sync, empty.window.status.notice
    sticks.append(tin)
    empty.until(lambda: noticed(empty) == 1)
    start(empty, gate, tin.path / "review", 1)
    while not panel._pace.text_is_here:
        gate.let(1)
        empty.until(lambda: gate.waiting)
        QTest.qWait(10)
    tin.path.rename(tmp_path / "pocket")
    sticks.clear()
    gate.open()
    finish(empty)
    empty.press(Key.Key_Escape)
    empty.until(lambda: noticed(empty) == 0)
    assert not notice.isVisible()
    (tmp_path / "pocket").rename(tin.path)
    sticks.append(tin)
    empty.until(notice.isVisible)
    assert notice.words == "A stick with Winter Review, edition 3: more pictures"
    empty.press(Key.Key_O, CONTROL_SHIFT)
    tap(Key.Key_Return)
    finish(empty)
    assert panel._age.text().startswith("more pictures · ")
    assert not panel._now.text()


def test_the_first_start_forgets_a_stick_that_is_pulled_while_it_gives(empty, gate, tin, sticks, tmp_path):
    page = empty.window.first_start
    before = said(page)
    sticks.append(tin)
    empty.until(lambda: "Winter Review" in said(page))
    start(empty, gate, tin.path / "review", 1)
    tin.path.rename(tmp_path / "pocket")
    gate.open()
    finish(empty)
    sticks.clear()
    empty.press(Key.Key_Escape)
    empty.until(lambda: said(page) == before)


def test_an_edition_that_is_read_stays_when_the_next_one_breaks_off(empty, gate, tin, publisher, tmp_path):
    start(empty, gate, tin.path / "review", 0)
    gate.open()
    finish(empty)
    tap(Key.Key_Return)
    empty.settle()
    before = empty.titles()
    publisher.publish(publisher.article("thaw", "The thaw", date="2019-08-01"))
    start(empty, gate, publisher.bundle, 1)
    publisher.bundle.rename(tmp_path / "pocket")
    gate.open()
    finish(empty)
    assert "What you had before can be read as ever" in said(empty.window.sync)
    empty.press(Key.Key_Escape)
    assert empty.titles() == before
    empty.press(Key.Key_J)
    assert empty.title == before[1]


def test_a_damaged_part_is_fetched_from_another_copy(empty, gate, tin, publisher):
    harmed = max((tin.path / "review").rglob("*.seg"), key=lambda one: one.stat().st_size)
    flip(harmed, harmed.stat().st_size - 10)
    empty.window.sync.open_source(tin.path / "review")
    empty.settle()
    gate.passed.clear()
    tap(Key.Key_Return)
    finish(empty)
    assert empty.window.sync._title.text() == "This copy is damaged"
    empty.window.sync.open_source(publisher.bundle)
    empty.settle()
    gate.passed.clear()
    tap(Key.Key_Return)
    finish(empty)
    assert "is in the library" in empty.window.sync._title.text()
    assert len(empty.titles()) == 31


def test_a_stick_that_goes_in_is_told_of_once(empty, tin, sticks, publisher):
    notice = empty.window.status.notice
    sticks.append(tin)
    empty.until(notice.isVisible)
    assert notice.words == "A stick with Winter Review, edition 3: 31 new articles"
    empty.press(Key.Key_O, CONTROL_SHIFT)
    assert "brings Winter Review, edition 3" in empty.window.sync._title.text()
    assert not notice.isVisible()
    empty.press(Key.Key_Escape)
    sticks.clear()
    empty.until(lambda: noticed(empty) == 0)
    sticks.append(tin)
    empty.until(lambda: noticed(empty) == 1)
    empty.settle()
    assert not notice.isVisible()


def test_what_is_told_ends_when_the_stick_is_pulled(empty, tin, sticks):
    notice = empty.window.status.notice
    sticks.append(tin)
    empty.until(notice.isVisible)
    sticks.clear()
    empty.until(lambda: not notice.isVisible())


def test_damaged_and_foreign_sticks_and_those_with_nothing_new_are_silent(
    empty, tin, sticks, publisher, bundle, tmp_path
):
    empty.window.sync.open_source(bundle)
    empty.settle()
    tap(Key.Key_Return)
    finish(empty)
    empty.press(Key.Key_Escape)
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("b"))
    forged = make_stick(other, tmp_path / "FORGED")
    flip(forged.path / "review" / other.id / "latest.signed", 300)
    (tmp_path / "HOLIDAY").mkdir()
    (tmp_path / "HOLIDAY" / "beach.jpg").write_bytes(b"sand")
    sticks.extend([tin, forged, Stick(tmp_path / "HOLIDAY", "HOLIDAY", "h")])
    empty.until(lambda: noticed(empty) == 3)
    empty.settle()
    assert not empty.window.status.notice.isVisible()


def test_notices_can_be_switched_off(empty, tin, sticks):
    looked = []
    empty.window.state.stick_notices = False
    empty.window.syncing.watch.changed.connect(looked.append)
    sticks.append(tin)
    QTest.qWait(350)
    assert not looked
    assert not empty.window.status.notice.isVisible()
    empty.window.state.stick_notices = True
    empty.until(empty.window.status.notice.isVisible)


def test_nobody_looks_while_the_window_is_hidden(empty, tin, sticks):
    empty.window.showMinimized()
    empty.settle()
    sticks.append(tin)
    QTest.qWait(350)
    assert noticed(empty) == 0
    empty.window.showNormal()
    empty.until(empty.window.status.notice.isVisible)


def test_the_first_start_looks_for_sticks_and_says_when_there_is_none(empty, tin, sticks):
    page = empty.window.first_start
    empty.click(next(one for one in page.findChildren(QPushButton) if one.text() == "Look for sticks"))
    assert empty.window.sync._title.text() == "No bundle was found"
    assert "No stick is plugged in" in said(empty.window.sync)
    sticks.append(tin)
    empty.until(lambda: empty.window.sync._title.text() == "1 bundle found")
    empty.settle()
    empty.press(Key.Key_Return)
    assert "brings Winter Review, edition 3" in empty.window.sync._title.text()


def test_the_first_start_says_what_a_stick_brings_and_leads_to_it(empty, tin, sticks):
    page = empty.window.first_start
    before = [one.text() for one in page._buttons]
    page._buttons[1].setFocus()
    sticks.append(tin)
    empty.until(lambda: "Winter Review" in said(page))
    assert [one.text() for one in page._buttons] == ["See", *before]
    assert page._buttons[0].hasFocus()
    tap(Key.Key_Space)
    empty.until(lambda: "brings Winter Review, edition 3" in empty.window.sync._title.text())
    assert not empty.window.status.notice.isVisible()


def test_the_first_start_says_no_more_of_a_stick_that_is_gone(empty, tin, sticks):
    page = empty.window.first_start
    before = said(page), [one.text() for one in page._buttons]
    sticks.append(tin)
    empty.until(lambda: "Winter Review" in said(page))
    sticks.clear()
    empty.until(lambda: "Winter Review" not in said(page))
    assert (said(page), [one.text() for one in page._buttons]) == before


def test_several_bundles_are_chosen_from_by_arrows(empty, tin, sticks, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("b"))
    sticks.extend([tin, make_stick(other, tmp_path / "RED")])
    empty.until(lambda: noticed(empty) == 2)
    empty.window.sync.look_for_sticks()
    empty.settle()
    empty.press(Key.Key_Down)
    empty.press(Key.Key_Return)
    assert "brings Summer Review, edition 1" in empty.window.sync._title.text()


def test_what_can_be_read_is_read_while_the_rest_comes(empty, gate, tin, monkeypatch):
    called = []
    monkeypatch.setattr(QApplication, "alert", called.append)
    monkeypatch.setattr(type(empty.window), "isActiveWindow", lambda _window: False)
    start(empty, gate, tin.path / "review", 1)
    while not empty.window.sync._pace.text_is_here:
        gate.let(1)
        empty.until(lambda: gate.waiting)
        QTest.qWait(10)
    push(empty, "Read now")
    assert empty.window.sync.isHidden()
    empty.until(lambda: empty.title == "The last")
    assert empty.window.sync.running
    gate.open()
    finish(empty)
    notice = empty.window.status.notice
    assert notice.words.startswith("Winter Review, edition 3, is in the library · 31 new articles")
    assert called == [empty.window]
    empty.press(Key.Key_J)
    assert empty.title != "The last"
    empty.press(Key.Key_O, CONTROL_SHIFT)
    assert empty.title == "The last"


def test_the_choice_of_pictures_is_remembered(empty, bundle, publisher):
    panel = empty.window.sync
    panel.open_source(bundle)
    empty.settle()
    boxes = {str(tier): box for tier, box in panel._page._boxes.items()}
    boxes["standard"].setFocus()
    tap(Key.Key_Space)
    tap(Key.Key_Return)
    finish(empty)
    empty.press(Key.Key_Escape)
    publisher.publish(publisher.article("thaw", "The thaw"))
    panel.open_source(bundle)
    empty.settle()
    chosen = {str(tier): box.isChecked() for tier, box in panel._page._boxes.items()}
    assert chosen["standard"] is False


def test_what_a_stick_brings_is_told_when_the_panel_is_closed(empty, tin, sticks, publisher, bundle, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("b"))
    empty.window.sync.open_source(bundle)
    empty.settle()
    sticks.append(make_stick(other, tmp_path / "RED"))
    empty.until(lambda: noticed(empty) == 1)
    assert not empty.window.status.notice.isVisible()
    empty.press(Key.Key_Escape)
    assert "Summer Review" in empty.window.status.notice.words


def test_a_stick_that_can_end_what_broke_off_is_told_of_again(empty, gate, tin, sticks, tmp_path):
    sticks.append(tin)
    notice = empty.window.status.notice
    empty.until(notice.isVisible)
    start(empty, gate, tin.path / "review", 1)
    tin.path.rename(tmp_path / "pocket")
    sticks.clear()
    gate.open()
    finish(empty)
    empty.press(Key.Key_Escape)
    empty.until(lambda: noticed(empty) == 0)
    (tmp_path / "pocket").rename(tin.path)
    sticks.append(tin)
    empty.until(lambda: notice.isVisible() and "A stick with" in notice.words)


def test_a_message_that_passes_covers_the_notice_and_gives_it_back(empty, tin, sticks):
    status = empty.window.status
    sticks.append(tin)
    empty.until(status.notice.isVisible)
    status.say("Starred", lambda: None)
    assert not status.notice.isVisible()
    assert status._label.isVisible()
    status._timer.start(1)
    empty.until(status.notice.isVisible)


def test_a_disk_that_fills_up_amid_a_sync_keeps_what_came(empty, gate, tin, monkeypatch):
    from reader.errors import StoreError
    from reader.store.files import SealedFiles

    start(empty, gate, tin.path / "review", 2)

    def full(*_):
        raise StoreError("disk-full", reason="No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(SealedFiles, "seal", full)
        gate.open()
        finish(empty)
    panel = empty.window.sync
    assert panel._title.text() == "The disk is full"
    push(empty, "Other pictures …")
    empty.settle()
    assert "brings" in panel._title.text()
    push(empty, "Bring it in")
    finish(empty)
    assert "is in the library" in panel._title.text()


def test_details_are_copied_with_the_place(empty, bundle, publisher):
    flip(publisher.folder / "latest.signed", -40)
    empty.window.sync.open_source(bundle)
    empty.settle()
    QTest.keyClick(QGuiApplication.focusWindow(), Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert str(bundle) in copied
    assert "This is not what the publisher signed" in copied
    QGuiApplication.clipboard().clear()


def test_the_list_says_why_a_bundle_cannot_be_used(empty, sticks, publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    old = make_stick(publisher, tmp_path / "OLD")
    publisher.publish(publisher.article("b"))
    empty.window.sync.open_source(publisher.bundle)
    empty.settle()
    tap(Key.Key_Return)
    finish(empty)
    torn = make_stick(publisher, tmp_path / "TORN")
    flip(torn.path / "review" / publisher.id / "latest.signed", -40)
    sticks.extend([old, torn])
    empty.until(lambda: noticed(empty) == 2)
    empty.window.sync.look_for_sticks()
    empty.settle()
    names = [row.accessibleName() for row in empty.window.sync._shown.rows]
    assert "You have a newer edition already · Stick “OLD”" in names[0]
    assert "This is not what the publisher signed · Stick “TORN”" in names[1]
    empty.press(Key.Key_Return)
    assert empty.window.sync._title.text() == "You have a newer edition already"
