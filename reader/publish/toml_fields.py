"""Read TOML into fields, each with the line of its key. ``tomllib`` reads the values, a scan of the lines finds the keys."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from reader.errors import PublishError
from reader.publish.fields import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_LINE = re.compile(r"line (\d+)")
_LONG_TEXT = re.compile(r'"""|\'\'\'')

Path = tuple[str | int, ...]


def read_toml(text: str, file: str, first_line: int = 1) -> dict[str, Field]:
    """The members of a TOML document. ``first_line`` is the text's line in its ``file``.

    Raises:
        PublishError: ``toml-unreadable`` with ``file``, ``line`` and ``reason``.
    """
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = first_line + (int(found[1]) - 1 if found else 0)
        raise PublishError("toml-unreadable", file=file, line=line, reason=str(error).partition(" (at")[0]) from error
    lines = _key_lines(text, first_line)
    return {key: _field(value, (key,), lines, first_line) for key, value in values.items()}


def _field(value: Any, path: Path, lines: Mapping[Path, int], above: int) -> Field:
    line = lines.get(path, above)
    if isinstance(value, dict):
        return Field({key: _field(one, (*path, key), lines, line) for key, one in value.items()}, line)
    if isinstance(value, list):
        return Field(tuple(_field(one, (*path, at), lines, line) for at, one in enumerate(value)), line)
    if isinstance(value, bool):
        return Field("true" if value else "false", line)
    return Field(value if isinstance(value, str) else str(value), line)


def _key_lines(text: str, first_line: int) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside = False
    for number, line in enumerate(text.split("\n"), first_line):
        began_inside, inside = inside, inside != bool(len(_LONG_TEXT.findall(line)) % 2)
        if began_inside:
            continue
        if header := _HEADER.match(line):
            table = _steps(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_steps(key[1])), number)
    return lines


def _steps(dotted: str) -> Path:
    return tuple(step.strip().strip("\"'") for step in dotted.split("."))
