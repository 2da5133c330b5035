"""From what was typed to a tree. Nothing typed raises, and work is bounded before it begins.

Words are ANDed (``AND`` may be said); ``OR`` joins its two neighbours and binds tighter, as in web searches; ``-`` or
``NOT`` before a word, phrase or bracket excludes it; ``field:`` goes before a word, phrase or bracket; ``word*`` is a
beginning. ``before:`` and ``after:`` exclude the year, month or day they name, ``on:`` is just that. What is not understood is searched as
words, and a hint says so. A quotation or bracket left open ends with the text, as it does while one is typing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reader.search.query import dates
from reader.search.query.syntax import And, Language, Leaf, Node, Not, Or, Parsed, Phrase, Prefix, Words
from reader.search.text import analysis

LONGEST_QUERY = 512
MOST_TERMS = 32
DEEPEST = 8
SHORTEST_PREFIX = 2
#: A phrase is at most eight words, or 24 characters of a script without spaces.
_PHRASE_ROOM, _WORD_ROOM, _CHARACTER_ROOM = 24, 3, 1

FIELDS = {name: name for name in ("title", "author", "section", "tag", "topic", "region", "series")}
LANGUAGE_NAMES = frozenset({"lang", "language"})

_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\uff02"
_SAME = str.maketrans({**dict.fromkeys(_QUOTES, '"'), **dict(zip("（）：＊－\u2212", "():*--", strict=True))})
_ITEM = re.compile(
    r"""(?P<minus>-+(?=[^\s)-]))?
        (?:(?P<field>[^\W\d_]{1,16}):)?
        (?: "(?P<phrase>[^"]*)"? | (?P<open>\() | (?P<close>\)) | (?P<word>[^\s"()]+) )""",
    re.VERBOSE,
)
_FUZZY = re.compile(r"~\d*$")


@dataclass(frozen=True, slots=True)
class _Item:
    """A piece of the query: a word, a phrase or a bracket, with what stands before it."""

    kind: str
    text: str
    field: str
    minus: bool


def parse(text: str) -> Parsed:
    """Understand a query."""
    return _Parser(text).parsed()


def clean(text: str) -> str:
    """The text without what nobody sees: control characters, direction marks, halves of surrogate pairs."""
    seen = (letter if unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp") else " " for letter in text)
    return "".join(letter for letter in seen if unicodedata.category(letter) != "Cf" or letter in "\u200c\u200d")


class _Parser:
    """Recursive descent: any := all of (one or one OR one)."""

    def __init__(self, text: str) -> None:
        self._hint = "query-too-long" if len(text) > LONGEST_QUERY else ""
        self._items = [_item(match) for match in _ITEM.finditer(clean(text[:LONGEST_QUERY]).translate(_SAME))]
        self._at = 0
        self._terms = 0

    def parsed(self) -> Parsed:
        tree = self._all(0, "")
        while self._peek() is not None:  # a closing bracket that nothing opened
            self._at += 1
            tree = _both(tree, self._all(0, ""))
        if tree is None:
            self._note("query-nothing" if self._items else "")
        return Parsed(tree, self._hint)

    def _note(self, code: str) -> None:
        self._hint = self._hint or code

    def _peek(self) -> _Item | None:
        return self._items[self._at] if self._at < len(self._items) else None

    def _is_word(self, text: str) -> bool:
        item = self._peek()
        return item is not None and item == _Item("word", text, "", minus=False)

    def _all(self, depth: int, field: str) -> Node | None:
        found: list[Node] = []
        while (item := self._peek()) is not None and item.kind != "close":
            if self._is_word("AND") or self._is_word("OR"):
                self._at += 1
            elif (node := self._either(depth, field)) is not None:
                found.append(node)
        return _joined(And, found)

    def _either(self, depth: int, field: str) -> Node | None:
        found = [self._one(depth, field)]
        while self._is_word("OR"):
            while self._is_word("OR"):
                self._at += 1
            item = self._peek()
            if item is None or item.kind == "close":
                break
            found.append(self._one(depth, field))
        return _joined(Or, [node for node in found if node is not None])

    def _one(self, depth: int, field: str) -> Node | None:
        item = self._items[self._at]
        self._at += 1
        if item == _Item("word", "NOT", "", minus=False) and self._peek() is not None:
            return self._excluded(depth, field)
        node = self._bracket(item, depth, field) if item.kind == "open" else self._leaf(item, field)
        return Not(node) if node is not None and item.minus else node

    def _excluded(self, depth: int, field: str) -> Node | None:
        item = self._peek()
        if item is None or item.kind == "close" or self._is_word("NOT"):
            return None
        node = self._one(depth, field)
        return Not(node) if node is not None else None

    def _bracket(self, item: _Item, depth: int, field: str) -> Node | None:
        inner = self._field(item) or field
        if depth >= DEEPEST:
            self._note("query-too-deep")
            return None
        node = self._all(depth + 1, inner)
        self._at += 1  # the closing bracket, or the end
        return node

    def _leaf(self, item: _Item, field: str) -> Node | None:
        if self._terms >= MOST_TERMS:
            self._note("query-too-many-words")
            return None
        node = self._understood(item, field)
        self._terms += node is not None
        return node

    def _understood(self, item: _Item, field: str) -> Leaf | None:
        name = item.field.casefold()
        if name in dates.RELATIONS:
            days = dates.days(name, analysis_text(item.text))
            if days is not None:
                return days
            self._note("query-date-unreadable")
        elif name in LANGUAGE_NAMES and item.text:
            return Language(item.text.strip().lower().replace("_", "-"))
        elif item.field and name not in FIELDS:
            self._note("" if item.text.startswith("/") else "query-field-unknown")  # an address is no field
            return self._text(item, f"{item.field}:{item.text}", field)
        return self._text(item, item.text, FIELDS.get(name, field))

    def _field(self, item: _Item) -> str:
        name = item.field.casefold()
        if item.field and name not in FIELDS:
            self._note("query-field-unknown")
        return FIELDS.get(name, "")

    def _text(self, item: _Item, text: str, field: str) -> Leaf | None:
        if item.kind == "phrase":
            cut = self._cut(text)
            return Phrase(cut, field) if cut else None
        return self._word(text, field)

    def _word(self, text: str, field: str) -> Leaf | None:
        bare = _FUZZY.sub("", text)
        if bare != text:
            self._note("query-fuzzy")
        plain = bare.replace("*", " ").strip()
        cut = self._cut(plain)
        if not cut:
            self._note("query-wildcard" if "*" in bare else "")
            return None
        if "*" not in bare:
            return Words(cut, field)
        if bare != plain + "*" or not _long_enough(plain):
            self._note("query-wildcard")
            return Words(cut, field)
        return Prefix(cut, field)

    def _cut(self, text: str) -> str:
        """As much of the text as a phrase may have; empty when there is no word in it."""
        room = _PHRASE_ROOM
        end = 0
        for unit in analysis.units(text):
            room -= _CHARACTER_ROOM if unit.run else _WORD_ROOM
            if room < 0:
                self._note("query-phrase-too-long")
                return text[:end]
            end = unit.end
        return text.strip() if end else ""


def _item(match: re.Match[str]) -> _Item:
    kind = match.lastgroup or "word"
    return _Item(kind, match[kind], match["field"] or "", minus=bool(match["minus"]))


def _long_enough(prefix: str) -> bool:
    found = list(analysis.units(prefix))
    return bool(found[-1].run) or len(found[-1].text) >= SHORTEST_PREFIX


def _both(one: Node | None, other: Node | None) -> Node | None:
    return _joined(And, [node for node in (one, other) if node is not None])


def _joined(kind: type[And | Or], nodes: list[Node]) -> Node | None:
    return kind(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None


def analysis_text(text: str) -> str:
    """Digits of any script as ASCII digits."""
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text.strip())
