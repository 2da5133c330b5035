"""Searching with an input method: what is composed is searched at once, and nothing breaks it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync

KEY = Qt.Key


@pytest.fixture
def folder(publisher, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        make("ma", "驮书的马", "图书管理员骑着骡子，把两袋书送到山里的学校。", language="zh-Hans", date="2019-06-30"),
        make("hon", "本を運ぶ馬", "図書館の人々は、川に沿って本を運んだ。", language="ja", date="2019-06-20"),
        make(
            "chaek", "책을 나르는 말", "사서는 도서관에서 산골 학교까지 책을 날랐다.", language="ko", date="2019-06-10"
        ),
        make("snow", "Snow", "Snow and tushu.", date="2019-05-10"),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
    return tmp_path / "library"


@pytest.fixture
def hand(driver, qapp):
    driver.press(KEY.Key_Slash)

    def compose(preedit, commit=""):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        qapp.sendEvent(driver.window.bar.search, event)
        driver.settle()

    driver.compose = compose
    return driver


def asked(hand):
    return hand.shown.node.id


def test_chosen_characters_are_searched_at_once(hand):
    hand.compose("", "书")
    assert (asked(hand), hand.titles()) == ("书", ["驮书的马", "本を運ぶ馬"])
    hand.compose("", "的")
    assert (asked(hand), hand.titles()) == ("书的", ["驮书的马"])


def test_letters_of_the_keyboard_are_not_searched_before_they_are_characters(hand):
    hand.compose("", "图")
    before = hand.titles()
    for preedit in ("s", "sh", "shu", "shu'g"):
        hand.compose(preedit)
        assert (asked(hand), hand.titles()) == ("图", before)
    hand.compose("书g")  # the first is chosen already
    assert asked(hand) == "图书"
    hand.compose("", "书管")
    assert (asked(hand), hand.titles()) == ("图书管", ["驮书的马"])
    assert hand.window.bar.search.text() == "图书管"


def test_a_syllable_of_hangul_is_searched_while_it_is_composed(hand):
    hand.compose("ㅊ")
    assert hand.shown.node.kind.value == "latest"
    hand.compose("채")
    hand.compose("책")
    assert (asked(hand), hand.titles()) == ("책", ["책을 나르는 말"])
    assert hand.window.bar.search.text() == ""
    hand.compose("", "책")
    assert (asked(hand), hand.window.bar.search.text()) == ("책", "책")


def test_hits_stay_while_a_syllable_is_not_whole(hand):
    hand.compose("", "도")
    for preedit in ("서", "석", "서"):
        hand.compose(preedit)
        assert hand.titles() == ["책을 나르는 말"]
    hand.compose("", "서")
    for preedit in ("고", "과", "관"):
        hand.compose(preedit)
        assert (asked(hand), hand.titles()) == (f"도서{preedit}", ["책을 나르는 말"])


def test_kana_wait_until_they_are_converted(hand):
    hand.compose("", "運ぶ")
    for preedit in ("と", "とs", "としょかん"):
        hand.compose(preedit)
        assert asked(hand) == "運ぶ"
    hand.compose("図書館")
    assert asked(hand) == "運ぶ図書館"
    hand.compose("", "")
    assert asked(hand) == "運ぶ"


def test_it_is_composed_at_the_cursor(hand):
    hand.type("snow and")
    hand.window.bar.search.setCursorPosition(5)
    hand.compose("书")
    assert asked(hand) == "snow 书and"


def test_suggestions_leave_the_room_to_the_input_method(hand):
    hand.type("sn")
    popup = hand.window.completing.popup
    assert not popup.isHidden()
    hand.compose("shu")
    assert popup.isHidden()
    hand.compose("", "书")
    assert hand.window.bar.search.hasFocus()
    assert hand.window.bar.search.text() == "sn书"


def test_a_new_list_does_not_take_what_is_composed(hand):
    hand.compose("", "图")
    hand.compose("shu")
    hand.window.refresh()
    hand.settle()
    assert hand.window.bar.search.is_composing
    hand.compose("", "书")
    assert hand.window.bar.search.text() == "图书"
