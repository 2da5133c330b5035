"""Rewrite a body's addresses, outside code: links to what is here, pictures to media ids, and nothing that leads astray."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from reader.publish.code_spans import HiddenCode
from reader.publish.fields import plain
from reader.publish.places import has_scheme
from reader.publish.shortcodes import fence_highlights, rewrite_shortcodes

if TYPE_CHECKING:
    from reader.publish.places import Places
    from reader.publish.problems import Problems
    from reader.publish.shelf import PictureShelf

_LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.){0,500}+\]){0,2000}+"
_ADDRESS = r"<[^<>\n]*>|(?:[^\s()\\<]|\\.|\((?:[^\s()\\]|\\.){0,500}+\)){0,4000}+"
#: Quotes within a quoted title are common, if wrong: it ends at the quote before the closing bracket.
_TITLE = r"(?:\s+(?P<title>\"(?:[^\"\\\n]|\\.)*\"(?=\s*\))|\"[^\n]{0,500}?\"(?=\s*\))|'[^'\n]*'|\([^()\n]*\)))?"
_INLINE = re.compile(rf"(?<!\\)(?P<bang>!?)\[(?P<label>{_LABEL})\]\(\s*(?P<address>{_ADDRESS}){_TITLE}\s*\)", re.DOTALL)
_DEFINITION = re.compile(r"(?m)^(?P<head> {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*)(?P<address><[^<>\n]*>|\S+)(?P<rest>.*)$")
_HTML = re.compile(r"<(?P<tag>img|a)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))")
#: A heading's own id, as Hugo and kramdown have it: ``## Field visits {#field}``.
_HEADING_ID = re.compile(r"(?m)^(?P<head> {0,3}#{1,6}[ \t]+)(?P<words>[^\n{]*)\{#(?P<id>[\w:.-]+)[^{}\n]*\}[ \t#]*$")
_DROPPED_HTML = re.compile(r"<(script|style|iframe|video|audio|object|embed|form|canvas|svg)\b", re.IGNORECASE)
_ESCAPED = re.compile(r"([\\`*_\[\]])")
_PICTURE_ENDING = re.compile(r"\.(png|jpe?g|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)
#: Ours, when nothing was found under them; ``unknown:`` stands for a shortcode that names nothing.
_OWN_SCHEMES = ("article:", "term:", "page:", "unknown:")
_MEDIA = re.compile(r"media:([0-9a-f]{32})\b")


class BodyRewriter:
    """Rewrites the texts of one file. ``media`` gathers the ids of the pictures in them."""

    def __init__(self, file: str, places: Places, shelf: PictureShelf, problems: Problems) -> None:
        self._file = file
        self._places = places
        self._shelf = shelf
        self._problems = problems
        self._first_line = 1
        self.media: set[str] = set()

    def rewrite(self, body: str, first_line: int) -> str:
        """The body as it goes into the bundle. ``first_line`` is its first line in the file."""
        self._first_line = first_line
        code = HiddenCode()
        text = rewrite_shortcodes(code.hide(fence_highlights(body)), self)
        text = _HEADING_ID.sub(
            lambda match: f'{match["head"]}<a id="{match["id"]}"></a>{match["words"].rstrip()}', text
        )
        text = self._links(text, text, 0)
        text = _DEFINITION.sub(lambda match: self._definition(match, text), text)
        text = _HTML.sub(lambda match: self._html(match, text), text)
        self._report_html(text)
        self.media |= set(_MEDIA.findall(text))
        return code.restore(text).strip("\n")

    def picture(self, address: str, alt: str, caption: str, line: int) -> str:
        """A shortcode's picture as HTML, which may stand inside HTML; its description when it is not here."""
        media = self._media(address, line)
        if media:
            title = f' title="{html.escape(plain(caption))}"' if caption else ""
            return f'<img src="media:{media}" alt="{html.escape(plain(alt))}"{title}>'
        words = _description(plain(alt), plain(caption))
        return f"<em>{html.escape(words, quote=False)}</em>" if words else ""

    def _markdown_picture(self, address: str, alt: str, caption: str, line: int) -> str:
        media = self._media(address, line)
        alt, caption = plain(_unescape(alt)), plain(_unescape(caption))
        if media:
            title = ' "' + caption.replace("\\", "").replace('"', "”") + '"' if caption else ""
            return f"![{_escape(alt)}](media:{media}{title})"
        words = _description(alt, caption)
        return f"*{_escape(words)}*" if words else ""

    def dropped(self, name: str, line: int) -> None:
        """A shortcode was left out."""
        self._problems.warn(self._file, self._first_line + line, "shortcode-dropped", name=name)

    def _links(self, part: str, whole: str, start: int) -> str:
        def replace(match: re.Match[str]) -> str:
            line = whole.count("\n", 0, start + match.start())
            address = match["address"].strip("<>")
            if match["bang"]:
                title = (match["title"] or "")[1:-1]
                return _keep_lines(self._markdown_picture(address, match["label"], title, line), match[0])
            label = self._links(match["label"], whole, start + match.start("label"))
            target = self._target(address, line)
            title = f" {match['title']}" if match["title"] and target else ""
            return _keep_lines(f"[{label}]({target}{title})" if target else label, match[0])

        return _INLINE.sub(replace, part)

    def _definition(self, match: re.Match[str], text: str) -> str:
        address = match["address"].strip("<>")
        line = text.count("\n", 0, match.start())
        if _PICTURE_ENDING.search(address) and not has_scheme(address):
            media = self._media(address, line)
            return f"{match['head']}{f'media:{media}' if media else '#'}{match['rest']}"
        return f"{match['head']}{self._target(address, line) or '#'}{match['rest']}"

    def _html(self, match: re.Match[str], text: str) -> str:
        line = text.count("\n", 0, match.start())
        values = {
            one["name"].lower(): one["double"] or one["single"] or one["bare"] or ""
            for one in _ATTRIBUTE.finditer(match["rest"])
        }
        if match["tag"].lower() == "img":
            return _keep_lines(self._html_picture(values, line), match[0])
        if "href" not in values:
            return match[0]
        target = self._target(values["href"], line)
        return _keep_lines(f'<a href="{target}">' if target else "<a>", match[0])

    def _html_picture(self, values: dict[str, str], line: int) -> str:
        media = self._media(values.get("src", ""), line)
        alt = values.get("alt", "").replace('"', "&quot;")
        title = values.get("title", "").replace('"', "&quot;")
        if media:
            return f'<img src="media:{media}" alt="{alt}"' + (f' title="{title}">' if title else ">")
        return f"<em>{alt}</em>" if alt else ""

    def _report_html(self, text: str) -> None:
        for match in _DROPPED_HTML.finditer(text):
            line = self._first_line + text.count("\n", 0, match.start())
            self._problems.warn(self._file, line, "html-dropped", name=match[1].lower())

    def _target(self, address: str, line: int) -> str:
        """Where a link leads: an address to keep, or empty when only its words stay."""
        if address.startswith(("#", "media:")) or not address:
            return address
        found = self._places.link(address, self._file)
        if found:
            return found
        own = self._places.on_site(address)
        kept = self._elsewhere(own) or self._linked_picture(own)
        if not kept:
            self._problems.mended(self._file, self._first_line + line, "link-broken", address=address[:200])
        return kept

    def _elsewhere(self, address: str) -> str:
        """An address outside of the source folder, as it is kept; empty when it is none."""
        if address.startswith("//"):
            return f"https:{address}"
        if has_scheme(address):
            return "" if address.startswith(_OWN_SCHEMES) else address
        return self._places.outside(address) or ""

    def _linked_picture(self, address: str) -> str:
        media = self._shelf.find(address, self._file) if _PICTURE_ENDING.search(address) else None
        return f"media:{media}" if media else ""

    def _media(self, address: str, line: int) -> str:
        return self.media_of(address, self._first_line + line)

    def media_of(self, address: str, line: int) -> str:
        """The media id of the picture that an address means, or empty with a report. ``line`` is the file's."""
        address = self._places.on_site(address.strip()).removeprefix("media:")
        if not address or address in self._shelf.taken:
            return address
        if has_scheme(address):
            code = "picture-inline" if address.startswith("data:") else "picture-remote"
            self._problems.mended(self._file, line, code, address=address[:200])
            return ""
        return self._shelf.take(address, self._file, line) or ""


def _keep_lines(new: str, old: str) -> str:
    missing = old.count("\n") - new.count("\n")
    return new + "\n" * missing if missing > 0 else new


def _description(alt: str, caption: str) -> str:
    return " — ".join(dict.fromkeys(filter(None, (alt, caption))))


def _escape(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", text).replace("<", "&lt;")


def _unescape(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
