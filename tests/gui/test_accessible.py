"""What a screen reader is told: that the audit of it notices what is wrong, and what it cannot see in a window that stands still."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QWidget,
)

from reader.ui.preferences.choices import Choices
from reader.ui.spoken import speak_roles
from tests.states.accessible import untold


class _Painted(QWidget):
    def mousePressEvent(self, event):  # noqa: N802  (Qt's name)
        event.accept()


class _Known(_Painted):
    spoken_role = QAccessible.Role.Graphic


def named(widget, name):
    widget.setAccessibleName(name)
    return widget


def focusable(widget):
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return widget


def grouped():
    group = QButtonGroup()
    button = QToolButton(text="Serif", checkable=True)
    group.addButton(button)
    button.kept = group
    return button


def with_rows(*words):
    rows = named(QListWidget(), "Sections")
    rows.addItems(words)
    rows.setCurrentRow(0)
    return rows


@pytest.fixture
def audit(qtbot):
    """Shows widgets in one window, and answers what is wrong with them."""
    speak_roles()

    def audited(*widgets):
        whole = QDialog()
        whole.setAccessibleName("All")
        qtbot.addWidget(whole)
        line = QHBoxLayout(whole)
        for widget in widgets:
            widget.setMinimumSize(20, 20)
            line.addWidget(widget)
        whole.show()
        return untold(whole)

    return audited


WRONG = {
    "has no name": lambda: [QToolButton()],
    "has markup in its name": lambda: [QLabel("x"), named(QPushButton(), "<b>Go</b>")],
    "has a mnemonic in its name": lambda: [named(QToolButton(), "&Open")],
    "is there and says nothing": lambda: [QLabel("")],
    "takes the focus and has no role": lambda: [named(focusable(QWidget()), "Map")],
    "is pressed and has no role": lambda: [named(_Painted(), "Map")],
    "has a name that is never said": lambda: [named(QFrame(), "Suggestions")],
    "cannot be reached by keys": lambda: [QPushButton("Go", focusPolicy=Qt.FocusPolicy.NoFocus)],
    "does not say whether it is one of several": lambda: [grouped()],
    "which is not in its name": lambda: [named(QPushButton("Clear"), "Forget all")],
    "does not say what is chosen there": lambda: [named(QComboBox(placeholderText="-"), "Language")],
    "stands beside another that is called the same": lambda: [QPushButton("Go"), QPushButton("Go")],
}


@pytest.mark.parametrize("fault", WRONG)
def test_the_audit_notices(fault, audit):
    assert any(fault in one for one in audit(*WRONG[fault]()))


def test_rows_that_are_called_the_same_are_noticed(audit):
    assert any("stands beside another" in one for one in audit(with_rows("News", "News")))


def test_the_audit_is_content_with_what_is_well_made(audit):
    radio = QPushButton("Serif", checkable=True, autoExclusive=True)
    well = [QPushButton("Go"), radio, QLabel("Theme"), named(focusable(_Known()), "Map"), with_rows("News", "Essays")]
    assert audit(*well) == []


def test_a_role_of_ours_is_told(qtbot):
    speak_roles()
    widget = _Known()
    qtbot.addWidget(widget)
    assert QAccessible.queryAccessibleInterface(widget).role() is QAccessible.Role.Graphic


def test_a_star_is_told_by_its_state_not_by_another_name(driver):
    driver.press(Qt.Key.Key_J)
    told = QAccessible.queryAccessibleInterface(driver.window.bar.star)
    before = told.text(QAccessible.Text.Name), told.state().checked
    driver.press(Qt.Key.Key_S)
    assert (before, told.text(QAccessible.Text.Name), told.state().checked) == (("Star", False), "Star", True)


def test_what_was_read_is_told_as_a_share(driver):
    driver.press(Qt.Key.Key_J)
    line = QAccessible.queryAccessibleInterface(driver.window.reading.progress)
    assert line.role() is QAccessible.Role.ProgressBar
    assert line.text(QAccessible.Text.Value)


def test_arrows_go_through_choices_and_tab_leaves_them(qtbot):
    choices = Choices("Width", {1: "Narrow", 2: "Medium", 3: "Wide"})
    qtbot.addWidget(choices)
    choices.show_value(2)
    choices.chosen.connect(choices.show_value)
    choices.show()
    with qtbot.waitActive(choices):
        choices.activateWindow()
    choices.buttons[2].setFocus()
    for key, pressed in ((Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Left, 1)):
        qtbot.keyClick(choices.focusWidget(), key)
        assert choices.buttons[pressed].isChecked()
        assert choices.focusWidget() is choices.buttons[pressed]
    assert [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in choices.buttons.values()] == [
        True,
        False,
        False,
    ]


@pytest.fixture
def told(driver, monkeypatch):
    """What a screen reader is told of rows, as pairs of what happened and the row's place."""
    events = []
    QAccessible.setActive(True)
    tell = QAccessible.updateAccessibility

    def listen(event):
        if event.object() is driver.window.articles.view and event.child() >= 0:
            events.append((event.type().name, event.child()))
        tell(event)

    monkeypatch.setattr("reader.ui.spoken_list.QAccessible.updateAccessibility", listen)
    yield events
    QAccessible.setActive(False)


def list_of(driver):
    return QAccessible.queryAccessibleInterface(driver.window.articles.view)


def test_the_list_is_told_as_items_each_with_its_place_and_state(driver):
    driver.press(Qt.Key.Key_J)
    told = list_of(driver)
    assert (told.role(), told.childCount(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.List, 40, "Articles")
    item = told.child(1)
    assert (item.role(), item.parent(), told.indexOfChild(item)) == (QAccessible.Role.ListItem, told, 1)
    assert item.text(QAccessible.Text.Name) == "The census, Essays, 29 June 2019, unread"
    assert item.text(QAccessible.Text.Description).startswith("2 of 40")
    state, far = item.state(), told.child(39).state()
    assert (state.selected, state.focused, state.offscreen) == (1, 1, 0)
    assert (far.selected, far.focused, far.offscreen) == (0, 0, 1)
    assert told.focusChild() is item
    middle = item.rect().center()
    assert told.childAt(middle.x(), middle.y()) is item
    assert (told.child(40), told.child(-1)) == (None, None)


def test_going_from_row_to_row_is_told(driver, told):
    driver.press(Qt.Key.Key_Down)
    at = driver.window.articles.view.selected()
    assert told == [("SelectionAdd", at), ("SelectionRemove", at - 1), ("Focus", at)]
    told.clear()
    driver.press(Qt.Key.Key_M)
    assert ("NameChanged", at) in told


def test_a_list_that_gets_the_focus_tells_of_its_row(driver, told):
    driver.window.navigation.setFocus()
    told.clear()
    driver.press(Qt.Key.Key_Right)
    driver.qtbot.waitUntil(lambda: ("Focus", driver.window.articles.view.selected()) in told)


def test_rows_are_selected_and_gone_to_from_afar(driver):
    told = list_of(driver)
    chosen, view = told.selectionInterface(), driver.window.articles.view
    chosen.clear()
    assert chosen.select(told.child(2))
    assert chosen.select(told.child(5))
    assert (chosen.selectedItemCount(), view.ranges()) == (2, ((2, 2), (5, 5)))
    assert [told.indexOfChild(one) for one in chosen.selectedItems()] == [2, 5]
    assert told.indexOfChild(chosen.selectedItem(1)) == 5
    assert (chosen.isSelected(told.child(5)), chosen.isSelected(told.child(4))) == (True, False)
    assert chosen.unselect(told.child(2))
    assert view.ranges() == ((5, 5),)
    assert chosen.selectAll()
    assert chosen.selectedItemCount() == 40
    press = told.child(3).actionInterface()
    press.doAction(press.actionNames()[0])
    driver.settle()
    assert (view.selected(), view.hasFocus(), driver.title) == (3, True, driver.titles()[3])


def test_items_of_a_list_that_is_gone_are_gone(driver):
    told = list_of(driver)
    first, last = told.child(0), told.child(39)
    assert first.isValid()
    assert last.isValid()
    driver.select("Essays")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told.childCount() == len(driver.window.articles.articles.contents.first)
    assert told.child(0).text(QAccessible.Text.Name).startswith("The census")
    assert told.child(39) is None


@pytest.fixture
def announced(monkeypatch):
    """What is said without the focus."""
    said = []
    monkeypatch.setattr("reader.ui.spoken.QAccessible.updateAccessibility", lambda event: said.append(event.message()))
    return said


def test_a_message_is_said(driver, announced):
    driver.window.status.say("29 articles marked as read.")
    assert announced == ["29 articles marked as read."]


def test_rows_are_said_while_the_field_keeps_the_focus(driver, announced):
    driver.window.commands.go_to()
    dialog = QApplication.activeModalWidget()
    driver.qtbot.keyClicks(dialog.field, "no")
    announced.clear()
    driver.qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert announced == [dialog.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)]
    dialog.reject()
