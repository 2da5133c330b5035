"""``LIBRARY COUNT``: open articles all over the library one after another. Prints ms of each step of each."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QTextBrowser

from reader.library import Library
from reader.library.read import further, page
from reader.model.listing import LATEST, Sort
from tests.bench.jobs.first_page import STYLE
from tests.bench.timing import milliseconds

if TYPE_CHECKING:
    from reader.model.page import Page

WARM = 5


def main(folder: Path, count: int) -> None:
    _application = QApplication(sys.argv[:1])
    browser = QTextBrowser()
    browser.resize(720, 900)
    browser.show()
    steps: dict[str, list[float]] = {"page": [], "shown": [], "bare": [], "further": []}
    with Library.open(folder) as library:
        keys = library.store.listing.keys(LATEST, Sort.NEWEST)
        for key in keys[:: max(1, len(keys) // (count + WARM))][: count + WARM]:
            _open(library, key, browser, steps)
    print(json.dumps({name: times[WARM:] for name, times in steps.items()}))


def _open(library: Library, key: int, browser: QTextBrowser, steps: dict[str, list[float]]) -> None:
    """``page`` makes the HTML, ``shown`` sets and paints it, ``bare`` does the same once more, with all caches warm; ``further`` comes after."""
    made: list[Page] = []
    steps["page"].append(milliseconds(lambda: made.append(page(library, key, STYLE, stories=False))))
    for name in ("shown", "bare"):
        steps[name].append(milliseconds(lambda: (browser.setHtml(made[0].html), browser.grab())))
        browser.clear()
    steps["further"].append(milliseconds(lambda: further(library, key, STYLE)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
