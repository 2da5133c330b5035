"""Markdown to plain text, for the index, snippets and ``show --format text``.

A handful of regular expressions, each linear in the text, and no HTML in between: a library of 15,000 articles goes
through here when it is indexed. Exact enough to read, not to print.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--[^<>]*-->|<(script|style)\b[^<>]*>[^<>]*</\1>", re.IGNORECASE)
_TAG = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|/?[a-zA-Z][^<>]*)>")
_FOOTNOTE = re.compile(r"^\[\^[^\[\]\s]+\]:[ \t]*", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]*\S+.*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])")
_RULE = re.compile(r"[ \t]*(?:[-=*_|:][-=*_|: \t]*|(?:```|~~~)[^\n]*)")
_LINE_START = re.compile(r"[ \t]*(?:>[> \t]*)?(?:#{1,6}[ \t]+|[-*+][ \t]+|:[ \t]+|\d{1,9}[.)][ \t]+)?")
_SPACES = re.compile("  +")
_CLOSING = re.compile(r" #+ ?$", re.MULTILINE)
_UNDERSCORES = re.compile("_+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_GAPS = re.compile(r"\n[ \t]*\n\s*")
_KEPT = {ord(character): 0xE000 + number for number, character in enumerate("\\`*_{}[]()#+.!|<>~-")}
_RESTORED = {0xE000 + number: character for number, character in enumerate("\\`*_{}[]()#+.!|<>~-")}


def plain_text(markdown: str) -> str:
    """The words of a Markdown text: no markup, link targets or pictures' addresses; blocks parted by an empty line."""
    text = markdown.replace("\t", " ")
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: match[1].translate(_KEPT), text).replace("\\\n", "\n")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "<" in text:
        text = _TAG.sub(_address, _COMMENT.sub(" ", text))
    if "[" in text:
        text = _without_brackets(text)
    text = _without_marks("\n".join(_lines(text)))
    if "&" in text:
        text = html.unescape(text)
    text = _GAPS.sub("\n\n", text.replace(" \n", "\n")).strip()
    return text.translate(_RESTORED) if "\\" in markdown else text


def _lines(text: str) -> Iterator[str]:
    """The lines without what makes them headings, quotations or items; rules and fences are none. Most lines begin with a letter."""
    for line in text.split("\n"):
        if line[:1].isalpha():
            yield line
        elif not _RULE.fullmatch(line):
            yield _LINE_START.sub("", line, 1)


def _without_brackets(text: str) -> str:
    if "]:" in text:
        text = _DEFINITION.sub("", _FOOTNOTE.sub("", text))
    text = _LINK.sub(r"\1", _FOOTNOTE_MARK.sub("", text))
    return _LINK.sub(r"\1", text) if "](" in text else text  # a picture inside a link


def _without_marks(text: str) -> str:
    text = text.replace("*", "").replace("`", "").replace("~~", "")
    if "#" in text:
        text = _CLOSING.sub("", text)
    if "|" in text:
        text = _SPACES.sub("  ", text.replace("|", "  ")).replace("  \n", "\n").replace("\n  ", "\n")
        text = text.strip(" ").replace("  ", " · ")  # between the cells of a table
    return _UNDERSCORES.sub(_outside_words, text) if "_" in text else text


def _outside_words(marks: re.Match[str]) -> str:
    """Underscores within a word are part of it; others are emphasis."""
    before, after = marks.string[max(0, marks.start() - 1) : marks.start()], marks.string[marks.end() : marks.end() + 1]
    return marks[0] if before.isalnum() and after.isalnum() else ""


def _address(tag: re.Match[str]) -> str:
    inner = tag[1]
    return inner if inner.startswith(("http", "mailto:")) else ""
