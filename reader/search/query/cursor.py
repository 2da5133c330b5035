"""What a reader is typing at the cursor, and putting a whole value in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.search.query.items import Item, items

_QUOTED = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c-\u300f\u301d\u301e\uff02]')


@dataclass(frozen=True, slots=True)
class Typed:
    """What is being typed: ``text`` is the value up to the cursor, ``field`` the English name of the field, or empty.

    ``start`` and ``end`` are the offsets of the value with its quotation marks, ``head`` that of the field's name, or of the
    value if there is none. A minus stands before ``head``.
    """

    field: str
    text: str
    head: int
    start: int
    end: int


def at(text: str, cursor: int) -> Typed:
    """What is being typed at a cursor, which is an offset into the text; all is empty where nothing is."""
    cursor = max(0, min(cursor, len(text)))
    for item in items(text):
        if item.kind not in ("open", "close") and item.start <= cursor <= item.end and not _is_over(item, cursor):
            return _typed(text, item, cursor)
    return Typed("", "", cursor, cursor, cursor)


def _is_over(item: Item, cursor: int) -> bool:
    """Whether the cursor stands behind the mark that ends a quotation."""
    return item.kind == "phrase" and item.shut and cursor == item.end


def _typed(text: str, item: Item, cursor: int) -> Typed:
    if cursor < item.value and not re.search("[:：]", text[item.start : cursor]):  # in the field's name
        return Typed("", text[item.start : cursor], item.start, item.start, item.value)
    inner = item.value + (item.kind == "phrase")
    known = item.field or not item.name
    start = item.value if known else item.start
    return Typed(item.field, text[inner if known else start : max(cursor, start)], item.start, start, item.end)


def replace(text: str, typed: Typed, value: str, field: str = "") -> tuple[str, int]:
    """The text with a value in the place of what is typed, quoted where it has to be, and where typing goes on.

    With ``field`` (a name as it is to be shown) the value is put behind it, in the place of any other; an empty value then
    leaves the cursor behind the colon.
    """
    start = typed.head if field else typed.start
    before, after = text[:start], text[typed.end :]
    gap = " " if before and not before[-1].isspace() and before[-1] not in "(:（：-－\u2212" else ""
    put = f"{gap}{field}:{quoted(value) if value else ''}" if field else gap + quoted(value)
    if field and not value:
        return before + put + after, len(before + put)
    space = "" if after[:1].isspace() or after[:1] in (")", "）") else " "
    cursor = len(before + put + space) + (not space and after[:1].isspace())
    return before + put + space + after, cursor


def quoted(value: str) -> str:
    """A value as it is typed: in quotation marks if it would not be read as one word without them."""
    plain = " ".join(_QUOTED.sub(" ", value).split())
    if not plain:
        return ""
    found = items("tag:" + plain)
    alone = len(found) == 1 and found[0].kind == "word" and found[0].text == plain
    is_word = alone and not re.search(r"[*~:]|^[-/]", plain) and not items(plain)[0].operator
    return plain if is_word else f'"{plain}"'
