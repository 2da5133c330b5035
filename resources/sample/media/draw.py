"""Draws every picture of the sample publication: flat, quiet scenes and emblems for the pen names.

    python draw.py              all pictures, into this folder
    python draw.py key seal     only these

Needs Pillow. Everything is computed, with fixed seeds, so a second run gives the same pictures.
Coordinates are 1600 by 1000 (portraits 400 by 400); we draw three times as large and scale down for clean edges.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]

OVERSAMPLING = 3
COLOURS = 112
FLAT_COLOURS = 24
WIDTH, HEIGHT = 1600, 1000
PORTRAIT = 400

PAPER, CREAM, PARCHMENT, SAND = "#efe8da", "#f8f3e8", "#e2d5ba", "#d3bb90"
INK, SLATE, STEEL, MIST, HAZE = "#2e3034", "#47535e", "#7c8891", "#b3bdbd", "#d5d8d0"
FOREST, MOSS, SAGE, LEAF = "#3d4a35", "#66744d", "#98a27c", "#b9bf9c"
UMBER, BROWN, TAN, OCHRE, STRAW = "#4d3728", "#74543a", "#a27e55", "#c4923c", "#dfc07f"
BRICK, ROSE, NIGHT, DUSK = "#8b2a2a", "#b5645a", "#27323f", "#3b4a5a"


def placed(
    points: Iterable[Point], x: float, y: float, scale: float = 1, flip: bool = False, turn: float = 0
) -> list[Point]:
    """Points of a small figure, moved to x, y on the sheet; ``turn`` in degrees, clockwise."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    side = -scale if flip else scale
    return [(x + px * side * cos - py * scale * sin, y + px * side * sin + py * scale * cos) for px, py in points]


def smooth(points: Sequence[Point], closed: bool = False, steps: int = 14) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    curve = []
    for p0, p1, p2, p3 in zip(around, around[1:], around[2:], around[3:], strict=False):
        curve += [
            tuple(bend(*axis, step / steps) for axis in zip(p0, p1, p2, p3, strict=True)) for step in range(steps)
        ]
    return curve if closed else [*curve, points[-1]]


def bend(a: float, b: float, c: float, d: float, t: float) -> float:
    """One coordinate between b and c of a Catmull-Rom curve."""
    return (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2


def arc(x: float, y: float, radius: float, start: float, end: float, flat: float = 1) -> list[Point]:
    """Points of an arc; degrees clockwise from three o'clock. ``flat`` squeezes it from top to bottom."""
    count = max(8, int(abs(end - start) / 3))
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(x + radius * math.cos(a), y + radius * flat * math.sin(a)) for a in angles]


def outline(text: str) -> list[Point]:
    """Points written as ``x y, x y``, to keep drawings short."""
    return [(float(x), float(y)) for x, y in (pair.split() for pair in text.split(",") if pair.strip())]


def box(x0: float, y0: float, x1: float, y1: float) -> list[Point]:
    """The corners of an upright rectangle."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def palette(image: Image.Image) -> Image.Image:
    """Few colours for a picture: its flat colours exactly, and between them those of the soft edges."""
    counts = sorted(image.getcolors(image.width * image.height), reverse=True)
    flat = [colour for _count, colour in counts[:FLAT_COLOURS]]
    edges = [colour for _count, colour in counts[FLAT_COLOURS:]] or flat
    strip = Image.new("RGB", (len(edges), 1))
    strip.putdata(edges)
    between = strip.quantize(COLOURS - len(flat), method=Image.Quantize.MEDIANCUT).getpalette()
    few = Image.new("P", (1, 1))
    few.putpalette([part for colour in flat for part in colour] + between)
    return few


class Sheet:
    """A sheet to draw on, in its own coordinates."""

    def __init__(self, colour: str, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * OVERSAMPLING, height * OVERSAMPLING), colour)
        self.pen = ImageDraw.Draw(self.image)

    def fill(self, points: Iterable[Point], colour: str) -> None:
        """A filled polygon."""
        self.pen.polygon([(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points], fill=colour)

    def blob(self, points: Sequence[Point], colour: str) -> None:
        """A filled shape with a smooth outline."""
        self.fill(smooth(points, closed=True), colour)

    def rect(self, x0: float, y0: float, x1: float, y1: float, colour: str, radius: float = 0) -> None:
        """A filled rectangle, with round corners where ``radius`` is given."""
        corners = [value * OVERSAMPLING for value in (x0, y0, x1, y1)]
        self.pen.rounded_rectangle(corners, radius * OVERSAMPLING, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str, flat: float = 1) -> None:
        """A filled circle, or an ellipse."""
        corners = [x - radius, y - radius * flat, x + radius, y + radius * flat]
        self.pen.ellipse([value * OVERSAMPLING for value in corners], fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line with round ends and corners."""
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * OVERSAMPLING)), joint="curve")
        half = width * OVERSAMPLING / 2 - 0.75
        for x, y in scaled:
            self.pen.ellipse([x - half, y - half, x + half, y + half], fill=colour)

    def curve(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A smooth line."""
        self.line(smooth(points), colour, width)

    def stroke(self, points: Sequence[Point], widths: tuple[float, float, float], colour: str) -> None:
        """A brush stroke: a smooth line that is ``widths`` thick at its start, middle and end."""
        path = smooth(points, steps=40)
        start, middle, end = widths
        for i, (x, y) in enumerate(path):
            t = i / (len(path) - 1)
            width = start + (middle - start) * 2 * t if t < 0.5 else middle + (end - middle) * (2 * t - 1)
            self.disc(x, y, width / 2, colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float, flat: float = 1) -> None:
        """A circle's outline."""
        self.line(arc(x, y, radius, 0, 360, flat), colour, width)

    def save(self, name: str) -> None:
        """Scales down, keeps few colours and writes ``<name>.png`` beside this file."""
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        small.quantize(palette=palette(small), dither=Image.Dither.NONE).save(
            Path(__file__).with_name(f"{name}.png"), optimize=True
        )


# --- things that several pictures share


def hills(sheet: Sheet, level: float, height: float, seed: int, colour: str, detail: float = 1) -> None:
    """A range of hills down to the sheet's lower edge."""
    chance = random.Random(seed)
    waves = [(chance.uniform(0.6, 1.4) * f * detail, chance.uniform(0, 6.3), 1 / f) for f in (1, 2.1, 3.7, 6.3)]
    width, bottom = sheet.size
    ridge = [
        (x, level - height * sum(a * math.sin(x / width * 6.3 * f + p) for f, p, a in waves) / 2)
        for x in range(0, width + 9, 8)
    ]
    sheet.fill([(0, bottom), *ridge, (width, bottom)], colour)


def land(colours: Sequence[str], sky: str, first: float = 430, seed: int = 1, height: float = 70) -> Sheet:
    """A sheet with a sky and hills that come nearer."""
    sheet = Sheet(sky)
    step = (960 - first) / len(colours)
    for i, colour in enumerate(colours):
        hills(sheet, first + i * step, height * (1 - 0.09 * i), seed * 31 + i, colour)
    return sheet


def starry(sheet: Sheet, count: int, seed: int, bottom: float, colour: str = MIST) -> None:
    """Small stars above ``bottom``."""
    chance = random.Random(seed)
    for _ in range(count):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, bottom), chance.choice((1.4, 1.9, 2.6)), colour)


def writing(
    sheet: Sheet, x0: float, x1: float, top: float, rows: int, gap: float, colour: str, seed: int, width: float = 7
) -> None:
    """Lines of writing too small to read: dashes of uneven length."""
    chance = random.Random(seed)
    for row in range(rows):
        x, y, end = x0, top + row * gap, x1 if row < rows - 1 else x0 + (x1 - x0) * 0.55
        while x < end - 20:
            stop = min(end, x + chance.uniform(22, 80))
            sheet.line([(x, y), (stop, y)], colour, width)
            x = stop + 18


def book(sheet: Sheet, x: float, y: float, width: float, height: float, colour: str, band: str = STRAW) -> None:
    """A book's spine, standing on y."""
    sheet.rect(x, y - height, x + width, y, colour, 4)
    for at in (0.14, 0.82):
        sheet.rect(x, y - height * at - 5, x + width, y - height * at, band)


def shelf(sheet: Sheet, x0: float, x1: float, y: float, height: float, seed: int) -> None:
    """Books side by side from x0 to x1."""
    chance = random.Random(seed)
    colours = (BRICK, SLATE, MOSS, OCHRE, UMBER, STEEL, FOREST, TAN, ROSE)
    x, last = x0, ""
    while x < x1 - 18:
        width = min(chance.uniform(20, 44), x1 - x)
        last = chance.choice([colour for colour in colours if colour != last])
        book(sheet, x, y, width - 3, height * chance.uniform(0.72, 1), last)
        x += width


def donkey(
    sheet: Sheet, x: float, y: float, scale: float, colour: str, far: str, ears: float = 1, flip: bool = False
) -> None:
    """A donkey or mule standing at x, y and facing right. ``far`` is the colour of the legs behind."""

    def at(points: Sequence[Point]) -> list[Point]:
        return placed(points, x, y, scale, flip)

    for shift in (-8, 3):
        base = -38 if shift < 0 else 38
        leg = [(base - 9, -52), (base + 9, -52), (base + 3, -26), (base + 4, 0), (base - 6, 0), (base - 5, -26)]
        sheet.fill(at([(px + shift, py) for px, py in leg]), far)
    sheet.fill(at(outline("34 -54, 54 -54, 47 -27, 46 -5, 49 0, 38 0, 39 -27")), colour)
    sheet.fill(at(outline("-55 -62, -30 -50, -40 -29, -38 -5, -35 0, -46 0, -48 -27")), colour)
    sheet.blob(at(outline("-52 -74, -30 -79, 0 -75, 30 -80, 50 -74, 55 -58, 40 -43, 0 -38, -36 -44, -56 -56")), colour)
    sheet.fill(smooth(at(outline("14 -76, 36 -88, 58 -112, 76 -106, 66 -84, 54 -54")), closed=True), colour)
    sheet.blob(at(outline("56 -110, 64 -117, 76 -113, 98 -92, 103 -83, 98 -77, 88 -79, 70 -90, 58 -98")), colour)
    for lean in (0, 11):
        ear = [
            (58 + lean, -110),
            (52 + lean, -112 - 20 * ears),
            (57 + lean, -114 - 27 * ears),
            (65 + lean, -112 - 14 * ears),
            (68 + lean, -110),
        ]
        sheet.fill(smooth(at(ear), closed=True), colour)
    sheet.line(smooth(at([(-53, -70), (-62, -56), (-61, -36)])), colour, 4 * scale)
    sheet.line(at([(-61, -38), (-62, -26)]), colour, 7 * scale)


def pannier(sheet: Sheet, x: float, y: float, scale: float, colour: str, strap: str, flip: bool = False) -> None:
    """A blanket and a bag on the donkey that stands at x, y."""

    def at(points: Sequence[Point]) -> list[Point]:
        return placed(points, x, y, scale, flip)

    sheet.fill(at(outline("-30 -80, 20 -80, 18 -66, -28 -66")), strap)
    sheet.blob(at(outline("-26 -72, 16 -72, 20 -46, 12 -36, -22 -36, -30 -46")), colour)
    sheet.fill(at(outline("-27 -72, 17 -72, 14 -56, -5 -51, -24 -56")), strap)
    sheet.disc(*at([(-5, -53)])[0], 3 * scale, STRAW)


def camel(sheet: Sheet, x: float, y: float, scale: float, colour: str, far: str, flip: bool = False) -> None:
    """A one-humped camel standing at x, y and facing right."""

    def at(points: Sequence[Point]) -> list[Point]:
        return placed(points, x, y, scale, flip)

    for base in (-44, 26):
        leg = [
            (base - 8, -76),
            (base + 9, -76),
            (base + 5, -40),
            (base + 4, -4),
            (base + 9, 0),
            (base - 4, 0),
            (base - 2, -40),
        ]
        sheet.fill(at(leg), far)
    for base in (-32, 38):
        leg = [
            (base - 11, -78),
            (base + 10, -78),
            (base + 5, -42),
            (base + 4, -4),
            (base + 10, 0),
            (base - 4, 0),
            (base - 2, -42),
        ]
        sheet.fill(at(leg), colour)
    sheet.blob(
        at(outline("-52 -88, -34 -98, -14 -122, 2 -126, 18 -106, 38 -98, 52 -86, 44 -68, 0 -64, -40 -66")), colour
    )
    sheet.stroke(at(outline("42 -82, 60 -76, 74 -90, 80 -124")), (30 * scale, 16 * scale, 12 * scale), colour)
    sheet.blob(at(outline("74 -124, 80 -134, 92 -134, 110 -124, 111 -116, 98 -114, 84 -116")), colour)
    sheet.line(at([(78, -131), (74, -138)]), colour, 4 * scale)
    sheet.line(smooth(at([(-52, -86), (-60, -72), (-58, -54)])), colour, 3.5 * scale)


def cypress(sheet: Sheet, x: float, y: float, height: float, colour: str) -> None:
    """A slim tree, such as a poplar."""
    wide = height * 0.13
    sheet.rect(x - 3, y - height * 0.2, x + 3, y, UMBER)
    sheet.blob(
        [
            (x, y - height),
            (x + wide, y - height * 0.45),
            (x + wide * 0.5, y - height * 0.12),
            (x - wide * 0.5, y - height * 0.12),
            (x - wide, y - height * 0.45),
        ],
        colour,
    )


def palm(sheet: Sheet, x: float, y: float, height: float, lean: float, colour: str = FOREST) -> None:
    """A palm tree."""
    top = (x + lean, y - height)
    sheet.stroke(
        [(x, y), (x + lean * 0.3, y - height * 0.5), top], (height * 0.06, height * 0.045, height * 0.035), UMBER
    )
    for angle in (-170, -140, -100, -62, -35, -5, 18, 162):
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        tip = (top[0] + cos * height * 0.42, top[1] + sin * height * 0.24 + height * 0.1)
        mid = (top[0] + cos * height * 0.24, top[1] + sin * height * 0.24 - height * 0.02)
        sheet.stroke([top, mid, tip], (height * 0.02, height * 0.055, 2), colour)


def glyph(
    sheet: Sheet, strokes: Sequence[Sequence[Point]], x: float, y: float, scale: float, colour: str, width: float
) -> None:
    """A sign made of plain strokes in a square of 100, its corner at x, y."""
    for stroke in strokes:
        sheet.line(placed(stroke, x, y, scale), colour, width)


# --- the pictures


def mule_path() -> Sheet:
    """A mule with bags on a path through the hills."""
    sheet = land((HAZE, MIST, LEAF, SAGE, MOSS), PAPER, 400, seed=4, height=90)
    sheet.disc(1240, 230, 92, STRAW)
    hills(sheet, 850, 34, 77, FOREST)
    path = outline("610 1010, 760 930, 1010 880, 1060 835, 900 800, 760 775, 840 728, 990 700, 1010 672, 940 648")
    sheet.stroke(path, (92, 26, 5), PARCHMENT)
    for x, height in ((180, 240), (262, 190), (330, 150), (1420, 210), (1500, 260)):
        cypress(sheet, x, 900, height, "#2f3a2a")
    donkey(sheet, 560, 930, 2.5, UMBER, "#35261c", ears=0.7)
    pannier(sheet, 560, 930, 2.5, BRICK, TAN)
    return sheet


def saddlebag() -> Sheet:
    """A pair of saddlebags over a rail, with books in them."""
    sheet = Sheet(PAPER)
    sheet.rect(0, 790, WIDTH, HEIGHT, PARCHMENT)
    for x in (330, 1270):
        sheet.rect(x - 30, 300, x + 30, 880, BROWN, 8)
    sheet.disc(800, 885, 560, SAND, 0.07)
    for x, seed in ((480, 3), (850, 8)):
        shelf(sheet, x + 34, x + 236, 560, 220, seed)
    sheet.rect(200, 290, 1400, 350, UMBER, 26)
    for x in (465, 835):
        sheet.blob(placed(outline("0 470, 150 462, 300 470, 322 640, 296 790, 150 806, 4 790, -22 640"), x, 0), TAN)
        sheet.blob(placed(outline("8 500, 150 490, 292 500, 300 570, 250 650, 150 684, 50 650, 0 570"), x, 0), BROWN)
        sheet.line(smooth(placed(outline("14 560, 56 634, 150 664, 244 634, 286 560"), x, 0)), STRAW, 3)
        sheet.rect(x + 132, 610, x + 168, 745, BRICK, 8)
        sheet.rect(x + 122, 690, x + 178, 732, STRAW, 8)
        sheet.rect(x + 134, 700, x + 166, 722, BRICK, 4)
    for x in (494, 736, 864, 1106):
        sheet.rect(x - 24, 280, x + 24, 520, BROWN, 12)
        sheet.line([(x - 15, 300), (x - 15, 505)], STRAW, 2.5)
        sheet.line([(x + 15, 300), (x + 15, 505)], STRAW, 2.5)
    return sheet


def creek() -> Sheet:
    """A creek between steep hills, with a cabin."""
    sheet = Sheet(PAPER)
    for level, height, seed, colour in ((380, 120, 12, HAZE), (470, 130, 15, LEAF), (560, 120, 19, SAGE)):
        hills(sheet, level, height, seed, colour)
    sheet.fill(smooth(outline("-80 420, 240 520, 560 680, 820 720, 820 1100, -80 1100"), closed=True), MOSS)
    sheet.fill(smooth(outline("1680 380, 1380 500, 1080 650, 760 720, 760 1100, 1680 1100"), closed=True), "#7a875c")
    banks = outline("800 700, 752 742, 880 800, 620 880, 480 1040, 1220 1040, 1060 900, 1120 810, 850 742, 818 700")
    sheet.fill(smooth(banks, closed=True), STEEL)
    for points in (
        [(800, 770), (880, 790), (960, 786)],
        [(720, 890), (840, 872), (960, 884)],
        [(640, 960), (800, 944), (1000, 966)],
    ):
        sheet.curve(points, MIST, 7)
    chance = random.Random(5)
    for x, y in ((640, 868), (1120, 860), (760, 800), (1010, 960), (560, 980), (1160, 930), (900, 920)):
        sheet.disc(x, y, chance.uniform(20, 40), SLATE, 0.55)
        sheet.disc(x - 5, y - 6, chance.uniform(10, 16), STEEL, 0.5)
    sheet.rect(1200, 460, 1400, 590, BROWN)
    for y in (486, 512, 538, 564):
        sheet.line([(1200, y), (1400, y)], UMBER, 3)
    sheet.fill([(1174, 464), (1300, 366), (1426, 464)], SLATE)
    sheet.rect(1350, 372, 1382, 440, SLATE)
    sheet.rect(1240, 510, 1286, 590, UMBER)
    sheet.rect(1324, 504, 1364, 546, STRAW)
    sheet.curve(outline("1366 360, 1384 320, 1356 282, 1378 240"), MIST, 12)
    for x, y, height in (
        (120, 700, 300),
        (230, 740, 240),
        (330, 770, 190),
        (1480, 680, 270),
        (1560, 720, 320),
        (470, 800, 150),
    ):
        fir(sheet, x, y, height)
    return sheet


def fir(sheet: Sheet, x: float, y: float, height: float) -> None:
    """A fir tree."""
    sheet.rect(x - 6, y - 30, x + 6, y + 14, UMBER)
    for i in range(4):
        top, wide = y - height + i * height * 0.2, height * (0.12 + 0.055 * i)
        sheet.fill([(x, top), (x + wide, top + height * 0.36), (x - wide, top + height * 0.36)], FOREST)


def typewriter() -> Sheet:
    """A typewriter with several thin sheets and carbon paper in it."""
    sheet = Sheet(PAPER)
    sheet.rect(0, 830, WIDTH, HEIGHT, SAND)
    for shift, colour in ((44, HAZE), (24, SLATE), (0, CREAM)):
        sheet.fill(
            [
                (520 + shift, 120 - shift * 0.8),
                (1080 + shift, 120 - shift * 0.8),
                (1080 + shift, 470),
                (520 + shift, 470),
            ],
            colour,
        )
    writing(sheet, 580, 1020, 180, 8, 30, SLATE, 11, 6)
    sheet.rect(360, 430, 1240, 500, INK, 34)
    for x in (318, 1222):
        sheet.rect(x, 420, x + 60, 510, SLATE, 16)
    sheet.line([(352, 425), (270, 350)], STEEL, 12)
    sheet.disc(266, 346, 16, BRICK)
    sheet.fill(
        smooth(
            outline("430 490, 1170 490, 1200 600, 1280 800, 1270 850, 330 850, 320 800, 400 600"), closed=True, steps=8
        ),
        SLATE,
    )
    sheet.fill(outline("470 520, 1130 520, 1150 600, 450 600"), INK)
    for x in range(520, 1100, 40):
        sheet.line([(x, 590), (800 + (x - 800) * 0.4, 530)], STEEL, 4)
    for row in range(4):
        count, y = 11 - row % 2, 640 + row * 48
        spread = 56 + row * 6
        for i in range(count):
            x = 800 + (i - (count - 1) / 2) * spread
            sheet.disc(x, y + 5, 21, INK)
            sheet.disc(x, y, 19, BRICK if (row, i) == (2, 0) else CREAM)
    sheet.rect(590, 822, 1010, 846, CREAM, 11)
    return sheet


def tea_tin() -> Sheet:
    """An open tea tin with memory sticks and cards inside."""
    sheet = Sheet(PARCHMENT)
    sheet.rect(0, 760, WIDTH, HEIGHT, BROWN)
    for y in (820, 905):
        sheet.line([(0, y), (WIDTH, y)], UMBER, 3)
    sheet.disc(740, 868, 420, UMBER, 0.08)
    for x, y, turn, colour in (
        (560, 330, -14, SLATE),
        (680, 290, 4, BRICK),
        (800, 310, -4, CREAM),
        (920, 330, 13, MOSS),
    ):
        sheet.fill(placed(box(-30, -100, 30, -30), x, y + 30, 1, turn=turn), STEEL)
        sheet.fill(placed(box(-18, -86, -6, -66), x, y + 30, 1, turn=turn), INK)
        sheet.fill(placed(box(6, -86, 18, -66), x, y + 30, 1, turn=turn), INK)
        sheet.fill(placed(box(-44, -34, 44, 180), x, y + 30, 1, turn=turn), colour)
    sheet.disc(740, 400, 290, SLATE, 0.11)
    for x, turn, colour in ((590, -8, SLATE), (690, 3, BRICK), (805, -3, CREAM), (915, 9, MOSS)):
        sheet.fill(placed(box(-44, -70, 44, 60), x, 400, 1, turn=turn), colour)
    sheet.fill([*arc(740, 400, 290, 180, 0, -0.11), (1030, 830), *arc(740, 830, 290, 0, 180, 0.1), (450, 400)], FOREST)
    sheet.line(arc(740, 400, 290, 0, 180, 0.11), SAGE, 10)
    for y in (452, 800):
        sheet.line(arc(740, y, 290, 4, 176, 0.11), STRAW, 6)
    sheet.disc(740, 652, 132, CREAM)
    sheet.ring(740, 652, 114, OCHRE, 4)
    for turn in (-42, 0, 42):
        sheet.blob(placed(outline("0 0, 24 -44, 0 -96, -24 -44"), 740, 704, 0.95, turn=turn), MOSS)
        sheet.line(placed([(0, -4), (0, -76)], 740, 704, 0.95, turn=turn), CREAM, 3)
    sheet.line([(740, 704), (740, 740)], MOSS, 7)
    sheet.fill(
        [
            (1110, 800),
            *arc(1290, 800, 180, 180, 0, -0.24)[1:-1],
            (1470, 800),
            (1470, 838),
            *arc(1290, 838, 180, 0, 180, 0.24),
        ],
        FOREST,
    )
    sheet.disc(1290, 796, 180, MOSS, 0.24)
    sheet.ring(1290, 796, 120, STRAW, 4, 0.24)
    sheet.disc(1290, 790, 24, STRAW, 0.6)
    return sheet


def usb_stick() -> Sheet:
    """A memory stick on a cord."""
    sheet = Sheet(SAGE)
    sheet.fill(placed(box(-560, -330, 560, 330), 800, 510, 1, turn=-4), CREAM)
    writing(sheet, 380, 1180, 290, 9, 60, HAZE, 2, 12)
    turn = -18

    def at(points: Iterable[Point], drop: float = 0) -> list[Point]:
        return placed(points, 810, 510 + drop, 1.25, turn=turn)

    sheet.fill(at(box(-250, -84, 330, 92), 26), LEAF)
    sheet.stroke(outline("500 606, 380 640, 270 560, 330 450, 440 520, 400 760, 180 860, 60 1020"), (13, 13, 13), BRICK)
    sheet.fill(at(box(190, -56, 345, 56)), STEEL)
    sheet.fill(at(box(190, -56, 345, -34)), MIST)
    for y in (-30, 10):
        sheet.fill(at(box(262, y, 296, y + 22)), INK)
    sheet.blob(
        at(outline("-246 -70, -200 -86, 0 -86, 160 -86, 200 -76, 200 76, 160 86, 0 86, -200 86, -246 70, -262 0")),
        SLATE,
    )
    sheet.fill(at(box(100, -86, 190, 86)), NIGHT)
    sheet.fill(at(box(-150, -48, 70, 48)), CREAM)
    for y in (-22, 0, 22):
        sheet.line(at([(-126, y), (44 if y < 20 else -30, y)]), STEEL, 7)
    sheet.disc(*at([(-214, 0)])[0], 24, SAGE)
    sheet.disc(*at([(146, 0)])[0], 10, OCHRE)
    return sheet


def radio_mast() -> Sheet:
    """A lattice mast on a hill at dusk, with waves."""
    sheet = Sheet(DUSK)
    starry(sheet, 70, 3, 420, STEEL)
    for radius in (130, 220, 310, 400, 490):
        for start in (-42, 138):
            sheet.line(
                arc(800, 200, radius, start, start + 84), STRAW if radius < 140 else SAND if radius < 320 else STEEL, 9
            )
    for level, height, seed, colour in ((690, 70, 40, SLATE), (770, 60, 41, "#33404c"), (880, 50, 43, NIGHT)):
        hills(sheet, level, height, seed, colour)
    sheet.blob(outline("420 1000, 620 840, 800 800, 980 840, 1180 1000, 800 1060"), "#1e2731")
    sections = 11
    for i in range(sections):
        y0, y1 = 830 - i * 56, 830 - (i + 1) * 56
        w0, w1 = 78 - i * 6.4, 78 - (i + 1) * 6.4
        for points in (
            [(800 - w0, y0), (800 + w1, y1)],
            [(800 + w0, y0), (800 - w1, y1)],
            [(800 - w1, y1), (800 + w1, y1)],
        ):
            sheet.line(points, MIST, 4)
        sheet.line([(800 - w0, y0), (800 - w1, y1)], HAZE, 8)
        sheet.line([(800 + w0, y0), (800 + w1, y1)], HAZE, 8)
    sheet.line([(800, 214), (800, 140)], HAZE, 7)
    sheet.disc(800, 200, 20, BRICK)
    sheet.rect(930, 790, 1060, 870, SLATE)
    sheet.fill([(916, 792), (995, 744), (1074, 792)], INK)
    sheet.rect(960, 812, 992, 842, STRAW)
    return sheet


def shortwave() -> Sheet:
    """A shortwave receiver with a dial."""
    sheet = Sheet(LEAF)
    sheet.rect(0, 760, WIDTH, HEIGHT, TAN)
    sheet.line([(1180, 320), (1440, 40)], STEEL, 12)
    sheet.line([(1330, 158), (1440, 40)], HAZE, 7)
    sheet.disc(790, 826, 600, BROWN, 0.06)
    sheet.rect(260, 300, 1320, 820, UMBER, 46)
    sheet.rect(300, 340, 1280, 780, BROWN, 26)
    sheet.rect(340, 380, 700, 740, PARCHMENT, 18)
    for row in range(9):
        for column in range(9):
            sheet.disc(376 + column * 36, 416 + row * 36, 9, BROWN)
    sheet.rect(750, 390, 1240, 580, CREAM, 14)
    for i in range(25):
        x = 780 + i * 18
        sheet.line([(x, 420), (x, 462 if i % 4 == 0 else 440)], SLATE, 3)
        sheet.line([(x, 550), (x, 520 if i % 6 == 0 else 536)], MOSS, 3)
    sheet.line([(780, 490), (1212, 490)], STEEL, 3)
    sheet.rect(1016, 400, 1024, 570, BRICK)
    for x, radius in ((830, 62), (1000, 40), (1150, 62)):
        sheet.disc(x, 678, radius + 8, UMBER)
        sheet.disc(x, 672, radius, STRAW if radius > 50 else SAND)
        sheet.disc(x, 672, radius * 0.66, OCHRE if radius > 50 else TAN)
        sheet.line([(x, 672), (x + radius * 0.42, 672 - radius * 0.42)], UMBER, 6)
    for points in (outline("330 240, 390 200, 450 240, 510 200, 570 240, 630 200, 690 240"),):
        sheet.curve(points, BRICK, 7)
    for x in (340, 1180):
        sheet.rect(x, 815, x + 70, 846, INK, 8)
    return sheet


def scroll() -> Sheet:
    """A hand scroll, partly unrolled, with columns of writing."""
    sheet = Sheet(SAND)
    sheet.fill(outline("230 282, 1330 282, 1350 770, 250 770"), TAN)
    sheet.fill(outline("220 260, 1320 260, 1320 740, 220 740"), CREAM)
    sheet.rect(220, 292, 1320, 298, OCHRE)
    sheet.rect(220, 702, 1320, 708, OCHRE)
    chance = random.Random(21)
    for x in range(1230, 340, -62):
        sheet.line([(x + 31, 300), (x + 31, 700)], HAZE, 2)
        y, end = 330, 690 if x > 420 else 520
        while y < end:
            brushed(sheet, x, y, chance)
            y += 44
    sheet.rect(250, 560, 306, 616, BRICK, 6)
    sheet.rect(262, 572, 294, 604, CREAM, 2)
    sheet.rect(270, 580, 286, 596, BRICK)
    for x, width in ((1290, 120), (150, 70)):
        sheet.rect(x + width * 0.28, 196, x + width * 0.72, 806, UMBER, 12)
        sheet.rect(x, 244, x + width, 756, PARCHMENT, width / 2.6)
        sheet.rect(x + width * 0.18, 244, x + width * 0.36, 756, CREAM)
        sheet.rect(x + width * 0.7, 248, x + width * 0.8, 752, SAND)
        sheet.disc(x + width / 2, 190, width * 0.3, BRICK)
        sheet.disc(x + width / 2, 812, width * 0.3, BRICK)
    return sheet


def brushed(sheet: Sheet, x: float, y: float, chance: random.Random) -> None:
    """A small sign that only looks like writing."""
    for dy in chance.sample((2, 9, 16, 23), chance.randint(1, 3)):
        sheet.line([(x - chance.uniform(8, 14), y + dy + 1), (x + chance.uniform(8, 14), y + dy - 1)], INK, 3.6)
    if chance.random() < 0.7:
        sheet.line([(x + chance.uniform(-5, 5), y - 2), (x, y + 28)], INK, 3.8)
    if chance.random() < 0.6:
        sheet.stroke([(x, y + 10), (x - 5, y + 20), (x - 14, y + 28)], (4, 3.5, 2), INK)
        sheet.stroke([(x, y + 12), (x + 6, y + 20), (x + 15, y + 27)], (3, 4, 4.5), INK)


def cave() -> Sheet:
    """A cliff with caves, walkways and poplars."""
    sheet = Sheet(PAPER)
    sheet.disc(1300, 180, 80, STRAW)
    hills(sheet, 300, 60, 8, PARCHMENT)
    sheet.fill(
        smooth(
            outline("-60 330, 160 230, 420 270, 700 190, 980 240, 1240 200, 1660 320, 1660 1060, -60 1060"), closed=True
        ),
        SAND,
    )
    for y in (350, 500, 650, 800):
        sheet.curve([(0, y + 8), (400, y - 12), (800, y + 4), (1200, y - 10), (1600, y + 10)], TAN, 5)
    chance = random.Random(14)
    for row, y in enumerate((440, 590, 740)):
        for x in range(90 + 40 * (row % 2), 1560, 132):
            if not 660 < x < 950:
                niche(sheet, x + chance.uniform(-14, 14), y, chance.uniform(30, 44), chance)
        sheet.line([(0, y + 16), (650, y + 16)], BROWN, 10)
        sheet.line([(950, y + 16), (1600, y + 16)], BROWN, 10)
    pavilion(sheet, 800, 830)
    sheet.rect(0, 826, WIDTH, HEIGHT, STRAW)
    for x, height in (
        (60, 220),
        (150, 260),
        (250, 200),
        (1340, 230),
        (1440, 280),
        (1540, 220),
        (1100, 180),
        (480, 180),
    ):
        cypress(sheet, x, 900 + (x % 7) * 6, height, MOSS if x % 4 else FOREST)
    return sheet


def niche(sheet: Sheet, x: float, y: float, wide: float, chance: random.Random) -> None:
    """A cave's opening, some with a scroll-like figure of light inside."""
    sheet.fill([*arc(x, y - 56, wide, 180, 360), (x + wide, y + 12), (x - wide, y + 12)], UMBER)
    if chance.random() < 0.4:
        sheet.disc(x, y - 42, wide * 0.3, OCHRE)
        sheet.blob([(x, y - 34), (x + wide * 0.55, y + 8), (x - wide * 0.55, y + 8)], OCHRE)


def pavilion(sheet: Sheet, x: float, y: float) -> None:
    """A wooden front of several roofs against the cliff."""
    for level in range(5):
        half, top = 140 - level * 12, y - 118 * (level + 1)
        sheet.rect(x - half + 22, top + 34, x + half - 22, top + 122, BRICK)
        for i in range(4):
            at = x - half + 60 + i * (2 * half - 120) / 3
            sheet.rect(at - 18, top + 56, at + 18, top + 120, UMBER, 6)
        roof = [
            (x - half - 26, top + 40),
            (x - half + 24, top + 16),
            (x - half + 44, top),
            (x + half - 44, top),
            (x + half - 24, top + 16),
            (x + half + 26, top + 40),
        ]
        sheet.fill(roof, SLATE)
    sheet.fill([(x - 60, y - 590), (x, y - 640), (x + 60, y - 590)], SLATE)


def clay_tablet() -> Sheet:
    """A clay tablet with wedge marks, and the reed that pressed them."""
    sheet = Sheet(STEEL)
    sheet.blob(outline("452 180, 800 150, 1090 186, 1140 500, 1096 880, 780 900, 440 874, 400 520"), SLATE)
    sheet.blob(outline("440 150, 780 122, 1070 156, 1120 480, 1076 846, 760 874, 426 842, 388 490"), TAN)
    sheet.blob(outline("456 168, 780 142, 1050 172, 1096 480, 1056 826, 760 850, 444 822, 410 490"), SAND)
    chance = random.Random(33)
    for y in range(220, 800, 82):
        sheet.line([(450, y + 50), (1052, y + 50)], TAN, 3)
        x = 470.0
        while x < 1020 and not (y > 700 and x > 760):
            x += wedges(sheet, x, y, chance)
    sheet.fill(outline("1180 880, 1222 906, 1500 260, 1440 230"), OCHRE)
    sheet.fill(outline("1202 892, 1222 906, 1500 260, 1472 246"), BROWN)
    sheet.fill(outline("1440 230, 1500 260, 1490 280, 1432 250"), STRAW)
    return sheet


def wedges(sheet: Sheet, x: float, y: float, chance: random.Random) -> float:
    """One sign of wedges at x, y; returns the room it takes."""
    kind = chance.randrange(4)
    for i in range(chance.randint(1, 3)):
        if kind < 2:
            sheet.fill(
                [
                    (x + i * 20 - 10, y - 12),
                    (x + i * 20 + 10, y - 12),
                    (x + i * 20 + 2, y + 8),
                    (x + i * 20, y + 36),
                    (x + i * 20 - 2, y + 8),
                ],
                UMBER,
            )
        elif kind == 2:
            sheet.fill(
                [
                    (x, y - 10 + i * 18),
                    (x + 14, y - 2 + i * 18),
                    (x + 44, y + i * 18),
                    (x + 14, y + 3 + i * 18),
                    (x, y + 11 + i * 18),
                ],
                UMBER,
            )
        else:
            sheet.fill(
                [(x + i * 20 + 16, y - 8), (x + i * 20, y + 10), (x + i * 20 + 16, y + 28), (x + i * 20 + 8, y + 10)],
                UMBER,
            )
    return 74 if kind != 2 else 66


def printing_press() -> Sheet:
    """A wooden hand press."""
    sheet = Sheet(PAPER)
    sheet.rect(0, 850, WIDTH, HEIGHT, SAND)
    sheet.disc(820, 880, 560, TAN, 0.05)
    for x in (560, 1000):
        sheet.rect(x, 130, x + 70, 880, BROWN, 6)
        sheet.rect(x - 40, 850, x + 110, 892, UMBER, 6)
    sheet.rect(520, 110, 1110, 190, UMBER, 10)
    sheet.rect(540, 300, 1090, 360, UMBER, 6)
    sheet.rect(790, 190, 840, 470, STEEL)
    for y in range(200, 300, 22):
        sheet.line([(790, y + 12), (840, y)], SLATE, 6)
    sheet.line([(815, 405), (1330, 330)], SLATE, 20)
    sheet.disc(1338, 329, 26, BRICK)
    sheet.rect(680, 460, 950, 510, UMBER, 6)
    sheet.rect(270, 580, 1250, 626, BROWN, 6)
    sheet.rect(300, 626, 352, 850, UMBER)
    sheet.rect(1170, 626, 1222, 850, UMBER)
    sheet.rect(650, 536, 980, 580, SLATE, 4)
    for i in range(22):
        sheet.rect(660 + i * 14.4, 524, 670 + i * 14.4, 540, MIST)
    sheet.fill(outline("330 580, 600 580, 520 250, 250 250"), OCHRE)
    sheet.fill(outline("346 562, 576 562, 506 270, 276 270"), CREAM)
    for row in range(7):
        y, shift = 306 + row * 34, row * 8.2
        sheet.line([(310 + shift, y), (350 + shift + (110 if row < 6 else 30), y)], SLATE, 7)
    for x, y in ((1340, 850), (1340, 826), (1340, 802)):
        sheet.rect(x - 110, y - 22, x + 110, y, CREAM if y != 826 else PARCHMENT, 2)
        sheet.line([(x - 110, y), (x + 110, y)], STEEL, 2)
    sheet.line([(705, 690), (900, 690)], UMBER, 14)
    return sheet


def scribe() -> Sheet:
    """A scribe at a sloping desk under an arch."""
    sheet = Sheet(PARCHMENT)
    sheet.fill([*arc(1150, 380, 220, 180, 360), (1370, 760), (930, 760)], MIST)
    sheet.fill([*arc(1150, 380, 190, 180, 360), (1340, 730), (960, 730)], PAPER)
    sheet.disc(1220, 360, 56, STRAW)
    sheet.fill([*smooth(outline("960 640, 1060 560, 1180 620, 1340 570")), (1340, 730), (960, 730)], SAGE)
    sheet.rect(1142, 190, 1158, 730, TAN)
    sheet.rect(960, 470, 1340, 484, TAN)
    sheet.rect(0, 860, WIDTH, HEIGHT, BROWN)
    shelf(sheet, 90, 420, 330, 130, 17)
    sheet.rect(70, 330, 440, 352, UMBER)
    sheet.blob(outline("420 880, 400 640, 470 500, 600 460, 700 520, 740 660, 730 880"), BRICK)
    sheet.blob(outline("540 480, 560 420, 640 420, 650 490, 600 520"), "#7a2424")
    sheet.disc(618, 372, 72, SAND)
    sheet.fill([*arc(612, 366, 84, 150, 330), (640, 330), (560, 350), (546, 430)], UMBER)
    sheet.stroke([(610, 540), (700, 640), (830, 610)], (96, 84, 52), "#7a2424")
    sheet.disc(846, 604, 28, SAND)
    sheet.fill(outline("720 650, 1010 540, 1040 580, 760 700"), UMBER)
    sheet.fill(outline("740 640, 996 540, 1010 558, 756 662"), CREAM)
    for i in range(4):
        sheet.line([(790 + i * 8, 634 - i * 2 - i * 9), (930 + i * 8, 580 - i * 2 - i * 9 + 12)], HAZE, 3)
    sheet.line([(850, 600), (930, 430)], CREAM, 8)
    sheet.blob(outline("884 530, 914 410, 960 360, 950 440, 906 520"), CREAM)
    sheet.rect(820, 680, 870, 880, UMBER)
    sheet.rect(980, 600, 1022, 880, UMBER)
    sheet.rect(480, 790, 720, 880, UMBER, 8)
    sheet.rect(1060, 800, 1150, 866, SLATE, 14)
    sheet.rect(1080, 780, 1130, 806, INK, 6)
    return sheet


ALEPH = (((88, 22), (18, 52), (88, 82)), ((64, 10), (64, 92)))
ALPHA = (((16, 92), (50, 10), (84, 92)), ((29, 62), (71, 62)))


def alphabet() -> Sheet:
    """How an ox's head became the letter A."""
    sheet = Sheet(SLATE)
    cards = ((SAND, BROWN, ()), (PARCHMENT, UMBER, ALEPH), (CREAM, BRICK, ALPHA))
    for i, (ground, ink, strokes) in enumerate(cards):
        x = 130 + i * 460
        sheet.rect(x + 12, 262, x + 432, 762, NIGHT, 18)
        sheet.rect(x, 250, x + 420, 750, ground, 18)
        glyph(sheet, strokes, x + 60, 330, 3, ink, 26)
    ox_head(sheet, 340, 510)
    for x in (572, 1032):
        sheet.fill(placed(outline("-20 470, 6 470, 6 450, 34 490, 6 530, 6 510, -20 510"), x, 0), STRAW)
    sheet.rect(130, 830, 1470, 836, STEEL)
    for x in range(130, 1480, 134):
        sheet.line([(x, 820), (x, 846)], STEEL, 5)
    return sheet


def ox_head(sheet: Sheet, x: float, y: float) -> None:
    """An ox's head from the front, as a simple sign."""
    for side in (-1, 1):
        sheet.stroke([(x + side * 50, y - 60), (x + side * 120, y - 80), (x + side * 130, y - 170)], (34, 28, 6), BROWN)
        sheet.blob(
            [(x + side * 62, y - 36), (x + side * 130, y - 44), (x + side * 120, y - 8), (x + side * 70, y - 4)], BROWN
        )
    sheet.blob(placed(outline("-84 -64, 0 -84, 84 -64, 62 60, 44 150, 0 166, -44 150, -62 60"), x, y), BROWN)
    for side in (-1, 1):
        sheet.disc(x + side * 40, y - 6, 12, SAND)
        sheet.disc(x + side * 18, y + 126, 8, SAND)


def arabic_script() -> Sheet:
    """The letters nun, alif and waw, measured with dots of the pen, and a reed pen."""
    sheet = Sheet(CREAM)
    sheet.rect(0, 0, WIDTH, 90, OCHRE)
    sheet.rect(0, 910, WIDTH, HEIGHT, OCHRE)
    for x in range(0, WIDTH, 100):
        for y in (45, 955):
            sheet.fill(placed(outline("50 -30, 80 0, 50 30, 20 0"), x, y), CREAM)
    sheet.line([(120, 660), (1480, 660)], HAZE, 4)
    sheet.stroke(outline("1270 250, 1256 300, 1262 460, 1250 655"), (50, 44, 26), INK)
    sheet.stroke(outline("1086 500, 1110 590, 1040 710, 890 730, 790 660, 784 540"), (26, 62, 16), INK)
    sheet.fill(placed(box(-30, -30, 30, 30), 936, 500, 1, turn=45), INK)
    sheet.stroke(outline("590 560, 540 520, 500 560, 530 620, 590 610, 600 560"), (30, 40, 30), INK)
    sheet.stroke(outline("600 560, 600 660, 540 750, 420 780"), (34, 42, 8), INK)
    for i in range(5):
        sheet.fill(placed(box(-25, -25, 25, 25), 1366, 290 + i * 76, 1, turn=45), BRICK)
    for i in range(3):
        sheet.fill(placed(box(-16, -16, 16, 16), 880 + i * 56, 830, 1, turn=45), ROSE)
    sheet.fill(outline("140 800, 196 826, 420 260, 380 238"), TAN)
    sheet.fill(outline("168 812, 196 826, 420 260, 400 250"), BROWN)
    sheet.fill(outline("140 800, 196 826, 150 872, 136 862"), STRAW)
    sheet.line([(165, 816), (146, 866)], UMBER, 3)
    return sheet


ZHE = (((50, 10), (50, 90)), ((12, 12), (46, 50), (12, 90)), ((88, 12), (54, 50), (88, 90)), ((40, 50), (60, 50)))
OE = (tuple(arc(50, 50, 40, 0, 360)), ((12, 50), (88, 50)))
ENG = (((20, 10), (20, 90)), ((76, 10), (76, 88), (90, 88), (90, 104)), ((20, 50), (76, 50)))
YA = (((78, 10), (78, 90)), tuple([(78, 10), *arc(46, 32, 22, -90, -270), (78, 54)]), ((54, 54), (22, 90)))


def cyrillic() -> Sheet:
    """Printer's type with Cyrillic letters, some of them Kazakh."""
    sheet = Sheet(BROWN)
    for y in range(0, HEIGHT, 250):
        sheet.line([(0, y), (WIDTH, y)], UMBER, 6)
    blocks = (
        (140, 330, ZHE, CREAM, INK),
        (480, 290, OE, PARCHMENT, BRICK),
        (820, 330, ENG, CREAM, INK),
        (1160, 290, YA, PARCHMENT, INK),
    )
    for x, y, strokes, face, ink in blocks:
        sheet.fill(placed(outline("0 340, 300 340, 340 400, 40 400"), x, y), UMBER)
        sheet.fill(placed(outline("300 0, 340 56, 340 400, 300 340"), x, y), SLATE)
        sheet.fill(placed(outline("0 340, 300 340, 340 400, 40 400"), x, y), STEEL)
        sheet.rect(x, y, x + 300, y + 340, face, 10)
        glyph(sheet, strokes, x + 40, y + 56, 2.2, ink, 30)
    return sheet


def han_script() -> Sheet:
    """The character for 'eternal', which has every kind of stroke, in a practice grid with a brush."""
    sheet = Sheet(PARCHMENT)
    sheet.rect(232, 132, 972, 872, SAND)
    sheet.rect(220, 120, 960, 860, CREAM)
    for points in (
        [(220, 120), (960, 860)],
        [(960, 120), (220, 860)],
        [(590, 120), (590, 860)],
        [(220, 490), (960, 490)],
    ):
        dashed(sheet, points[0], points[1], ROSE)
    sheet.line(outline("220 120, 960 120, 960 860, 220 860, 220 120"), BRICK, 8)
    sheet.stroke([(540, 196), (590, 226), (626, 270)], (14, 44, 50), INK)
    sheet.stroke([(450, 340), (520, 334), (600, 322)], (36, 32, 46), INK)
    sheet.stroke(outline("600 322, 606 480, 600 720, 596 780"), (44, 46, 40), INK)
    sheet.stroke([(596, 784), (550, 762), (500, 720)], (44, 24, 5), INK)
    sheet.stroke([(320, 480), (400, 478), (500, 452)], (34, 26, 40), INK)
    sheet.stroke(outline("504 454, 460 560, 380 660, 270 740"), (40, 30, 5), INK)
    sheet.stroke([(806, 362), (740, 430), (640, 492)], (46, 30, 7), INK)
    sheet.stroke(outline("620 470, 700 580, 800 680, 910 724"), (10, 40, 8), INK)
    sheet.stroke([(812, 652), (850, 690), (920, 722)], (34, 52, 6), INK)
    sheet.fill(outline("1150 640, 1204 660, 1450 90, 1412 74"), TAN)
    sheet.fill(outline("1180 650, 1204 660, 1450 90, 1432 82"), BROWN)
    sheet.blob(outline("1140 636, 1214 664, 1190 770, 1104 868, 1112 740"), CREAM)
    sheet.blob(outline("1122 740, 1196 768, 1164 828, 1102 872, 1108 800"), INK)
    sheet.rect(1250, 770, 1500, 880, SLATE, 16)
    sheet.disc(1375, 800, 96, INK, 0.3)
    return sheet


def dashed(sheet: Sheet, start: Point, end: Point, colour: str) -> None:
    """A dashed line."""
    count = 37
    for i in range(0, count, 2):
        ends = [
            (start[0] + (end[0] - start[0]) * t / count, start[1] + (end[1] - start[1]) * t / count) for t in (i, i + 1)
        ]
        sheet.line(ends, colour, 3)


def key() -> Sheet:
    """An iron key with a paper tag."""
    sheet = Sheet(MOSS)
    sheet.blob(outline("180 180, 800 150, 1420 190, 1450 520, 1410 830, 800 860, 190 820, 150 500"), SAGE)
    for shift, colour in ((16, MOSS), (0, INK)):
        sheet.ring(500, 500 + shift, 150, colour, 54)
        sheet.line([(650, 500 + shift), (1290, 500 + shift)], colour, 52)
        for x in (700, 752):
            sheet.line([(x, 462 + shift), (x, 538 + shift)], colour, 24)
        sheet.fill(
            [
                (1120, 510 + shift),
                (1290, 510 + shift),
                (1290, 690 + shift),
                (1236, 690 + shift),
                (1236, 630 + shift),
                (1206, 630 + shift),
                (1206, 670 + shift),
                (1120, 670 + shift),
            ],
            colour,
        )
    sheet.line(arc(500, 500, 164, 200, 300), STEEL, 8)
    sheet.line([(800, 486), (1270, 486)], STEEL, 7)
    sheet.curve(outline("400 610, 330 680, 430 760, 560 720"), BRICK, 10)
    tag = placed(outline("-30 0, 10 -60, 320 -60, 320 60, 10 60"), 570, 724, 1, turn=8)
    sheet.fill(tag, CREAM)
    sheet.disc(*placed([(16, 0)], 570, 724, 1, turn=8)[0], 12, SAGE)
    for y in (-24, 2, 28):
        sheet.line(placed([(60, y), (280 if y < 20 else 170, y)], 570, 724, 1, turn=8), STEEL, 8)
    return sheet


def seal() -> Sheet:
    """A folded letter with a wax seal hanging from it by a cord."""
    sheet = Sheet(SLATE)
    sheet.rect(292, 172, 1332, 672, NIGHT, 6)
    sheet.rect(280, 150, 1320, 650, CREAM, 6)
    sheet.fill([(280, 150), (1320, 150), (800, 470)], PARCHMENT)
    sheet.line([(280, 150), (800, 470), (1320, 150)], SAND, 5)
    sheet.line([(280, 650), (680, 400)], PARCHMENT, 5)
    sheet.line([(1320, 650), (920, 400)], PARCHMENT, 5)
    sheet.rect(770, 590, 830, 622, SLATE, 6)
    for shift in (-12, 12):
        sheet.curve([(800 + shift, 600), (800 - shift * 1.4, 660), (800 + shift, 720), (800, 770)], OCHRE, 12)
    chance = random.Random(9)
    edge = [
        (
            800 + (136 + chance.uniform(-9, 9)) * math.cos(a / 18 * 6.283),
            820 + (136 + chance.uniform(-9, 9)) * math.sin(a / 18 * 6.283),
        )
        for a in range(18)
    ]
    sheet.blob(edge, BRICK)
    sheet.ring(800, 820, 100, "#6f1f1f", 7)
    sheet.line(arc(800, 820, 116, 190, 280), ROSE, 6)
    donkey(sheet, 786, 880, 0.95, "#5e1818", "#6f1f1f")
    pannier(sheet, 786, 880, 0.95, ROSE, "#6f1f1f")
    return sheet


def fingerprint() -> Sheet:
    """A fingerprint on a card, with groups of letters to compare."""
    sheet = Sheet(STEEL)
    sheet.fill(placed(box(-510, -400, 510, 400), 816, 518, 1, turn=-2), SLATE)
    sheet.fill(placed(box(-510, -400, 510, 400), 800, 500, 1, turn=-2), CREAM)
    for i in range(11):
        radius = 14 + i * 19
        gap = (i * 47) % 360
        for start, end in ((gap + 8, gap + 170), (gap + 186, gap + 352)):
            points = arc(580, 500, radius, start, end, 1.34)
            sheet.line([(x + 10 * math.sin(y / 80), y + 9 * math.sin(x / 70)) for x, y in points], BRICK, 9)
    for group in range(5):
        for i in range(4):
            x, y = 900 + i * 62, 250 + group * 98 - i * 2
            sheet.rect(x, y, x + 42, y + 58, SLATE if group % 2 else INK, 7)
    sheet.line([(1180, 690), (1206, 720), (1264, 640)], MOSS, 18)
    return sheet


def library_box() -> Sheet:
    """A travelling library: a wooden case of shelves with its doors open."""
    sheet = Sheet(LEAF)
    sheet.rect(0, 800, WIDTH, HEIGHT, TAN)
    sheet.disc(800, 846, 620, BROWN, 0.05)
    sheet.fill(outline("480 170, 180 230, 180 870, 480 830"), BROWN)
    sheet.fill(outline("1120 170, 1420 230, 1420 870, 1120 830"), BROWN)
    sheet.fill(outline("450 214, 214 262, 214 826, 450 790"), TAN)
    sheet.fill(outline("1150 214, 1386 262, 1386 826, 1150 790"), TAN)
    sheet.fill(outline("262 330, 404 306, 404 520, 262 536"), CREAM)
    for y in (356, 396, 436, 476):
        sheet.line([(286, y), (380, y - 14)], STEEL, 6)
    sheet.rect(470, 150, 1130, 850, UMBER, 8)
    sheet.rect(504, 186, 1096, 816, "#3a2a1f")
    for i, y in enumerate((376, 586, 800)):
        shelf(sheet, 516, 1086, y, 166, 50 + i)
        sheet.rect(504, y, 1096, y + 18, BROWN)
    for x in (480, 1120):
        for y in (240, 720):
            sheet.rect(x - 16, y, x + 16, y + 54, STRAW, 4)
    sheet.line(arc(800, 150, 70, 180, 360, 0.8), INK, 16)
    return sheet


def donkey_scene() -> Sheet:
    """A donkey carrying books through green hills."""
    sheet = land((HAZE, LEAF, SAGE, MOSS), PAPER, 420, seed=9, height=80)
    sheet.disc(330, 220, 84, STRAW)
    hills(sheet, 830, 22, 61, OCHRE)
    hills(sheet, 900, 16, 62, STRAW)
    palm(sheet, 1360, 850, 420, 50)
    palm(sheet, 1490, 880, 330, -40)
    donkey(sheet, 760, 900, 4.3, SLATE, DUSK)
    sheet.fill(placed(outline("-34 -84, 24 -84, 22 -64, -32 -64"), 760, 900, 4.3), BRICK)
    sheet.rect(620, 500, 870, 524, UMBER, 6)
    sheet.rect(612, 596, 868, 766, TAN, 14)
    shelf(sheet, 632, 852, 600, 110, 71)
    sheet.rect(612, 596, 868, 766, TAN, 14)
    for y in (628, 668, 708, 744):
        sheet.line([(616, y), (864, y)], BROWN, 5)
    for x in range(640, 860, 40):
        sheet.line([(x, 600), (x, 762)], BROWN, 4)
    sheet.line([(1132, 462), (1110, 548)], BRICK, 11)
    sheet.line([(1121, 505), (1030, 446)], BRICK, 8)
    return sheet


def balloon() -> Sheet:
    """Clear balloons with small bundles, drifting over hills at evening."""
    sheet = Sheet(DUSK)
    starry(sheet, 60, 12, 500, STEEL)
    sheet.disc(1280, 250, 70, HAZE)
    sheet.disc(1308, 234, 62, DUSK)
    for level, height, seed, colour in ((760, 60, 90, SLATE), (840, 60, 91, "#33404c"), (930, 40, 92, NIGHT)):
        hills(sheet, level, height, seed, colour)
    sheet.fill(
        smooth(outline("560 1000, 680 920, 900 880, 1010 830, 1040 832, 960 900, 860 950, 840 1000"), closed=True),
        STEEL,
    )
    for x, y, size in ((480, 210, 1.0), (830, 330, 0.7), (1110, 500, 0.46), (230, 500, 0.5)):
        one_balloon(sheet, x, y, size)
    return sheet


def one_balloon(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A long balloon with its bundle."""

    def at(points: Sequence[Point]) -> list[Point]:
        return placed(points, x, y, size)

    sheet.blob(at(outline("0 -130, 70 -110, 92 -10, 64 120, 18 190, -18 190, -64 120, -92 -10, -70 -110")), MIST)
    sheet.blob(at(outline("-36 -104, -66 -60, -70 20, -46 100, -40 0")), HAZE)
    sheet.fill(at(outline("-18 186, 18 186, 12 214, -12 214")), STEEL)
    for end in (-34, 0, 34):
        sheet.line(at([(0, 212), (end, 296)]), STRAW, 3.2 * size)
    sheet.blob(at(outline("-44 300, 0 292, 44 300, 50 364, 0 374, -50 364")), TAN)
    sheet.line(at([(-48, 330), (48, 330)]), UMBER, 5 * size)


def bones_record() -> Sheet:
    """A gramophone record cut by hand from an X-ray picture of ribs."""
    sheet = Sheet(PARCHMENT)
    chance = random.Random(27)
    edge = [
        (
            800 + (410 + chance.uniform(-5, 5)) * math.cos(a / 40 * 6.2832),
            506 + (410 + chance.uniform(-5, 5)) * math.sin(a / 40 * 6.2832),
        )
        for a in range(40)
    ]
    sheet.blob([(x + 16, y + 20) for x, y in edge], SAND)
    sheet.blob(edge, NIGHT)
    for radius in range(78, 400, 14):
        sheet.ring(800, 506, radius, "#33404c", 2)
    for i in range(8):
        y = 176 + i * 86
        wide = 330 * math.sin(math.radians(38 + i * 15))
        for side in (-1, 1):
            rib = [
                (800 + side * 26, y),
                (800 + side * wide * 0.6, y - 34),
                (800 + side * wide, y + 30),
                (800 + side * wide * 0.86, y + 92),
            ]
            sheet.stroke(rib, (26, 22, 12), STEEL)
    for i in range(12):
        sheet.rect(774, 130 + i * 62, 826, 130 + i * 62 + 46, MIST, 14)
    sheet.disc(800, 506, 58, "#1c2530")
    sheet.ring(800, 506, 58, STEEL, 3)
    sheet.disc(800, 506, 14, PARCHMENT)
    sheet.disc(1400, 210, 70, BRICK)
    sheet.disc(1400, 210, 40, ROSE)
    sheet.line([(1400, 210), (1310, 600), (1130, 690)], STEEL, 20)
    sheet.fill(placed(box(-26, -46, 26, 46), 1112, 700, 1, turn=64), BRICK)
    return sheet


def antenna() -> Sheet:
    """A satellite dish on a flat roof, and a satellite above."""
    sheet = Sheet(DUSK)
    starry(sheet, 90, 8, 620, STEEL)
    for i in range(15):
        t = i / 14
        sheet.disc(1290 - 520 * t, 190 + 300 * t, 5.5, STRAW)
    satellite(sheet, 1340, 160)
    for x, top, wide, colour in (
        (0, 720, 300, SLATE),
        (1180, 690, 420, SLATE),
        (930, 760, 260, "#33404c"),
        (260, 770, 200, "#33404c"),
    ):
        sheet.rect(x, top, x + wide, HEIGHT, colour)
    for x, y in ((60, 780), (150, 780), (60, 880), (1260, 760), (1380, 760), (1500, 860), (1260, 860), (1010, 820)):
        sheet.rect(x, y, x + 44, y + 56, STRAW if (x + y) % 3 else DUSK, 4)
    sheet.rect(320, 830, 1130, HEIGHT, NIGHT)
    sheet.rect(300, 806, 1150, 840, SLATE)
    sheet.line([(640, 810), (640, 640)], STEEL, 26)
    sheet.line([(560, 812), (640, 700), (720, 812)], STEEL, 14)
    dish = placed(arc(0, 0, 230, 0, 360, 0.42), 640, 560, 1, turn=-124)
    sheet.fill(dish, MIST)
    sheet.fill(placed(arc(0, -22, 214, 0, 360, 0.34), 640, 560, 1, turn=56), HAZE)
    sheet.line([(560, 690), (790, 470)], SLATE, 9)
    sheet.line([(690, 390), (790, 470)], SLATE, 9)
    sheet.fill(placed(box(-26, -34, 26, 34), 800, 462, 1, turn=56), BRICK)
    return sheet


def satellite(sheet: Sheet, x: float, y: float) -> None:
    """A satellite with two solar panels."""
    for side in (-1, 1):
        for i in range(3):
            at = side * (66 + i * 44)
            sheet.fill(placed(box(at - 20, -28, at + 20, 28), x, y, 1, turn=-24), STEEL)
    sheet.line(placed([(-160, 0), (160, 0)], x, y, 1, turn=-24), HAZE, 5)
    sheet.fill(placed(box(-34, -42, 34, 42), x, y, 1, turn=-24), OCHRE)
    sheet.fill(placed(arc(-6, 52, 30, 0, 180, 0.6), x, y, 1, turn=-24), HAZE)


def desk() -> Sheet:
    """An editor's desk at night: lamp, papers, a cup, a memory stick."""
    sheet = Sheet(SLATE)
    sheet.rect(960, 110, 1400, 520, NIGHT, 6)
    starry_window(sheet)
    sheet.fill(outline("520 330, 240 760, 1010 760, 640 330"), "#6b6a58")
    sheet.rect(0, 740, WIDTH, HEIGHT, BROWN)
    sheet.disc(640, 830, 430, TAN, 0.16)
    sheet.rect(340, 770, 470, 800, INK, 12)
    sheet.line([(405, 780), (340, 520), (520, 300)], INK, 16)
    sheet.fill(outline("470 290, 560 220, 690 330, 510 350"), BRICK)
    sheet.disc(590, 340, 26, STRAW)
    for turn, x, colour in ((-9, 660, PARCHMENT), (4, 700, CREAM)):
        sheet.fill(placed(outline("-190 -70, 170 -70, 210 70, -220 70"), x, 850, 1, turn=turn), colour)
    for i in range(4):
        sheet.line(
            placed(
                [(-150 - i * 6, -42 + i * 26), (120 + i * 6 - (90 if i == 3 else 0), -42 + i * 26)], 700, 850, 1, turn=4
            ),
            STEEL,
            7,
        )
    sheet.line([(880, 930), (1010, 850)], OCHRE, 13)
    sheet.line([(880, 930), (866, 938)], INK, 9)
    sheet.rect(1080, 740, 1220, 880, CREAM, 24)
    sheet.ring(1226, 806, 38, CREAM, 17)
    sheet.disc(1150, 748, 66, UMBER, 0.2)
    sheet.curve(outline("1130 710, 1150 670, 1126 640, 1146 600"), MIST, 8)
    sheet.fill(placed(box(-80, -24, 60, 24), 1390, 880, 1, turn=-16), MOSS)
    sheet.fill(placed(box(60, -17, 116, 17), 1390, 880, 1, turn=-16), MIST)
    for i, (x, colour) in enumerate(((60, BRICK), (112, FOREST), (158, OCHRE), (210, STEEL))):
        book(sheet, x, 760, 46 - i % 2 * 6, 260 - i * 22, colour)
    return sheet


def starry_window(sheet: Sheet) -> None:
    """The window of the desk picture: hills, a moon and bars."""
    for x, y in ((1010, 180), (1100, 150), (1170, 240), (1330, 170), (1260, 300), (1050, 300)):
        sheet.disc(x, y, 3.5, MIST)
    sheet.disc(1300, 220, 38, STRAW)
    sheet.fill([*smooth(outline("960 450, 1080 390, 1220 440, 1400 370")), (1400, 520), (960, 520)], "#33404c")
    for points in ([(1180, 110), (1180, 520)], [(960, 320), (1400, 320)]):
        sheet.line(points, STEEL, 10)
    sheet.line(outline("960 110, 1400 110, 1400 520, 960 520, 960 110"), STEEL, 16)


def map_pins() -> Sheet:
    """A folded map with a route from pin to pin."""
    sheet = Sheet(UMBER)
    for i, (shade, other) in enumerate(((CREAM, PAPER), (PAPER, PARCHMENT)) * 2):
        x = 130 + i * 335
        rise = 34 if i % 2 else 0
        sheet.fill(
            [(x, 150 + rise), (x + 335, 184 - rise), (x + 335, 884 - rise), (x, 850 + rise)], shade if i % 2 else other
        )
    sheet.fill(smooth(outline("180 420, 320 300, 520 320, 640 420, 560 560, 380 640, 230 580"), closed=True), LEAF)
    sheet.fill(
        smooth(outline("760 260, 980 220, 1240 280, 1380 420, 1300 640, 1080 720, 880 640, 820 440"), closed=True), SAGE
    )
    sheet.fill(smooth(outline("640 700, 760 690, 820 780, 720 830, 620 790"), closed=True), LEAF)
    sheet.curve(outline("940 230, 980 360, 1080 430, 1060 560, 1120 712"), STEEL, 12)
    for y in (300, 470, 640, 780):
        sheet.line([(140, y), (1460, y + 6)], HAZE, 2)
    stops = outline("330 470, 520 400, 720 740, 930 540, 1150 380, 1270 560")
    for start, end in zip(stops, stops[1:], strict=False):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 46)
        for i, point in enumerate(smooth([start, middle, end], steps=9)):
            if i % 2 == 0:
                sheet.disc(*point, 7, BRICK)
    for i, (x, y) in enumerate(stops):
        colour = (BRICK, OCHRE, SLATE)[i % 3]
        sheet.disc(x + 10, y + 4, 16, TAN, 0.4)
        sheet.fill([(x, y), (x - 30, y - 62), (x + 30, y - 62)], colour)
        sheet.disc(x, y - 78, 36, colour)
        sheet.disc(x, y - 78, 14, CREAM)
    return sheet


def stars() -> Sheet:
    """Constellations over a dark ridge, with a small caravan."""
    sheet = Sheet(NIGHT)
    starry(sheet, 240, 44, 780, STEEL)
    figures = (
        outline("240 190, 350 150, 450 190, 540 250, 560 350, 720 380, 740 270, 540 250"),
        outline("960 150, 1060 240, 1010 330, 1150 360, 1060 240, 1220 180"),
        outline("1330 430, 1400 360, 1490 400, 1460 500, 1330 430"),
    )
    for points in figures:
        sheet.line(points, DUSK, 4)
        for x, y in points:
            sheet.disc(x, y, 11, STRAW)
            sheet.disc(x, y, 5, CREAM)
    for level, height, seed, colour in ((740, 50, 101, "#33404c"), (850, 36, 103, "#1c2530")):
        hills(sheet, level, height, seed, colour)
    sheet.rect(0, 906, WIDTH, HEIGHT, "#141b23")
    for x in (420, 660, 900):
        camel(sheet, x, 912, 1.05, "#141b23", "#141b23")
        sheet.rect(x - 50, 820, x - 12, 852, BRICK, 4)
    sheet.rect(1092, 850, 1112, 912, "#141b23", 8)
    sheet.disc(1102, 836, 15, "#141b23")
    sheet.line([(1120, 848), (1126, 912)], "#141b23", 4)
    sheet.disc(1128, 862, 10, OCHRE)
    return sheet


def river_boat() -> Sheet:
    """A boat with a small library on a wide river."""
    sheet = Sheet(PAPER)
    sheet.disc(1180, 210, 86, STRAW)
    for level, height, seed, colour in ((420, 40, 111, HAZE), (480, 36, 112, LEAF), (530, 26, 113, SAGE)):
        hills(sheet, level, height, seed, colour)
    sheet.rect(0, 560, WIDTH, HEIGHT, MIST)
    sheet.rect(0, 556, WIDTH, 574, MOSS)
    for x, height, lean in ((120, 300, 30), (230, 230, -24), (1420, 270, -30), (1530, 340, 26)):
        palm(sheet, x, 566, height, lean, MOSS)
    sheet.rect(520, 420, 1120, 680, CREAM)
    sheet.fill(outline("480 424, 520 366, 1120 366, 1170 424"), BRICK)
    for x in (550, 750, 950):
        sheet.rect(x, 460, x + 140, 580, UMBER)
        shelf(sheet, x + 8, x + 134, 576, 96, x)
    sheet.rect(520, 600, 1120, 612, SAND)
    sheet.fill(
        [
            *smooth(outline("300 610, 360 690, 430 750, 500 774")),
            *smooth(outline("1130 774, 1230 750, 1290 690, 1340 600")),
            (1290, 654),
            (360, 654),
        ],
        FOREST,
    )
    sheet.line(smooth(outline("316 640, 380 664, 800 672, 1230 664, 1318 628")), STRAW, 9)
    sheet.line([(1200, 650), (1200, 300)], UMBER, 10)
    sheet.fill([(1204, 304), (1310, 334), (1204, 366)], OCHRE)
    for x, y, w in (
        (200, 830, 240),
        (560, 860, 420),
        (1080, 820, 340),
        (340, 920, 300),
        (900, 934, 380),
        (80, 700, 150),
        (1390, 720, 160),
    ):
        sheet.line([(x, y), (x + w, y)], HAZE, 9)
    sheet.line([(420, 790), (1220, 790)], STEEL, 9)
    return sheet


def camel_scene() -> Sheet:
    """A camel with boxes of books, and a tent school under an acacia."""
    sheet = Sheet(PAPER)
    sheet.disc(420, 230, 96, OCHRE)
    for level, height, seed, colour in (
        (520, 50, 121, HAZE),
        (610, 40, 122, PARCHMENT),
        (700, 34, 124, STRAW),
        (830, 20, 126, SAND),
    ):
        hills(sheet, level, height, seed, colour)
    acacia(sheet, 1290, 800, 400)
    acacia(sheet, 160, 720, 210)
    camel(sheet, 700, 910, 4.1, BROWN, UMBER)
    sheet.fill(placed(outline("-30 -116, 22 -116, 30 -86, -36 -86"), 700, 910, 4.1), BRICK)
    sheet.rect(566, 548, 830, 730, UMBER, 10)
    sheet.rect(582, 564, 814, 714, "#3a2a1f", 4)
    shelf(sheet, 590, 808, 712, 136, 131)
    for x in (620, 776):
        sheet.line([(x, 440), (x, 552)], STRAW, 11)
    sheet.curve([(1140, 420), (1010, 560), (930, 620)], STRAW, 7)
    return sheet


def acacia(sheet: Sheet, x: float, y: float, height: float) -> None:
    """A flat-topped tree."""
    for lean in (-0.3, 0.05, 0.34):
        sheet.stroke(
            [(x, y), (x + lean * height * 0.3, y - height * 0.5), (x + lean * height, y - height * 0.86)],
            (height * 0.07, height * 0.045, height * 0.03),
            UMBER,
        )
    sheet.blob(
        [
            (x - height * 0.72, y - height * 0.82),
            (x - height * 0.3, y - height),
            (x + height * 0.3, y - height * 1.02),
            (x + height * 0.74, y - height * 0.84),
            (x, y - height * 0.78),
        ],
        MOSS,
    )
    sheet.blob(
        [
            (x - height * 0.46, y - height * 0.98),
            (x, y - height * 1.14),
            (x + height * 0.44, y - height),
            (x, y - height * 0.93),
        ],
        SAGE,
    )


# --- portraits of the pen names: busts without a face


def bust(ground: str, coat: str, skin: str, collar: str) -> Sheet:
    """A head and shoulders on a round ground."""
    sheet = Sheet(PAPER, PORTRAIT, PORTRAIT)
    sheet.rect(0, 0, PORTRAIT, PORTRAIT, ground)
    sheet.blob(outline("50 440, 62 330, 130 284, 200 274, 270 284, 338 330, 350 440"), coat)
    sheet.rect(172, 214, 228, 300, skin, 22)
    sheet.fill(outline("160 282, 200 336, 240 282, 222 276, 178 276"), collar)
    sheet.disc(200, 170, 66, skin, 1.18)
    return sheet


def mara_quill() -> Sheet:
    """A wide-brimmed hat and a quill."""
    sheet = bust(SAGE, FOREST, SAND, BRICK)
    sheet.disc(200, 126, 124, UMBER, 0.2)
    sheet.blob(outline("138 124, 148 62, 200 50, 252 62, 262 124, 200 134"), UMBER)
    sheet.line(arc(200, 100, 62, 12, 168, 0.3), BRICK, 13)
    sheet.stroke([(250, 118), (310, 70), (330, 26)], (4, 20, 3), CREAM)
    return sheet


def d_okafor() -> Sheet:
    """A round cap and spectacles."""
    sheet = bust(STRAW, SLATE, BROWN, CREAM)
    sheet.fill([*arc(200, 136, 70, 180, 360, 0.95), (270, 146), (130, 146)], BRICK)
    for x in range(142, 262, 24):
        sheet.fill(placed(outline("4 122, 14 134, 4 146, -6 134"), x, 0), STRAW)
    for x in (172, 228):
        sheet.ring(x, 178, 22, INK, 5)
    sheet.line([(194, 176), (206, 176)], INK, 5)
    return sheet


def wen_shu() -> Sheet:
    """A bun with a brush through it, and a straight collar."""
    sheet = bust(MIST, DUSK, SAND, DUSK)
    sheet.line([(120, 66), (282, 28)], TAN, 9)
    sheet.disc(202, 62, 40, INK)
    sheet.fill([*arc(200, 168, 74, 172, 368, 1.16), (262, 150), (228, 118), (180, 120), (140, 156)], INK)
    sheet.stroke([(286, 27), (300, 22), (322, 22)], (12, 16, 2), INK)
    sheet.line([(200, 284), (200, 400)], STRAW, 5)
    for y in (320, 360):
        sheet.line([(184, y), (216, y)], STRAW, 7)
    return sheet


def aigerim_sapar() -> Sheet:
    """A tall felt cap with a ram's-horn pattern and a feather."""
    sheet = bust(OCHRE, BRICK, SAND, CREAM)
    sheet.fill(smooth(outline("134 180, 122 250, 132 320, 150 320, 148 240, 152 180"), closed=True), INK)
    sheet.fill(smooth(outline("266 180, 278 250, 268 320, 250 320, 252 240, 248 180"), closed=True), INK)
    sheet.fill([*arc(200, 140, 72, 180, 360, 0.9), (272, 148), (128, 148)], CREAM)
    sheet.rect(124, 128, 276, 154, BRICK, 6)
    for side in (-1, 1):
        spiral = [
            (
                200 + side * (6 + a * 0.075) * math.cos(math.radians(a)) + side * 26,
                106 + (6 + a * 0.05) * math.sin(math.radians(a)) * 0.9,
            )
            for a in range(0, 300, 20)
        ]
        sheet.curve(spiral, BRICK, 5)
    sheet.stroke([(200, 80), (192, 44), (206, 12)], (8, 22, 4), CREAM)
    return sheet


def rahima_tarim() -> Sheet:
    """A square embroidered cap and a scarf."""
    sheet = bust(LEAF, SLATE, SAND, ROSE)
    sheet.fill(smooth(outline("128 150, 112 240, 116 330, 152 330, 146 240, 150 160"), closed=True), UMBER)
    sheet.fill(smooth(outline("272 150, 288 240, 284 330, 248 330, 254 240, 250 160"), closed=True), UMBER)
    sheet.fill(outline("130 146, 138 74, 200 54, 262 74, 270 146, 200 156"), FOREST)
    sheet.line([(200, 56), (200, 152)], STRAW, 4)
    for x in (164, 236):
        for turn in (0, 90, 180, 270):
            sheet.blob(
                placed(outline("0 0, 7 -11, 0 -24, -7 -11"), x, 106, 1, turn=turn), CREAM if turn % 180 else ROSE
            )
    return sheet


def k_petrenko() -> Sheet:
    """A flat cap, a moustache and a typewriter's letters on the collar."""
    sheet = bust(STEEL, INK, SAND, HAZE)
    sheet.fill([*arc(196, 132, 82, 180, 360, 0.66), (278, 142), (118, 142)], UMBER)
    sheet.blob(outline("180 132, 262 128, 306 142, 296 154, 190 150"), "#35261c")
    sheet.stroke([(156, 214), (178, 204), (200, 208)], (4, 16, 14), UMBER)
    sheet.stroke([(244, 214), (222, 204), (200, 208)], (4, 16, 14), UMBER)
    return sheet


def lucia_mar() -> Sheet:
    """Curly hair and earphones."""
    sheet = bust(ROSE, CREAM, TAN, OCHRE)
    chance = random.Random(6)
    for i in range(26):
        angle = math.radians(150 + i * 240 / 25)
        sheet.disc(200 + 78 * math.cos(angle), 158 + 84 * math.sin(angle), chance.uniform(20, 30), UMBER)
    sheet.disc(200, 182, 56, TAN, 1.16)
    for i in range(7):
        sheet.disc(152 + i * 16, 128 - 10 * math.sin(i / 6 * 3.14), 18, UMBER)
    sheet.line(arc(200, 150, 104, 190, 350, 1.06), SLATE, 10)
    for x in (98, 302):
        sheet.rect(x - 16, 140, x + 16, 206, SLATE, 14)
    return sheet


def yusuf_qalam() -> Sheet:
    """A turban, a beard and a reed pen."""
    sheet = bust(DUSK, MOSS, TAN, CREAM)
    sheet.blob(outline("138 190, 150 262, 200 300, 250 262, 262 190, 232 222, 200 226, 168 222"), INK)
    sheet.blob(outline("122 138, 126 80, 200 46, 274 80, 278 138, 200 152"), CREAM)
    for points in (
        [(126, 128), (180, 84), (268, 76)],
        [(132, 142), (206, 108), (276, 104)],
        [(140, 78), (200, 70), (272, 134)],
    ):
        sheet.curve(points, SAND, 5)
    sheet.line([(322, 150), (286, 330)], OCHRE, 12)
    sheet.line([(286, 330), (281, 352)], STRAW, 7)
    return sheet


def h_lindqvist() -> Sheet:
    """A knitted cap and a thick scarf."""
    sheet = bust(HAZE, STEEL, SAND, STEEL)
    sheet.fill([*arc(200, 140, 76, 180, 360, 1.1), (276, 150), (124, 150)], SLATE)
    sheet.rect(118, 122, 282, 160, DUSK, 14)
    for x in range(134, 280, 20):
        sheet.line([(x, 128), (x, 154)], STEEL, 4)
    sheet.disc(200, 52, 24, BRICK)
    sheet.rect(124, 248, 276, 300, BRICK, 24)
    sheet.rect(226, 280, 268, 400, BRICK, 8)
    for y in (262, 278):
        sheet.line([(140, y), (260, y)], ROSE, 3)
    return sheet


def the_editors() -> Sheet:
    """The magazine's own emblem: the mule."""
    sheet = Sheet(BRICK, PORTRAIT, PORTRAIT)
    sheet.disc(200, 200, 164, CREAM)
    sheet.ring(200, 200, 150, BRICK, 4)
    donkey(sheet, 180, 276, 1.3, UMBER, "#35261c", ears=0.75)
    pannier(sheet, 180, 276, 1.3, BRICK, OCHRE)
    sheet.line([(92, 281), (308, 281)], TAN, 5)
    return sheet


PICTURES: dict[str, Callable[[], Sheet]] = {
    "mule-path": mule_path, "saddlebag": saddlebag, "creek": creek, "typewriter": typewriter, "tea-tin": tea_tin,
    "usb-stick": usb_stick, "radio-mast": radio_mast, "shortwave": shortwave, "scroll": scroll, "cave": cave,
    "clay-tablet": clay_tablet, "printing-press": printing_press, "scribe": scribe, "alphabet": alphabet,
    "arabic-script": arabic_script, "cyrillic": cyrillic, "han-script": han_script, "key": key, "seal": seal,
    "fingerprint": fingerprint, "library-box": library_box, "donkey": donkey_scene, "balloon": balloon,
    "bones-record": bones_record, "antenna": antenna, "desk": desk, "map-pins": map_pins, "stars": stars,
    "river-boat": river_boat, "camel": camel_scene,
    "portrait-mara-quill": mara_quill, "portrait-d-okafor": d_okafor, "portrait-wen-shu": wen_shu,
    "portrait-aigerim-sapar": aigerim_sapar, "portrait-rahima-tarim": rahima_tarim, "portrait-k-petrenko": k_petrenko,
    "portrait-lucia-mar": lucia_mar, "portrait-yusuf-qalam": yusuf_qalam, "portrait-h-lindqvist": h_lindqvist,
    "portrait-the-editors": the_editors,
}  # fmt: skip


def main() -> None:
    """Draws the pictures named on the command line, or all."""
    for name in sys.argv[1:] or PICTURES:
        PICTURES[name]().save(name)


if __name__ == "__main__":
    main()
