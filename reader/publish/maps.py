"""Maps: an SVG's outlines, and nothing else of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reader.errors import PublishError
from reader.publish.extras import load
from reader.publish.identity import is_id, to_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.publish.folder import SourceFolder
    from reader.publish.problems import Problems
    from reader.publish.things import ThingDraft

_MOST_BYTES = 4 * 1024 * 1024
_MOST_PATH = 60_000
_PATH = re.compile(r"[\sMmLlHhVvCcSsQqTtAaZz0-9+\-.,eE]+")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_POINT = 2
_BOX = 4


def read_map(thing: ThingDraft, folder: SourceFolder, problems: Problems) -> None:
    """Put a map's size and outlines into its ``extra``: ``width``, ``height``, ``shapes`` as [region id, path data]."""
    if thing.drawing is None:
        problems.error(thing.file, thing.line, "map-without-file", id=thing.id)
        return
    name = thing.drawing.text.removeprefix("./")
    if name not in folder.files:
        problems.error(thing.file, thing.drawing.line, "map-missing", file=name)
        return
    try:
        width, height, shapes = _read(folder.read(name, _MOST_BYTES), name, problems)
    except PublishError as error:
        if error.code == "publish-extra-missing":
            raise
        problems.error(thing.file, thing.drawing.line, error.code, **error.data)
        return
    thing.extra |= {"width": width, "height": height, "shapes": shapes}


def _read(data: bytes, name: str, problems: Problems) -> tuple[int, int, list[list[str]]]:
    root = _parse(data, name)
    width, height = _size(root, name)
    shapes: list[list[str]] = []
    for element in root.iter():
        path = _outline(element)
        identity = element.get("id", "")
        if not path or not identity:
            continue
        if element.get("transform"):
            problems.warn(name, 0, "map-transform", id=identity[:80])
        if not _PATH.fullmatch(path) or len(path) > _MOST_PATH:
            problems.warn(name, 0, "map-shape-unreadable", id=identity[:80])
            continue
        shapes.append([identity if is_id(identity) else to_id(identity), " ".join(path.split())])
    if not shapes:
        raise PublishError("map-empty", file=name)
    return width, height, shapes


def _parse(data: bytes, name: str) -> Any:
    tree = load("defusedxml.ElementTree")
    errors = load("defusedxml")
    try:
        return tree.fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (tree.ParseError, errors.DefusedXmlException, ValueError, RecursionError) as error:
        raise PublishError("map-unreadable", file=name, reason=str(error)[:100]) from error


def _size(root: Any, name: str) -> tuple[int, int]:
    box = [float(number) for number in _NUMBER.findall(root.get("viewBox") or root.get("viewbox") or "")]
    if len(box) != _BOX:
        sizes = [_NUMBER.match(root.get(side) or "") for side in ("width", "height")]
        box = [0.0, 0.0, *(float(match[0]) for match in sizes if match)]
    if len(box) != _BOX or box[0] or box[1] or not (0 < box[2] < 1e6 and 0 < box[3] < 1e6):  # noqa: PLR2004  (a sane drawing)
        raise PublishError("map-size", file=name)
    return round(box[2]), round(box[3])


def _outline(element: Any) -> str:
    match str(element.tag).rpartition("}")[2]:
        case "path":
            return str(element.get("d") or "").strip()
        case "polygon":
            return "M" + "L".join(_points(element.get("points") or "")) + "Z" if element.get("points") else ""
        case _:
            return ""


def _points(text: str) -> Iterator[str]:
    numbers = _NUMBER.findall(text)
    for at in range(0, len(numbers) - 1, _POINT):
        yield f"{numbers[at]} {numbers[at + 1]}"
