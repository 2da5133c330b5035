"""Translations that a search found, under one hit: by mouse, by key, by menu, and said."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.ui.article_list.folded import named

KEY, SPOKEN = Qt.Key, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def folder(publisher, tmp_path):
    """A work in three languages, which has one word in all of them, and one that stands alone."""
    make = publisher.article
    bundle = publisher.publish(
        make("pass", "The pass", "Samizdat samizdat on the pass.", date="2019-06-30"),
        make("pass.ru", "Перевал", "На перевале samizdat.", date="2019-06-20", language="ru", work="pass"),
        make("pass.ug", "داۋان", "داۋاندا samizdat بار.", date="2019-06-10", language="ug", work="pass"),
        make("alone", "Alone", "Only samizdat here, and much more of what is not.", date="2019-05-10"),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
    return tmp_path / "library"


def search(driver, words="samizdat"):
    driver.press(KEY.Key_Slash)
    driver.type(words)
    driver.window.articles.view.setFocus()


def row_of(driver, identity="pass"):
    model = driver.window.articles.articles
    return next(place for place in range(model.rowCount()) if model.row(place).id == identity)


def place_of(driver, name):
    """A point on a translation's name in the list, found as a hand finds it: by going over the row."""
    view, row = driver.window.articles.view, row_of(driver)
    key = next(one.key for said, one in named(driver.window.articles.articles.row(row)) if said == name)
    rect = view.visualRect(view.model().index(row, 0))
    every = (QPoint(x, y) for y in range(rect.top(), rect.bottom(), 4) for x in range(rect.left(), rect.right(), 3))
    found = [at for at in every if view._translation_at(at) == key]
    assert found, name
    return found[len(found) // 2]


def click(driver, at, button=Qt.MouseButton.LeftButton):
    driver.qtbot.mouseClick(driver.window.articles.view.viewport(), button, pos=at)
    driver.settle()


@pytest.mark.parametrize(("name", "title"), [("Русский", "Перевал"), ("ئۇيغۇرچە", "داۋان")])
def test_a_click_on_a_language_opens_that_translation_with_marks(driver, name, title):
    search(driver)
    visits = driver.window.navigator._at
    click(driver, place_of(driver, name))
    assert driver.title == title
    assert driver.window.navigator._at == visits + 1
    assert driver.window.reading.found
    driver.window.refresh()  # marks stay when the library has changed
    driver.settle()
    assert (driver.title, bool(driver.window.reading.found)) == (title, True)
    assert driver.window.articles.view.selected() == row_of(driver)


def test_names_are_found_in_a_mirrored_window(open_window, folder):
    driver = open_window(folder, language="ar")
    search(driver)
    assert place_of(driver, "Русский").x() != place_of(driver, "ئۇيغۇرچە").x()
    click(driver, place_of(driver, "Русский"))
    assert driver.title == "Перевал"


def test_t_goes_through_the_languages_of_a_hit(driver):
    search(driver)
    driver.press(KEY.Key_Home)
    while driver.window.articles.selected_row().id != "pass":
        driver.press(KEY.Key_Down)
    titles = []
    for _ in range(3):
        driver.press(KEY.Key_T)
        titles.append(driver.title)
    assert sorted(titles[:2]) == sorted(["Перевал", "داۋان"])
    assert titles[2] == "The pass"


def test_t_says_so_where_nothing_is_folded(driver):
    search(driver, "much")
    driver.press(KEY.Key_Home)
    driver.press(KEY.Key_T)
    assert driver.window.status._words == "No other language was found with it."


def test_from_a_translation_the_list_goes_on_below_its_hit(driver):
    search(driver)
    driver.window.articles.view.select(row_of(driver))
    driver.press(KEY.Key_T)
    here = row_of(driver)
    driver.press(KEY.Key_K if here else KEY.Key_J)
    assert driver.window.articles.view.selected() == (here - 1 if here else 1)


def test_the_menu_of_a_hit_opens_its_translations(driver, qapp):
    search(driver)
    view = driver.window.articles.view
    view.select(row_of(driver))
    qapp.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = driver.window.findChild(QMenu)
    words = [one.text().split("\t") for one in menu.actions()]
    opening = [one for one in words if one[0].startswith("Open in \u2068")]
    assert {one[0] for one in opening} == {"Open in \u2068Русский\u2069", "Open in \u2068ئۇيغۇرچە\u2069"}
    assert opening[0][1:] == ["T"]
    next(one for one in menu.actions() if "Русский" in one.text()).trigger()
    menu.close()
    driver.settle()
    assert driver.title == "Перевал"


def test_a_screen_reader_hears_the_languages(driver):
    search(driver)
    spoken = driver.window.articles.articles.index(row_of(driver)).data(SPOKEN)
    assert "also" in spoken
    assert "Русский" in spoken


def test_the_middle_button_on_a_name_opens_a_window_of_the_translation(driver):
    search(driver)
    at = place_of(driver, "Русский")
    click(driver, at, Qt.MouseButton.MiddleButton)
    row = driver.window.articles.articles.row(row_of(driver))
    key = next(one.key for said, one in named(row) if said == "Русский")
    assert [one.navigator.place.article for one in driver.window.article_windows.windows] == [key]


def test_the_hand_shows_that_a_name_can_be_clicked(driver):
    search(driver)
    viewport, at = driver.window.articles.view.viewport(), place_of(driver, "Русский")
    driver.qtbot.mouseMove(viewport, at - QPoint(0, 30))
    driver.qtbot.mouseMove(viewport, at)
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    driver.qtbot.mouseMove(viewport, at - QPoint(0, 30))
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
