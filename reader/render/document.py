"""Pages that are not articles: about, glossary, events, an author, a topic."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from reader.model.link import Link, LinkKind
from reader.model.page import DocumentView, Entry, LinkContext, Page
from reader.render.fragment import body
from reader.render.parts import (
    beside,
    direction,
    framed,
    joined,
    link,
    node_link,
    paragraph,
    path,
    stories,
    text,
    words,
)

if TYPE_CHECKING:
    from reader.model.page_style import PageStyle

_PORTRAIT = 140


def document(view: DocumentView, style: PageStyle) -> Page:
    """The whole page: path, title, picture, text, entries, stories. Entries' anchors are ids on the page."""
    context = LinkContext(
        view.language, style.tier, view.pictures, view.terms, style.measure_for(view.language), paper=style.paper
    )
    told = body(view.body, context)
    site = link(Link(LinkKind.EXTERNAL, view.site), view.site) if view.site else ""
    content = (
        path(view.path)
        + f"<h1>{text(view.title)}</h1>"
        + paragraph("standfirst", text(view.standfirst))
        + _introduction(view, told.html + paragraph("note", site), context)
        + "".join(_entry(entry, context) for entry in view.entries)
        + stories(view.stories_title, view.stories, view.labels.also_in)
        + "".join(stories(group.title, group.stories) for group in view.groups)
        + paragraph("name", node_link(view.more) if view.more and not style.paper else "")
    )
    return framed(view.title, view.language, style, content, [told])


def _introduction(view: DocumentView, told: str, context: LinkContext) -> str:
    here = view.portrait if view.portrait and view.portrait.width else None
    return beside(here, _PORTRAIT, told, context) if here else told


def _entry(entry: Entry, context: LinkContext) -> str:
    named = f' id="{escape(entry.anchor)}"' if entry.anchor else ""
    language = entry.language or context.language
    told = body(entry.body, replace(context, language=language))
    said = f"<h3{named}>{text(entry.title)}</h3>" + paragraph("note", words(entry.note)) + told.html
    said += paragraph("note", joined(node_link(one) for one in entry.links))
    return paragraph("label", text(entry.group)) + f'<div dir="{direction(language)}">{said}</div>'
