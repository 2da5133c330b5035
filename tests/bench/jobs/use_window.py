"""``LIBRARY COUNT QUERIES``: use the real window as a person does. Prints ms of each action until what it asks for is painted.

Keys and clicks arrive as from the desktop, and the next action begins when the window has come to rest.
"""

from __future__ import annotations

import json
import random
import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider

from reader.library import Library, find
from reader.model.listing import LATEST, NodeKind
from reader.model.search import Query
from reader.ui.article_list.contents import FIRST_HITS
from reader.ui.panes import Pane
from tests.bench.jobs.live import Live, Timed, live, press
from tests.bench.processes import memory_of
from tests.bench.timing import milliseconds
from tests.bench.words import SEED

if TYPE_CHECKING:
    from collections.abc import Callable

WARM = 5
Times = dict[str, list[float]]


def main(folder: Path, count: int, words: list[str]) -> None:
    times: Times = {}
    memory = {}
    with live(folder) as window:
        memory["idle"] = memory_of()
        for use in (_open_next, _open_far):
            _repeat(window, times, use, count)
        memory["after reading"] = memory_of()
        for use in (_scroll_page, _scroll_far, _press_in_navigation):
            _repeat(window, times, use, count)
        _type(window, times, words)
        memory["after all"] = memory_of()
    times["search"] = _ask(folder, words)
    print(json.dumps({"times": times, "memory": memory}))


def _repeat(window: Live, times: Times, use: Callable[[Live, random.Random], dict[str, float]], count: int) -> None:
    """So many times after some that do not count."""
    window.window.open_node(LATEST)
    window.rest()
    window.window.panes.enter(Pane.LIST)
    chance = random.Random(SEED)
    for at in range(count + WARM):
        found = use(window, chance)
        window.rest()
        for name, taken in found.items() if at >= WARM else ():
            times.setdefault(name, []).append(taken)


def _open_next(window: Live, _chance: random.Random) -> dict[str, float]:
    """J: the next article."""
    articles = window.window.articles
    key = articles.articles.key(articles.view.selected() + 1)
    return _opened(window, key, "next", lambda: press(Qt.Key.Key_J))


def _open_far(window: Live, chance: random.Random) -> dict[str, float]:
    """A click on a row that was just scrolled to."""
    view, model = window.window.articles.view, window.window.articles.articles
    _scroll_far(window, chance)
    window.rest()
    place = window.middle().center()
    key = model.key(view.indexAt(place).row())
    button = Qt.MouseButton.LeftButton
    return _opened(window, key, "far", lambda: QTest.mouseClick(view.viewport(), button, pos=place))


def _opened(window: Live, key: int, name: str, act: Callable[[], None]) -> dict[str, float]:
    timed = Timed()
    act()
    painted = timed.until(lambda: window.page_is_painted(key))
    whole = timed.until(lambda: not (window.window.quick.busy or window.window.reading.unsettled))
    return {f"open {name}": painted, f"open {name}, whole": whole}


def _scroll_page(window: Live, _chance: random.Random) -> dict[str, float]:
    """A page down by the scroll bar, which leaves the open article alone."""
    bar = window.window.articles.view.verticalScrollBar()
    if bar.value() >= bar.maximum():
        bar.setValue(0)
        window.rest()
    return _scrolled(window, "page", lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd))


def _scroll_far(window: Live, chance: random.Random) -> dict[str, float]:
    """The bar dragged anywhere."""
    bar = window.window.articles.view.verticalScrollBar()
    places = [place for place in (chance.randint(0, bar.maximum()) for _ in range(9)) if place != bar.value()]
    return _scrolled(window, "far", lambda: bar.setValue(places[0]))


def _scrolled(window: Live, name: str, act: Callable[[], None]) -> dict[str, float]:
    """First to anything painted, then to every row painted."""
    window.list.reset()
    timed = Timed()
    act()
    first = timed.until(lambda: window.list.fresh)
    return {f"scroll {name}": timed.until(window.rows_are_painted), f"scroll {name}, first": first}


def _press_in_navigation(window: Live, _chance: random.Random) -> dict[str, float]:
    """Down in the navigation: the next list; from the last one to the first again."""
    navigation, articles = window.window.navigation, window.window.articles
    before = articles.contents
    navigation.setFocus()
    window.list.reset()
    timed = Timed()
    press(Qt.Key.Key_Down)
    if window.window.navigator.place.node == before.node:  # the last row
        navigation.setCurrentIndex(navigation.tree.find(LATEST))
        window.rest()
        return {}
    shown = timed.until(lambda: articles.contents is not before and _list_is_painted(window))
    return {"switch": shown, f"switch to {articles.contents.total:,} rows": shown} if articles.contents.total else {}


def _list_is_painted(window: Live) -> bool:
    return not window.window.articles.contents.total or window.rows_are_painted()


def _type(window: Live, times: Times, words: list[str]) -> None:
    """Each query letter by letter: from the key to the hits of what stands in the field."""
    for at, query in enumerate(words):
        press(Qt.Key.Key_Slash)
        for letter in query:
            taken = _typed(window, letter)
            for name, ms in taken.items() if at else ():
                times.setdefault(name, []).append(ms)
        window.rest()
        for _twice in range(2):
            press(Qt.Key.Key_Escape)
            window.rest()


def _typed(window: Live, letter: str) -> dict[str, float]:
    """To the new hits, and to the passage of each hit that is seen."""
    field, articles = window.window.bar.search, window.window.articles
    window.list.reset()
    timed = Timed()
    press(letter)
    wanted = field.text().strip()
    if articles.contents.node.id == wanted:  # a space changes no question
        return {}
    hits = timed.until(
        lambda: (
            (articles.contents.node.kind, articles.contents.node.id) == (NodeKind.SEARCH, wanted)
            and _list_is_painted(window)
        )
    )
    if not articles.contents.total:
        return {"type": hits}
    return {"type": hits, "type, passages": timed.until(window.passages_are_painted)}


def _ask(folder: Path, words: list[str]) -> list[float]:
    """The same questions to the library alone, without a window."""
    taken = []
    with Library.open(folder) as library:
        for query in words:
            for end in range(1, len(query) + 1):
                asked = partial(find.search, library, Query(query[:end].strip(), FIRST_HITS), "en", passages=False)
                taken.append(milliseconds(asked, perf_counter))
    return taken[len(words[0]) :]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3]))
