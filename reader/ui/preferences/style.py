"""From the reader's choices to a page's style."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from reader.model.page_style import PageStyle
from reader.ui.theme.look import MONO, SANS, SERIF

if TYPE_CHECKING:
    from reader.ui.state import WindowState
    from reader.ui.theme import Look

_LEAST = 200
_FEWEST, _LETTERS, _COLUMN_SHARE = 34, (45, 60), 0.78
_HALF = 0.47
"""A column's share of two side by side, without the space between."""

_PROSE = (
    "Snow had closed the winter road for nine days when the courier reached the last village with two sticks in a tin."
)
ORDINARY = 17
"""The size of text at first, and after Ctrl+0."""
SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)
MEASURES = {"narrow": 60, "medium": 68, "wide": 75}
"""Letters on a line."""
SPACINGS = {"tight": 165, "medium": 190, "loose": 215}


def page_style(state: WindowState, look: Look, room: int, *, right_to_left: bool = False) -> PageStyle:
    """The style for a pane that has ``room`` pixels for the column. The column holds a number of letters, whatever the type."""
    size = look.page_px(state.text_size)
    return PageStyle(
        theme=look.theme,
        size=size,
        measure=max(_LEAST, min(room, round(state.letters * _letter(state, look, size)))),
        line_spacing=state.line_spacing,
        serif=(*SERIF, "serif"),
        sans=(*SANS, "sans-serif"),
        mono=(*MONO, "monospace"),
        serif_body=state.serif,
        right_to_left=right_to_left,
        numbered=state.paragraph_numbers,
    )


def beside_style(style: PageStyle, state: WindowState, look: Look, room: int) -> PageStyle:
    """The same style for two texts side by side; one under the other where a column would have too few letters."""
    letter = _letter(state, look, style.size)
    letters = min(max(round(state.letters * _COLUMN_SHARE), _LETTERS[0]), _LETTERS[1])
    measure = min(room, round(letters * letter / _HALF))
    column = int(measure * _HALF)
    return replace(style, measure=measure, column=column) if column >= _FEWEST * letter else style


def _letter(state: WindowState, look: Look, size: int) -> float:
    """The width of a letter in running text, spaces counted, in pixels."""
    font = look.serif() if state.serif else look.sans()
    return _average(tuple(font.families()), size)


@lru_cache(maxsize=64)
def _average(families: tuple[str, ...], size: int) -> float:
    font = QFont(list(families))
    font.setPixelSize(size)
    return QFontMetricsF(font).horizontalAdvance(_PROSE) / len(_PROSE)


def stepped_size(size: int, by: int) -> int:
    """The next larger (1) or smaller (-1) size."""
    if by > 0:
        return next((each for each in SIZES if each > size), SIZES[-1])
    return next((each for each in reversed(SIZES) if each < size), SIZES[0])
