"""A written list as lists of one item each, so that each can stand beside the one that says the same."""

from __future__ import annotations

import re

_LIST = re.compile(r'<(?P<tag>[uo]l)(?: start="(?P<start>\d+)")?>(?P<inner>.*)</(?P=tag)>\s*', re.DOTALL)
_ITEM = re.compile(r"<(?P<end>/?)li\b[^>]*>")


def items(html: str) -> tuple[str, ...]:
    """The items of a list as our writer writes it, each a list of its own that counts on; none where it is no list."""
    found = _LIST.fullmatch(html)
    if found is None:
        return ()
    tag, first = found["tag"], int(found["start"] or 1)
    opened = (f' start="{first + place}"' if tag == "ol" else "" for place in range(html.count("<li")))
    return tuple(f"<{tag}{start}>{item}</{tag}>" for item, start in zip(_top(found["inner"]), opened, strict=False))


def _top(inner: str) -> list[str]:
    """The items that stand in no other item."""
    found, depth, start = [], 0, 0
    for tag in _ITEM.finditer(inner):
        if not depth:
            start = tag.start()
        depth += -1 if tag["end"] else 1
        if not depth:
            found.append(inner[start : tag.end()])
    return found
