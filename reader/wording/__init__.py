"""Says every error in two plain sentences: what happened, and what to do next.

What lives here: one table an area, code -> (what happened, what to do next); ``{name}`` stands for the error's data.
What must not: decisions. Imports only ``reader.errors``. A test holds that every code raised anywhere has its sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.wording import bundle, library, publish, search, storage

if TYPE_CHECKING:
    from reader.errors import PackhorseError

SENTENCES: dict[str, tuple[str, str]] = {
    **bundle.SENTENCES,
    **storage.SENTENCES,
    **search.SENTENCES,
    **library.SENTENCES,
    **publish.SENTENCES,
}


class _Data(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def explain(error: PackhorseError) -> tuple[str, str]:
    """What happened and what to do next. A code that has no sentence is shown as it is."""
    return explain_code(error.code, dict(error.data))


def explain_code(code: str, data: dict[str, object]) -> tuple[str, str]:
    """The same for a code and its data, as they come from another process."""
    what, following = SENTENCES.get(code, (code, ""))
    return what.format_map(_Data(data)), following.format_map(_Data(data))
