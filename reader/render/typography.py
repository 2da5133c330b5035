"""Curly quotes, dashes and ellipses in a body's text, never in code.

Done on the tree rather than by Markdown's own extension: there it takes more than half of the whole conversion, sees
one piece of text at a time, and has quadratic corners. A quotation that ends in a link closes rightly here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.render.quotes import quotes
from reader.render.tree import text_runs

if TYPE_CHECKING:
    from reader.render.tree import Element

_STRAIGHT = re.compile(r"https?://\S+|---?(?!-)|\.\.\.|[\"']")
_DASH = re.compile(r"(?<=\S) (?=[–—](?:\s|$))")
_FRENCH = re.compile(r"(?<=\S) (?=[;:?!»])|(?<=«) (?=\S)")
_WITHOUT_SPACES = frozenset({"bo", "ja", "km", "ko", "lo", "my", "th", "yue", "zh"})
"""Lines of these break within words, or without spaces."""

_WIDOW, _LINE = 12, 40
"""Letters of a word that may not stand alone, and of the shortest block of two lines."""

_CODE = frozenset({"code", "kbd", "pre", "samp", "tt"})
_OPENS_AFTER = frozenset("([{<-–—/«„“‘‹\u00a0\u202f\u2068")
_SIGNS = {"--": "–", "---": "—", "...": "…"}
_APOSTROPHE, _OPENING_SINGLE = "’", "‘"


def set_typography(root: Element, language: str) -> Element:
    """The same tree with the language's quotation marks, and dashes for hyphens. Changes the tree in place.

    No line begins with a dash, and none of French with a sign that has a space before it; no short word ends a block alone.
    """
    pair = quotes(language)
    for run in text_runs(root):
        texts = [str(parent.children[at]) for parent, at in run]
        setter = _Setter(pair)
        for number, (parent, at) in enumerate(run):
            following = texts[number + 1][:1] if number + 1 < len(texts) else ""
            said = setter.set(texts[number], following, is_code=_is_code(parent))
            parent.children[at] = said if _is_code(parent) else _held(said, language)
        if language.split("-", maxsplit=1)[0] not in _WITHOUT_SPACES:
            _keep_last_word(run)
    return root


def _keep_last_word(run: list[tuple[Element, int]]) -> None:
    """Let no short word stand alone on the last line of a block: the last space does not break."""
    if sum(len(str(parent.children[at])) for parent, at in run) < _LINE:
        return
    letters = 0
    for parent, at in reversed(run):
        said = str(parent.children[at])
        end = len(said) if letters else len(said.rstrip())
        space = max(said.rfind(" ", 0, end), said.rfind("\n", 0, end))
        letters += end - space - 1
        if letters > _WIDOW or _is_code(parent):
            return
        if space >= 0:
            parent.children[at] = f"{said[:space]}\u00a0{said[space + 1 :]}"
            return


def _held(text: str, language: str) -> str:
    """Spaces at which a line must not end do not break."""
    text = _DASH.sub("\u00a0", text)
    return _FRENCH.sub("\u00a0", text) if language.split("-", maxsplit=1)[0] == "fr" else text


def _is_code(parent: Element) -> bool:
    return parent.tag in _CODE


class _Setter:
    """Sets the texts of one block in turn, and remembers what went before."""

    def __init__(self, pair: tuple[str, str] | None) -> None:
        self._pair = pair
        self._before = ""

    def set(self, text: str, following: str, *, is_code: bool) -> str:
        """One text as it should be. ``following`` is the letter after it in the block, or empty."""
        if is_code or not text:
            self._before = text[-1:] or self._before
            return text
        around = text + following
        parts: list[str] = []
        end = 0
        for match in _STRAIGHT.finditer(text):
            parts.append(text[end : match.start()])
            self._before = parts[-1][-1:] or self._before
            parts.append(self._sign(match[0], around[match.end() : match.end() + 1]))
            self._before = parts[-1][-1:] or self._before
            end = match.end()
        self._before = text[end:][-1:] or self._before
        return "".join([*parts, text[end:]])

    def _sign(self, sign: str, after: str) -> str:
        if sign not in "\"'" or self._pair is None:
            return _SIGNS.get(sign, sign)
        opens = self._opens(after)
        if sign == '"':
            return self._pair[0] if opens else self._pair[1]
        return _OPENING_SINGLE if opens and not after.isdigit() else _APOSTROPHE

    def _opens(self, after: str) -> bool:
        """Whether a mark here begins a quotation: nothing but space or an opening sign before it, and a word after."""
        before = self._before
        return (not before or before.isspace() or before in _OPENS_AFTER) and bool(after.strip())
