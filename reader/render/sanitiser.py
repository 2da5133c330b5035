"""The first wall: nh3 with a small allowlist. What it lets through is still rewritten tag by tag by ``writer``.

No style, no script, no SVG or MathML, no forms, no frames, no ``base``, ``meta``, ``link`` or ``details``; the only
class is the footnotes' own. Addresses of other schemes go here; relative ones fall at the second wall.
"""

from __future__ import annotations

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "article", "term", "media", "page", "section", "topic", "region"}) | {
    "series",
    "author",
    "tag",
    "glossary",
    "events",
}
_INLINE = "a abbr b big br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup tt u var"
_BLOCKS = "blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul"
TAGS = frozenset(f"{_INLINE} {_BLOCKS}".split())
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
_WITH_CONTENT = {"script", "style", "svg", "math", "template", "noscript", "iframe", "object", "textarea", "title"}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=_WITH_CONTENT,
    attributes=_ATTRIBUTES,
    allowed_classes={"div": {"footnote"}},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def clean(html: str) -> str:
    """Well-formed HTML of allowed tags and attributes only."""
    return _CLEANER.clean(html)
