"""Says every error in two plain sentences: what happened, and what to do next.

What lives here: one table an area, code -> (what happened, what to do next); ``{name}`` stands for the error's data, ``{name:,}`` for a
number with its groups parted. What must not: decisions, languages (who speaks another one gives ``say``). Imports only ``reader.errors``.
A test holds that every code raised anywhere has its sentences. ``keys``, ``publish`` and ``terminal`` are said on the command line alone,
which speaks English; the others have translations.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from reader.wording import bundle, keys, library, publish, search, storage, terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.errors import PackhorseError

SENTENCES: dict[str, tuple[str, str]] = {
    **bundle.SENTENCES,
    **storage.SENTENCES,
    **search.SENTENCES,
    **library.SENTENCES,
    **keys.SENTENCES,
    **publish.SENTENCES,
    **terminal.SENTENCES,
}


class _Form(string.Formatter):
    """Fills a sentence in whatever data came with it: what is missing or empty is a question mark, never a second error."""

    def __init__(self, number: Callable[[int], str]) -> None:
        self._number = number

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        return kwargs.get(str(key), "")

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._number(value) if format_spec and isinstance(value, int) else str(value) or "?"


def explain(error: PackhorseError) -> tuple[str, str]:
    """What happened and what to do next. A code that has no sentence is shown as it is."""
    return explain_code(error.code, dict(error.data))


def explain_code(
    code: str,
    data: Mapping[str, object],
    say: Callable[[str], str] = str,
    number: Callable[[int], str] = "{:,}".format,
) -> tuple[str, str]:
    """The same for a code and its data, as they come from another process.

    ``say`` puts a sentence, not filled in yet, into a language; ``number`` writes a number as that language does.
    """
    what, following = SENTENCES.get(code, (code, ""))
    form = _Form(number)
    return form.vformat(say(what), (), data), form.vformat(say(following), (), data)
