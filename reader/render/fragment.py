"""A body: Markdown -> sanitiser -> typography -> search marks -> our own links, pictures and classes."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import local
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from reader.render.blocks import Block, parts, piece
from reader.render.guard import as_written, is_affordable, is_bounded, tamed, tidied
from reader.render.marks import Mark, marked
from reader.render.sanitiser import clean
from reader.render.tree import parse, trim_code
from reader.render.typography import set_typography
from reader.render.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.page import Figure, Heading, LinkContext
    from reader.render.tree import Element


@dataclass(frozen=True, slots=True)
class Body:
    """A body's safe HTML, whole and in blocks, its headings and pictures, and what its links have to say in place (see ``Page.notes``)."""

    html: str
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


def fragment(markdown: str, context: LinkContext, mark: Mark | None = None) -> str:
    """Safe HTML of a body; every ``href`` and ``src`` in it is of our scheme or an anchor within it.

    ``mark`` is given the text of each block and answers with (start, end) spans to mark as search hits.
    """
    return body(markdown, context, mark).html


def body(markdown: str, context: LinkContext, mark: Mark | None = None) -> Body:
    """The same, with what was found on the way."""
    tree = trim_code(set_typography(_tree(tamed(markdown)), context.language))
    if mark is not None:
        tree = marked(tree, mark)
    writer = Writer(context)
    written = [Block(writer.write(part), piece(part)) for part in parts(tree)]
    blocks = tuple(block for block in written if block.html.strip())
    html = "".join(block.html for block in written)
    return Body(html, blocks, tuple(writer.headings), tuple(writer.figures), writer.notes)


def _tree(source: str) -> Element:
    if not is_affordable(source):
        return as_written(source)
    try:
        converted = tidied(_own.converter.reset().convert(source))
    except RecursionError:  # nested deeper than the guard saw; the converter is left in the middle of it
        _own.renew()
        return as_written(source)
    return parse(clean(converted)) if is_bounded(converted) else as_written(source)


class _Own(local):
    """A converter for each thread: it keeps state while it runs, and takes a sixth of a page's time to make."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Begin with a new one."""
        self.converter = Markdown(
            extensions=[  # themselves, not their names, for which all that is installed would be looked through
                TableExtension(use_align_attribute=True),
                FootnoteExtension(BACKLINK_TEXT="↑", SEPARATOR="-"),
                FencedCodeExtension(),
                DefListExtension(),
                SaneListExtension(),
            ],
            output_format="html",
        )


_own = _Own()
