"""Search hits marked in a body's text, after sanitising. A span may run across emphasis and links within one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.render.tree import Element, text_runs

Mark = Callable[[str], Iterable[tuple[int, int]]]
"""Given a text, the (start, end) spans to mark in it."""


def marked(root: Element, mark: Mark) -> Element:
    """The same tree with ``mark`` elements around the spans, found one block at a time. Changes the tree in place."""
    for run in text_runs(root):
        text = "".join(str(parent.children[at]) for parent, at in run)
        spans = _sound(mark(text), len(text)) if text.strip() else []
        if spans:
            _lay(run, spans)
    return root


def _sound(spans: Iterable[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Spans in order, within the text, none empty and none overlapping."""
    sound: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        begin = max(start, sound[-1][1] if sound else 0)
        if begin < min(end, size):
            sound.append((begin, min(end, size)))
    return sound


def _lay(run: list[tuple[Element, int]], spans: list[tuple[int, int]]) -> None:
    """Put mark elements over the spans. One element of split text replaces each text, so that places stay true."""
    offset = 0
    for parent, at in run:
        text = str(parent.children[at])
        own = [(start - offset, end - offset) for start, end in spans if start < offset + len(text) and end > offset]
        if own:
            parent.children[at] = Element("", {}, _split(text, own))
        offset += len(text)


def _split(text: str, spans: list[tuple[int, int]]) -> list[Element | str]:
    parts: list[Element | str] = []
    last = 0
    for start, end in spans:
        begin = max(start, 0)
        parts += [text[last:begin], Element("hit", {}, [text[begin:end]])]
        last = min(end, len(text))
    return [part for part in [*parts, text[last:]] if part != ""]
