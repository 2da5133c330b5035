"""Part a Markdown file into front matter (YAML between ``---``, TOML between ``+++``) and body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import PublishError
from reader.publish.toml_fields import read_toml
from reader.publish.yaml_fields import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.publish.fields import Field

MOST_BYTES = 64 * 1024


def _toml(text: str, first_line: int) -> dict[str, Field]:
    try:
        return read_toml(text, "", first_line)
    except PublishError as error:
        line, reason = error.data["line"], error.data["reason"]
        raise PublishError("front-matter-unreadable", line=line, reason=reason) from error


_READERS = {"---": read_yaml, "+++": _toml}


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart. Keys are in lower case with ``_`` for ``-``; ``body_line`` is the body's first line."""

    fields: Mapping[str, Field] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1


def read_document(text: str) -> Document:
    """Take a file apart; a file without front matter is all body.

    Raises:
        PublishError: ``front-matter-unclosed``, ``front-matter-too-large`` or ``front-matter-unreadable``,
            each with ``line``.
    """
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    fence = lines[start].rstrip()
    if fence not in _READERS:
        return Document(body=text)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == fence), None)
    if end is None:
        raise PublishError("front-matter-unclosed", line=start + 1, fence=fence)
    head = "\n".join(lines[start + 1 : end])
    if len(head.encode()) > MOST_BYTES:
        raise PublishError("front-matter-too-large", line=start + 1, most=MOST_BYTES)
    fields = _READERS[fence](head + "\n", start + 2)
    named = {key.strip().lower().replace("-", "_"): value for key, value in fields.items()}
    return Document(named, "\n".join(lines[end + 1 :]), end + 2)
