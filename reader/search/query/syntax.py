"""What a reader can ask, as a tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One word as it was typed (analysis may make several terms of it), in one field or the plain ones (empty)."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, next to each other."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """Articles in a language: a BCP 47 tag or the beginning of one."""

    tag: str


@dataclass(frozen=True, slots=True)
class Days:
    """Articles of these days, first and last included, as numbers of ``date.toordinal``."""

    first: int
    last: int


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


Leaf = Words | Phrase | Prefix | Language | Days
Node = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood: nothing when there was nothing to search for, and the code of a hint or none."""

    tree: Node | None
    hint: str = ""
