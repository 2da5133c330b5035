"""Qt counts text in UTF-16 units, Python in characters. They differ after a character beyond the first plane."""

from __future__ import annotations


def is_plain(text: str) -> bool:
    """Whether both count the same."""
    return not text or max(text) <= "\uffff"


def to_units(text: str, offset: int) -> int:
    """The UTF-16 offset of a character offset."""
    return offset if is_plain(text) else len(text[:offset].encode("utf-16-le")) // 2


def from_units(text: str, offset: int) -> int:
    """The character offset of a UTF-16 offset."""
    if is_plain(text):
        return offset
    return len(text.encode("utf-16-le")[: offset * 2].decode("utf-16-le", errors="ignore"))
