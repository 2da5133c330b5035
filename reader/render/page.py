"""An article's page, in the order of the magazine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.link import Link, LinkKind
from reader.model.page import FurtherView, LinkContext, Named, Page, PageView, Person
from reader.render.bidi import isolated
from reader.render.blocks import numbered
from reader.render.boxes import columns
from reader.render.fragment import body
from reader.render.licence import known
from reader.render.parts import (
    also,
    figure,
    framed,
    joined,
    kept,
    link,
    node_link,
    paragraph,
    path,
    person,
    region,
    stories,
    story_link,
    text,
    unbroken,
    words,
)

if TYPE_CHECKING:
    from reader.model.page_style import PageStyle
    from reader.render.marks import Mark


def page(view: PageView, style: PageStyle, mark: Mark | None = None) -> Page:
    """The whole page of an article. ``mark`` finds the search hits to mark in its body (see ``fragment``)."""
    article = view.article
    context = LinkContext(
        article.language, style.tier, view.pictures, view.terms, style.measure_for(article.language), paper=style.paper
    )
    told = body(article.body, context, mark)
    content = (
        path(view.section_path, view.regions)
        + f"<h1>{text(kept(article.title))}</h1>"
        + paragraph("standfirst", text(kept(article.standfirst)))
        + paragraph("byline", byline(view, _languages(view, paper=style.paper)))
        + figure(view.lead, context)
        + region(Page.TEXT, numbered(told.blocks))
        + region(
            Page.AFTER,
            after(view, context)
            + _further(FurtherView(article.language, view.related, view.keep_reading, view.labels)),
        )
    )
    lead = (view.lead,) if view.lead and view.lead.width else ()
    return framed(article.title, article.language, style, content, [told], lead)


def further(view: FurtherView, style: PageStyle) -> Page:
    """The stories that ``page`` would end with, alone, to be put after a page that was shown without them."""
    return framed("", view.language, style, _further(view))


def _further(view: FurtherView) -> str:
    labels = view.labels
    return stories(labels.related, view.related) + stories(labels.keep_reading, view.keep_reading)


def byline(view: PageView, languages: str = "") -> str:
    """Who wrote and translated it, when, how long it is, in which other ``languages`` (HTML), and whether it is genuine."""
    labels = view.labels
    trust = (
        f'<span class="{"good" if view.genuine else "warning"}">{words(unbroken(view.trust))}</span>'
        if view.trust
        else ""
    )
    return joined(
        [
            _names(labels.by, view.authors),
            _names(labels.translated_by, view.translators),
            words(unbroken(view.date)),
            words(unbroken(f"{labels.updated} {view.updated}" if view.updated else "")),
            words(unbroken(view.minutes)),
            languages,
            trust,
        ]
    )


def _names(word: str, people: tuple[Person, ...]) -> str:
    names = joined((link(Link.to_node(who.node), who.name) for who in people), ", ")
    return isolated(f"{text(word)} {names}") if names else ""


def _languages(view: PageView, *, paper: bool) -> str:
    others = also(view.labels.also_in, view.translations)
    both = "" if paper else link(Link(LinkKind.BESIDE, ""), unbroken(view.labels.side_by_side))
    return joined((others, both)) if others else ""


def after(view: PageView, context: LinkContext) -> str:
    """What stands below the text: tags, topics, authors, series, source and licence."""
    labels = view.labels
    chips = (node_link(Named(tag.node, f"\u00a0\u00a0{tag.title}\u00a0\u00a0"), "chip") for tag in view.tags)
    topics = joined((node_link(topic) for topic in view.topics), ", ")
    return (
        paragraph("chips", joined(chips, " &nbsp;"))
        + paragraph("note", isolated(f"{text(labels.topics)}: {topics}") if topics else "")
        + _authors(view, context)
        + _series(view)
        + _end(view)
    )


def _authors(view: PageView, context: LinkContext) -> str:
    told = [who for who in view.authors if who.biography or who.portrait or who.site]
    title = view.labels.author if len(told) == 1 else view.labels.authors
    boxes = "".join(person(who, context, view.labels.pen_name) for who in told)
    return paragraph("label", text(title)) + boxes if told else ""


def _series(view: PageView) -> str:
    if view.series is None:
        return ""
    labels, series = view.labels, view.series
    steps = [(labels.previous, series.previous), (labels.next, series.next)]
    told = paragraph("name", joined((node_link(series.series), words(series.place)))) + "".join(
        paragraph("note", isolated(f"{text(word)}: {story_link(story)}")) for word, story in steps if story
    )
    return paragraph("label", text(labels.series)) + columns(
        (f'<td class="panel">{told}</td>',), view.article.language, padding=12
    )


def _end(view: PageView) -> str:
    source = isolated(f"{text(view.labels.source)}: {words(view.source)}") if view.source else ""
    return paragraph("end", joined((source, _licence(view)), "<br>"))


def _licence(view: PageView) -> str:
    """Which licence, whose it is, what it allows where we know, and the address to read it at."""
    if not view.licence:
        return ""
    labels, about = view.labels, known(view.licence)
    address = link(Link(LinkKind.EXTERNAL, about.address), about.address) if about.address else ""
    named = address if about.address == view.licence else words(view.licence)
    told = (words(labels.licence_terms[about.terms]), address) if about.terms else ()
    return joined((isolated(f"{text(labels.licence)}: {joined((named, words(view.holder)))}"), *told), "<br>")
