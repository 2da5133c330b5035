"""Read and starred: when, where it shows, and back."""

from PySide6.QtCore import Qt

from reader.ui.reading import reading_clock

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_an_article_is_read_when_it_was_on_the_screen_for_a_while(hand, monkeypatch):
    monkeypatch.setattr(reading_clock, "SECONDS", 0.4)
    hand.press(Key.Key_J)
    assert not hand.row.read
    hand.until(lambda: hand.find("census").read)
    assert not hand.find("courier").read
    hand.until(lambda: hand.branch("Unread").unread == 26)
    hand.until(lambda: hand.branch("Essays").unread == 0)


def test_the_clock_stands_while_the_page_is_not_on_the_screen(open_window, folder, monkeypatch):
    hand = open_window(folder, size=(500, 700))
    monkeypatch.setattr(reading_clock, "SECONDS", 0.4)
    hand.press(Key.Key_J)
    for _tick in range(2):
        hand.qtbot.waitSignal(hand.window.reading.clock._timer.timeout, timeout=5000).wait()
    assert hand.panes() == {"list"}
    assert not hand.find("census").read


def test_m_toggles_and_the_counts_follow(hand):
    hand.press(Key.Key_M)
    assert hand.find("courier").read
    hand.until(lambda: (hand.branch("Unread").unread, hand.branch("News").unread) == (26, 25))
    hand.press(Key.Key_M)
    assert not hand.find("courier").read
    hand.until(lambda: (hand.branch("Unread").unread, hand.branch("News").unread) == (27, 26))


def test_a_star_is_shown_everywhere(hand):
    hand.press(Key.Key_S)
    assert hand.find("courier").starred
    assert hand.window.bar.star.isChecked()
    hand.until(lambda: hand.branch("Starred").count == 1)
    hand.select("Starred")
    assert hand.titles() == ["The courier"]
    hand.click(hand.window.bar.star)
    assert not hand.row.starred
    hand.until(lambda: hand.branch("Starred").count == 0)


def test_all_are_marked_read_and_undo_gives_back_only_those(hand):
    hand.press(Key.Key_M)
    hand.press(Key.Key_A, Mod.ShiftModifier)
    assert hand.find("item-20").read
    hand.until(lambda: hand.branch("Unread").unread == 0)
    hand.press(Key.Key_Z, Mod.ControlModifier)
    hand.until(lambda: hand.branch("Unread").unread == 26)
    assert hand.find("courier").read
    assert not hand.find("item-20").read


def test_what_was_opened_is_in_the_history_newest_first(hand):
    hand.press(Key.Key_J)
    hand.press(Key.Key_J)
    hand.select("History")
    assert hand.titles() == ["عبر الممر", "The census", "The courier"]


def test_an_article_that_was_read_through_with_space_is_read(hand):
    clock = hand.window.reading.clock
    hand.qtbot.waitSignal(clock._timer.timeout, timeout=5000).wait()
    while hand.title == "The courier":
        hand.press(Key.Key_Space)
    assert hand.find("courier").read
