"""Five hundred searches that nobody types by accident, the same each time: for tests and for the benchmark of the whole index."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 500

_FIELDS = (
    "title", "author", "section", "tag", "topic", "region", "series", "lang", "on", "date", "before", "after", "is", "has",
    "colour", "автор", "作者", "ئاپتور", "étiquette",
)  # fmt: skip
_VALUES = (
    "", '"', '""', "(", ")", "()", "*", "~", "-", "a", "a*", "*a*", "a~9", "~2", "[a TO z]", "..", "2019..", "..2019",
    "2020..2018", "9" * 400, "0000", "2019-02-30", "unread", "picture", '"a b" c', "(a OR b", "(((((((((a)))))))))", "title:x",
    "\x00", "\ud800", "\u202e", "🐴", "书", "e" + "\u0301" * 300, "x" * 400, "/etc/passwd", "OR", "NOT", ":",
)  # fmt: skip
_LONG = (
    '"' * 100_000, "(" * 100_000, ")" * 100_000, "-" * 100_000, "~" * 100_000, "*" * 100_000, ":" * 100_000, "()" * 50_000,
    "word " * 10_000, "la* " * 10_000, "word~ " * 10_000, "a OR " * 10_000, "NOT " * 10_000, "title:" * 10_000, "-(" * 10_000,
    '"a" ' * 10_000, '"' + "word " * 500 + '"', '"' + "the " * 500, "书" * 100_000, "\u0301" * 100_000, "\u202e" * 100_000,
    "\x00" * 100_000, "\ud800" * 100_000, "a\u0301" * 50_000, "\u0e01\u0e48" * 50_000, "\u1100\u1161\u11a8" * 30_000,
    "\u0640" * 100_000, "ﷺ" * 100_000, " " * 100_000, "a" * 100_000, "9" * 100_000, "\u200d" * 100_000,
)  # fmt: skip
_DEEP = (
    "(" * 250 + "a" + ")" * 250, "((a OR b) " * 80, "(-" * 100 + "a", "(NOT " * 100 + "a", "title:(" * 60 + "a",
    "lang:(" * 8 + "en" + ")" * 8, "on:(is:(has:(2019)))", "(a (b (c (d (e (f (g (h (i (j", "NOT " * 100 + "a", "OR " * 150,
    "AND OR NOT", "NOT OR AND", "OR OR", "NOT", "a OR NOT", "a OR -", "a OR )", "(OR)", "(NOT)", "-()", "-(-(-(a)))", ")(", "))((",
)  # fmt: skip
_ODD = (
    "*a*", "a*b*c", "**", "?", "a?", "a~9", "a~99999999999999999999", "~", "~~", "a~b~2", "a~٢", "[a TO z]", "{* TO *}",
    "/(a+)+$/", "/.*/", "a^99", "+a +b", "a && b || !c", "' OR 1=1 --", '"; DROP TABLE', "%s%n{0}{key}", "$(reboot)", "`id`",
    "\\", "\\\\\\", '\\"', "http://example.org/?a=b&c=d#e", "C:\\x", "a:b:c:d", "::", "a::b", "😀:😀", "\x00\x01\x02\x1b[2J",
    "a\x00b", "\ud800 \udfff mule", "mule\ud800", "\u202e\u2066mule\u200f", '\u202e"mule\u202c book"', "mule\n\r\t\v\f\u2028x",
    "e" + "\u0301" * 500, "\u0f40" + "\u0f90" * 500, "क" + "\u094d" * 500, "ก" + "\u0e48" * 500, "书 " * 256, '"书" ' * 100,
    "的*", "书~", "书书~2", "muleكتاب书книга", "كتاب-книга", "𝕞𝕦𝕝𝕖", "ⓜⓤⓛⓔ", "ｍｕｌｅ", "ﬁ", "ß" * 200, "İ" * 200, "ŉ" * 200,
    "\ufdfa" * 60, "\u0345" * 50, "Σ" * 200, "ǰ" * 200, "\uffff", "\U0010ffff", "\ue000", "\u0378", "\ufeff", "１２３", "²³",
    "٢٠١٩", "१२", "½", "一二三", "Ⅻ", "\u3000", "　　mule　", "“mule", "„mule“", "«mule»", "「書", "“a” “b", "''", "-“", "−mule",
    "－mule", "--mule", "-mule -mule", "mule -mule", "- - -", "＊", "～", "：", "（（", "mule：", "：mule",
)  # fmt: skip


def hostile_queries() -> list[str]:
    """Exactly ``COUNT`` searches, none of them twice."""
    found = list(islice(dict.fromkeys(_all()), COUNT))
    assert len(found) == COUNT
    return found


def _all() -> Iterator[str]:
    yield from (*_LONG, *_DEEP, *_ODD)
    pairs = list(product(_FIELDS, _VALUES))
    for number in range(len(pairs)):
        field, value = pairs[number * 7 % len(pairs)]
        yield f"{'-' * (number % 3 == 2)}{field}:{value}"
    for field, value in pairs:
        yield f"mule {field}: {value} OR book"
