"""Parts that pages share: lines of links, story lists, boxes, and the frame around all."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reader.model.article import is_right_to_left
from reader.model.languages import name_of
from reader.model.link import Link, LinkKind
from reader.model.page import Figure, LinkContext, Named, Page, Person, Size, Story
from reader.render.bidi import isolated
from reader.render.boxes import columns
from reader.render.fragment import Body, body
from reader.render.style import style_sheet
from reader.render.writer import enlarging, picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.page_style import PageStyle

DOT = "&nbsp;&nbsp;·&nbsp; "
_JOINER = "\u2060"
_BREAKS = re.compile("(?<=[\u2e80-\u9fff])(?=[\\d\u2e80-\u9fff])|(?<=\\d)(?=[\u2e80-\u9fff])|(?<=-)")
"""Here a line may break without a space: at a Han character, and after a hyphen."""

_WIDOW = 13
"""Letters of two words that stay together at the end of a title, and fit a narrow column."""
PORTRAIT = 72
"""Longest side of a portrait in an author's box, in pixels."""


def text(said: str) -> str:
    """Words as HTML text."""
    return escape(said, quote=False)


def words(said: str) -> str:
    """Words as HTML text that may run the other way than the line they stand in."""
    return isolated(text(said))


def link(to: Link, said: str, kind: str = "") -> str:
    """A link of our scheme."""
    classed = f' class="{kind}"' if kind else ""
    return f'<a{classed} href="{to}">{words(said)}</a>'


def node_link(named: Named, kind: str = "") -> str:
    """A link to a list of articles."""
    return link(Link.to_node(named.node), named.title, kind)


def story_link(story: Story, said: str = "", kind: str = "") -> str:
    """A link to another article, by its title or other words."""
    return link(Link(LinkKind.ARTICLE, story.id), said or story.title, kind)


def paragraph(kind: str, inner: str) -> str:
    """A paragraph of a class, or nothing where it would be empty."""
    return f'<p class="{kind}">{inner}</p>' if inner else ""


def region(name: str, inner: str) -> str:
    """A part of the page that can be found by its name, or nothing where it would be empty."""
    return f'<div id="{name}">{inner}</div>' if inner else ""


def joined(parts: Iterable[str], between: str = DOT) -> str:
    """The parts that are not empty, with something between them."""
    return between.join(part for part in parts if part)


def path(sections: tuple[Named, ...], regions: tuple[Named, ...] = ()) -> str:
    """The section path, top first, then regions."""
    steps = joined((node_link(section) for section in sections), " › ")
    return paragraph("path", joined((steps, joined((node_link(region) for region in regions), ", "))))


def figure(shown: Figure | None, context: LinkContext) -> str:
    """A picture over the whole measure, with caption and credit; its words alone where it is not here (no size)."""
    words = caption(shown)
    return lead(shown, context, "lead" if words else "lone") + words


def lead(shown: Figure | None, context: LinkContext, style: str = "lead") -> str:
    """The picture alone, over the whole measure. ``style``: ``lead``, with words close below it, or ``lone``."""
    if shown is None or not shown.width:
        return ""
    size = _filling(Size(shown.width, shown.height), context.width)
    return paragraph(style, enlarging(shown.media, picture(shown.media, size, shown.alt, context)))


def caption(shown: Figure | None) -> str:
    """A picture's caption and credit; what it would show where it is not here."""
    if shown is None:
        return ""
    credit = f'<span class="credit">{words(shown.credit)}</span>' if shown.credit else ""
    return paragraph("caption", joined((words(shown.caption or ("" if shown.width else shown.alt)), credit)))


def person(who: Person, context: LinkContext, pen_name: str) -> str:
    """An author's box: portrait, name, biography, site to copy."""
    note = f' <span class="note">({text(pen_name)})</span>' if who.pen_name else ""
    told = body(who.biography, context).html if who.biography else ""
    name = paragraph("name", isolated(link(Link.to_node(who.node), who.name) + note))
    site = paragraph("note", link(Link(LinkKind.EXTERNAL, who.site), who.site) if who.site else "")
    box = f'{name}<div class="note">{told}</div>{site}'
    if not who.portrait:
        return box
    size = (context.pictures or {}).get(who.portrait, Size(PORTRAIT, PORTRAIT))
    return beside(Figure(who.portrait, size.width, size.height, who.name), PORTRAIT, box, context)


def beside(portrait: Figure, longest: int, box: str, context: LinkContext) -> str:
    """A portrait, its longest side in pixels, and what is said beside it."""
    side = max(portrait.width, portrait.height, 1)
    size = Size(max(1, portrait.width * longest // side), max(1, portrait.height * longest // side))
    image = picture(portrait.media, size, portrait.alt, context)
    return columns((f'<td width="{size.width + 16}">{image}</td>', f"<td>{box}</td>"), context.language)


def stories(title: str, listed: tuple[Story, ...], also_in: str = "") -> str:
    """A titled list of other articles; ``also_in`` goes before the languages of a story's translations."""
    if not listed:
        return ""
    return paragraph("label", text(title)) + "".join(_story(story, also_in) for story in listed)


def _story(story: Story, also_in: str) -> str:
    title = story_link(story, kind="story") if story.id else words(story.title)
    named = joined((words(story.number), title), "&nbsp;&nbsp;")
    told = joined((words(story.standfirst), words(unbroken(story.date)), words(story.why)))
    return paragraph("story", named) + paragraph("also", also(also_in, story.also)) + paragraph("meta", told)


def also(word: str, translations: tuple[Story, ...]) -> str:
    """A word and the languages in which a work can be read besides, each a link."""
    languages = joined((story_link(each, unbroken(name_of(each.language))) for each in translations), ", ")
    return isolated(f"{text(word)} {languages}") if languages else ""


def direction(language: str) -> str:
    """The ``dir`` of text in a language."""
    return "rtl" if is_right_to_left(language) else "ltr"


def kept(said: str) -> str:
    """Words whose last one never stands alone on a line: the last space does not break, where both are short."""
    before, space, last = said.rpartition(" ")
    pair = f"{before.rpartition(' ')[2]}{last}"
    return f"{before}\u00a0{last}" if space and len(pair) <= _WIDOW and " " in before else said


def unbroken(said: str) -> str:
    """A short piece that stays on one line. Broken in a line of the other direction it would read jumbled."""
    return _BREAKS.sub(_JOINER, said).replace(" ", "\u00a0")


def framed(
    title: str,
    language: str,
    style: PageStyle,
    content: str,
    bodies: Sequence[Body] = (),
    figures: tuple[Figure, ...] = (),
    more_style: str = "",
) -> Page:
    """The whole page around its content. ``figures`` stand before those of the bodies."""
    way = direction(language)
    html = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{text(title)}</title>'
        f"<style>{style_sheet(style, language)}{more_style}</style></head>"
        f'<body dir="{way}"><div dir="{way}">{content}</div></body></html>'
    )
    return Page(
        html,
        title,
        language,
        tuple(heading for each in bodies for heading in each.headings),
        {address: note for each in bodies for address, note in each.notes.items()},
        (*figures, *(shown for each in bodies for shown in each.figures)),
    )


def _filling(size: Size, width: int) -> Size:
    """The whole measure wide, unless that would blow a small picture up to more than twice its size."""
    if not (width and size.width and size.height) or size.width * 2 < width:
        return size
    return Size(width, max(1, size.height * width // size.width))
