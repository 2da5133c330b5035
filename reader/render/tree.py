"""Sanitised HTML as a small tree, so that each element can be written with its neighbours known."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 24
"""Elements below this depth are laid into the last one above it: Qt lays out nested tables and lists in steep time."""

_LISTS_AND_TABLES = {
    "li",
    "ol",
    "ul",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "caption",
    "dd",
    "dl",
    "dt",
}
BLOCKS = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "div", "figcaption", "figure", "hr"}
) | (frozenset({"section"}) | _LISTS_AND_TABLES)
"""Tags that begin a new line: text before and after them is not one run."""

VOID = frozenset({"br", "hr", "img"})


@dataclass(slots=True)
class Element:
    """A tag with its attributes, and what is in it: elements and text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def text(self) -> str:
        """All text in it, in order."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def elements(self, *tags: str) -> Iterator[Element]:
        """The elements of these tags right in it, in order."""
        return (child for child in self.children if not isinstance(child, str) and child.tag in tags)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open: list[Element] = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        parent = self._open[-1]
        if tag in VOID:
            parent.children.append(element)
        elif len(self._open) > DEEPEST:
            self._open.append(Element(tag, {}, parent.children))
        else:
            parent.children.append(element)
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of well-formed HTML, under a root without a name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def trim_code(root: Element) -> Element:
    """The same tree without the white space that ends its ``pre`` elements. Changes the tree in place.

    Before marks are laid: afterwards the last line's end may stand within a mark.
    """
    for child in root.children:
        if not isinstance(child, str):
            trim_end(child) if child.tag == "pre" else trim_code(child)
    return root


def trim_end(element: Element) -> None:
    """Take the white space away that ends an element's text, however deep it stands."""
    while element.children:
        last = element.children[-1]
        if not isinstance(last, str):
            trim_end(last)
            return
        if kept := last.rstrip():
            element.children[-1] = kept
            return
        element.children.pop()


def text_runs(root: Element) -> list[list[tuple[Element, int]]]:
    """The places of all text, grouped by block, in order: the parent and the number of the child."""
    runs: list[list[tuple[Element, int]]] = [[]]
    _collect(root, runs)
    return [run for run in runs if run]


def _collect(element: Element, runs: list[list[tuple[Element, int]]]) -> None:
    for at, child in enumerate(element.children):
        if isinstance(child, str):
            runs[-1].append((element, at))
        elif child.tag in BLOCKS:
            runs.append([])
            _collect(child, runs)
            runs.append([])
        else:
            _collect(child, runs)
