"""The window of all preferences."""

import json

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QScrollArea

from reader.library import Library, searches
from reader.model.change import ChangeSet
from reader.model.listing import Sort
from reader.ui import app, words
from reader.ui.article_window.window import ArticleWindow
from reader.ui.main_window import MainWindow
from reader.ui.preferences.choices import Choice
from reader.ui.preferences.window import PreferencesWindow
from reader.ui.reading.reading_clock import AT_ONCE, BY_HAND
from reader.ui.state import FILE, WindowState
from reader.ui.theme import make_look
from tests.support.scrolling import scroll_by_share

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Shown:
    """The preferences, and a hand on them."""

    def __init__(self, driver):
        self.driver = driver
        driver.press(Key.Key_Comma, Mod.ControlModifier)
        self.dialog = next(one for one in driver.window.findChildren(PreferencesWindow) if one.isVisible())
        with driver.qtbot.waitActive(self.dialog):
            self.dialog.activateWindow()

    def press(self, key):
        QTest.keyClick(self.dialog.focusWidget() or self.dialog, key)
        self.driver.settle()

    def search(self, typed):
        self.dialog.field.setFocus()
        self.dialog.field.clear()
        QTest.keyClicks(self.dialog.field, typed)

    def names(self):
        """Each section that is seen, with its settings that are."""
        return {
            block.name: [row._setting.name for row in getattr(block, "rows", ()) if row.isVisible()]
            for block in self.dialog.shown
        }

    def button(self, name):
        """A button that is seen, by its accessible name."""
        every = self.dialog.findChildren(QAbstractButton)
        return next(one for one in every if one.isVisible() and one.accessibleName() == name)

    def click(self, name):
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        self.driver.settle()

    def leave(self):
        self.dialog.close()
        with self.driver.qtbot.waitActive(self.driver.window):
            self.driver.window.activateWindow()

    def open(self, name):
        self.dialog.show_section([block.name for block in self.dialog.blocks].index(name))


@pytest.fixture
def shown(driver):
    return Shown(driver)


def test_a_setting_is_found_by_another_word_and_changed_by_keys_alone(shown, folder):
    shown.search("night")
    assert shown.names() == {"Appearance": ["Theme"]}
    shown.press(Key.Key_Down)
    assert shown.dialog.focusWidget().accessibleName() == "Theme: System"
    for _step in range(3):
        shown.press(Key.Key_Right)
    window = shown.driver.window
    assert window.look.theme.name == "dark"

    def is_kept():
        assert json.loads((folder / FILE).read_bytes())["theme"] == "dark"

    shown.driver.qtbot.waitUntil((folder / FILE).exists)
    shown.driver.qtbot.waitUntil(is_kept)


def test_the_search_goes_across_sections_and_says_when_nothing_is_found(shown):
    shown.search("text size")
    assert list(shown.names()) == ["Reading", "Appearance"]
    shown.search("no such thing")
    assert shown.names() == {}
    assert shown.dialog._none.isVisible()
    shown.press(Key.Key_Escape)
    assert list(shown.names()) == ["Reading"]
    assert len(shown.names()["Reading"]) == 7
    shown.press(Key.Key_Escape)
    assert not shown.dialog.isVisible()


def test_sections_are_gone_through_by_keys(shown):
    shown.press(Key.Key_Down)
    shown.press(Key.Key_Down)
    assert list(shown.names()) == ["Appearance"]
    shown.press(Key.Key_End)
    assert list(shown.names()) == ["Library"]


def test_a_section_is_put_back_as_it_was_at_first(shown):
    shown.click("Type: Sans")
    shown.click("Width: Wide")
    shown.click("Text size: larger")
    state = shown.driver.window.state
    assert (state.serif, state.letters, state.text_size) == (False, 75, 18)
    shown.click("Reading: as at first")
    first = WindowState()
    assert (state.serif, state.letters, state.text_size) == (first.serif, first.letters, first.text_size)
    assert shown.button("Type: Serif").isChecked()


def test_the_windows_text_grows_and_the_pages_does_not(shown):
    window = shown.driver.window
    before, page = window.look, window._page_style(700)
    shown.open("Appearance")
    shown.click("Size of the window’s text: 125 %")
    assert window.look.base == pytest.approx(before.base * 1.25)
    assert QApplication.font().pixelSize() == round(before.base * 1.25)
    assert window._page_style(700).size == page.size
    assert window._page_style(700).measure == page.measure


@pytest.mark.parametrize(("percent", "share"), [(100, 1), (0, 0.9), (-5, 0.9), (10**9, 1.5)])
def test_a_strange_size_of_text_is_held_within_what_can_be_used(qapp, percent, share):
    assert make_look("light", percent).base == pytest.approx(make_look("light").base * share)


def test_what_is_chosen_in_the_popover_is_shown_here_and_the_other_way(shown):
    window = shown.driver.window
    shown.open("Appearance")
    window.appearance.open_under(window.bar.appearance)
    window.appearance._choices["theme"].buttons["sepia"].click()
    assert shown.button("Theme: Sepia").isChecked()
    window.appearance.hide()
    shown.click("Theme: Light")
    window.appearance.open_under(window.bar.appearance)
    assert window.appearance._choices["theme"].buttons["light"].isChecked()
    window.appearance.hide()


def test_the_popover_leads_here(driver):
    window = driver.window
    window.appearance.open_under(window.bar.appearance)
    QTest.keyClick(window.appearance.more, Key.Key_Space)
    assert window.findChild(PreferencesWindow).isVisible()
    assert not window.appearance.isVisible()


def test_they_are_opened_once_and_go_with_the_window(shown):
    window = shown.driver.window
    window.commands.preferences()
    assert window.findChildren(PreferencesWindow) == [shown.dialog]
    shown.dialog.close()
    window.commands.preferences()
    again = next(one for one in window.findChildren(PreferencesWindow) if one.isVisible())
    assert again is not shown.dialog
    window.close()
    assert not again.isVisible()


def test_what_changes_after_they_were_closed_harms_nothing(shown):
    window = shown.driver.window
    shown.dialog.close()
    shown.driver.qtbot.waitUntil(lambda: not window.findChildren(PreferencesWindow))
    window.keymap.give("next_article", "X")
    window.searches.ask_history()
    window.state.theme = "dark"
    window.restyle()
    window.articles.view.setFocus()
    shown.driver.settle()


# Reading


def test_an_article_counts_as_read_when_it_is_opened(driver):
    driver.window.preferring._fields.choose("read_when", AT_ONCE)
    driver.press(Key.Key_J)
    driver.qtbot.waitUntil(lambda: driver.row("census").read)


def test_an_article_counts_as_read_by_hand_only(driver, monkeypatch):
    monkeypatch.setattr("reader.ui.reading.reading_clock.SECONDS", 0.1)
    shown = Shown(driver)
    shown.click("An article counts as read: By hand only")
    shown.leave()
    driver.press(Key.Key_J)
    assert driver.title == "The census"
    driver.window.reading.clock.scrolled(1.0)
    QTest.qWait(700)
    assert not driver.row("census").read
    driver.press(Key.Key_M)
    assert driver.row("census").read


def test_the_rule_holds_from_the_start(open_window, folder):
    (folder / FILE).write_text(json.dumps({"read_when": BY_HAND}))
    assert open_window(folder).window.reading.clock.rule == BY_HAND


# Lists and searching


def test_navigation_is_hidden_and_orders_are_forgotten(shown):
    window = shown.driver.window
    window.visits._sort(Sort.OLDEST)
    shown.driver.settle()
    assert shown.driver.shown.sort is Sort.OLDEST
    shown.open("Lists")
    window.preferring._restyle()
    shown.click("Navigation: Hidden")
    assert window.navigation.isHidden()
    shown.click("Forget the orders that were chosen")
    assert shown.driver.shown.sort is Sort.NEWEST
    assert not shown.button("Forget the orders that were chosen").isEnabled()
    shown.click("Lists: as at first")
    assert not window.navigation.isHidden()


def test_searches_are_remembered_no_longer(shown, folder):
    shown.open("Searching")
    shown.click("Remember searches: No")
    with Library.open(folder) as library:
        assert not searches.keeps_history(library)
    assert shown.button("Remember searches: No").isChecked()
    assert not shown.button("Forget all searches").isEnabled()
    shown.click("Searching: as at first")
    with Library.open(folder) as library:
        assert searches.keeps_history(library)


# Notifications


@pytest.fixture
def alerts(monkeypatch):
    called = []
    monkeypatch.setattr("reader.ui.arriving.QApplication.alert", called.append)
    return called


def change():
    return ChangeSet(publication="x", from_serial=1, to_serial=2)


def test_an_edition_that_came_unseen_is_told(driver, alerts):
    driver.window.sync.finished.emit(change())
    assert driver.window.status.notice.isVisible()
    assert alerts == []


def test_the_window_calls_from_behind_others(driver, alerts, monkeypatch):
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _window: False)
    driver.window.sync.finished.emit(change())
    assert alerts == [driver.window]


def test_nothing_is_told_when_it_is_not_wanted(shown, alerts, monkeypatch):
    window = shown.driver.window
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _window: False)
    shown.open("Notifications")
    shown.click("Say what an edition brought: No")
    shown.click("Call when the window is behind others: No")
    window.sync.finished.emit(change())
    assert not window.status.notice.isVisible()
    assert alerts == []


# Languages, and starting anew


def test_the_window_starts_anew_in_another_language_where_it_was(qapp, folder):
    (folder / FILE).write_text(json.dumps({"node": "section:essays"}))
    seen = []

    def window():
        return next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None
        )

    def choose():
        first = window()
        seen.append((words.language(), str(first.navigator.place.node)))
        first.preferring._fields.choose("language", "ar")
        QTimer.singleShot(400, look)
        first.preferring.start_anew()

    def look():
        second = window()
        seen.append((words.language(), str(second.navigator.place.node), second.layoutDirection()))
        second.close()

    QTimer.singleShot(400, choose)
    assert app.run(folder, language="en") == 0
    assert seen == [
        ("en", "section:essays"),
        ("ar", "section:essays", Qt.LayoutDirection.RightToLeft),
    ]


class Anew:
    """A person in a window that begins anew: steps, each once the one before has settled."""

    def __init__(self, *steps):
        self._steps = list(steps)
        self.least_seen = 1
        self.apart_seen = []
        self._clock = QTimer(interval=20)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def _tick(self):
        seen = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        self.least_seen = min(self.least_seen, len(seen))
        self.look_apart()
        if len(seen) == 1 and self._settled(seen[0]):
            self._steps.pop(0)(seen[0])
            if not self._steps:
                self._clock.stop()

    def look_apart(self):
        """Note how many windows of articles are on the screen."""
        off_screen = Qt.WidgetAttribute.WA_DontShowOnScreen
        apart = [one for one in QApplication.topLevelWidgets() if isinstance(one, ArticleWindow) and one.isVisible()]
        self.apart_seen.append(len([one for one in apart if not one.testAttribute(off_screen)]))

    def _settled(self, window):
        waits = window.quick.busy or window.slow.busy or window.reading.unsettled or window.bar.pending
        return not waits and window.reading.prepared is not None and window.updatesEnabled()


def what_is_seen(window):
    trail = [[str(one.place) for one in part] for part in window.navigator.trail]
    return {
        "geometry": window.geometry().getRect(),
        "place": window.navigator.place,
        "fraction": round(window.reading.browser.fraction(), 2),
        "query": window.bar.search.text(),
        "row": window.articles.view.above(),
        "widths": window.panes.sizes(),
        "pane": window.panes.focused(),
        "apart": [one.reading.prepared.page.title for one in window.article_windows.windows if one.reading.prepared],
        "trail": trail,
    }


def test_all_survives_when_the_window_starts_anew_and_there_is_always_one(qapp, folder, monkeypatch):
    seen = []
    show = app.Session.show_instead_of

    def show_instead_of(*sessions):
        person.look_apart()
        return show(*sessions)

    monkeypatch.setattr(app.Session, "show_instead_of", show_instead_of)

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        return lambda window: QTest.keyClick(window.focusWidget(), key, modifier)

    def search(window):
        window.setGeometry(30, 20, 1300, 850)
        press(Key.Key_Slash)(window)
        QTest.keyClicks(window.bar.search, "courier")

    def widen(window):
        press(Key.Key_Greater)(window)
        press(Key.Key_Right)(window)
        scroll_by_share(window.reading.browser, 1 / 2)

    def anew(window):
        seen.append(what_is_seen(window))
        window.preferring._fields.choose("language", "fr")
        window.preferring.start_anew()

    def look(window):
        seen.append(what_is_seen(window))
        assert words.language() == "fr"
        press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)(window)

    def back(window):
        seen.append(window.navigator.place)
        window.close()

    enter, apart = press(Key.Key_Return), press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    steps = [lambda _window: None, search, enter, press(Key.Key_J), apart, widen, lambda _window: None, anew]
    person = Anew(*steps, lambda _window: None, look, back)
    assert app.run(folder, size=(1300, 850)) == 0
    before, after, at_last = seen
    assert after == before
    assert (before["query"], before["fraction"] > 0.2, len(before["apart"])) == ("courier", True, 1)
    assert len(before["trail"][0]) >= 1
    assert str(at_last) == before["trail"][0][-1]
    assert person.least_seen == 1
    since = person.apart_seen.index(1)
    assert min(person.apart_seen[since:]) == 1, "an article's window goes, too, only when there is another"
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, ArticleWindow)]


def test_a_window_that_is_closed_before_it_has_taken_the_place_of_another_ends_the_program(qapp, folder, monkeypatch):
    show, closed_at_once = app.Session.show_instead_of, []

    def show_instead_of(session, before, application):
        QTimer.singleShot(0, session.window, lambda: closed_at_once.append(session.window.close()))
        QTimer.singleShot(5000, application, lambda: (closed_at_once.append("never ended"), application.quit()))
        return show(session, before, application)

    def anew(window):
        window.preferring._fields.choose("language", "fr")
        window.preferring.start_anew()

    monkeypatch.setattr(app.Session, "show_instead_of", show_instead_of)
    apart = lambda window: QTest.keyClick(window.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # noqa: E731
    _person = Anew(lambda _window: None, apart, lambda _window: None, anew)
    assert app.run(folder) == 0
    assert closed_at_once == [True]
    kinds = (MainWindow, ArticleWindow)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, kinds) and one.isVisible()]


def test_starting_anew_is_offered_once_another_language_was_chosen(shown):
    offered = "Start anew, to speak the language that was chosen"
    shown.open("Languages")
    assert not shown.button(offered).isEnabled()
    box = next(one for one in shown.dialog.findChildren(QComboBox) if one.accessibleName() == "Language of the window")
    box.setFocus()
    for _tag in range(box.findData("ru")):
        shown.press(Key.Key_Down)
    assert shown.driver.window.state.language == "ru"
    assert shown.button(offered).isEnabled()
    shown.leave()
    again = Shown(shown.driver)
    again.open("Languages")
    assert again.button(offered).isEnabled()


def test_starting_anew_waits_for_a_sync(driver, monkeypatch):
    monkeypatch.setattr(type(driver.window.sync), "running", True)
    driver.window.preferring.start_anew()
    assert driver.window.isVisible()
    assert "being brought in" in driver.window.status._words


# For everybody


@pytest.mark.parametrize("size", [(1400, 900), (360, 600)])
def test_every_control_has_a_name_can_be_reached_and_is_in_sight(open_window, folder, size):
    shown = Shown(open_window(folder, size=size))
    dialog = shown.dialog
    assert dialog.width() <= size[0]
    for place in range(len(dialog.blocks)):
        dialog.show_section(place)
        QApplication.processEvents()
        kinds = (QAbstractButton, QLineEdit, QComboBox, QListWidget)
        controls = [one for kind in kinds for one in dialog.findChildren(kind) if one.isVisible()]
        for one in controls:
            name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            assert name
            by_arrows = isinstance(one, Choice) and not one.isChecked()
            assert by_arrows or one.focusPolicy() & Qt.FocusPolicy.TabFocus, name
            left = one.mapTo(dialog, one.rect().topLeft()).x()
            assert left >= 0, name
            assert left + one.width() <= dialog.width(), name
    assert dialog.choice.isVisible() is (size[0] < 500)
    assert dialog.list.isVisible() is (size[0] > 500)


def test_what_packhorse_is_can_be_copied(shown):
    shown.open("Library")
    shown.click("Copy all of this")
    assert str(shown.driver.window.folder) in QGuiApplication.clipboard().text()
    assert "Version" in QGuiApplication.clipboard().text()


def test_the_popover_shows_all_of_it_when_it_is_first_opened(open_window, folder):
    driver = open_window(folder)
    window = driver.window
    window.resize(1400, 900)
    window.bar.appearance.click()
    driver.settle()
    QApplication.processEvents()
    area = window.appearance.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert len({one.y() for one in window.appearance._choices["theme"].buttons.values()}) == 1


def test_tab_goes_on_into_what_is_found_and_back(shown):
    shown.search("night")
    shown.press(Key.Key_Tab)
    assert shown.dialog.field.text() == "night"
    assert shown.names() == {"Appearance": ["Theme"]}
    assert shown.dialog.focusWidget().accessibleName() == "Theme: System"
    QTest.keyClick(shown.dialog.focusWidget(), Key.Key_Backtab, Mod.ShiftModifier)
    assert shown.dialog.field.hasFocus()
    assert shown.dialog.field.text() == "night"


def test_a_press_on_a_section_ends_the_search(shown):
    shown.search("night")
    sections = shown.dialog.list
    place = sections.visualItemRect(sections.item(2)).center()
    QTest.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not shown.dialog.field.text()
    assert list(shown.names()) == ["Languages"]
    shown.dialog.field.setFocus()
    shown.press(Key.Key_Tab)
    assert sections.hasFocus()


def test_commands_that_are_found_stand_close_together(shown):
    shown.search("star")
    block = next(one for one in shown.dialog.blocks if hasattr(one, "bar"))
    shown.driver.qtbot.waitUntil(block.isVisible)
    assert block.height() <= block.sizeHint().height()
    shown.search("")
    shown.open("Keys")
    shown.driver.qtbot.waitUntil(lambda: block.list.height() > 200)
