"""A footnote as it is read at its mark: without the arrows back, and without ids."""

from __future__ import annotations

from reader.render.tree import Element

_BACK = "#fnref"


def note_of(footnote: Element) -> Element:
    """The content of a footnote's list item, under a root without a name."""
    return Element("", {}, _kept(footnote))


def _kept(element: Element) -> list[Element | str]:
    return [
        child if isinstance(child, str) else Element(child.tag, _without_id(child), _kept(child))
        for child in element.children
        if isinstance(child, str) or not leads_back(child)
    ]


def _without_id(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.attributes.items() if name != "id"}


def leads_back(element: Element) -> bool:
    """Whether an element is the way from a footnote back to its mark."""
    return element.tag == "a" and element.attributes.get("href", "").startswith(_BACK)
