"""A body's blocks: what stands under one another in it, from heading and paragraph to list, table and picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.render.align import HEADING, Piece, letters
from reader.render.links import media
from reader.render.tree import BLOCKS, Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("figure", "img"), "picture"),
    **dict.fromkeys(("blockquote", "hr", "pre", "table"), ""),
}
_FOOTNOTES = "footnotes"
_LINE = re.compile(
    r"(?P<line><(?:p|h[2-4]|li|dt|dd|pre)\b)"
    r"|(?P<cell><t[dh]\b[^>]*>)(?P<words>(?!<(?:table|div|[dou]l)\b)(?:[^<]|<(?!/?t[dh]\b|table\b|p\b|[dou]l\b))+)(?=</t[dh]>)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block's HTML, and what is known of it to find the one that says the same in a translation."""

    html: str
    piece: Piece


def numbered(blocks: Sequence[Block], *, other: bool = False) -> str:
    """The blocks, each with its number for the window to find it by."""
    return "\n".join(with_number(block, place, other=other) for place, block in enumerate(blocks))


def with_number(block: Block, place: int, *, other: bool = False) -> str:
    """A block whose first line bears its number: twice its place, counted from 1, and one more in the ``other`` text.

    It is the line's user state, which nobody sees and no layout minds. An id would make the first letter a run of its own
    and cut it off from those it is joined with.
    """
    style = f'style="-qt-user-state:{2 * (place + 1) + other}"'
    html, found = _LINE.subn(lambda match: _bearing(match, style), block.html, count=1)
    return html if found else f"<div {style}>{html}</div>"


def _bearing(match: re.Match[str], style: str) -> str:
    """A cell with a style of its own would lose its lines, so what is in it bears the number."""
    return f"{match['line']} {style}" if match["line"] else f"{match['cell']}<div {style}>{match['words']}</div>"


def parts(root: Element) -> Iterator[Element]:
    """The blocks under a root, and the space between them. Text that stands by itself is one; a bare division is as many as are in it."""
    line: list[Element | str] = []
    for child in root.children:
        if isinstance(child, str) or child.tag not in BLOCKS:
            line.append(child)
            continue
        yield from _line(line)
        line = []
        if child.tag in ("div", "section") and not child.attributes and any(child.elements(*BLOCKS)):
            yield from parts(child)
        else:
            yield child
    yield from _line(line)


def _line(children: list[Element | str]) -> Iterator[Element]:
    if children:
        yield Element("", {}, children)


def piece(element: Element) -> Piece:
    """What is known of a block."""
    size = letters(" ".join(element.text().split()))
    if element.attributes.get("class") == "footnote":
        return Piece(_FOOTNOTES, size, _FOOTNOTES)
    pictured = _picture(element)
    if pictured and (element.tag == "figure" or not size):
        return Piece("picture", size, f"media:{pictured}")
    kind = _KINDS.get(element.tag, "text") or element.tag
    return Piece(kind, size, element.tag if kind == HEADING else "")


def _picture(element: Element) -> str:
    """The first picture in an element."""
    if element.tag == "img":
        return media(element.attributes.get("src", ""))
    inside = (child for child in element.children if not isinstance(child, str))
    return next((found for child in inside if (found := _picture(child))), "")
