"""Completion under the search box, with real keys."""

import pytest
from PySide6.QtCore import Qt

from reader.library import Library, searches
from reader.model.search import SuggestionKind

KEY = Qt.Key


@pytest.fixture
def box(driver):
    """The window with the focus in the search box."""
    driver.press(KEY.Key_Slash)
    return driver


def popup(driver):
    return driver.window.completing.popup


def labels(driver):
    model = popup(driver).suggestions
    return [model.index(row).data() for row in range(model.rowCount())]


def go_to(driver, label):
    while popup(driver).chosen is None or popup(driver).chosen.label != label:
        driver.press(KEY.Key_Down)


def remembered(folder):
    with Library.open(folder) as library:
        return tuple(one.id for one in searches.recent(library))


def remember(folder, *words):
    with Library.open(folder) as library:
        for one in words:
            searches.remember(library, one)


def test_typing_offers_things_words_and_articles_and_is_not_disturbed(box):
    box.type("wri")
    assert not popup(box).isHidden()
    assert "A. Writer" in labels(box)
    assert box.window.bar.search.text() == "wri"
    assert box.window.bar.search.hasFocus()
    assert popup(box).chosen is None


def test_a_row_says_what_it_is_and_how_many(box):
    box.type("wri")
    model = popup(box).suggestions
    place = labels(box).index("A. Writer")
    assert model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) == "A. Writer, Author, 1 article"


def test_down_chooses_and_enter_takes_and_searches(box):
    box.type("wri")
    go_to(box, "A. Writer")
    box.press(KEY.Key_Return)
    assert popup(box).isHidden()
    assert box.window.bar.search.text() == 'author:"A. Writer" '
    assert box.titles() == ["The courier"]
    assert box.window.bar.search.hasFocus()


def test_up_from_what_was_typed_is_the_last_row_and_beyond_it_what_was_typed(box):
    box.type("cour")
    box.press(KEY.Key_Up)
    assert popup(box).chosen.label == labels(box)[-1]
    box.press(KEY.Key_Down)
    assert popup(box).chosen is None


def test_tab_completes_and_stays_in_the_box(box):
    box.type("auth")
    box.press(KEY.Key_Tab)
    assert box.window.bar.search.text() == "author:"
    assert box.window.bar.search.hasFocus()
    assert labels(box) == ["A. Writer"]


def test_an_article_is_opened(box):
    box.type("the cens")
    article = next(
        one
        for row in range(popup(box).suggestions.rowCount())
        if (one := popup(box).suggestions.suggestion(row)).kind is SuggestionKind.ARTICLE
    )
    go_to(box, article.label)
    box.press(KEY.Key_Return)
    assert box.title == "The census"
    assert box.window.reading.browser.hasFocus()
    assert popup(box).isHidden()


def test_escape_closes_the_list_before_it_clears_the_box(box):
    box.type("cour")
    box.press(KEY.Key_Escape)
    assert (popup(box).isHidden(), box.window.bar.search.text()) == (True, "cour")
    box.press(KEY.Key_Escape)
    assert box.window.bar.search.text() == ""


def test_enter_without_a_choice_goes_to_the_hits(box):
    box.type("cour*")
    box.press(KEY.Key_Return)
    assert popup(box).isHidden()
    assert box.window.articles.view.hasFocus()


def test_an_empty_box_shows_what_was_searched_and_kept(driver, folder):
    remember(folder, "snow", "winter road")
    with Library.open(folder) as library:
        searches.save(library, "courier", "Couriers")
    driver.press(KEY.Key_Slash)
    assert labels(driver) == ["Couriers", "winter road", "snow"]
    go_to(driver, "winter road")
    driver.press(KEY.Key_Return)
    assert driver.window.bar.search.text() == "winter road"


def test_delete_forgets_an_earlier_search_and_nothing_else(driver, folder):
    remember(folder, "snow", "winter road")
    driver.press(KEY.Key_Slash)
    go_to(driver, "winter road")
    driver.press(KEY.Key_Delete)
    assert labels(driver) == ["snow"]
    assert remembered(folder) == ("snow",)


def test_the_list_goes_with_the_focus(box):
    box.type("cour")
    box.window.reading.browser.setFocus()
    assert popup(box).isHidden()


def test_a_row_can_be_clicked(box):
    box.type("wri")
    view = popup(box).list
    place = view.visualRect(popup(box).suggestions.index(labels(box).index("A. Writer"))).center()
    box.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box.settle()
    assert box.window.bar.search.text() == 'author:"A. Writer" '
    assert box.window.bar.search.hasFocus()


def test_the_list_stays_in_a_narrow_mirrored_window(open_window, folder):
    driver = open_window(folder, size=(400, 600), language="ar")
    driver.press(KEY.Key_Slash)
    driver.type("cour")
    assert driver.window.rect().contains(popup(driver).geometry())
    assert popup(driver).layoutDirection() is Qt.LayoutDirection.RightToLeft
