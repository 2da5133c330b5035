"""What the window remembers, as one small JSON file in the library's folder, replaced atomically.

A file that is missing, torn or not ours is as if there were none: the window opens as at the first start.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FILE = "window.json"
DIALOGS = "QtProject.conf"
"""What Qt's own dialogs write of the folders they were in; it lies beside our file, where it can be erased."""

_MOST_BYTES = 1_000_000
_MOST_OPENED = 2000


@dataclass(slots=True)
class WindowState:
    """Everything that is restored. Nodes are text and a publication; sizes are pixels; ``fraction`` is a place in the page's text.

    ``beside`` is the language beside the article; ``translations`` the one chosen last for articles of a language.
    """

    node: str = ""
    publication: str = ""
    document: str = ""
    document_publication: str = ""
    article: int = 0
    row: float = 0.0
    fraction: float = 0.0
    geometry: list[int] = field(default_factory=list)
    maximized: bool = False
    panes: list[int] = field(default_factory=list)
    pane: int = 1
    navigation: bool = True
    filters: bool = True
    beside: str = ""
    translations: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    sorts: dict[str, str] = field(default_factory=dict)
    by_day: bool = False
    hide_read: list[str] = field(default_factory=list)
    windows: list[dict[str, Any]] = field(default_factory=list)
    theme: str = "system"
    language: str = ""
    text_size: int = 17
    letters: int = 68
    line_spacing: int = 190
    serif: bool = True
    interface_size: int = 100
    read_when: str = "seen"
    tell_edition: bool = True
    alert_edition: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    paragraph_numbers: bool = False
    paper_addresses: bool = True
    offer_browser: bool = True
    stick_notices: bool = True
    stick_offers: list[str] = field(default_factory=list)


_OF_READING = frozenset(
    {
        *("node", "publication", "document", "document_publication", "article", "row", "fraction", "beside"),
        *("pane", "translations", "opened", "sorts", "hide_read", "windows", "stick_offers"),
    }
)
"""What tells what was read, or which sticks were here; all else is how the window looks and behaves."""


def forget_reading(state: WindowState) -> None:
    """Leave nothing that tells what was read."""
    fresh = WindowState()
    for name in _OF_READING:
        setattr(state, name, getattr(fresh, name))


def forget_publication(state: WindowState, publication: str) -> None:
    """Leave nothing that tells of a publication that was removed."""
    begins = (f"{publication}/", f"-{publication}/")
    state.sorts = {name: sort for name, sort in state.sorts.items() if not name.startswith(begins)}
    state.hide_read = [name for name in state.hide_read if not name.startswith(begins)]
    state.opened = [name for name in state.opened if not name.startswith(begins)]
    state.stick_offers = [mark for mark in state.stick_offers if f":{publication}:" not in mark]


def load(folder: Path) -> WindowState:
    """Read what was remembered; whatever is not of the right type is as at the first start."""
    try:
        with (folder / FILE).open("rb") as file:
            values = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return WindowState()
    return _checked(values) if isinstance(values, dict) else WindowState()


def _checked(values: dict[str, Any]) -> WindowState:
    state = WindowState()
    for each in fields(WindowState):
        value, default = values.get(each.name), getattr(state, each.name)
        if type(value) is type(default) and _items_fit(each.name, value):
            setattr(state, each.name, value)
    return state


def _items_fit(name: str, value: object) -> bool:
    kinds = {"geometry": int, "panes": int, "opened": str, "hide_read": str, "windows": dict, "stick_offers": str}
    if isinstance(value, list):
        return len(value) <= _MOST_OPENED and all(type(one) is kinds[name] for one in value)
    if isinstance(value, dict):
        return all(isinstance(one, str) for one in value.values())
    return True


def save(folder: Path, values: dict[str, Any]) -> None:
    """Write to a new file and put it in place of the old one. A full disk costs the memory of a scroll bar, no more."""
    path, fresh = folder / FILE, folder / (FILE + ".new")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)


def as_values(state: WindowState) -> dict[str, Any]:
    """A copy that another thread can write."""
    return asdict(state)
