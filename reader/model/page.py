"""What the reading pane shows: views with everything already looked up, how they shall look, and the page itself.

``library`` fills a view from the store, ``render`` turns it and a ``PageStyle`` into a ``Page``, the window shows that.
All words of the interface come in ``Labels``, so that they can be in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from reader.model.article import Article, Tier, is_right_to_left
from reader.model.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.listing import Node


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's size in its own pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What a body may point to, and how wide its pictures may be.

    ``pictures`` are the media that can be shown, with sizes; ``None`` lets all pass unmeasured. ``terms`` gives
    definitions (plain text) shown in place. ``width`` is pixels, 0 for no limit. ``prefix`` goes before the body's
    anchors, where two bodies stand on one page. ``paper`` leaves out the ways back from footnotes.
    """

    language: str = ""
    tier: Tier = Tier.STANDARD
    pictures: Mapping[str, Size] | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    width: int = 0
    prefix: str = ""
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A node and the title to show for it."""

    node: Node
    title: str


@dataclass(frozen=True, slots=True)
class Person:
    """An author or translator. ``biography`` is Markdown, ``portrait`` a media id, ``site`` an address to copy."""

    node: Node
    name: str
    biography: str = ""
    portrait: str = ""
    site: str = ""
    pen_name: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and its size in pixels; 0 says that it is not here, and its words stand alone."""

    media: str
    width: int = 0
    height: int = 0
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Another article as a page names it. ``date`` and ``why`` are words to show; ``id`` goes into the link; empty: it is not here.

    ``number`` is its place where it is part of something; ``also`` are its translations, titled by their languages.
    """

    id: str
    title: str
    language: str
    date: str = ""
    why: str = ""
    standfirst: str = ""
    number: str = ""
    also: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """An article's place in a series. ``place`` is words to show ("Part 2 of 5")."""

    series: Named
    place: str = ""
    previous: Story | None = None
    next: Story | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """An article with all that its page shows, already looked up and worded, in the order of the page.

    ``section_path`` goes from the top section down. ``date``, ``updated``, ``minutes`` and ``trust`` are words to show;
    ``genuine`` colours the last. ``holder`` is who gives the ``licence``. ``translations`` carry their own languages; their titles are hints.
    """

    article: Article
    section_path: tuple[Named, ...] = ()
    regions: tuple[Named, ...] = ()
    authors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    date: str = ""
    updated: str = ""
    minutes: str = ""
    translations: tuple[Story, ...] = ()
    trust: str = ""
    genuine: bool = True
    lead: Figure | None = None
    pictures: Mapping[str, Size] | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[Named, ...] = ()
    topics: tuple[Named, ...] = ()
    series: SeriesPlace | None = None
    related: tuple[Story, ...] = ()
    keep_reading: tuple[Story, ...] = ()
    source: str = ""
    licence: str = ""
    holder: str = ""
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True, slots=True)
class FurtherView:
    """The stories to go on to after an article, looked up after its page was shown."""

    language: str
    related: tuple[Story, ...] = ()
    keep_reading: tuple[Story, ...] = ()
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True, slots=True)
class Entry:
    """One of many on a page: a glossary term, an event. ``anchor`` can be linked to; ``body`` is Markdown; ``group`` heads it and those after it.

    ``links`` are lists that can be opened from it.
    """

    title: str
    anchor: str = ""
    note: str = ""
    body: str = ""
    language: str = ""
    group: str = ""
    links: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Stories under a heading."""

    title: str
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A page that is not an article: about, glossary, events, an author, a topic. ``body`` is Markdown.

    ``more`` leads to the whole list of which ``stories`` are the first.
    """

    title: str
    language: str
    body: str = ""
    standfirst: str = ""
    path: tuple[Named, ...] = ()
    portrait: Figure | None = None
    site: str = ""
    pictures: Mapping[str, Size] | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    stories: tuple[Story, ...] = ()
    stories_title: str = ""
    groups: tuple[StoryGroup, ...] = ()
    more: Named | None = None
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a page's text, for a table of contents. ``level`` is 2 for the first rank under the title."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page for the reading pane: HTML of the subset that QTextBrowser knows, with its style in it.

    ``notes`` is what can be read at a link itself, as HTML by the link's address: a footnote, a term's definition, an
    outside address. ``figures`` are the pictures that can be enlarged, in order. On an article's page the anchors
    ``TEXT`` and ``AFTER`` name where its own text begins, and what stands around it goes on. The first line of each block
    of an article's text bears the block's number (see ``reader.render.blocks``); ``BLOCK`` and that number from 1 lead to
    it, ``TOP`` to the top. ``beside`` is the language of the translation that stands beside the text, if one does.
    """

    html: str
    title: str
    language: str
    headings: tuple[Heading, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    beside: str = ""

    TEXT: ClassVar[str] = "text"
    AFTER: ClassVar[str] = "after"
    TOP: ClassVar[str] = "top"
    BLOCK: ClassVar[str] = "block-"

    @property
    def right_to_left(self) -> bool:
        """Whether the page's text runs from right to left."""
        return is_right_to_left(self.language)
