"""What the window remembers, after it was closed and after it was killed."""

import shutil

import pytest
from PySide6.QtCore import Qt

from reader.model.listing import Sort
from reader.ui import state as storage

Key = Qt.Key
TORN = [b"", b"{", b"[1]", b'{"node": 5, "panes": ["a"], "article": -3}', b'{"node": "no:kind"}']


def settle_in(hand):
    """Read somewhere in the middle of things; answers what is seen."""
    window, navigation = hand.window, hand.window.navigation
    window.articles.view.setFocus()
    hand.press(Key.Key_End)
    hand.scroll_to(0.4)
    navigation.expand(navigation.tree.index_of(hand.branch("Tags")))
    navigation.collapse(navigation.tree.index_of(hand.branch("News")))
    window.state.theme = "sepia"
    window.restyle()
    hand.settle()
    window.panes.moveSplitter(300, 1)
    window.panes.moveSplitter(720, 2)
    hand.settle()
    return seen(hand)


def seen(hand):
    """What a reader would miss if it were not restored."""
    window, navigation = hand.window, hand.window.navigation
    return {
        "node": hand.node,
        "title": hand.title,
        "row": window.articles.view.above(),
        "tags": navigation.isExpanded(navigation.tree.index_of(hand.branch("Tags"))),
        "news": navigation.isExpanded(navigation.tree.index_of(hand.branch("News"))),
        "theme": window.look.theme.name,
        "widths": window.panes.sizes(),
        "size": (window.width(), window.height()),
    }


@pytest.fixture
def opened_again(open_window, folder):
    def again(other=folder):
        return open_window(other, size=None)

    return again


def test_a_window_that_was_closed_comes_back_as_it_was(hand, opened_again):
    before, fraction = settle_in(hand), hand.fraction
    hand.end()
    after = opened_again()
    assert seen(after) == before
    assert after.fraction == pytest.approx(fraction, abs=0.02)
    assert not after.window.navigator.can_go_back


def test_a_window_that_was_killed_comes_back_as_it_was(hand, opened_again, folder, tmp_path):
    before, fraction = settle_in(hand), hand.fraction
    hand.until(lambda: storage.load(folder).panes == hand.window.panes.sizes())
    hand.until(lambda: not hand.window.memory._soon.isActive() and not hand.waiting())
    left = shutil.copytree(folder, tmp_path / "after the power cut")
    after = opened_again(left)
    assert seen(after) == before
    assert after.fraction == pytest.approx(fraction, abs=0.02)


def test_a_search_comes_back(hand, opened_again):
    hand.search("lantern")
    hand.end()
    after = opened_again()
    assert (after.node, after.heading, after.window.bar.search.text()) == ("search:lantern", "24 results", "lantern")


def test_the_order_of_a_list_comes_back(hand, opened_again):
    hand.select("North")
    hand.window.articles.header._choices[Sort.TITLE].trigger()
    hand.settle()
    titles = hand.titles(3)
    hand.end()
    after = opened_again()
    assert after.titles(3) == titles
    assert titles[0] == "Item 0"


@pytest.mark.parametrize("torn", TORN, ids=range(len(TORN)))
def test_a_torn_memory_opens_as_at_the_first_start(open_window, folder, torn):
    (folder / storage.FILE).write_bytes(torn)
    hand = open_window(folder)
    assert hand.title in {"The courier", ""}
    assert len(hand.titles()) == 27


def test_an_article_that_is_gone_is_no_trouble(hand, opened_again, folder):
    hand.end()
    state = storage.load(folder)
    state.article, state.row, state.node = 99_999, 500, "section:nowhere"
    storage.save(folder, storage.as_values(state))
    after = opened_again()
    assert after.window.isVisible()
    after.select("Latest")
    assert len(after.titles()) == 27
