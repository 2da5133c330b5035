"""Going from mark to mark in an article that was opened from a search."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from reader.library import Library, mark
from reader.library.index import drain
from reader.library.receive import sync

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LINE = "Nothing of it here at all, only plain words. " * 12 + "\n\n"
LONG = LINE * 30 + "A beacon *burns* here.\n\n" + LINE * 30 + "Another beacon, and a bea*con* more.\n\n" + LINE * 30


@pytest.fixture
def lit(publisher, tmp_path):
    """A library with a long article that has marks far down, and another."""
    articles = [
        publisher.article("signals", "Signals", LONG, date="2019-06-30"),
        publisher.article("other", "Other", "A beacon.", date="2019-06-29"),
    ]
    bundle = publisher.publish(publisher.section("news", "News", position=1), *articles)
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
    return tmp_path / "library"


@pytest.fixture
def hand(open_window, lit):
    """The window at an article that the search does not find first, so that hits are opened from the list."""
    return open_window(lit)


def search(driver, words):
    driver.press(KEY.Key_Slash)
    driver.type(words)
    driver.press(KEY.Key_Return)


def open_hit(driver, title):
    view = driver.window.articles.view
    place = driver.titles().index(title)
    view.setCurrentIndex(driver.window.articles.articles.index(place))
    driver.settle()


def told(driver):
    return driver.window.status._reading.text().split(" · ")[0]


def test_a_hit_opens_at_its_first_mark(hand):
    search(hand, "beacon")
    open_hit(hand, "Other")
    open_hit(hand, "Signals")
    assert hand.title == "Signals"
    assert told(hand) == "Found 1 of 3"
    assert hand.window.reading.browser.verticalScrollBar().value() > 0


def test_f3_goes_on_round_and_round(hand):
    search(hand, "beacon")
    open_hit(hand, "Other")
    open_hit(hand, "Signals")
    seen = []
    for _ in range(3):
        hand.press(KEY.Key_F3)
        seen.append(told(hand))
    assert seen == ["Found 2 of 3", "Found 3 of 3", "Found 1 of 3"]
    hand.press(KEY.Key_F3, SHIFT)
    assert told(hand) == "Found 3 of 3"


def test_looking_places_up_leaves_the_kept_position_alone(hand, lit):
    search(hand, "beacon")
    open_hit(hand, "Other")
    open_hit(hand, "Signals")
    key = hand.row("signals").key
    hand.press(KEY.Key_F3)
    open_hit(hand, "Other")
    with Library.open(lit) as library:
        assert mark.position(library, key) == 0


def test_while_typing_the_page_that_is_open_stays_where_it_is(hand):
    browser = hand.window.reading.browser
    browser.verticalScrollBar().setValue(900)
    before = browser.fraction()
    hand.press(KEY.Key_Slash)
    hand.type("beacon")
    assert hand.title == "Signals"
    assert browser.fraction() == pytest.approx(before, abs=0.01)


def test_enter_on_the_hit_that_is_open_goes_to_its_first_mark(hand):
    assert hand.title == "Signals"
    search(hand, "beacon")
    open_hit(hand, "Signals")
    hand.press(KEY.Key_Return)
    assert told(hand) == "Found 1 of 3"


def test_the_find_bar_has_f3_while_it_is_open(hand):
    search(hand, "beacon")
    open_hit(hand, "Other")
    open_hit(hand, "Signals")
    hand.press(KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    hand.type("plain")
    hand.press(KEY.Key_F3)
    assert told(hand) == "Found 1 of 3"
    hand.press(KEY.Key_Escape)
    hand.press(KEY.Key_F3)
    assert told(hand) == "Found 2 of 3"


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_marks_are_found_in_every_theme(hand, theme):
    search(hand, "beacon")
    open_hit(hand, "Other")
    open_hit(hand, "Signals")
    hand.window.state.theme = theme
    hand.window.restyle()
    hand.settle()
    assert told(hand) == "Found 1 of 3"


def test_each_letter_changes_the_marks_of_the_page_at_most_once_and_never_takes_them_away_first(hand):
    search(hand, "beac")
    open_hit(hand, "Signals")
    marked = []
    hand.window.reading.shown.connect(lambda _page: marked.append(bool(hand.window.reading.found)))
    hand.window.bar.search.setFocus()
    hand.window.bar.search.end(False)
    for letter in "on":
        hand.type(letter)
    assert hand.window.bar.search.text() == "beacon"
    assert len(marked) <= len("on")
    assert all(marked)
    hand.type("x")
    assert marked[-1] is False


def test_an_opened_hit_is_painted_where_it_stays(hand):
    """Painting it at its top first would be seen as a leap, and costs as much as the page itself."""
    search(hand, "beacon")
    open_hit(hand, "Other")
    browser = hand.window.reading.browser
    tops = []

    class Painted(QObject):
        def eventFilter(self, _watched, event):  # noqa: N802  (Qt's name)
            if event.type() == QEvent.Type.Paint and hand.title == "Signals":
                tops.append(browser.verticalScrollBar().value())
            return False

    painted = Painted()
    browser.viewport().installEventFilter(painted)
    open_hit(hand, "Signals")
    assert set(tops) == {browser.verticalScrollBar().value()}
