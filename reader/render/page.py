"""An article's page, in the order of the magazine's."""

from __future__ import annotations

from reader.model.page import LinkContext, Page, PageStyle, PageView, SeriesPlace, Story
from reader.render.fragment import body
from reader.render.languages import name_of
from reader.render.marks import Mark
from reader.render.parts import (
    DOT,
    columns,
    figure,
    framed,
    isolated,
    joined,
    link,
    node_link,
    paragraph,
    path,
    person,
    stories,
    story_link,
    text,
)


def page(view: PageView, style: PageStyle, mark: Mark | None = None) -> Page:
    """The whole page of an article. ``mark`` finds the search hits to mark in its body (see ``fragment``)."""
    article = view.article
    context = LinkContext(article.language, style.tier, view.pictures, view.terms, style.measure)
    told = body(article.body, context, mark)
    content = (
        path(view.section_path, view.regions)
        + f"<h1>{text(article.title)}</h1>"
        + paragraph("standfirst", text(article.standfirst))
        + paragraph("byline", _byline(view))
        + figure(view.lead, context)
        + told.html
        + _after(view, context)
    )
    return framed(article.title, article.language, style, content, [told])


def _byline(view: PageView) -> str:
    labels = view.labels
    people = ((labels.by, view.authors), (labels.translated_by, view.translators))
    names = [
        f"{text(word)} {joined((link_to(who) for who in group), ', ')}" for word, group in people if group
    ]
    updated = f"{text(labels.updated)} {isolated(view.updated)}" if view.updated else ""
    trust = f'<span class="{"good" if view.genuine else "warning"}">{isolated(view.trust)}</span>' if view.trust else ""
    return joined([*names, isolated(view.date), updated, isolated(view.minutes), _languages(view), trust])
