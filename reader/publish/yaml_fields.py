"""Read YAML safely: events only. No object is constructed, no tag obeyed, and an alias costs nothing.

An alias gives the same field once more, and nothing here walks a field more than two levels deep; so a "billion laughs"
document stays as small as it was written.
"""

from __future__ import annotations

from typing import Any

from reader.errors import PublishError
from reader.publish.extras import load
from reader.publish.fields import Field

_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class _Builder:
    """Makes fields of a stream of events, with a stack of its own."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._anchors: dict[str, Field] = {}
        self._open: list[tuple[str, list[Field], int]] = []
        self.documents: list[Field] = []

    def take(self, event: Any) -> None:
        name = type(event).__name__
        line = event.start_mark.line + self._first_line
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            self._open.append((event.anchor or "", [], line))
        elif name == "MappingEndEvent":
            anchor, items, start = self._open.pop()
            keys = [key.value if isinstance(key.value, str) else "" for key in items[::2]]
            values = (Field(value.value, key.line) for key, value in zip(items[::2], items[1::2], strict=True))
            self._add(Field(dict(zip(keys, values, strict=True)), start), anchor)
        elif name == "SequenceEndEvent":
            anchor, items, start = self._open.pop()
            self._add(Field(tuple(items), start), anchor)
        elif name == "ScalarEvent":
            empty = event.implicit[0] and event.value in _NULL
            self._add(Field(None if empty else event.value, line), event.anchor or "")
        elif name == "AliasEvent":
            known = self._anchors.get(event.anchor)
            self._add(Field(known.value if known else None, line), "")

    def _add(self, field: Field, anchor: str) -> None:
        if anchor:
            self._anchors[anchor] = field
        (self._open[-1][1] if self._open else self.documents).append(field)


def read_yaml(text: str, first_line: int) -> dict[str, Field]:
    """The members of a YAML mapping. ``first_line`` is the text's line in its file.

    Raises:
        PublishError: ``front-matter-unreadable`` with ``line`` and ``reason``; ``publish-extra-missing``.
    """
    yaml = load("yaml")
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or "not YAML"
        raise PublishError("front-matter-unreadable", line=line, reason=reason) from error
    except (RecursionError, ValueError) as error:
        raise PublishError("front-matter-unreadable", line=first_line, reason=str(error)[:100]) from error
    return _members(builder.documents, first_line)


def _members(documents: list[Field], first_line: int) -> dict[str, Field]:
    if not documents or documents[0].value is None:
        return {}
    if not isinstance(documents[0].value, dict):
        raise PublishError("front-matter-unreadable", line=first_line, reason="there are no keys")
    return dict(documents[0].value)
