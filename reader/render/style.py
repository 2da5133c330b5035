"""The style sheet of a page, in the CSS that QTextDocument knows. All sizes are pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.render.fonts import families, has_letterforms_upright

if TYPE_CHECKING:
    from reader.model.page import PageStyle


def style_sheet(style: PageStyle, language: str) -> str:
    """Rules for tags and for the classes that ``writer``, ``parts``, ``page`` and ``document`` give."""
    serif, sans = (_stack(*pair) for pair in zip(families(language), (style.serif, style.sans), strict=True))
    text = serif if style.serif_body else sans
    slant = "normal" if has_letterforms_upright(language) else "italic"
    return _text(style, text, serif, slant) + _furniture(style, serif, sans) + _body(style, serif, sans)


def _stack(first: tuple[str, ...], then: tuple[str, ...]) -> str:
    return ", ".join(f"'{family}'" for family in (*first, *then))


def _px(style: PageStyle, ratio: float) -> str:
    return f"{round(style.size * ratio)}px"


def _text(style: PageStyle, text: str, serif: str, slant: str) -> str:
    colours = style.theme
    # No size on body: Qt would let it win over the headings' own sizes in an order of its own.
    return f"""
body {{ font-family: {text}; color: {colours.ink}; background-color: {colours.paper}; }}
p, li, dd, dt, td, th {{ font-size: {style.size}px; }}
a {{ color: {colours.accent}; text-decoration: none; }}
p, li, dd, dt {{ line-height: {style.line_spacing}%; }}
p {{ margin-top: 0; margin-bottom: {_px(style, 0.8)}; }}
h1 {{ font-family: {serif}; font-size: {_px(style, 1.95)}; font-weight: 600; line-height: 100%;
  margin-top: 0; margin-bottom: {_px(style, 0.4)}; }}
p.standfirst {{ font-family: {serif}; font-size: {_px(style, 1.12)}; font-style: {slant}; color: {colours.soft};
  line-height: 105%; margin-bottom: {_px(style, 0.9)}; }}
"""


def _furniture(style: PageStyle, serif: str, sans: str) -> str:
    colours = style.theme
    small = f"font-family: {sans}; font-size: {_px(style, 0.8)}; color: {colours.soft}; line-height: 130%;"
    return f"""
p.path {{ {small} color: {colours.accent}; font-size: {_px(style, 0.68)}; letter-spacing: 1px;
  text-transform: uppercase; margin-bottom: {_px(style, 0.5)}; }}
p.byline {{ {small} margin-bottom: {_px(style, 0.9)}; }}
p.meta {{ {small} font-size: {_px(style, 0.74)}; margin-bottom: {_px(style, 0.9)}; }}
p.lead {{ line-height: 100%; margin-bottom: 0; }}
p.caption, span.caption {{ {small} font-size: {_px(style, 0.7)}; }}
p.caption {{ margin-top: {_px(style, 0.3)}; margin-bottom: {_px(style, 1)}; }}
p.label {{ {small} font-size: {_px(style, 0.68)}; letter-spacing: 1px; text-transform: uppercase;
  margin-top: {_px(style, 1.6)}; margin-bottom: {_px(style, 0.6)}; }}
p.chips {{ font-family: {sans}; font-size: {_px(style, 0.76)}; line-height: 190%; margin-top: {_px(style, 1.4)}; }}
a.chip {{ color: {colours.ink}; background-color: {colours.chip}; }}
p.story {{ font-family: {serif}; font-size: {_px(style, 1)}; font-weight: 600; line-height: 130%;
  margin-bottom: {_px(style, 0.1)}; }}
a.story {{ color: {colours.ink}; }}
p.name {{ font-family: {sans}; font-size: {_px(style, 0.88)}; font-weight: 600; line-height: 130%; margin-bottom: 4px; }}
p.note, span.note, .note p {{ {small} line-height: 145%; margin-bottom: {_px(style, 0.4)}; }}
td.panel {{ background-color: {colours.chip}; }}
td.rule {{ background-color: {colours.rule}; }}
p.end {{ {small} font-size: {_px(style, 0.7)}; margin-top: {_px(style, 2)}; }}
.good {{ color: {colours.good}; }}
.warning {{ color: {colours.warning}; }}
"""


def _body(style: PageStyle, serif: str, sans: str) -> str:
    colours = style.theme
    mono = _stack((), style.mono)
    return f"""
h2, h3, h4 {{ font-family: {serif}; font-weight: 600; line-height: 105%; margin-bottom: {_px(style, 0.5)}; }}
h2 {{ font-size: {_px(style, 1.35)}; margin-top: {_px(style, 1.4)}; }}
h3 {{ font-size: {_px(style, 1.15)}; margin-top: {_px(style, 1.2)}; }}
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
table.data {{ border-collapse: collapse; margin-top: {_px(style, 0.7)}; margin-bottom: {_px(style, 1)}; }}
table.box {{ margin-top: {_px(style, 0.4)}; margin-bottom: {_px(style, 1)}; }}
th {{ color: {colours.soft}; font-weight: 600; border-bottom: 2px solid {colours.rule}; }}
.data td, .data th {{ font-family: {sans}; font-size: {_px(style, 0.84)}; line-height: 125%; }}
.data td {{ border-bottom: 1px solid {colours.rule}; }}
hr {{ background-color: {colours.rule}; }}
.footnotes p, .footnotes li {{ font-size: {_px(style, 0.82)}; color: {colours.soft}; line-height: 140%; }}
"""
