"""Words of the interface on a page and in a citation, in English until the caller brings others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of the interface on a page. ``{...}`` stands for a number.

    ``licence_terms`` say what a licence allows, by its Creative Commons name. ``why`` says a reason for being related; ``because`` says it where ``{names}`` tell what is shared.
    """

    by: str = "By"
    translated_by: str = "Translated by"
    also_in: str = "also in"
    side_by_side: str = "side by side"
    one_language: str = "one language"
    updated: str = "updated"
    topics: str = "Topics"
    author: str = "The author"
    authors: str = "The authors"
    pen_name: str = "pen name"
    series: str = "Series"
    previous: str = "Previous"
    next: str = "Next"
    related: str = "Related stories"
    keep_reading: str = "Keep reading"
    source: str = "Source"
    licence: str = "Licence"
    minutes: str = "{minutes} min"
    part: str = "Part {part} of {parts}"
    genuine: str = "✓ genuine, edition {serial}"
    unchecked: str = "signed, not checked yet, edition {serial}"
    glossary: str = "Glossary"
    events: str = "Events"
    upcoming: str = "Upcoming"
    past: str = "Past"
    stories: str = "Stories"
    all_stories: str = "All {count} articles"
    licence_terms: Mapping[str, str] = field(
        default_factory=lambda: {
            "by": "You may copy, share and change it, also for money, if you name who made it.",
            "by-sa": "You may copy, share and change it, also for money, if you name who made it and pass it on under the same licence.",
            "by-nd": "You may copy and share it unchanged, also for money, if you name who made it.",
            "by-nc": "You may copy, share and change it, but not for money, if you name who made it.",
            "by-nc-sa": "You may copy, share and change it, but not for money, if you name who made it and pass it on under the same licence.",
            "by-nc-nd": "You may copy and share it unchanged, but not for money, if you name who made it.",
            "zero": "You may do with it whatever you like.",
        }
    )
    why: Mapping[str, str] = field(
        default_factory=lambda: {
            "publisher": "chosen by the editors",
            "series": "same series",
            "tag": "same tags",
            "topic": "same topic",
            "author": "same author",
            "region": "same region",
            "text": "similar text",
        }
    )
    because: Mapping[str, str] = field(
        default_factory=lambda: {
            "series": "same series: {names}",
            "tag": "same tags: {names}",
            "topic": "same topic: {names}",
            "region": "same region: {names}",
            "author": "also by {names}",
            "text": "both about: {names}",
        }
    )


@dataclass(frozen=True, slots=True)
class CitationLabels:
    """Words of the interface in a citation. ``{...}`` stands for data."""

    edition: str = "edition {serial}"
    paragraph: str = "paragraph {paragraph}"
    paragraphs: str = "paragraphs {first}–{last}"
    revision: str = "revision {revision}, sha256 {digest}"
