"""What a reader can ask, as a tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One word as it was typed, and what has the same stem, in one field or the plain ones (empty).

    Analysis may make several terms of it (a hyphen, a script without spaces): then they stand next to each other.
    """

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Exact:
    """One word in quotation marks: this form of it and no other, case and accents aside. Always one term, of a spaced script."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in exactly these forms, in this order, next to each other; two units or more, or one of an unspaced script."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so. When analysis makes several terms of it, the last is the beginning and the others stand before it."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ by at most ``distance`` (1 or 2) letters. Always one term, of a spaced script, of three letters or more."""

    text: str
    field: str
    distance: int


@dataclass(frozen=True, slots=True)
class Name:
    """A value of author, section, tag, topic, region or series, as it was typed, without its quotation marks.

    It means the thing whose identity or whole title this is; if there is none, ``otherwise``: the words in that field.
    """

    text: str
    field: str
    otherwise: Words | Exact | Phrase


@dataclass(frozen=True, slots=True)
class Language:
    """Articles in a language: a BCP 47 tag in lower case, or the beginning of one."""

    tag: str


@dataclass(frozen=True, slots=True)
class Days:
    """Dated articles of these days, first and last included, as numbers of ``date.toordinal``. None when first > last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Marked:
    """Articles that the reader has ``read``, ``starred``, ``opened`` or written a ``note`` on."""

    name: str


@dataclass(frozen=True, slots=True)
class Collected:
    """Articles that the reader filed in a collection, by its title, its number, or the beginning of titles."""

    title: str


@dataclass(frozen=True, slots=True)
class Has:
    """Articles with a ``picture``."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that this does not find."""

    child: Node


@dataclass(frozen=True, slots=True)
class And:
    """Articles that all of these find."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that any of these finds."""

    children: tuple[Node, ...]


Leaf = Words | Exact | Phrase | Prefix | Fuzzy | Name | Language | Days | Marked | Collected | Has
Node = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood: nothing when there was nothing to search for, and the code of a hint or none."""

    tree: Node | None
    hint: str = ""
