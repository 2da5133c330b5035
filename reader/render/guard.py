"""Keeps Markdown's time bounded: tames raw HTML before it, and estimates what a body will cost.

python-markdown is quadratic in several places (measured with 3.11): unclosed brackets are searched to the end of their
block, one by one; a heading inside a block copies the rest of it; unclosed tags are scanned again from each ``<``. An
honest article costs milliseconds. What would cost seconds is shown as it was written instead, paragraph by paragraph.
"""

from __future__ import annotations

import re

from reader.render.tree import Element

MOST_BYTES = 2 * 1024 * 1024
"""Longest body, the format's own limit."""

BUDGET = 2_000_000
"""Highest estimate that is still converted, in microseconds of a slow machine."""

#: Stands for ``<`` while Markdown runs, wherever no whole tag follows. Private use: stripped from the body first.
LESS_THAN = "\ue000"

_ATTRIBUTE = r"""\s+[A-Za-z][\w:.-]{0,40}(?:\s?=\s?(?:"[^"<>]{0,4000}"|'[^'<>]{0,4000}'|[^\s"'<>=`]{1,2000}))?"""
_WHOLE_TAG = rf"/?[A-Za-z][A-Za-z0-9-]{{0,20}}(?:{_ATTRIBUTE}){{0,40}}\s?/?>"
_ADDRESS = r"(?:https?://|mailto:)[^\s<>]{1,2000}>"
_DESTINATION = r"(?<=\]\(<)[^<>\n]{1,2000}>"
_NO_TAG = re.compile(rf"<(?!{_WHOLE_TAG}|!--[^<>]{{0,4000}}-->|{_ADDRESS}|{_DESTINATION})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\ue0ff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_SPLITTING = re.compile(r"^ {0,3}(?:#|[=*_-][=*_ -]*$|\[[^\]\n]*\]:)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]]|(?<=\])\(|\)")
_RUNS = re.compile(r"[*_`\[&<]")
_DEEP = re.compile(
    r"^(?:[ \t]{400}|(?![ \t]*[*-][*\t -]*$)[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){12})", re.MULTILINE
)
_FORMATTING = "a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
_OPENED = re.compile(rf"<({_FORMATTING})(?=[\s>])", re.IGNORECASE)
_ATTRIBUTES = re.compile(rf"<((?!a\b)(?:{_FORMATTING}))\s[^<>]*>", re.IGNORECASE)
_REPEATS = 3  # HTML's parser opens at most three equal formatting elements anew in each block
_MOST_NODES = 500_000
_MOST_LINES = 10_000


def tamed(markdown: str) -> str:
    """The body without control characters, and with every ``<`` replaced that starts no whole, modest tag."""
    text = _CONTROL.sub("", markdown.replace("\r\n", "\n").replace("\r", "\n"))
    return _NO_TAG.sub(LESS_THAN, text)


def is_affordable(markdown: str) -> bool:
    """Whether Markdown can convert this within the budget. Takes time linear in the text."""
    if len(markdown) > MOST_BYTES or _DEEP.search(markdown):
        return False
    fences = len(_FENCE.findall(markdown))
    cost = len(markdown) * (1 + fences // 50) + 100 * markdown.count("\n")
    cost += 500 * markdown.count("[^") + 100 * markdown.count("|")
    return cost < BUDGET and cost + sum(_block_cost(block) for block in _BLANK.split(markdown)) < BUDGET


def tidied(converted: str) -> str:
    """Converted HTML without attributes on raw formatting tags, so that equal ones stay equal to HTML's parser."""
    return _ATTRIBUTES.sub(r"<\1>", converted.replace(LESS_THAN, "&lt;"))


def is_bounded(converted: str) -> bool:
    """Whether HTML's parser, which opens unclosed formatting anew in each block, makes few enough elements of this."""
    opened: dict[str, int] = {}
    for match in _OPENED.finditer(converted):
        name = match[1].lower()
        opened[name] = min(_REPEATS, opened.get(name, 0) + 1)
    return converted.count("<") * (1 + sum(opened.values())) < _MOST_NODES


def as_written(markdown: str) -> Element:
    """The body as paragraphs with its own line ends: what is shown where Markdown would take too long.

    Very many lines become one preformatted block, so that they are not as many elements.
    """
    text = markdown.replace(LESS_THAN, "<")
    if text.count("\n") > _MOST_LINES:
        return Element("", {}, [Element("pre", {}, [text])])
    return Element("", {}, [_lines(block) for block in _BLANK.split(text) if block.strip()])


def _lines(block: str) -> Element:
    paragraph = Element("p")
    for line in block.split("\n"):
        paragraph.children += [line, Element("br")]
    paragraph.children.pop()
    return paragraph


def _block_cost(block: str) -> int:
    size = len(block)
    splitting = len(_SPLITTING.findall(block))
    runs = len(_RUNS.findall(block))
    return size * (splitting * 30 + runs * 10) // 1000 + _reach(block) * 2 // 5


def _reach(block: str) -> int:
    """How many characters lie between each opening bracket and its closing one, or the block's end, in sum."""
    reach = 0
    waiting: dict[str, list[int]] = {"]": [], ")": []}
    for match in _BRACKET.finditer(block):
        sign, at = match[0], match.start()
        if sign == "[":
            waiting["]"].append(at)
        elif sign == "(":
            waiting[")"].append(at)
        elif waiting[sign]:
            reach += at - waiting[sign].pop()
    return reach + sum(len(block) - at for places in waiting.values() for at in places)
