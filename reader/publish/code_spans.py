"""Put code out of reach while the rest of a Markdown text is rewritten, and put it back."""

from __future__ import annotations

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)$")
_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)*?[^`])\1(?!`)", re.DOTALL)
#: Tags and shortcodes that are indented are far more often markup than code.
_INDENTED = re.compile(r"(?: {4}|\t)[ \t]*(?![ \t]|<|\[?\{[{%])\S")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
_MARK = re.compile("\0(\\d+)\0(\n*)")


class HiddenCode:
    """Fenced and indented blocks and code spans of a text, each replaced by a mark with as many line ends."""

    def __init__(self) -> None:
        self._hidden: list[str] = []

    def hide(self, text: str) -> str:
        """The text without its code. ``text`` holds no NUL."""
        lines: list[str] = []
        block: list[str] = []
        for line, is_code in _lines(text):
            if is_code:
                block.append(line)
                continue
            if block:
                lines.append(self._mark("\n".join(block)))
                block = []
            lines.append(line)
        if block:
            lines.append(self._mark("\n".join(block)))
        return _SPAN.sub(lambda match: self._mark(match[0]), "\n".join(lines))

    def restore(self, text: str) -> str:
        """The text with its code, unchanged."""

        def back(match: re.Match[str]) -> str:
            hidden = self._hidden[int(match[1])]
            return self.restore(hidden) + match[2][hidden.count("\n") :]

        return _MARK.sub(back, text) if "\0" in text else text

    def _mark(self, hidden: str) -> str:
        self._hidden.append(hidden)
        return f"\0{len(self._hidden) - 1}\0" + "\n" * hidden.count("\n")


def _lines(text: str) -> list[tuple[str, bool]]:
    """Every line, and whether it belongs to a block of code (CommonMark 0.31, sections 4.4 and 4.5).

    Indented lines below a list are taken for the list's paragraphs.
    """
    found: list[tuple[str, bool]] = []
    fence = ""
    in_list = False
    after_blank = True
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if fence:
            found.append((line, True))
            if opening and opening[1].startswith(fence) and not opening[2].strip():
                fence = ""
            continue
        if opening and not (opening[1][0] == "`" and "`" in opening[2]):
            fence = opening[1]
            found.append((line, True))
            continue
        is_code = after_blank and not in_list and _INDENTED.match(line) is not None
        found.append((line, is_code))
        after_blank = is_code or not line.strip()
        if line.strip() and not line.startswith((" ", "\t")):
            in_list = _LIST_ITEM.match(line) is not None
    return found
