"""A body: Markdown -> sanitiser -> our own links, pictures and classes -> search marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown import Markdown

from reader.render.guard import as_written, is_affordable, is_bounded, tamed, tidied
from reader.render.marks import Mark, marked
from reader.render.quotes import quotes
from reader.render.sanitiser import clean
from reader.render.tree import parse
from reader.render.writer import Writer

if TYPE_CHECKING:
    from reader.model.page import Heading, LinkContext


@dataclass(frozen=True, slots=True)
class Body:
    """A body's safe HTML and its headings."""

    html: str
    headings: tuple[Heading, ...] = ()


def fragment(markdown: str, context: LinkContext, mark: Mark | None = None) -> str:
    """Safe HTML of a body; every ``href`` and ``src`` in it is of our scheme or an anchor within it.

    ``mark`` is given the text of each block and answers with (start, end) spans to mark as search hits.
    """
    return body(markdown, context, mark).html


def body(markdown: str, context: LinkContext, mark: Mark | None = None) -> Body:
    """The same, with the headings found on the way."""
    tree = parse(clean(_converted(markdown, context.language)))
    if mark is not None:
        tree = marked(tree, mark)
    writer = Writer(context)
    return Body(writer.write(tree), tuple(writer.headings))


def _converted(markdown: str, language: str) -> str:
    source = tamed(markdown)
    if not is_affordable(source):
        return as_written(source)
    converter = _converter(quotes(language))
    converted = tidied(converter.reset().convert(source))
    return converted if is_bounded(converted) else as_written(source)


@lru_cache(maxsize=8)
def _converter(pair: tuple[str, str] | None) -> Markdown:
    return Markdown(
        extensions=["tables", "footnotes", "fenced_code", "def_list", "sane_lists", "smarty"],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "footnotes": {"BACKLINK_TEXT": "↑", "SEPARATOR": "-"},
            "smarty": {
                "smart_quotes": pair is not None,
                "substitutions": dict(zip(("left-double-quote", "right-double-quote"), pair or (), strict=False)),
            },
        },
        output_format="html",
    )
