"""``FOLDER ARTICLES``: write the articles as pages, and pack them as ``FOLDER/articles.zim``, newest first.

The first page is the newest article beside a list of the next ones; a click anywhere in a page leads to the next.
"""

from __future__ import annotations

import subprocess
import sys
from html import escape
from pathlib import Path

from PySide6.QtGui import QImage

from tests.bench.corpus import read_articles

LISTED = 20
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body style="max-width: 42em; margin: auto" onclick="location.href='{following}'"><h1>{title}</h1><p><b>{standfirst}</b></p>{body}<ul>{others}</ul></body></html>"""


def main(folder: Path, articles: Path) -> None:
    pages = folder / "pages"
    pages.mkdir(parents=True)
    newest = sorted(read_articles(articles), key=lambda one: (one["date"], one["key"]), reverse=True)
    for place, fields in enumerate(newest):
        listed = newest[1 : LISTED + 1] if place == 0 else ()
        (pages / _name(fields)).write_text(_page(fields, newest[(place + 1) % len(newest)], listed), encoding="utf-8")
    picture = QImage(48, 48, QImage.Format.Format_RGB32)
    picture.fill(0x8A1C24)
    picture.save(str(pages / "icon.png"))
    about = [f"--{name}=Bench" for name in ("title", "description", "creator", "publisher", "name")]
    command = ["zimwriterfs", f"--welcome={_name(newest[0])}", "--illustration=icon.png", "--language=eng", *about]
    subprocess.run([*command, str(pages), str(folder / "articles.zim")], check=True, stdout=subprocess.DEVNULL)


def _name(fields: dict) -> str:
    return f"article-{fields['key']}.html"


def _page(fields: dict, following: dict, listed: list[dict]) -> str:
    body = "".join(f"<p>{escape(one)}</p>" for one in fields["body"].split("\n\n"))
    others = "".join(f'<li><a href="{_name(one)}">{escape(one["title"])}</a></li>' for one in listed)
    return _PAGE.format(
        title=escape(fields["title"]),
        standfirst=escape(fields["standfirst"]),
        following=_name(following),
        body=body,
        others=others,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
