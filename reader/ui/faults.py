"""Errors and hints in the language of the window. ``reader.wording`` has the sentences, in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader import wording
from reader.ui.words import isolated, number, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.errors import PackhorseError

_DIGEST = re.compile(r"([0-9a-f]{16})[0-9a-f]{48}")
"""Sixteen digits name a part as well as all of them, and fit into a line."""

_MENDED = frozenset({"store-damaged", "segment-missing", "segment-damaged"})


def can_mend(error: PackhorseError) -> bool:
    """Whether a repair of the library may help."""
    return error.code in _MENDED


def explain(error: PackhorseError) -> tuple[str, str]:
    """What happened and what to do next."""
    return explain_code(error.code, error.data)


def explain_code(code: str, data: Mapping[str, str | int]) -> tuple[str, str]:
    """The same for a code and its data."""
    return wording.explain_code(code, {name: _shown(name, value) for name, value in data.items()}, text, number)


def _shown(name: str, value: str | int) -> str | int:
    """Names and paths keep their own direction within the sentence (UAX 9); a reason that is known is said in its language."""
    if isinstance(value, int):
        return value
    return isolated(text(value) if name == "reason" else _DIGEST.sub(r"\1…", value))
