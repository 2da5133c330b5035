"""From the reader's choices to a page's style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model.page import PageStyle
from reader.ui.theme.look import MONO, SANS, SERIF

if TYPE_CHECKING:
    from reader.ui.state import WindowState
    from reader.ui.theme import Look

SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)
MEASURES = {"narrow": 560, "medium": 660, "wide": 780}
SPACINGS = {"tight": 165, "medium": 190, "loose": 215}


def page_style(state: WindowState, look: Look, room: int, *, right_to_left: bool = False) -> PageStyle:
    """The style for a pane that has ``room`` pixels for the column. The column grows with the text."""
    size = look.px(state.text_size)
    return PageStyle(
        theme=look.theme,
        size=size,
        measure=max(200, min(room, round(state.measure * size / 17))),
        line_spacing=state.line_spacing,
        serif=(*SERIF, "serif"),
        sans=(*SANS, "sans-serif"),
        mono=(*MONO, "monospace"),
        serif_body=state.serif,
        right_to_left=right_to_left,
    )


def stepped_size(size: int, by: int) -> int:
    """The next larger (1) or smaller (-1) size."""
    if by > 0:
        return next((each for each in SIZES if each > size), SIZES[-1])
    return next((each for each in reversed(SIZES) if each < size), SIZES[0])
