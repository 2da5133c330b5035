"""``HTML COUNT ROWS``: what any program made with Qt must take: a text shown, a list of rows scrolled and filled. Prints ms of each."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractSlider, QApplication, QHBoxLayout, QListView, QTextBrowser, QWidget

from tests.bench.jobs.live import SIZE, Timed, Watch
from tests.bench.processes import memory_of
from tests.bench.words import SEED

if TYPE_CHECKING:
    from collections.abc import Callable


def main(html: Path, count: int, rows: int) -> None:
    application = QApplication(sys.argv[:1])
    window = QWidget()
    view, browser = QListView(uniformItemSizes=True), QTextBrowser()
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    model = QStringListModel([f"Article {at}" for at in range(rows)])
    view.setModel(model)
    line = QHBoxLayout(window)
    line.addWidget(view)
    line.addWidget(browser, 1)
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    page, bar, chance = html.read_text(encoding="utf-8"), view.verticalScrollBar(), random.Random(SEED)
    listed, read = Watch(view.viewport()), Watch(browser.viewport())
    others = [[f"Text {at}" for at in range(rows)], model.stringList()]
    times = {
        "open": _times(read, count, lambda _at: browser.setHtml(page)),
        "scroll page": _times(listed, count, lambda _at: _page_down(bar)),
        "scroll far": _times(listed, count, lambda _at: bar.setValue(chance.randint(0, bar.maximum()))),
        "switch": _times(listed, min(count, 20), lambda at: model.setStringList(others[at % 2])),
    }
    print(json.dumps({"times": times, "memory": {"after all": memory_of()}}))


def _page_down(bar: QAbstractSlider) -> None:
    bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + bar.pageStep())


def _times(watch: Watch, count: int, act: Callable[[int], None]) -> list[float]:
    taken = []
    for at in range(count):
        watch.reset()
        timed = Timed()
        act(at)
        taken.append(timed.until(lambda: watch.fresh))
    return taken


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
