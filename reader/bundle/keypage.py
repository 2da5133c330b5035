"""The page that a publisher prints: the fingerprint that readers compare, and what to do with the keys."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_INTRODUCTION = "The fingerprint of this publication:"
_PARAGRAPHS = (
    (
        "Print it in the magazine, read it out on the radio, write it on the stick. Who opens the publication for the first "
        "time compares it with what Packhorse shows: the same letters mean that it comes from the holder of these keys. "
        "Letters O, I and L are never used; capital or small letters and hyphens do not matter."
    ),
    "edition.key signs each edition. Keep it on the machine that publishes.",
    (
        "root.key says which keys may sign. Copy it to two sticks, keep them in two safe places, and take it off this "
        "machine: it is needed only to replace a key that was lost or stolen. Without it, readers cannot be told of a new "
        "key."
    ),
    "The .pub files and root/1.signed are public. The passphrase is stored nowhere.",
)


def text_page(fingerprint: str, publication: str, keys: Mapping[str, str]) -> str:
    """The page as plain text. ``keys`` are key numbers by name."""
    lines = [_INTRODUCTION, "", f"    {fingerprint}", ""]
    for paragraph in _PARAGRAPHS:
        lines += [paragraph, ""]
    lines += [f"Publication: {publication}", *(f"{name}: {number}" for name, number in keys.items())]
    return "\n".join(lines) + "\n"


def html_page(fingerprint: str, publication: str, keys: Mapping[str, str]) -> str:
    """The page as HTML for printing: one sheet, no pictures, nothing fetched."""
    paragraphs = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in _PARAGRAPHS)
    numbers = "\n".join(f"<li>{html.escape(name)}: {html.escape(number)}</li>" for name, number in keys.items())
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fingerprint {html.escape(fingerprint)}</title>
<style>
body {{ font: 12pt/1.5 serif; max-width: 36em; margin: 3em auto; }}
strong {{ display: block; font: bold 22pt/2 monospace; text-align: center; white-space: nowrap; }}
</style>
<p>{_INTRODUCTION}</p>
<strong>{html.escape(fingerprint)}</strong>
{paragraphs}
<p>Publication: {html.escape(publication)}</p>
<ul>
{numbers}
</ul>
</html>
"""
