"""``LIBRARY HTML``: write the page of the newest article as the window would show it. Prints the article's id."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reader.library import Library
from reader.library.read import article, page
from reader.model.listing import LATEST, Sort
from reader.model.page_style import PageStyle, Theme
from reader.resources import read

STYLE = PageStyle(Theme.parse(read("themes/light.json")))


def main(folder: Path, html: Path) -> None:
    with Library.open(folder) as library:
        key = library.store.listing.keys(LATEST, Sort.NEWEST)[0]
        html.write_text(page(library, key, STYLE).html, encoding="utf-8")
        print(json.dumps({"id": article(library, key).id}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
