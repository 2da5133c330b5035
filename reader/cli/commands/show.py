"""``packhorse show``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from reader import resources
from reader.cli.output import emit, say
from reader.library import Library
from reader.library.read import article, key_of, page
from reader.library.relate import related
from reader.model.page_style import PageStyle, Theme
from reader.render import plain_text

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse show pack-horse-librarians --format text"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("id", metavar="ID", help="an article's id, or PUBLICATION/ID")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json"),
        default="text",
        help="html is the same safe page that the window shows (default: text)",
    )


def run(args: argparse.Namespace) -> int:
    """Print an article."""
    with Library.open(args.data_dir) as library:
        key = key_of(library, args.id)
        found = article(library, key)
        if args.json or args.format == "json":
            emit(_record(library, key))
        elif args.format == "markdown":
            say(f"# {found.title}\n\n{found.body}")
        elif args.format == "html":
            say(_html(library, key))
        else:
            parts = (found.title, found.standfirst, f"{found.date} · {found.id}", plain_text(found.body))
            say("\n\n".join(part for part in parts if part))
    return 0


def _html(library: Library, key: int) -> str:
    style = PageStyle(Theme.parse(resources.read("themes/light.json")))
    return page(library, key, style).html


def _record(library: Library, key: int) -> dict[str, object]:
    stories = [
        {"id": story.row.id, "title": story.row.title, "score": story.score, "why": story.why}
        for story in related(library, key)
    ]
    return {**asdict(article(library, key)), "html": _html(library, key), "related": stories}
