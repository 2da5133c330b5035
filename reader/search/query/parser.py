"""From what was typed to a tree. Nothing typed raises, and work is bounded before it begins.

Words are ANDed (``AND`` may be said); ``OR`` joins its two neighbours and binds tighter, as in web searches; ``-`` or
``NOT`` before a word, phrase or bracket excludes it; ``field:`` goes before a word, phrase or bracket; ``word*`` is a
beginning, ``word~`` a spelling like it, ``"word"`` this form alone. ``before:`` and ``after:`` exclude the year, month or day
they name, ``on:`` is just that. What is not understood is searched as words, and a hint says so. What is only begun (a field
without a value, half a date or mark) is nothing yet, and a quotation or bracket left open ends with the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as column

from reader.search.query import dates, fields
from reader.search.query.items import LONGEST_QUERY, Item, items
from reader.search.query.syntax import (
    And,
    Collected,
    Exact,
    Fuzzy,
    Has,
    Language,
    Marked,
    Name,
    Node,
    Not,
    Or,
    Parsed,
    Phrase,
    Prefix,
    Words,
)
from reader.search.text import analysis
from reader.search.text.script import fold, is_plain_run, word_pattern

MOST_TERMS = 32
DEEPEST = 8
SHORTEST_PREFIX = 2
SHORTEST_FUZZY = 3
MOST_DISTANCE = 2
#: Words up to here may differ by one letter where the reader gives no number, longer ones by two.
_SHORT_WORD = 5
#: A phrase is at most eight words, or 24 characters of a script without spaces.
_PHRASE_ROOM, _WORD_ROOM, _CHARACTER_ROOM = 24, 3, 1
_SIMILAR = re.compile(r"~(\d*)$")
_TAG = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}")


def parse(text: str) -> Parsed:
    """Understand a query."""
    return _plain_words(text) or _Parser(text).parsed()


def outline(text: str) -> tuple[tuple[Item, ...], ...]:
    """The parts of a query that are all to hold, each as its items, without the ``AND`` between them."""
    parser = _Parser(text)
    parser.parsed()
    return tuple(parser.parts)


@dataclass
class _Parser:
    """Recursive descent: all := any of (one or one OR one)."""

    text: str
    hint: str = ""
    parts: list[tuple[Item, ...]] = column(default_factory=list)
    _at: int = 0
    _terms: int = 0

    def __post_init__(self) -> None:
        self._note("query-too-long" if len(self.text) > LONGEST_QUERY else "")
        self._items = items(self.text)

    def parsed(self) -> Parsed:
        found: list[Node] = []
        while self._peek() is not None:
            node = self._all(0, "")
            found += [node] if node is not None else []
            self._at += 1  # a closing bracket that nothing opened
        tree = _joined(And, found)
        if tree is None and any(item.kind != "empty" for item in self._items) and not self._is_begun():
            self._note("query-nothing")
        return Parsed(tree, self.hint)

    def _note(self, code: str) -> None:
        self.hint = self.hint or code

    def _peek(self) -> Item | None:
        return self._items[self._at] if self._at < len(self._items) else None

    def _operator(self) -> str:
        item = self._peek()
        return item.operator if item is not None else ""

    def _is_begun(self) -> bool:
        """Whether the last of the query is a value that is not yet one."""
        last = self._items[-1]
        return last.kind == "word" and last.field in fields.DATES | fields.MARKS

    def _all(self, depth: int, field: str) -> Node | None:
        found: list[Node] = []
        while (item := self._peek()) is not None and item.kind != "close":
            if item.operator in ("AND", "OR"):
                self._at += 1
            else:
                first = self._at
                node, end = self._either(depth, field)
                found += [node] if node is not None else []
                if not depth:
                    self.parts.append(self._items[first:end])
        return _joined(And, found)

    def _either(self, depth: int, field: str) -> tuple[Node | None, int]:
        """One thing, or several with OR between them, and where the last ends."""
        found = [self._one(depth, field)]
        end = self._at
        while self._operator() == "OR":
            while self._operator() in ("OR", "AND"):
                self._at += 1
            item = self._peek()
            if item is None or item.kind == "close":
                break
            found.append(self._one(depth, field))
            end = self._at
        return _joined(Or, [node for node in found if node is not None]), min(end, len(self._items))

    def _one(self, depth: int, field: str) -> Node | None:
        item = self._items[self._at]
        self._at += 1
        if item.operator == "NOT":
            return self._excluded(depth, field)
        node = self._bracket(item, depth, field) if item.kind == "open" else self._leaf(item, field)
        return Not(node) if node is not None and item.minus else node

    def _excluded(self, depth: int, field: str) -> Node | None:
        item = self._peek()
        if item is None or item.kind == "close" or item.operator:
            return None
        node = self._one(depth, field)
        return Not(node) if node is not None else None

    def _bracket(self, item: Item, depth: int, field: str) -> Node | None:
        if item.name and not item.field:
            self._note("query-field-unknown")
        if depth >= DEEPEST:
            self._note("query-too-deep")
            return None
        node = self._all(depth + 1, item.field or field)
        self._at += 1  # the closing bracket, or the end
        return node

    def _leaf(self, item: Item, field: str) -> Node | None:
        if item.kind == "empty":
            return None
        if self._terms >= MOST_TERMS:
            self._note("query-too-many-words")
            return None
        node = self._understood(item, item.field or field)
        self._terms += node is not None
        return node

    def _understood(self, item: Item, field: str) -> Node | None:
        if item.name and not item.field:
            self._note("" if item.text.startswith("/") else "query-field-unknown")  # an address is no field
            return self._text(item, f"{item.name}:{item.text}", field if field in ("title", *fields.NAMED) else "")
        if field in fields.DATES:
            return self._days(item, field)
        if field in fields.MARKS:
            return self._mark(item)
        if field == "in":
            return Collected(item.text.strip()) if item.text.strip() else None
        if field == "lang":
            return self._language(item)
        return self._text(item, item.text, field)

    def _days(self, item: Item, relation: str) -> Node | None:
        days = dates.days(relation, item.text)
        if days is not None or dates.begun(item.text):
            return days
        self._note("query-date-unreadable")
        return self._text(item, item.text, "")

    def _mark(self, item: Item) -> Node | None:
        name, so = fields.mark_of(item.text)
        if name:
            node = Has(name) if name == "picture" else Marked(name)
            return node if so else Not(node)
        if fields.begins_mark(item.text):
            return None
        self._note("query-mark-unknown")
        return self._text(item, f"{item.name}:{item.text}" if item.name else item.text, "")

    def _language(self, item: Item) -> Node | None:
        typed = item.text.strip().lower().replace("_", "-")
        tag = fields.language_of(typed) or typed
        if _TAG.fullmatch(tag):
            return Language(tag)
        if len(typed) > 1:
            self._note("query-language-unknown")
            return self._text(item, item.text, "")
        return None

    def _text(self, item: Item, text: str, field: str) -> Node | None:
        if field in fields.NAMED and (item.kind == "phrase" or not re.search("[*~]", text)):
            words = self._plain(item, self._cut(text, quietly=True), field)
            return Name(text.strip(), field, words) if words is not None else None
        return self._plain(item, self._cut(text), field) if item.kind == "phrase" else self._word(text, field)

    def _plain(self, item: Item, cut: str, field: str) -> Words | Exact | Phrase | None:
        if not cut:
            return None
        if item.kind != "phrase":
            return Words(cut, field)
        return Exact(cut, field) if _one_word(cut) else Phrase(cut, field)

    def _word(self, text: str, field: str) -> Node | None:
        similar = _SIMILAR.search(text)
        bare = text[: similar.start()] if similar else text
        plain = bare.replace("*", " ").strip()
        cut = self._cut(plain)
        if not cut:
            self._note("query-wildcard" if "*" in bare else "")
            return None
        if "*" not in bare:
            return self._similar(cut, field, similar[1]) if similar else Words(cut, field)
        if similar or bare != plain + "*" or not _long_enough(plain):
            self._note("query-wildcard")
            return Words(cut, field)
        return Prefix(cut, field)

    def _similar(self, text: str, field: str, distance: str) -> Node:
        word = _one_word(text)
        if len(word) < SHORTEST_FUZZY:
            self._note("query-fuzzy")
            return Words(text, field)
        most = min(int(distance), MOST_DISTANCE) if distance else 1 if len(word) <= _SHORT_WORD else MOST_DISTANCE
        return Fuzzy(text, field, most) if most else Exact(text, field)

    def _cut(self, text: str, *, quietly: bool = False) -> str:
        """As much of the text as a phrase may have; empty when there is no word in it."""
        room = _PHRASE_ROOM
        end = 0
        for unit in analysis.units(text):
            room -= _CHARACTER_ROOM if unit.run else _WORD_ROOM
            if room < 0:
                self._note("" if quietly else "query-phrase-too-long")
                return text[:end]
            end = unit.end
        return text.strip() if end else ""


def _plain_words(text: str) -> Parsed | None:
    """What most type, words or short runs of letters alone, some in quotation marks, in a fifth of the time; nothing where there is more to understand."""
    words = text.split()
    if not 0 < len(words) <= MOST_TERMS or len(text) > LONGEST_QUERY:
        return None
    found: list[Node] = [node for node in map(_plain_word, words) if node is not None]
    return Parsed(_joined(And, found), "") if len(found) == len(words) else None


def _plain_word(word: str) -> Words | Exact | None:
    quoted = len(word) > 2 and word[0] == word[-1] == '"'  # noqa: PLR2004
    bare = word[1:-1] if quoted else word
    found = word_pattern().fullmatch(bare)
    if found is None or fields.operator_of(bare):
        return None
    if found.lastindex is None:
        is_plain = bare.isalpha() and bool(fold(bare))
    else:
        is_plain = not quoted and is_plain_run(bare) and len(bare) * _CHARACTER_ROOM <= _PHRASE_ROOM
    if not is_plain:
        return None
    return Exact(bare, "") if quoted else Words(bare, "")


def _one_word(text: str) -> str:
    """The folded word that the text is, if it is a single one of a spaced script; else nothing."""
    found = list(analysis.units(text))
    return found[0].text if len(found) == 1 and not found[0].run else ""


def _long_enough(prefix: str) -> bool:
    found = list(analysis.units(prefix))
    return bool(found[-1].run) or len(found[-1].text) >= SHORTEST_PREFIX


def _joined(kind: type[And | Or], nodes: list[Node]) -> Node | None:
    return kind(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None
