"""Lays a row's texts out: whole lines at the side where the article's own begin, cut with an ellipsis, marks behind found words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reader.model.article import is_right_to_left
from reader.ui.article_list.folded import also, spans
from reader.ui.utf16 import from_units, to_units
from reader.ui.words import direction as window_direction
from reader.ui.words import language, language_name, short_date, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from reader.model.article import ArticleRow
    from reader.ui.theme import Look

_ENDS = re.compile(" …$")
"""No line holds a lone ellipsis."""

_BETWEEN = " · "
_SMALL = 11.5
_SPACES = str.maketrans({"\n": " ", "\t": " ", "\u2028": " "})


@dataclass(frozen=True, slots=True)
class Block:
    """A text laid out: draw it with its top at ``y`` from the row's text column."""

    layout: QTextLayout
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> float:
        """Draw, and answer where the next block begins."""
        self.layout.draw(painter, QPointF(x, y))
        return y + self.height

    def character_at(self, x: float, y: float) -> int:
        """The character at a point from the block's corner, whichever way it runs; -1 where there is none."""
        lines = (self.layout.lineAt(number) for number in range(self.layout.lineCount()))
        line = next((one for one in lines if one.naturalTextRect().contains(x, y)), None)
        if line is None:
            return -1
        return from_units(self.layout.text(), line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))


def block(
    words: str,
    font: QFont,
    width: float,
    *,
    lines: int,
    line_height: float,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    at_right: bool = False,
    marks: Sequence[tuple[int, int]] = (),
    mark: QTextCharFormat | None = None,
) -> Block:
    """Lay text out in at most ``lines`` lines of ``line_height``, which end at the column's right or begin at its left."""
    words = _ENDS.sub("\u00a0…", words.translate(_SPACES))
    layout = _layout(words, font, direction, at_right=at_right)
    starts, seen = _break(layout, width, line_height, lines + 2), len(words)
    is_cut = len(starts) > lines
    if is_cut:
        places = [from_units(words, start) for start in (*starts, len(words))]  # of lines; of what follows them, enough
        tail = _shortened(words[places[lines - 1] : places[lines + 1]], font, width)
        words = words[: places[lines - 1]] + tail
        seen = len(words) - tail.endswith("…")
        layout = _layout(words, font, direction, at_right=at_right)
    if marks and mark is not None:
        layout.setFormats(_formats(words, marks, mark, seen))
    if is_cut or marks:
        starts = _break(layout, width, line_height, lines)
    return Block(layout, len(starts) * line_height)


def _shortened(words: str, font: QFont, width: float) -> str:
    """As much of two lines as has room in one, with an ellipsis."""
    metrics = QFontMetricsF(font)
    room = width - metrics.horizontalAdvance(" ")  # what just fits a line by itself may break in its text
    return _ENDS.sub("\u00a0…", metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))


def _layout(words: str, font: QFont, direction: Qt.LayoutDirection, *, at_right: bool) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _break(layout: QTextLayout, width: float, line_height: float, most: int) -> list[int]:
    """Break into lines, so many at most; answers where each begins."""
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, len(starts) * line_height + (line_height - line.height()) / 2))
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def _formats(
    words: str, marks: Sequence[tuple[int, int]], mark: QTextCharFormat, seen: int
) -> list[QTextLayout.FormatRange]:
    """Formats of the marks in the first ``seen`` characters: an ellipsis has none."""
    formats = []
    for start, end in marks:
        if start < seen:
            one = QTextLayout.FormatRange()
            one.start = to_units(words, start)
            one.length = to_units(words, min(end, seen)) - one.start
            one.format = mark
            formats.append(one)
    return formats


def meta_line(row: ArticleRow, font: QFont, width: float, *, dated: bool = True) -> str:
    """``3 Jun 2019 · News · 4 min``, and the language where it is not the window's; what has no room is left out whole."""
    other = row.language.split("-")[0] != language().split("-")[0]
    parts = [
        short_date(row.date) if dated else "",
        row.section,
        text("{minutes} min", minutes=row.minutes),
        language_name(row.language) if other else "",
    ]
    parts = [part for part in parts if part]
    metrics = QFontMetricsF(font)
    while len(parts) > 1 and metrics.horizontalAdvance(_BETWEEN.join(parts)) > width:
        parts.pop()
    return _BETWEEN.join(parts)


@dataclass(frozen=True, slots=True)
class RowText:
    """The blocks of a row. The last is of a hit with translations: ``names`` are where theirs stand in it, each with a key."""

    meta: Block
    title: Block
    summary: Block
    also: Block | None = None
    names: tuple[tuple[tuple[int, int], int], ...] = ()

    def translation_at(self, x: float, y: float) -> int:
        """The key of the translation whose name is at a point below the summary; 0 for none."""
        at = self.also.character_at(x, y) if self.also else -1
        return next((key for (start, end), key in self.names if start <= at < end), 0)


def summary_of(row: ArticleRow, *, noted: bool = False) -> str:
    """What stands under a title; ``noted``: the reader's note, where there is one."""
    return (row.note if noted else "") or row.snippet or row.standfirst


def lay_out(
    row: ArticleRow,
    look: Look,
    width: float,
    mark: QTextCharFormat,
    *,
    dated: bool = True,
    lines: int = 4,
    noted: bool = False,
) -> RowText:
    """Meta line, with the date or without; then so many lines: a title in two of them, a standfirst or snippet in two.

    Translations of a hit have the last of these lines. ``noted``: the reader's note stands in place of the standfirst.
    """
    px = look.px
    lines -= bool(row.also)
    mirrored = is_right_to_left(row.language)
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    found = "" if noted and row.note else row.snippet
    words = summary_of(row, noted=noted)
    # A snippet may be in another script than its article, as a citation in Latin letters is; so may a note.
    summary = direction if words == row.standfirst else Qt.LayoutDirection.LayoutDirectionAuto
    title = block(
        row.title,
        look.serif(15, QFont.Weight.DemiBold),
        width,
        lines=min(2, lines - 1),
        line_height=px(21),
        direction=direction,
        at_right=mirrored,
    )
    return RowText(
        _small(meta_line(row, look.sans(_SMALL), width, dated=dated), look, width, at_right=mirrored),
        title,
        block(
            words,
            look.sans(12.3),
            width,
            lines=min(2, lines - round(title.height / px(21))),
            line_height=px(17),
            direction=summary,
            at_right=mirrored,
            marks=row.marks if found else (),
            mark=mark,
        ),
        _small(also(row), look, width, spans(row), at_right=mirrored) if row.also else None,
        spans(row),
    )


def _small(
    words: str, look: Look, width: float, names: Sequence[tuple[tuple[int, int], int]] = (), *, at_right: bool
) -> Block:
    """A line of the window's own words; names in it that can be clicked are underlined."""
    name = QTextCharFormat()
    name.setFontUnderline(True)
    return block(
        words,
        look.sans(_SMALL),
        width,
        lines=1,
        line_height=look.px(16),
        direction=window_direction(),
        at_right=at_right,
        marks=[span for span, _key in names],
        mark=name,
    )
