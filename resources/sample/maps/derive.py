"""Draws the two maps of the sample from public outlines.

    python derive.py world countries-110m.json world.svg
    python derive.py china china.svg china-provinces.svg

``countries-110m.json`` is Natural Earth's 1:110m countries as TopoJSON (npm package world-atlas 2; public domain).
``china.svg`` is the map of the npm package @svg-maps/china 2 (CC BY 4.0).
Both results are plain ``<path id d>`` with absolute M, L and Z, one decimal, so that any small reader can draw them.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

Point = tuple[float, float]
Ring = list[Point]

WORLD_SIZE = (1000, 500)
#: The shortest distance, in units of the drawing, that a simplified border may stray.
WORLD_TOLERANCE = 0.2
CHINA_TOLERANCE = 0.75
SMALLEST_AREA = 0.35
#: A ring has at least so many points.
FEWEST = 3
#: A point inside a border has two neighbours and lies in two rings; where more meet, it is a junction.
MEETING = 2
#: The meridian where the sheet is cut.
EDGE = 180

#: Robinson's table: for every five degrees of latitude, the length of the parallel and its distance from the equator.
ROBINSON = (
    (1.0000, 0.0000), (0.9986, 0.0620), (0.9954, 0.1240), (0.9900, 0.1860), (0.9822, 0.2480), (0.9730, 0.3100),
    (0.9600, 0.3720), (0.9427, 0.4340), (0.9216, 0.4958), (0.8962, 0.5571), (0.8679, 0.6176), (0.8350, 0.6769),
    (0.7986, 0.7346), (0.7597, 0.7903), (0.7186, 0.8435), (0.6732, 0.8936), (0.6213, 0.9394), (0.5722, 0.9761),
    (0.5322, 1.0000),
)  # fmt: skip

WORLD_DESC = (
    "Country outlines from Natural Earth, 1:110m (public domain), in the Robinson projection, simplified. Antarctica is "
    "left out. Small islands and states are not drawn at this size. Ids are ISO 3166-1 alpha-2 codes in lower case "
    "(xk is a code in common use, not an ISO one); areas without any code are drawn with the country under which "
    "ISO 3166 lists them. The lines show what the source draws. They are no statement about any border."
)
CHINA_DESC = (
    "Province outlines from svg-maps, map of China (https://github.com/VictorCazanave/svg-maps), CC BY 4.0, simplified. "
    "Ids are ISO 3166-2 codes in lower case. The map shows the areas that the source draws and no others. "
    "The lines are no statement about any border."
)

#: Natural Earth's numeric codes by ISO alpha-2 code.
NUMERIC = """
af 004 al 008 dz 012 ao 024 az 031 ar 032 au 036 at 040 bs 044 bd 050 am 051 be 056 bt 064 bo 068 ba 070 bw 072 br 076
bz 084 sb 090 bn 096 bg 100 mm 104 bi 108 by 112 kh 116 cm 120 ca 124 cf 140 lk 144 td 148 cl 152 cn 156 tw 158 co 170
cg 178 cd 180 cr 188 hr 191 cu 192 cy 196 cz 203 bj 204 dk 208 do 214 ec 218 sv 222 gq 226 et 231 er 232 ee 233 fk 238
fj 242 fi 246 fr 250 tf 260 dj 262 ga 266 ge 268 gm 270 ps 275 de 276 gh 288 gr 300 gl 304 gt 320 gn 324 gy 328 ht 332
hn 340 hu 348 is 352 in 356 id 360 ir 364 iq 368 ie 372 il 376 it 380 ci 384 jm 388 jp 392 kz 398 jo 400 ke 404 kp 408
kr 410 kw 414 kg 417 la 418 lb 422 ls 426 lv 428 lr 430 ly 434 lt 440 lu 442 mg 450 mw 454 my 458 ml 466 mr 478 mx 484
mn 496 md 498 me 499 ma 504 mz 508 om 512 na 516 np 524 nl 528 nc 540 vu 548 nz 554 ni 558 ne 562 ng 566 no 578 pk 586
pa 591 pg 598 py 600 pe 604 ph 608 pl 616 pt 620 gw 624 tl 626 pr 630 qa 634 ro 642 ru 643 rw 646 sa 682 sn 686 rs 688
sl 694 sk 703 vn 704 si 705 so 706 za 710 zw 716 es 724 ss 728 sd 729 eh 732 sr 740 sz 748 se 752 ch 756 sy 760 tj 762
th 764 tg 768 tt 780 ae 784 tn 788 tr 792 tm 795 ug 800 ua 804 mk 807 eg 818 gb 826 tz 834 us 840 bf 854 uy 858 uz 860
ve 862 ye 887 zm 894
""".split()
ALPHA_2 = dict(zip(NUMERIC[1::2], NUMERIC[0::2], strict=True))
#: What Natural Earth draws without a code.
BY_NAME = {"Kosovo": "xk", "N. Cyprus": "cy", "Somaliland": "so"}
LEFT_OUT = {"Antarctica", "Fr. S. Antarctic Lands"}

PROVINCES = {
    "anhui": "ah", "beijing": "bj", "chongqing": "cq", "fujian": "fj", "gansu": "gs", "guangdong": "gd",
    "guangxi-zhuang": "gx", "guizhou": "gz", "hainan": "hi", "hebei": "he", "heilongjiang": "hl", "henan": "ha",
    "hong-kong": "hk", "hubei": "hb", "hunan": "hn", "jiangsu": "js", "jiangxi": "jx", "jilin": "jl", "liaoning": "ln",
    "macau": "mo", "nei-mongol": "nm", "ningxia-hui": "nx", "quinghai": "qh", "shaanxi": "sn", "shandong": "sd",
    "shanghai": "sh", "shanxi": "sx", "sichuan": "sc", "tianjin": "tj", "xinjiang-uygur": "xj", "xizang": "xz",
    "yunnan": "yn", "zhejiang": "zj",
}  # fmt: skip


def robinson(longitude: float, latitude: float) -> Point:
    """A place, in degrees, on a sheet one unit from edge to edge whose middle is 0, 0. South is down."""
    step = min(abs(latitude) / 5, len(ROBINSON) - 1.000001)
    below, part = int(step), step % 1
    (x0, y0), (x1, y1) = ROBINSON[below], ROBINSON[below + 1]
    height = (y0 + (y1 - y0) * part) * 1.3523 / (2 * math.pi * 0.8487)
    return (x0 + (x1 - x0) * part) * longitude / 360, -math.copysign(height, latitude)


def decode_arcs(topology: dict) -> list[Ring]:
    """TopoJSON's quantised, delta-coded arcs as longitudes and latitudes."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            arc.append((x * kx + dx, y * ky + dy))
        arcs.append(arc)
    return arcs


def joined(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One ring from the arcs it names; ``~i`` is arc i backwards."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring[:-1]


def cut_at_edge(ring: Ring) -> list[Ring]:
    """A ring that crosses the 180th meridian as one ring a side; any other ring as it is."""
    turns, whole = 0, [ring[0]]
    for (before, _), (longitude, latitude) in pairwise(ring):
        turns += (before - longitude > EDGE) - (longitude - before > EDGE)
        whole.append((longitude + 360 * turns, latitude))
    sides = [[(x + shift, y) for x, y in whole] for shift in (-360, 0, 360)]
    return [part for side in sides if len(part := kept(kept(side, -EDGE, 1), EDGE, -1)) >= FEWEST]


def kept(ring: Ring, edge: float, side: int) -> Ring:
    """What of a ring lies on one side of a meridian (Sutherland and Hodgman's clipping, 1974)."""
    result: Ring = []
    for (x0, y0), (x1, y1) in zip(ring[-1:] + ring, ring, strict=False):
        if (x0 - edge) * (x1 - edge) < 0:
            result.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
        if (x1 - edge) * side >= 0:
            result.append((x1, y1))
    return result


def code_of(geometry: dict) -> str:
    """The alpha-2 code of a country of Natural Earth, or nothing where it is left out."""
    name = geometry["properties"]["name"]
    if name in LEFT_OUT:
        return ""
    return BY_NAME.get(name) or ALPHA_2[geometry["id"]]


def world_shapes(source: Path) -> dict[str, list[Ring]]:
    """Projected rings by country."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    shapes: dict[str, list[Ring]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = code_of(geometry)
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for indexes in (ring for polygon in polygons for ring in polygon if code):
            shapes[code] += [[robinson(*point) for point in part] for part in cut_at_edge(joined(indexes, arcs))]
    return fitted(shapes, WORLD_SIZE)


def fitted(shapes: dict[str, list[Ring]], size: tuple[int, int]) -> dict[str, list[Ring]]:
    """The shapes as wide as ``size`` and in its middle from top to bottom."""
    width, height = size
    heights = [y for rings in shapes.values() for ring in rings for _x, y in ring]
    down = height / 2 - (max(heights) + min(heights)) / 2 * width
    return {
        code: [[(x * width + width / 2, y * width + down) for x, y in ring] for ring in rings]
        for code, rings in shapes.items()
    }


def relative_rings(path: str) -> list[Ring]:
    """The rings of an SVG path that has only relative ``m`` (with implied lines) and ``z``."""
    rings = []
    x = y = 0.0
    for part in re.findall(r"m([^mz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", part)]
        ring = []
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x, y))
        rings.append(ring)
        x, y = ring[0]
    return rings


def china_shapes(source: Path) -> dict[str, list[Ring]]:
    """Rings by province, in the source's own units."""
    root = ET.fromstring(source.read_text(encoding="utf-8"))
    paths = root.iter("{http://www.w3.org/2000/svg}path")
    return {f"cn-{PROVINCES[path.attrib['id']]}": relative_rings(path.attrib["d"]) for path in paths}


def rounded(shapes: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """The shapes on a grid of a tenth, without a point twice in a row."""
    return {code: [r for ring in rings if len(r := grid(ring)) >= FEWEST] for code, rings in shapes.items()}


def grid(ring: Ring) -> Ring:
    """One ring on a grid of a tenth."""
    points = [(round(x, 1), round(y, 1)) for x, y in ring]
    return [point for before, point in zip(points[-1:] + points, points, strict=False) if point != before]


def junctions(shapes: dict[str, list[Ring]]) -> set[Point]:
    """Points where borders meet: their neighbours are not the same two in every ring that has them."""
    neighbours = defaultdict(set)
    rings = [ring for those in shapes.values() for ring in those]
    for ring in rings:
        for before, point, after in zip(ring[-1:] + ring, ring, ring[1:] + ring[:1], strict=False):
            neighbours[point] |= {before, after}
    uses = Counter(point for ring in rings for point in ring)
    return {point for point, around in neighbours.items() if max(len(around), uses[point]) > MEETING}


def simplified(ring: Ring, fixed: set[Point], tolerance: float) -> Ring:
    """The ring with fewer points, keeping ``fixed`` ones, so that two neighbours' common border stays common."""
    start = next((i for i, point in enumerate(ring) if point in fixed), ring.index(min(ring)))
    ring = ring[start:] + ring[:start] + [ring[start]]
    cuts = [0, *(i for i, point in enumerate(ring) if point in fixed and 0 < i < len(ring) - 1), len(ring) - 1]
    if not cuts[1:-1]:
        cuts.insert(1, max(range(len(ring)), key=lambda i: (math.dist(ring[0], ring[i]), ring[i])))
    result: Ring = []
    for first, last in pairwise(cuts):
        piece = ring[first : last + 1]
        forward = piece[0] <= piece[-1]
        line = fewer(piece if forward else piece[::-1], tolerance)
        result += (line if forward else line[::-1])[:-1]
    return result


def fewer(line: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker's simplification (1973): drop every point nearer to the chord than the tolerance."""
    if len(line) < FEWEST:
        return line
    far = max(range(1, len(line) - 1), key=lambda i: distance(line[i], line[0], line[-1]))
    if distance(line[far], line[0], line[-1]) <= tolerance:
        return [line[0], line[-1]]
    return fewer(line[: far + 1], tolerance)[:-1] + fewer(line[far:], tolerance)


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    length = math.dist(start, end)
    if not length:
        return math.dist(point, start)
    (x, y), (x0, y0), (x1, y1) = point, start, end
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length


def area(ring: Ring) -> float:
    """The area of a ring, in square units of the drawing."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def drawn(rings: list[Ring], fixed: set[Point], tolerance: float) -> list[Ring]:
    """A shape's rings, simpler and without specks; always its largest."""
    simple = [simplified(ring, fixed, tolerance) for ring in rings]
    largest = max(simple, key=area)
    return [ring for ring in simple if len(ring) >= FEWEST and (ring is largest or area(ring) >= SMALLEST_AREA)]


def path_data(rings: list[Ring]) -> str:
    """Rings as absolute M, L and Z."""
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in rings)


def svg(shapes: dict[str, list[Ring]], box: str, title: str, desc: str) -> str:
    """The finished map, a path a line."""
    paths = "\n".join(f'<path id="{code}" d="{path_data(shapes[code])}"/>' for code in sorted(shapes))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n<title>{title}</title>\n<desc>{desc}</desc>'
    return f'{head}\n<g fill="#d9d2c3" fill-rule="evenodd" stroke="#8a8578" stroke-width="0.4" stroke-linejoin="round">\n{paths}\n</g>\n</svg>\n'


def main() -> None:
    """Reads ``world`` or ``china``, the source and the target from the command line."""
    which, source, target = sys.argv[1:]
    if which == "world":
        shapes, tolerance = world_shapes(Path(source)), WORLD_TOLERANCE
        box, title, desc = f"0 0 {WORLD_SIZE[0]} {WORLD_SIZE[1]}", "World", WORLD_DESC
    else:
        shapes, tolerance = china_shapes(Path(source)), CHINA_TOLERANCE
        box, title, desc = "0 0 774 569", "China, provinces", CHINA_DESC
    shapes = rounded(shapes)
    fixed = junctions(shapes)
    simple = {code: drawn(rings, fixed, tolerance) for code, rings in shapes.items()}
    Path(target).write_text(svg(simple, box, title, desc), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
