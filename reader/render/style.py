"""The style sheet of a page, in the CSS that QTextDocument knows. All sizes are pixels.

Two habits of Qt shape it. Of several rules with a font size for one element, what is inside inherits the first one's:
so only ``body`` and one rule for each element name a size. Headings come at 2, 1.5 and 1.2 times the document's default
font whatever a rule says: so the window sets that font to ``PageStyle.size`` pixels, and the rules say the same.

Running text has a line height in pixels, so that lines keep their rhythm where scripts and fonts mix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.render.fonts import has_letterforms_upright, stack, stacks

if TYPE_CHECKING:
    from reader.model.page_style import PageStyle


def style_sheet(style: PageStyle, language: str) -> str:
    """Rules for tags and for the classes that ``writer``, ``parts``, ``page`` and ``document`` give."""
    serif, sans = stacks(language, style.serif, style.sans)
    text = serif if style.serif_body else sans
    upright = has_letterforms_upright(language)
    slant = "normal" if upright else "italic"
    spaced = 0 if upright else 1  # letters of the Arabic script are joined, and Han characters are wide apart
    return (
        _text(style, text, serif, slant)
        + _furniture(style, serif, sans, spaced)
        + _body(style, serif, sans)
        + (_UPRIGHT if upright else "")
    )


#: What other scripts slant is heavier here; a slanted font may not have the script at all.
_UPRIGHT = "em, i, cite, dfn, var { font-style: normal; font-weight: 600; }"


_TITLES = (("xx-large", 2.0), ("x-large", 1.5), ("large", 1.2))
_TITLE_LETTERS = 8
"""So many times its size a title's column is wide: in a narrow window large text would break its longer words apart."""


def _px(style: PageStyle, ratio: float) -> str:
    return f"{round(style.size * ratio)}px"


def _title_size(style: PageStyle) -> str:
    """Twice that of the text, or less in a narrow column. Of a heading Qt knows the size by its name alone."""
    fits = (one for one in _TITLES if style.size * one[1] * _TITLE_LETTERS <= style.measure)
    name, ratio = next(fits, _TITLES[-1])
    return f"font-size: {name}; font-size: {_px(style, ratio)}"


def _text(style: PageStyle, text: str, serif: str, slant: str) -> str:
    colours = style.theme
    return f"""
body {{ font-family: {text}; font-size: {style.size}px; color: {colours.ink}; background-color: {colours.paper}; }}
a {{ color: {colours.accent}; text-decoration: none; }}
p, li, dd, dt {{ line-height: {round(style.size * style.line_spacing / 100)}px; }}
p {{ margin-top: 0; margin-bottom: {_px(style, 0.9)}; }}
h1 {{ font-family: {serif}; {_title_size(style)}; font-weight: 600; line-height: 100%;
  margin-top: 0; margin-bottom: {_px(style, 0.4)}; }}
p.standfirst {{ font-family: {serif}; font-size: {_px(style, 1.12)}; font-style: {slant}; color: {colours.soft};
  line-height: 105%; margin-bottom: {_px(style, 0.9)}; }}
"""


def _furniture(style: PageStyle, serif: str, sans: str, spaced: int) -> str:
    colours = style.theme
    small = f"font-family: {sans}; color: {colours.soft}; line-height: 130%;"
    return f"""
p.path {{ font-family: {sans}; color: {colours.accent}; line-height: 130%; font-size: {_px(style, 0.68)}; letter-spacing: {spaced}px;
  text-transform: uppercase; margin-bottom: {_px(style, 0.5)}; }}
p.byline {{ {small} font-size: {_px(style, 0.8)}; margin-bottom: {_px(style, 0.9)}; }}
p.meta {{ {small} font-size: {_px(style, 0.74)}; margin-bottom: {_px(style, 0.9)}; }}
p.also {{ {small} font-size: {_px(style, 0.74)}; margin-bottom: 2px; }}
p.lead {{ line-height: 100%; margin-bottom: 0; }}
p.lone {{ line-height: 100%; margin-bottom: {_px(style, 1)}; }}
p.caption, span.caption {{ {small} font-size: {_px(style, 0.7)}; color: {colours.ink}; }}
span.credit {{ color: {colours.soft}; }}
p.caption {{ margin-top: {_px(style, 0.3)}; margin-bottom: {_px(style, 1)}; }}
p.label {{ {small} font-size: {_px(style, 0.68)}; letter-spacing: {spaced}px; text-transform: uppercase;
  margin-top: {_px(style, 1.6)}; margin-bottom: {_px(style, 0.6)}; }}
p.chips {{ font-family: {sans}; font-size: {_px(style, 0.76)}; line-height: 190%; margin-top: {_px(style, 1.4)}; }}
a.term {{ color: {colours.ink}; text-decoration: underline; }}
a.chip {{ color: {colours.ink}; background-color: {colours.chip}; }}
p.story {{ font-family: {serif}; font-size: {_px(style, 1)}; font-weight: 600; line-height: 130%;
  margin-bottom: {_px(style, 0.1)}; }}
a.story {{ color: {colours.ink}; }}
p.name {{ font-family: {sans}; font-size: {_px(style, 0.88)}; font-weight: 600; line-height: 130%; margin-bottom: 4px; }}
p.note, span.note, .note p, .note li {{ {small} font-size: {_px(style, 0.8)}; line-height: 145%; margin-bottom: {_px(style, 0.4)}; }}
td.panel {{ background-color: {colours.chip}; }}
td.rule {{ background-color: {colours.rule}; }}
p.end {{ {small} font-size: {_px(style, 0.7)}; margin-top: {_px(style, 2)}; }}
.good {{ color: {colours.good}; }}
.warning {{ color: {colours.warning}; }}
"""


def _body(style: PageStyle, serif: str, sans: str) -> str:
    colours = style.theme
    mono = stack(style.mono)
    return f"""
h2, h3, h4 {{ font-family: {serif}; font-weight: 600; line-height: 105%; margin-bottom: {_px(style, 0.3)}; }}
h2 {{ font-size: {_px(style, 1.5)}; margin-top: {_px(style, 1.4)}; }}
h3 {{ font-size: {_px(style, 1.2)}; margin-top: {_px(style, 1.2)}; }}
h4 {{ font-size: {_px(style, 1)}; margin-top: {_px(style, 1)}; }}
li {{ margin-bottom: {_px(style, 0.3)}; }}
dt {{ font-weight: 600; }}
dd {{ margin-bottom: {_px(style, 0.5)}; }}
p.picture {{ line-height: 100%; }}
p.break {{ color: {colours.soft}; }}
span.alt {{ color: {colours.soft}; }}
span.mark {{ background-color: {colours.mark}; color: {colours.mark_ink}; }}
td.bar {{ background-color: {colours.accent}; }}
td.quote {{ padding-left: {_px(style, 1)}; padding-right: {_px(style, 1)}; }}
td.code {{ background-color: {colours.code}; }}
pre, code, kbd, samp, tt {{ font-family: {mono}; font-size: {_px(style, 0.84)}; }}
code, kbd {{ background-color: {colours.code}; }}
pre {{ white-space: pre-wrap; line-height: 140%; margin-top: 0; margin-bottom: 0; }}
table.data {{ border-collapse: collapse; margin-top: {_px(style, 0.9)}; margin-bottom: {_px(style, 1)}; }}
table.box {{ margin-top: {_px(style, 0.6)}; margin-bottom: {_px(style, 1)}; }}
th {{ color: {colours.soft}; font-weight: 600; border-bottom: 2px solid {colours.rule}; }}
.data td, .data th {{ font-family: {sans}; font-size: {_px(style, 0.84)}; line-height: 125%; }}
.data td {{ border-bottom: 1px solid {colours.rule}; }}
hr {{ background-color: {colours.rule}; }}
.footnotes p, .footnotes li {{ font-size: {_px(style, 0.82)}; color: {colours.soft}; line-height: 140%; }}
"""


def other_style(style: PageStyle, language: str) -> str:
    """Rules for two texts on one page: where each stands, and the fonts of the ``other``, in its own language."""
    serif, sans = stacks(language, style.serif, style.sans)
    upright = has_letterforms_upright(language)
    slant, weight = ("normal", 600) if upright else ("italic", 400)
    return f"""
td.first {{ padding-right: {_px(style, 1.1)}; }}
td.last {{ padding-left: {_px(style, 1.1)}; }}
td.titled {{ padding-top: {_px(style, 0.4)}; padding-bottom: {_px(style, 0.4)}; }}
td.told {{ padding-bottom: {_px(style, 0.9)}; }}
td.listed {{ padding-bottom: {_px(style, 0.3)}; }}
td.headed {{ padding-top: {_px(style, 1)}; padding-bottom: {_px(style, 0.3)}; }}
td.under {{ padding-left: {_px(style, 1)}; padding-right: {_px(style, 1)}; }}
.other {{ font-family: {serif if style.serif_body else sans}; }}
.other h1, .other h2, .other h3, .other h4 {{ font-family: {serif}; }}
.other p.standfirst {{ font-family: {serif}; font-style: {slant}; }}
.other p.byline, .other p.caption, .other span.caption, .other .data td, .other .data th {{ font-family: {sans}; }}
.other em, .other i, .other cite, .other dfn, .other var {{ font-style: {slant}; font-weight: {weight}; }}
"""
