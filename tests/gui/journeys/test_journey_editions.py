"""The first start, the first edition, the next one, a forged one; and the index that follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from reader.bundle.document import SignedDocument
from reader.bundle.fingerprint import fingerprint
from reader.ui.sync.offer_page import OfferPage
from reader.ui.words import unbroken
from tests.gui.journeys import magazine
from tests.support.publisher import Publisher, cut, flip

Key = Qt.Key


@pytest.fixture
def bundle(publisher):
    return magazine.publish(publisher)


@pytest.fixture
def empty(open_window, tmp_path):
    return open_window(tmp_path / "new reader")


def said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def offer(hand, bundle):
    """Open a source; answers what the panel says."""
    hand.window.sync.open_source(bundle)
    hand.settle()
    return said(hand.window.sync)


def accept(hand):
    """Press the likeliest button, and wait until the edition is in."""
    with hand.qtbot.waitSignal(hand.window.sync.finished, timeout=20_000):
        hand.press(Key.Key_Return)
    hand.settle()


def indexed(hand):
    """Wait until the indexing process has ended by itself."""
    hand.until(lambda: not hand.session.indexing.running)
    hand.settle()


def bring_in(hand, bundle):
    """Open, accept, read."""
    offer(hand, bundle)
    with hand.qtbot.waitSignal(hand.session.indexing.finished, timeout=30_000):
        accept(hand)
        hand.press(Key.Key_Return)
    indexed(hand)


def test_an_empty_library_says_what_to_do(empty):
    page = empty.window.first_start
    assert page.isVisible()
    assert "bundle" in page.accessibleName()
    names = [one.text() for one in page.findChildren(QPushButton)]
    assert names[:2] == ["Open a folder or a stick …", "Open a zip file …"]
    assert not empty.window.bar.search.isEnabled()


def test_the_first_edition_is_offered_with_its_fingerprint_and_read(empty, bundle, publisher):
    words = offer(empty, bundle)
    root = SignedDocument.parse(publisher.keyring.roots[0]).payload
    assert fingerprint(root) in words
    assert "first time" in words
    assert empty.window.first_start.isVisible()
    accept(empty)
    assert "27 new articles" in said(empty.window.sync)
    empty.press(Key.Key_Return)
    assert not empty.window.sync.isVisible()
    assert (empty.title, len(empty.titles())) == ("The courier", 27)
    assert "Winter Review" in empty.window.bar.title.text()
    empty.press(Key.Key_J)
    assert empty.title == "The census"


def test_another_magazine_of_the_same_name_is_not_taken_for_a_new_one(empty, bundle, tmp_path):
    bring_in(empty, bundle)
    empty.window.sync.close_panel()
    forger = Publisher(tmp_path / "forger", "winter  REVIEW")
    forged = forger.publish(forger.section("news", "News"), forger.article("lie", "A lie", section="news"))
    words = offer(empty, forged)
    assert "Take care" in words
    assert fingerprint(SignedDocument.parse(forger.keyring.roots[0]).payload) in words
    (known,) = (info.fingerprint for info in empty.window.publications)
    assert unbroken(known) in words
    empty.press(Key.Key_Return)  # the likeliest answer
    assert not empty.window.sync.isVisible()
    assert len(empty.window.publications) == 1
    offer(empty, forged)
    (taken,) = (one for one in empty.window.sync.findChildren(QPushButton) if one.text() == "Bring it in")
    with empty.qtbot.waitSignal(empty.window.sync.finished, timeout=20_000):
        empty.click(taken)
    empty.settle()
    empty.window.sync.close_panel()
    titles = {info.title("en") for info in empty.window.publications}
    headings = {one.title for one in empty.window.navigation.tree.branches() if one.heading}
    assert len({title.casefold() for title in titles}) == 2
    assert titles <= headings


def test_the_first_edition_can_be_left(empty, bundle):
    offer(empty, bundle)
    empty.press(Key.Key_Escape)
    assert not empty.window.sync.isVisible()
    assert empty.window.first_start.isVisible()
    assert empty.titles() == []


def test_keys_of_the_window_do_nothing_below_the_panel(hand, bundle):
    offer(hand, bundle)
    for key in (Key.Key_J, Key.Key_S, Key.Key_M, Key.Key_Slash):
        hand.press(key)
    assert (hand.title, hand.row.starred, hand.row.read) == ("The courier", False, False)
    hand.press(Key.Key_Escape)
    hand.press(Key.Key_J)
    assert hand.title == "The census"


def test_the_next_edition_changes_only_what_it_brings(empty, bundle, publisher):
    bring_in(empty, bundle)
    empty.press(Key.Key_J)
    empty.press(Key.Key_S)
    fraction, before = empty.scroll_to(0.5), empty.titles()
    publisher.publish(publisher.article("thaw", "The thaw", "The yak market.", date="2019-07-10"), withdraw=("item-3",))
    assert "edition 2" in offer(empty, bundle)
    accept(empty)
    assert "1 new article" in said(empty.window.sync)
    empty.press(Key.Key_Escape)
    empty.settle()
    assert empty.titles() == ["The thaw", *(one for one in before if one != "Item 3")]
    assert (empty.title, empty.row.starred) == ("The census", True)
    assert empty.fraction == pytest.approx(fraction, abs=0.02)
    indexed(empty)


def test_the_same_edition_again_says_that_it_is_here(empty, bundle):
    bring_in(empty, bundle)
    assert "You have all of this already." in offer(empty, bundle)


@pytest.mark.parametrize("harm", ["edition", "segment", "cut"])
def test_a_forged_or_torn_bundle_says_so_and_changes_nothing(hand, publisher, bundle, harm):
    before = hand.titles()
    if harm == "edition":
        flip(publisher.folder / "latest.signed", -40)
    else:
        for path in publisher.segment_files():
            flip(path, path.stat().st_size // 2) if harm == "segment" else cut(path, 100)
    words = offer(hand, bundle)
    if hand.window.sync.findChild(OfferPage):
        hand.press(Key.Key_Return)
        hand.until(lambda: not hand.window.sync.running)
        words = said(hand.window.sync)
    assert "cannot be brought in" in words
    assert not any(sign in words for sign in ("Traceback", "Error", "{", "_", "?"))
    hand.press(Key.Key_Escape)
    assert (hand.titles(), hand.title) == (before, "The courier")
    assert not hand.window.sync.isVisible()


def test_what_a_sync_brings_is_indexed_and_found(empty, bundle, publisher):
    bring_in(empty, bundle)
    empty.search("lantern")
    assert empty.heading == "24 results"
    empty.press(Key.Key_Escape)
    publisher.publish(publisher.article("thaw", "The thaw", "The yak market."))
    bring_in(empty, bundle)
    empty.search("yak")
    assert empty.titles() == ["The thaw"]


def test_a_search_that_waits_for_the_index_fills_by_itself(empty, bundle):
    offer(empty, bundle)
    accept(empty)
    empty.press(Key.Key_Return)
    empty.search("lantern")
    empty.until(lambda: empty.heading == "24 results")
    indexed(empty)


def test_closing_ends_the_indexing_process_and_the_next_start_goes_on(empty, bundle, open_window, tmp_path):
    offer(empty, bundle)
    accept(empty)
    empty.until(lambda: empty.session.indexing.running)
    empty.end()
    again = open_window(tmp_path / "new reader")
    again.search("lantern")
    again.until(lambda: again.heading == "24 results")
    indexed(again)


def test_closing_in_the_middle_of_a_sync_leaves_a_library_that_opens(empty, bundle, open_window, tmp_path):
    offer(empty, bundle)
    empty.window.sync._first.click()
    empty.end()
    again = open_window(tmp_path / "new reader")
    assert len(again.titles()) in {0, 27}
    if not again.titles():
        bring_in(again, bundle)
    indexed(again)
    assert len(again.titles()) == 27
