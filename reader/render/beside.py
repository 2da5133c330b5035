"""An article's page with a translation beside it: blocks that say the same begin at one height.

A table holds the text, a row a bead (see ``align``), so that Qt keeps the rows level and a column can be selected by
itself. Where two columns have no room, each bead of the text is followed by its translation on a ground of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.languages import name_of
from reader.model.link import Link, LinkKind
from reader.model.page import LinkContext, Page, PageView
from reader.render.align import HEADING, Bead, align
from reader.render.bidi import isolated
from reader.render.blocks import with_number
from reader.render.boxes import columns
from reader.render.fragment import body
from reader.render.lists import items
from reader.render.page import after, byline
from reader.render.parts import (
    caption,
    direction,
    framed,
    joined,
    kept,
    lead,
    link,
    paragraph,
    path,
    region,
    text,
    unbroken,
    words,
)
from reader.render.style import other_style

if TYPE_CHECKING:
    from reader.model.article import Article
    from reader.model.page_style import PageStyle
    from reader.render.fragment import Body
    from reader.render.marks import Mark

_PREFIX = "o-"
_ROWS = 150
"""Rows in a table at most: Qt lays out a table at once, but what stands below the screen later."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts. ``other`` is the translation."""

    view: PageView
    context: LinkContext
    told: Body
    other: bool = False

    def blocks(self, places: range) -> str:
        """The HTML of some blocks, numbered."""
        return "".join(with_number(self.told.blocks[place], place, other=self.other) for place in places)

    def items(self, places: range) -> list[str]:
        """The HTML of a list's items, each with the list's number; none where there is anything but one list."""
        block = self.told.blocks[places.start] if len(places) == 1 else None
        split = items(block.html) if block else ()
        return [with_number(replace(block, html=one), places.start, other=self.other) for one in split if block]


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands at one height: HTML of both texts. ``kind`` gives it room."""

    own: str
    other: str
    kind: str = ""


def beside(
    view: PageView, other: PageView, style: PageStyle, marks: tuple[Mark | None, Mark | None] = (None, None)
) -> Page:
    """The whole page of an article and its translation. ``marks`` find search hits in the one and the other body."""
    own, theirs = _side(view, style, marks[0]), _side(other, style, marks[1], prefix=_PREFIX)
    beads = align([one.piece for one in own.told.blocks], [one.piece for one in theirs.told.blocks])
    rows = [row for bead in beads for row in _told(bead, own, theirs)]
    content = (
        path(view.section_path, view.regions)
        + paragraph("byline", _choice(view, other.article.language))
        + _rows(_head(own, theirs), own, theirs, style)
        + _lead(own, theirs, style)
        + region(Page.TEXT, _rows(rows, own, theirs, style))
        + region(Page.AFTER, after(view, replace(own.context, width=style.measure_for(view.article.language))))
    )
    figures = tuple(one for one in (view.lead, other.lead) if one and one.width)
    more = other_style(style, other.article.language)
    page = framed(view.article.title, view.article.language, style, content, [own.told, theirs.told], figures, more)
    once = {one.media: one for one in reversed(page.figures)}
    return replace(
        page, beside=other.article.language, headings=own.told.headings, figures=tuple(reversed(once.values()))
    )


def beads_of(one: Article, other: Article) -> tuple[Bead, ...]:
    """Which blocks of an article and its translation say the same."""
    left, right = (body(each.body, LinkContext(each.language)).blocks for each in (one, other))
    return align([block.piece for block in left], [block.piece for block in right])


def _side(view: PageView, style: PageStyle, mark: Mark | None, prefix: str = "") -> _Side:
    language = view.article.language
    width = style.column or style.measure_for(language)
    context = LinkContext(language, style.tier, view.pictures, view.terms, width, prefix)
    return _Side(view, context, body(view.article.body, context, mark), other=bool(prefix))


def _choice(view: PageView, chosen: str) -> str:
    """The languages that can stand beside the article, and the way back to it alone."""
    labels = view.labels
    languages = joined((_language(one.language, chosen) for one in view.translations), ", ")
    leave = link(Link(LinkKind.BESIDE, ""), labels.one_language)
    return joined((isolated(f"{text(labels.side_by_side)}: {languages}"), leave))


def _language(language: str, chosen: str) -> str:
    name = unbroken(name_of(language))
    return f"<b>{words(name)}</b>" if language == chosen else link(Link(LinkKind.BESIDE, language), name)


def _head(own: _Side, theirs: _Side) -> list[_Row]:
    one, two = own.view.article, theirs.view.article
    return [
        _Row(f"<h1>{text(one.title)}</h1>", f"<h1>{text(two.title)}</h1>", "titled"),
        _Row(
            paragraph("standfirst", text(kept(one.standfirst))),
            paragraph("standfirst", text(kept(two.standfirst))),
            "told",
        ),
        _Row(paragraph("byline", byline(own.view)), paragraph("byline", byline(theirs.view)), "told"),
    ]


def _lead(own: _Side, theirs: _Side, style: PageStyle) -> str:
    """The lead picture: once over both columns where it is the same one, with its words in each."""
    one, two = own.view.lead, theirs.view.lead
    words = caption(one), caption(two)
    if one is None or two is None or one.media != two.media or not one.width:
        pictures = lead(one, own.context), lead(two, theirs.context)
        return _rows([_Row(pictures[0] + words[0], pictures[1] + words[1])], own, theirs, style)
    return lead(one, replace(own.context, width=style.measure_for(own.context.language))) + _rows(
        [_Row(*words, "told")], own, theirs, style
    )


def _told(bead: Bead, own: _Side, theirs: _Side) -> list[_Row]:
    """The row of a bead; two lists of as many items stand item by item."""
    kind = _kind(bead, own, theirs)
    ones, others = own.items(bead.left), theirs.items(bead.right)
    if not ones or len(ones) != len(others):
        return [_Row(own.blocks(bead.left), theirs.blocks(bead.right), kind)]
    kinds = ["listed"] * (len(ones) - 1) + [kind]
    return [_Row(*row) for row in zip(ones, others, kinds, strict=True)]


def _kind(bead: Bead, own: _Side, theirs: _Side) -> str:
    """What gives a row its room: a heading at its beginning, or a paragraph at its end."""
    blocks = [
        *own.told.blocks[bead.left.start : bead.left.stop],
        *theirs.told.blocks[bead.right.start : bead.right.stop],
    ]
    return "headed" if blocks[0].piece.kind == HEADING else "told"


def _rows(rows: list[_Row], own: _Side, theirs: _Side, style: PageStyle) -> str:
    told = [row for row in rows if row.own or row.other]
    if not told:
        return ""
    if not style.column:
        return "".join(row.own + _under(row.other, theirs) for row in told)
    lines = [_row(row, own, theirs, style) for row in told]
    tables = ("".join(lines[at : at + _ROWS]) for at in range(0, len(lines), _ROWS))
    return "".join(f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' for rows in tables)


def _row(row: _Row, own: _Side, theirs: _Side, style: PageStyle) -> str:
    """The text first, where the reader's own language begins a line."""
    cells = [(row.own, own), (row.other, theirs)]
    ordered = zip(("first", "last"), reversed(cells) if style.right_to_left else cells, strict=True)
    return f"<tr>{''.join(_cell(html, side, f'{place} {row.kind}') for place, (html, side) in ordered)}</tr>"


def _cell(html: str, side: _Side, kind: str) -> str:
    way, whose = direction(side.context.language), "other" if side.other else "own"
    return f'<td width="50%" dir="{way}" class="{whose} {kind}"><div dir="{way}">{html}</div></td>'


def _under(html: str, theirs: _Side) -> str:
    """A translation below what it translates, behind a line."""
    if not html:
        return ""
    way = direction(theirs.context.language)
    cells = (
        '<td class="rule" width="2"></td>',
        f'<td class="other under" dir="{way}"><div dir="{way}">{html}</div></td>',
    )
    return columns(cells, theirs.context.language)
