"""A publication is removed with the keys alone, and by mouse: what leads to it, what is kept, and what is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from reader.library import Library, browse, mark, searches
from reader.library.index import drain
from reader.library.read import key_of
from reader.library.receive import sync
from reader.library.remove import remove
from reader.model.listing import Node, NodeKind
from reader.store.exclusive import exclusive
from reader.ui.erasing_dialog import ErasingDialog
from tests.support.publisher import Publisher

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def other(tmp_path):
    """Another magazine, with a section and two articles."""
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(
        other.section("sea", "Sea"),
        other.article("tide", "The tide", "Salt and snow.", section="sea", date="2019-07-02"),
        other.article("gull", "The gull", "Salt again.", section="sea", date="2019-07-01"),
    )
    return other


@pytest.fixture
def two(folder, other):
    """A library with both; the other's article is starred, and a search keeps to it."""
    with Library.open(folder) as library:
        sync(library, other.bundle)
        drain(library)
        mark.set_starred(library, [key_of(library, "tide")], True)
        searches.save(library, "salt", publication=other.id)
    return folder


def dialog_of(hand):
    hand.until(lambda: bool(hand.window.findChildren(ErasingDialog)))
    (dialog,) = hand.window.findChildren(ErasingDialog)
    with hand.qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def go_to_command(hand, words):
    hand.press(Key.Key_K, Mod.ControlModifier)
    hand.type(words)
    hand.settle()
    hand.press(Key.Key_Return)


def menu(hand):
    hand.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def remove_by_keys(hand, *, own=False):
    """In the dialog that is open, with its keys: Tab leads from what keeps to what removes."""
    dialog = dialog_of(hand)
    if own:
        dialog.more.setFocus()
        hand.press(Key.Key_Space)
    for _stop in range(3):
        if not dialog.erase.hasFocus():
            hand.press(Key.Key_Tab)
    assert dialog.erase.hasFocus()
    hand.press(Key.Key_Space)
    hand.window.activateWindow()
    hand.until(lambda: "is removed" in hand.window.status._words)
    hand.until(lambda: not hand.session.indexing.running)
    hand.settle()


def test_one_of_two_goes_by_the_keys_from_its_row(open_window, two, other):
    hand = open_window(two)
    hand.window.article_windows.open(hand.find("gull").key)
    hand.until(lambda: hand.window.article_windows.windows[0].reading.prepared is not None)
    hand.window.activateWindow()
    assert hand.title == "The tide"
    heading = next(one for one in hand.window.navigation.tree.branches() if one.publication == other.id)
    hand.window.navigation.setCurrentIndex(hand.window.navigation.tree.index_of(heading.children[0]))
    hand.settle()
    hand.window.navigation.setFocus()
    hand.press(Key.Key_F10, Mod.ShiftModifier)
    opened = menu(hand)
    opened.setActiveAction(next(one for one in opened.actions() if one.text().startswith("Remove this")))
    hand.qtbot.keyClick(opened, Key.Key_Return)
    dialog = dialog_of(hand)
    assert dialog._title.text() == "Remove Summer Review?"
    assert dialog.focusWidget().text() == "Keep it"
    remove_by_keys(hand)
    assert not hand.window.article_windows.windows
    assert [one.title("en") for one in hand.window.publications] == ["Winter Review"]
    assert hand.title == "The courier"
    assert not hand.window.navigator.can_go_back
    assert not hand.window.undoing.last
    assert hand.branch("Latest").count == 27
    assert not any(one.title == "salt" for one in hand.window.navigation.tree.branches())
    hand.search("salt")
    assert hand.titles() == []
    with Library.open(two) as library:
        sync(library, other.bundle)
        assert len(browse.keys(library, Node(NodeKind.STARRED))) == 1
        assert [one.publication for one in searches.saved(library)] == [other.id]


def test_the_only_one_goes_by_its_name_and_the_first_page_is_there(hand, folder):
    identity, state = hand.window.publications[0].id, hand.window.state
    state.sorts = {f"{identity}/section:news": "oldest", "/latest": "title"}
    state.hide_read = [f"{identity}/section:news"]
    state.stick_offers = [f"STICK:{identity}:1"]
    go_to_command(hand, "remove a publication")
    remove_by_keys(hand, own=True)
    assert (state.sorts, state.hide_read, state.stick_offers) == ({"/latest": "title"}, [], [])
    assert hand.window._body.currentWidget() is hand.window.first_start
    assert hand.window.isActiveWindow()
    assert hand.window.first_start.isAncestorOf(QApplication.focusWidget())
    assert hand.window.bar.title.text() == "Packhorse"
    assert hand.window.reading.prepared is None
    hand.end()
    assert not list((folder / "publications").iterdir())
    assert identity not in (folder / "window.json").read_text("utf-8")
    with Library.open(folder) as library:
        assert library.store.removals.guards() == ()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_return_and_esc_keep_it(hand, key):
    go_to_command(hand, "remove a publication")
    dialog_of(hand)
    hand.press(key)
    hand.until(lambda: not hand.window.findChildren(ErasingDialog))
    assert len(hand.window.publications) == 1
    assert hand.branch("Latest").count == 27


def test_the_heading_has_it_by_mouse(hand):
    tree = hand.window.navigation
    at = tree.visualRect(tree.tree.index_of(hand.branch("Sections"))).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), asked)
    opened = menu(hand)
    (action,) = opened.actions()
    hand.qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.actionGeometry(action).center())
    dialog = dialog_of(hand)
    assert "27 articles" in dialog.findChildren(type(dialog._title))[1].text()
    dialog.reject()


def test_of_two_one_is_chosen_under_the_sync_button(open_window, two):
    hand = open_window(two)
    hand.press(Key.Key_O, Mod.ControlModifier)
    opened = menu(hand)
    opened.setActiveAction(opened.actions()[-1])
    hand.qtbot.keyClick(opened, Key.Key_Return)
    hand.until(lambda: "Summer Review" in [one.text() for one in menu(hand).actions()])
    hand.qtbot.keyClick(menu(hand), Key.Key_Return)
    assert dialog_of(hand)._title.text() == "Remove Summer Review?"
    hand.press(Key.Key_Escape)


def test_it_is_refused_while_an_edition_is_brought_in(hand, monkeypatch):
    monkeypatch.setattr(type(hand.window.sync), "running", True)
    go_to_command(hand, "remove a publication")
    assert hand.window.status._words == "Wait until the edition is brought in, then remove the publication."
    assert not hand.window.findChildren(ErasingDialog)


def test_it_is_refused_while_another_process_syncs(hand, folder):
    go_to_command(hand, "remove a publication")
    dialog = dialog_of(hand)
    with exclusive(folder):
        dialog.erase.click()
        hand.until(lambda: "Another sync is under way" in hand.window.status._words)
    assert hand.window.status._work.isHidden()
    hand.settle()
    assert hand.title == "The courier"
    assert len(hand.window.publications) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_what_was_removed_while_the_window_was_closed_is_not_come_back_to(open_window, two, other, whole):
    hand = open_window(two)
    if whole:
        hand.window.open_node(Node(NodeKind.LATEST, "", other.id))
        hand.settle()
    assert hand.title == "The tide"
    hand.end()
    with Library.open(two) as library:
        remove(library, other.id)
    again = open_window(two)
    again.until(lambda: again.title == "The courier")
    assert again.titles(2) == ["The courier", "The census"]


def test_a_note_that_was_just_typed_is_kept(hand, folder, publisher):
    hand.press(Key.Key_E)
    hand.type("Compare the seals")
    hand.window.removing.choose()
    remove_by_keys(hand)
    with Library.open(folder) as library:
        assert library.store._db.execute("SELECT text FROM note").fetchall()[0][0] == "Compare the seals"
