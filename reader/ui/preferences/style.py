"""From the reader's choices to a page's style."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from reader.model.article import Script
from reader.model.page_style import PageStyle
from reader.ui.theme.look import MONO, SANS, SERIF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.state import WindowState
    from reader.ui.theme import Look

_LEAST = 200
_FEWEST, _LETTERS, _COLUMN_SHARE = 34, (45, 60), 0.78
_HALF = 0.47
"""A column's share of two side by side, without the space between."""

_PROSE = {
    Script.LATIN: "Snow had closed the winter road for nine days when the courier reached the last village with a tin.",
    Script.CYRILLIC: "Снег на девять дней закрыл зимнюю дорогу, когда курьер добрался до последней деревни с жестянкой.",
    Script.ARABIC: "كانت الثلوج قد أغلقت طريق الشتاء تسعة أيام حين وصل الساعي إلى آخر قرية ومعه علبة من الصفيح.",
}
ORDINARY = 17
"""The size of text at first, and after Ctrl+0."""
SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)
MEASURES = {"narrow": 60, "medium": 68, "wide": 75}
"""Letters on a line."""
SPACINGS = {"tight": 165, "medium": 190, "loose": 215}


def page_style(state: WindowState, look: Look, room: int, *, right_to_left: bool = False) -> PageStyle:
    """The style for a pane that has ``room`` pixels for the column. The column holds a number of letters, whatever type and script."""
    size = look.page_px(state.text_size)
    letters = _letters(state, look, size)
    widths = {script: max(_LEAST, min(room, round(state.letters * width))) for script, width in letters.items()}
    return PageStyle(
        theme=look.theme,
        size=size,
        measure=widths.pop(Script.LATIN),
        measures=tuple(widths.items()),
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
    letter = _letters(state, look, style.size)[Script.LATIN]
    letters = min(max(round(state.letters * _COLUMN_SHARE), _LETTERS[0]), _LETTERS[1])
    measure = min(room, round(letters * letter / _HALF))
    column = int(measure * _HALF)
    return replace(style, measure=measure, column=column) if column >= _FEWEST * letter else style


def _letters(state: WindowState, look: Look, size: int) -> Mapping[Script, float]:
    """The width of a letter in running text of each script, spaces counted, in pixels."""
    font = look.serif() if state.serif else look.sans()
    return _averages(tuple(font.families()), size)


@lru_cache(maxsize=64)
def _averages(families: tuple[str, ...], size: int) -> Mapping[Script, float]:
    font = QFont(list(families))
    font.setPixelSize(size)
    metrics = QFontMetricsF(font)
    return {script: metrics.horizontalAdvance(prose) / len(prose) for script, prose in _PROSE.items()}


def stepped_size(size: int, by: int) -> int:
    """The next larger (1) or smaller (-1) size."""
    if by > 0:
        return next((each for each in SIZES if each > size), SIZES[-1])
    return next((each for each in reversed(SIZES) if each < size), SIZES[0])
