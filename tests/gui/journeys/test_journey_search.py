"""Searching: hits in the list, the last keystroke, leaving, marks in the article, odd queries; and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
HOSTILE = [
    '"',
    "(((",
    "title:",
    "a* OR *",
    "NOT",
    "-",
    "../../etc/passwd",
    "'; DROP TABLE",
    "\u202e\u0000x",
    "[1 TO",
    "a" * 500,
]


def test_two_words_show_ranked_hits_and_how_many(hand):
    hand.search("winter road")
    assert hand.titles(1) == ["The courier"]
    assert hand.heading == "1 result"
    assert hand.find("courier").marks
    assert hand.window.bar.search.hasFocus()
    hand.window.bar.search.selectAll()
    hand.type("lantern tea")
    hand.settle()
    assert hand.heading == "24 results"


def test_the_last_keystroke_wins(hand):
    hand.press(Key.Key_Slash)
    hand.type("courier")
    for _letter in "courier":
        hand.press(Key.Key_Backspace)
    hand.type("counted")
    hand.settle()
    assert (hand.node, hand.titles()) == ("search:counted", ["The census"])


def test_esc_clears_and_goes_back_to_the_list_and_then_leaves(hand):
    hand.select("Essays")
    hand.search("courier")
    hand.press(Key.Key_Escape)  # the suggestions first
    hand.press(Key.Key_Escape)
    assert (hand.window.bar.search.text(), hand.node) == ("", "section:essays")
    hand.press(Key.Key_Escape)
    assert hand.window.articles.view.hasFocus()


def test_esc_before_the_answer_leaves_nothing_behind(hand):
    hand.press(Key.Key_Slash)
    hand.type("courier")
    hand.press(Key.Key_Escape)
    assert (hand.window.bar.search.text(), hand.node) == ("", "latest")


def test_a_hit_that_is_opened_has_its_words_marked(hand):
    hand.search("counted")
    hand.press(Key.Key_Return)
    assert hand.window.articles.view.hasFocus()
    hand.press(Key.Key_Home)
    hand.press(Key.Key_Return)
    assert hand.title == "The census"
    assert hand.window.look.theme.mark in hand.window.reading.browser.toHtml()


def test_enter_and_enter_open_the_first_hit(hand):
    hand.search("counted")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_Return)
    assert hand.title == "The census"
    assert hand.window.articles.view.selected() == 0


def test_a_query_that_finds_nothing_says_what_to_do(hand):
    hand.search("zzzz qqqq")
    pane = hand.window.articles
    assert pane.empty.isVisible()
    assert pane.empty.accessibleName().startswith("Nothing found")
    hand.press(Key.Key_Escape)
    assert pane.view.isVisible()
    assert len(hand.titles()) == 27


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_breaks_the_window(hand, query):
    hand.paste(query)
    if not hand.window.completing.popup.isHidden():
        hand.press(Key.Key_Escape)  # the suggestions go first
    hand.press(Key.Key_Escape)
    assert (hand.node, len(hand.titles())) == ("latest", 27)


def test_arabic_is_found(hand):
    hand.paste("الثلج")
    assert hand.titles() == ["عبر الممر"]


def test_back_and_forward_go_over_lists_articles_and_searches(hand):
    hand.select("Essays")
    hand.press(Key.Key_J)
    hand.search("lantern")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_End)
    seen = [(hand.node, hand.title)]
    while hand.window.navigator.can_go_back:
        hand.press(Key.Key_Left, ALT)
        seen.append((hand.node, hand.title))
    assert ("section:essays", "The census") in seen
    assert seen[-1] == ("latest", "The courier")
    assert not hand.window.bar.back.isEnabled()
    again = [seen[-1]]
    while hand.window.navigator.can_go_forward:
        hand.press(Key.Key_Right, ALT)
        again.append((hand.node, hand.title))
    assert again == seen[::-1]
    assert hand.window.bar.search.text() == "lantern"


def test_back_and_forward_keep_the_places_in_the_page_and_in_the_list(hand):
    hand.select("North")
    hand.window.articles.view.setFocus()
    hand.press(Key.Key_End)
    hand.window.articles.view.verticalScrollBar().triggerAction(QScrollBar.SliderAction.SliderSingleStepSub)
    row, title = hand.window.articles.view.above(), hand.title
    page = hand.scroll_to(0.5)
    hand.select("Essays")
    hand.press(Key.Key_J)
    other = hand.scroll_to(0.3)
    assert hand.title != title
    while hand.node != "section:north":
        hand.press(Key.Key_Left, ALT)
    assert (hand.title, hand.window.articles.view.above()) == (title, row)
    assert row > 0 != row % 1
    assert hand.fraction == pytest.approx(page, abs=0.01)
    while hand.window.navigator.can_go_forward:
        hand.press(Key.Key_Right, ALT)
    assert hand.fraction == pytest.approx(other, abs=0.01)


def test_leaving_a_search_adds_no_step_to_the_way_back(hand):
    hand.select("Essays")
    hand.search("courier")
    hand.press(Key.Key_Escape)  # the suggestions first
    hand.press(Key.Key_Escape)
    hand.press(Key.Key_Left, ALT)
    assert hand.node == "latest"


def test_mark_all_read_takes_every_hit(hand):
    hand.search("lantern")
    hand.press(Key.Key_Return)
    hand.press(Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    hand.window.articles.view.scrollToBottom()  # rows are fetched where they are seen
    model = hand.window.articles.articles
    hand.qtbot.waitUntil(lambda: all(model.row(place) for place in range(24)))
    assert {model.row(place).id for place in range(24) if model.row(place).read} == {f"item-{n}" for n in range(24)}
