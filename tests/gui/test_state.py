import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader.model.listing import Node
from reader.ui import app
from reader.ui.panes import Pane
from reader.ui.state import FILE, WindowState, as_values, load, save
from tests.support.scrolling import scroll_by_share


def scroll(driver, fraction):
    scroll_by_share(driver.window.reading.browser, fraction)
    return driver.window.reading.browser.fraction()


def prepare(driver):
    """Leave a window in a state of its own."""
    driver.select("News")
    driver.window.navigation.expand(driver.window.navigation.tree.index_of(driver.branch("Tags")))
    driver.window.articles.view.show_first(7)
    driver.window.panes.setSizes([200, 500, 700])
    driver.window.panes.splitterMoved.emit(200, 1)
    driver.window.state.theme = "dark"
    driver.window.restyle()
    driver.settle()
    return scroll(driver, 0.5)


@pytest.mark.parametrize("size", [(420, 700), (1400, 900)], ids=["narrow", "wide"])
@pytest.mark.parametrize("pane", Pane, ids=lambda pane: pane.name.lower())
def test_the_pane_that_had_the_focus_has_it_again(open_window, folder, size, pane):
    driver = open_window(folder, size=size)
    driver.press(Qt.Key.Key_J)
    driver.window.panes.enter(pane)
    driver.window.memory.save_now()  # as it is saved by itself; then the power fails
    again = open_window(folder, size=size)
    assert again.title == driver.title
    assert again.window.panes.widget(pane).isAncestorOf(QApplication.focusWidget())
    assert again.window.panes.widget(pane).isVisible()


def check(driver, fraction):
    assert driver.shown.node == Node.parse("section:news", driver.shown.node.publication)
    assert driver.window.articles.view.first_seen() == 7
    assert driver.title == "The courier"
    assert abs(driver.window.reading.browser.fraction() - fraction) < 0.03
    assert driver.window.look.theme.name == "dark"
    assert driver.window.navigation.isExpanded(driver.window.navigation.tree.index_of(driver.branch("Tags")))
    assert abs(driver.window.panes.sizes()[1] - 500) < 10
    assert driver.window.navigation.currentIndex().data() == "News"


def test_everything_is_restored_after_the_end(open_window, folder):
    driver = open_window(folder)
    fraction = prepare(driver)
    driver.window.close()
    check(open_window(folder), fraction)


def test_everything_is_restored_after_a_kill(open_window, folder, tmp_path):
    driver = open_window(folder)
    fraction = prepare(driver)
    path = folder / FILE
    driver.qtbot.waitUntil(lambda: path.exists() and json.loads(path.read_bytes())["fraction"] > 0.4)
    driver.qtbot.waitUntil(lambda: json.loads(path.read_bytes())["theme"] == "dark")
    killed = path.read_bytes()
    driver.window.close()
    path.write_bytes(killed)
    check(open_window(folder), fraction)


def test_the_place_in_each_article_is_kept(driver):
    fraction = scroll(driver, 0.6)
    driver.press(Qt.Key.Key_J)
    driver.press(Qt.Key.Key_K)
    assert abs(driver.window.reading.browser.fraction() - fraction) < 0.03


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"row": "x", "opened": [1], "sorts": {"a": 1}, "geometry": [1.5]}',
        b"[" * 100_000,
    ],
)
def test_a_torn_memory_is_as_none(tmp_path, data):
    (tmp_path / FILE).write_bytes(data)
    assert load(tmp_path) == WindowState()


def test_memory_is_whole_again(tmp_path):
    state = WindowState(node="tag:x", row=4.5, opened=["a"], sorts={"b": "title"}, serif=False)
    save(tmp_path, as_values(state))
    assert load(tmp_path) == state
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_memory_that_cannot_be_written_is_let_go(tmp_path):
    save(tmp_path / "absent", as_values(WindowState()))


def test_a_strange_memory_opens_at_the_newest(open_window, folder):
    (folder / FILE).write_text(json.dumps({"node": "what:ever", "article": 99999, "geometry": [99999, 0, 500, 500]}))
    assert open_window(folder).title == "The courier"


@pytest.mark.parametrize(
    ("wanted", "size"),
    [({}, (1400, 900)), ({"query": "courier", "theme": "dark"}, (1000, 700)), ({"node": "glossary"}, (560, 800))],
)
def test_a_picture_is_drawn(qapp, folder, tmp_path, wanted, size):
    path = tmp_path / "page.png"
    assert app.run(folder, offscreen=True, screenshot=path, size=size, **wanted) == 0
    assert QImage(str(path)).size().toTuple() == size
    assert not (folder / FILE).exists()


def test_a_picture_of_an_unknown_article_fails_with_a_sentence(qapp, folder, tmp_path, capsys):
    path = tmp_path / "page.png"
    assert app.run(folder, offscreen=True, screenshot=path, article="nothing") == 1
    assert "“nothing”" in capsys.readouterr().err
    assert not path.exists()


def test_a_picture_of_an_offer(qapp, bundle, tmp_path):
    assert app.run(tmp_path / "new", bundle, offscreen=True, screenshot=tmp_path / "offer.png") == 0


def test_only_folders_that_are_not_as_at_first_are_remembered(driver):
    navigation = driver.window.navigation
    news = navigation.tree.index_of(driver.branch("News"))
    assert navigation.isExpanded(news)
    assert navigation.opened() == []
    navigation.collapse(news)
    assert [one.rpartition("/")[2] for one in navigation.opened()] == ["section:news"]
    assert navigation.opened()[0].startswith("-")
    navigation.expand(news)
    assert navigation.opened() == []
