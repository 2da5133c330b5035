"""The second wall: writes every tag of a body itself, with only the attributes given here, in the subset Qt knows.

https://doc.qt.io/qt-6/richtext-html-subset.html: no floats, padding or rounded corners outside tables; so quotations and
code become one-cell tables, and a picture's caption stands in the picture's own paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, ClassVar

from reader.model.article import Tier, is_right_to_left
from reader.model.link import Link, LinkKind
from reader.model.page import Figure, Heading, LinkContext, Size
from reader.render.bidi import isolated, runs_against
from reader.render.boxes import columns, row
from reader.render.links import ANCHOR_PREFIX, anchor, media, target
from reader.render.notes import leads_back, note_of
from reader.render.tree import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.render.tree import Element

_INLINE = {"b", "big", "cite", "code", "dfn", "em", "i", "kbd", "s", "samp", "small", "strong", "sub", "sup", "tt", "u"}
_PLAIN = _INLINE | {"dl", "ul", "var"}
_RENAMED = {"del": "s", "strike": "s", "ins": "u", "mark": "u", "abbr": "span"}
_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_NOT_SLUG = re.compile(r"[^\w]+")


class Writer:
    """Writes one body. ``headings``, ``figures`` and ``notes`` collect what is met: see ``Page``."""

    def __init__(self, context: LinkContext) -> None:
        self.headings: list[Heading] = []
        self.figures: list[Figure] = []
        self.notes: dict[str, str] = {}
        self._context = context
        self._in_link = False
        self._anchors: set[str] = set()

    def write(self, root: Element) -> str:
        """HTML of an element, or of all under a root: balanced tags, escaped text, addresses of our scheme only."""
        return self._element(root)

    def _inside(self, element: Element) -> str:
        return "".join(
            escape(child, quote=False) if isinstance(child, str) else self._element(child) for child in element.children
        )

    def _element(self, element: Element) -> str:
        special = self._special.get(element.tag)
        if special:
            return special(self, element)
        tag = _RENAMED.get(element.tag, element.tag)
        if tag == "br":
            return "<br>"
        if tag not in _PLAIN and element.tag not in _RENAMED:
            return self._inside(element)
        return f"<{tag}{self._own(element)}>{self._inside(element)}</{tag}>"

    def _hit(self, element: Element) -> str:
        return f'<span class="mark">{self._inside(element)}</span>'

    def _break(self, _element: Element) -> str:
        return '<p class="break" align="center">·&nbsp;&nbsp;·&nbsp;&nbsp;·</p>'

    def _quoted(self, element: Element) -> str:
        return f"“{self._inside(element)}”"

    def _line(self, element: Element) -> str:
        """What is in a block, fenced where it is one line of text against the page's direction."""
        inner = self._inside(element)
        against = runs_against(element.text(), is_right_to_left(self._context.language))
        return isolated(inner) if against and not _has_blocks(element) else inner

    def _item(self, element: Element) -> str:
        return f"<{element.tag}{self._own(element)}>{self._line(element)}</{element.tag}>"

    def _own(self, element: Element, extra: str = "") -> str:
        """The attributes that any tag may keep: a prefixed id and a direction."""
        identity = self._claimed(self._anchor(element))
        direction = element.attributes.get("dir", "").lower()
        named = f' id="{escape(identity)}"' if identity else ""
        directed = f' dir="{direction}"' if direction in ("ltr", "rtl") else ""
        return f"{extra}{named}{directed}"

    def _anchor(self, element: Element) -> str:
        identity = anchor(element.attributes.get("id", ""))
        return f"{self._context.prefix}{identity}" if identity else ""

    def _claimed(self, identity: str) -> str:
        """The id, or nothing where it is taken already."""
        if identity in self._anchors:
            return ""
        self._anchors.add(identity)
        return identity

    def _paragraph(self, element: Element) -> str:
        inner = self._line(element)
        if not inner.strip():
            return ""
        kind = ' class="picture"' if "<img" in inner else ""
        return f"<p{self._own(element, kind)}>{inner}</p>"

    def _heading(self, element: Element) -> str:
        level = _HEADINGS[element.tag]
        title = " ".join(element.text().split())
        if not title:
            return self._inside(element)
        identity = self._claimed(self._anchor(element)) or self._slug(title)
        self.headings.append(Heading(level, title, identity))
        return f'<h{level} id="{escape(identity)}">{self._line(element)}</h{level}>'

    def _slug(self, title: str) -> str:
        """An id from the heading's words. Numbered ones have two dots, as no other id may have."""
        slug = self._context.prefix + ANCHOR_PREFIX + (_NOT_SLUG.sub("-", title.lower()).strip("-")[:80] or "heading")
        return self._claimed(slug) or f"{slug}..{len(self.headings) + 1}"

    def _link(self, element: Element) -> str:
        if self._context.paper and leads_back(element):
            return ""
        link = target(element.attributes.get("href", ""))
        if link is not None and link.kind is LinkKind.ANCHOR:
            link = replace(link, target=self._context.prefix + link.target)
        before, self._in_link = self._in_link, self._in_link or link is not None
        inner = self._inside(element)
        self._in_link = before
        identity = self._own(element)
        if link is None:
            return f"<span{identity}>{inner}</span>" if identity else inner
        title = self._hint(link, element.attributes.get("title", ""))
        kind = f' class="{link.kind}"' if link.kind in (LinkKind.EXTERNAL, LinkKind.TERM) else ""
        return f'<a{kind}{identity} href="{escape(str(link))}"{title}>{inner}</a>'

    def _hint(self, link: Link, title: str) -> str:
        if link.kind is LinkKind.EXTERNAL:
            title = link.target
        elif link.kind is LinkKind.TERM:
            title = self._context.terms.get(link.target, title)
        elif link.kind is LinkKind.ANCHOR:
            title = ""  # Markdown's own hint on a footnote, in English
        if title:
            against = runs_against(title, is_right_to_left(self._context.language))
            way = f' dir="{"ltr" if is_right_to_left(self._context.language) else "rtl"}"' if against else ""
            self.notes[str(link)] = f"<p{way}>{escape(title[:500], quote=False)}</p>"
        return f' title="{escape(title[:500])}"' if title else ""

    def _picture(self, element: Element) -> str:
        identity = media(element.attributes.get("src", ""))
        alt = element.attributes.get("alt", "").strip()
        caption = element.attributes.get("title", "").strip()
        known = self._context.pictures
        if not identity or (known is not None and identity not in known):
            return f'<span class="alt">{escape(alt or caption, quote=False)}</span>' if alt or caption else ""
        size = known[identity] if known else Size(0, 0)
        below = f'<br><span class="caption">{escape(caption, quote=False)}</span>' if caption else ""
        image = picture(identity, size, alt, self._context)
        if self._in_link:
            return image + below
        self.figures.append(Figure(identity, size.width, size.height, alt, caption))
        return enlarging(identity, image) + below

    def _quotation(self, element: Element) -> str:
        cells = ('<td class="bar" width="3"></td>', f'<td class="quote">{self._inside(element)}</td>')
        return columns(cells, self._context.language, self._own(element))

    def _code(self, element: Element) -> str:
        children = [child for child in element.children if child != ""]
        only = children[0] if len(children) == 1 else None
        code = self._inside(element if only is None or isinstance(only, str) or only.tag != "code" else only)
        return columns((f'<td class="code" dir="ltr" align="left"><pre>{code}</pre></td>',), "", padding=12)

    def _division(self, element: Element) -> str:
        if element.attributes.get("class") == "footnote":
            notes = "".join(self._element(child) for child in element.elements("ol", "p"))
            self._keep_notes(element)
            return f'<div class="footnotes"><hr width="25%">{notes}</div>'
        if not _has_blocks(element):
            return self._paragraph(element)
        return f"<div{self._own(element)}>{self._inside(element)}</div>"

    def _keep_notes(self, element: Element) -> None:
        """Each footnote by the address of its mark, to be read there. Ids in it would stand on the page twice."""
        for each in (note for listed in element.elements("ol") for note in listed.elements("li")):
            if identity := self._anchor(each):
                inner = Writer(self._context).write(note_of(each))
                self.notes[str(Link(LinkKind.ANCHOR, identity))] = inner

    def _caption(self, element: Element) -> str:
        return f'<p class="caption">{self._inside(element)}</p>'

    def _ordered(self, element: Element) -> str:
        start = element.attributes.get("start", "")
        numbered = f' start="{start}"' if _NUMBER.fullmatch(start) else ""
        return f"<ol{self._own(element, numbered)}>{self._inside(element)}</ol>"

    def _table(self, element: Element) -> str:
        captions = "".join(self._element(child) for child in element.elements("caption"))
        groups = [element, *element.elements("thead", "tbody", "tfoot")]
        rows = "".join(self._row(each) for group in groups for each in group.elements("tr"))
        shape = ' width="100%" cellspacing="0" cellpadding="7"'
        return f'{captions}<table class="data"{self._own(element)}{shape}>{rows}</table>' if rows else captions

    def _row(self, element: Element) -> str:
        return row(tuple(self._cell(cell) for cell in element.elements("td", "th")), self._context.language)

    def _cell(self, element: Element) -> str:
        align = element.attributes.get("align", "").lower()
        start = "right" if is_right_to_left(self._context.language) else "left"
        aligned = f' align="{align if align in ("left", "right", "center") else start}"'
        spans = "".join(
            f' {name}="{min(int(value), 20)}"'
            for name, value in element.attributes.items()
            if name in ("colspan", "rowspan") and _NUMBER.fullmatch(value)
        )
        return f"<{element.tag}{self._own(element, aligned + spans)}>{self._line(element)}</{element.tag}>"

    _special: ClassVar[dict[str, Callable[[Writer, Element], str]]] = {
        "": _inside,
        "a": _link,
        "blockquote": _quotation,
        "caption": _caption,
        "div": _division,
        "figcaption": _caption,
        "hit": _hit,
        "hr": _break,
        "img": _picture,
        "ol": _ordered,
        "p": _paragraph,
        "pre": _code,
        "figure": _division,
        "section": _division,
        "q": _quoted,
        "span": _inside,
        "table": _table,
        **dict.fromkeys(("dd", "dt", "li"), _item),
        **dict.fromkeys(_HEADINGS, _heading),
    }
    """Tags that are not written as they are. Functions of the class: bound ones would keep each writer until it is collected."""


def _has_blocks(element: Element) -> bool:
    return any(True for _ in element.elements(*BLOCKS))


def enlarging(identity: str, image: str) -> str:
    """A picture that leads to its full size, so that the keyboard reaches it."""
    return f'<a class="picture" href="{Link(LinkKind.MEDIA, identity, str(Tier.FULL))}">{image}</a>'


def picture(identity: str, size: Size, alt: str, context: LinkContext) -> str:
    """An ``img`` of our scheme, scaled to the column's width where its size is known."""
    width, height = size.width, size.height
    unmeasured = f' width="{context.width}"' if context.width else ""
    if context.width and width > context.width:
        width, height = context.width, max(1, height * context.width // width)
    sized = f' width="{width}" height="{height}"' if width and height else unmeasured
    source = Link(LinkKind.MEDIA, identity, str(context.tier))
    return f'<img src="{source}"{sized} alt="{escape(alt)}">'
