"""A query cut into items: words, quotations and brackets, each with its field and its place in the text as it was typed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from reader.search.query.fields import field_of, hyphenated, operator_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_QUERY = 512

_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\uff02"
_ALIKE = dict(zip("（）：＊－\u2212～〜", "():*--~~", strict=True))
_SAME = str.maketrans({**dict.fromkeys(_QUOTES, '"'), **_ALIKE})
_HYPHENATED = "|".join(map(re.escape, hyphenated()))
_NAME = f"(?i:{_HYPHENATED})|(?:[^\\W\\d_]|[\u0300-\u036f\u064b-\u0652]){{1,24}}"
_ITEM = re.compile(
    rf"""(?P<minus>-+(?=[^\s)-]))?
        (?:(?P<name>{_NAME}):(?P<within>-(?=[^\s)-]))?)?
        (?: "(?P<phrase>[^"]*)(?P<quote>")? | (?P<open>\() | (?(name)(?!)|(?P<close>\))) | (?P<word>[^\s"()]+) | (?P<empty>(?(name)|(?!))) )""",
    re.VERBOSE,
)


class Item(NamedTuple):
    """A piece of a query. ``kind`` is word, phrase, open, close (a bracket) or empty (a field without a value yet).

    ``name`` is what was typed before the colon and ``field`` what it means, if anything. ``start``, ``value`` and ``end``
    are offsets into the text as it was typed: of a name or, without one, of the value; of the value; and of what follows.
    ``begin`` is where the minus stands, if there is one; one behind the colon excludes as well. ``shut`` says whether a quotation was ended.
    """

    kind: str
    text: str
    name: str
    field: str
    minus: bool
    begin: int
    start: int
    value: int
    end: int
    shut: bool = True

    @property
    def operator(self) -> str:
        """``AND``, ``OR``, ``NOT`` or nothing."""
        return operator_of(self.text) if self.kind == "word" and not self.name and not self.minus else ""


def items(text: str) -> tuple[Item, ...]:
    """The items of the first ``LONGEST_QUERY`` characters."""
    seen, places = _seen(text[:LONGEST_QUERY])
    return _bound([_item(match, places) for match in _ITEM.finditer(seen)])


def _seen(text: str) -> tuple[str, Sequence[int]]:
    """The text without what nobody sees (control characters, direction marks, halves of pairs), and where each letter was."""
    if text.isprintable():
        return text.translate(_SAME), range(len(text))
    kept: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        category = unicodedata.category(letter)
        if category == "Cf" and letter not in "\u200c\u200d":
            continue
        kept.append(" " if category in ("Cc", "Cs", "Zl", "Zp") else letter)
        places.append(at)
    return "".join(kept).translate(_SAME), places


def _item(match: re.Match[str], places: Sequence[int]) -> Item:
    kind = "phrase" if match.lastgroup == "quote" else str(match.lastgroup)
    name = match["name"] or ""
    field = field_of(name) if name else ""
    end = places[match.end() - 1] + 1
    value = match.end() if kind == "empty" else match.start(kind) - (kind == "phrase")
    return Item(
        kind,
        match[kind],
        name,
        field,
        minus=match["minus"] is not None or (match["within"] is not None and bool(field)),
        begin=places[match.start()],
        start=places[match.start("name") if name else value],
        value=places[value] if value < match.end() else end,
        end=end,
        shut=kind != "phrase" or match["quote"] is not None,
    )


def _bound(found: list[Item]) -> tuple[Item, ...]:
    """A field and a value with a space between them become one; a name that is no field, with nothing behind it, a word."""
    bound: list[Item] = []
    for item in found:
        before = bound[-1] if bound else None
        if before is not None and before.kind == "empty" and _is_bare(item):
            minus, begin, start = before.minus, before.begin, before.start
            bound[-1] = item._replace(name=before.name, field=before.field, minus=minus, begin=begin, start=start)
        elif item.kind == "empty" and not item.field:
            bound.append(item._replace(kind="word", text=item.name + ":", name="", value=item.start))
        else:
            bound.append(item)
    return tuple(bound)


def _is_bare(item: Item) -> bool:
    return item.kind in ("word", "phrase", "open") and not item.name and not item.minus and not item.operator
