"""What site generators put into Markdown (Hugo, Jekyll, Eleventy), read far enough to keep what a reader needs of it.

Pictures and links become HTML, quotations and boxes keep their text, the rest goes and is reported.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(
    r"\{\{(?P<hugo>[<%])\s*(?P<call>(?:[^\n\"`>}]|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|\n|>(?!\}\})|\}(?!\}))*?)\s*[>%]\}\}"
    r"|\{%-?\s*(?P<liquid>.*?)\s*-?%\}"
    r"|\{\{-?\s*(?P<value>.*?)\s*-?\}\}",
    re.DOTALL,
)
_ARGUMENT = re.compile(
    r"(?:(?P<name>[\w-]+)\s*[=:]\s*)?"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|`(?P<back>[^`]*)`|(?P<word>[^\s\"'`,|]+))"
)
_COMMENT = re.compile(
    r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]\s*comment\s*[>%]\}\}.*?\{\{[<%]\s*/comment\s*[>%]\}\}",
    re.DOTALL,
)
_HIGHLIGHT = re.compile(
    r"\{%-?\s*highlight\s+(?P<a>[\w+#-]+)[^%]*%\}\n?(?P<code>.*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}"
    r"|\{\{[<%]\s*highlight\s+\"?(?P<b>[\w+#-]+)[^}]*[>%]\}\}\n?(?P<more>.*?)\n?[ \t]*\{\{[<%]\s*/\s*highlight\s*[>%]\}\}",
    re.DOTALL,
)
_PATH_LITERAL = re.compile(
    r"[\"']([^\"'\n]*)[\"']\s*\|\s*(?:relative_url|absolute_url|url|rel_url|relURL|absURL)\b.*", re.DOTALL
)
_CLOSING = re.compile(r"\{\{[<%]\s*/\s*([\w-]+)|\{%-?\s*end(\w+)")
_EMBEDDED = re.compile(r"[\"'](https?://[^\"'\s]+)[\"']\s*\|\s*\w+:\s*[\"']([^\"']+)[\"']")
_IN_LINK = re.compile(r"\]\(\s*<?$|=\s*[\"']$")
_IMAGE_WORDS = ("img", "image", "figure", "picture", "photo")
_SOURCE_NAMES = ("src", "file", "url", "path", "uid", "link", "href", "page", "name", "id")
_LINKS = frozenset({"ref", "relref", "link", "post_url", "page", "asset", "asset-static", "legacy-file", "file", "tmp"})
_TEXTS = ("text", "quote", "content", "body")
_QUIET = frozenset({"raw", "endraw", "else", "endif", "endfor", "more"})
_MORE = re.compile(r"<!--\s*more\s*-->")


@dataclass(frozen=True, slots=True)
class Call:
    """One shortcode: its name, its named arguments, and those without a name."""

    name: str
    named: Mapping[str, str]
    words: tuple[str, ...]

    def first(self, *names: str) -> str:
        """The first of these named arguments that says something."""
        return next((self.named[name] for name in names if self.named.get(name)), "")


class Carrier(Protocol):
    """Who finds pictures and is told what was dropped."""

    def picture(self, address: str, alt: str, caption: str, line: int) -> str:
        """HTML of a picture, or of its description."""

    def dropped(self, name: str, line: int) -> None:
        """A shortcode was left out."""


def fence_highlights(text: str) -> str:
    """Blocks of highlighted code as fenced code, and comments gone, before code is hidden."""
    if "{%" not in text and "{{" not in text:
        return _MORE.sub("", text)
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), _MORE.sub("", text))
    return _HIGHLIGHT.sub(_fence, text)


def _fence(match: re.Match[str]) -> str:
    code = match["code"] if match["code"] is not None else match["more"]
    return _pad(f"```{match['a'] or match['b']}\n{code}\n```", match[0])


def rewrite_shortcodes(text: str, carrier: Carrier) -> str:
    """Replace every shortcode. Each replacement has as many line ends as what it replaces."""
    if "{{" not in text and "{%" not in text:
        return text

    paired = frozenset(name.lower() for found in _CLOSING.findall(text) for name in found if name)

    def replace(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 8) : match.start()]
        place = _Place(text.count("\n", 0, match.start()), _IN_LINK.search(before) is not None, paired)
        return _pad(_replacement(match, place, carrier), match[0])

    return _TAG.sub(replace, text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a shortcode stands: its line, whether it is a link's address, and which names are closed later on."""

    line: int
    in_link: bool
    paired: frozenset[str]


def _pad(new: str, old: str) -> str:
    return new + "\n" * (old.count("\n") - new.count("\n"))


def _replacement(match: re.Match[str], place: _Place, carrier: Carrier) -> str:
    if match["value"] is not None:
        return _value(match["value"], place.line, carrier)
    inside = match["call"] if match["call"] is not None else match["liquid"]
    if inside.startswith("/*"):
        return "{{" + match["hugo"] + inside[2:].removesuffix("*/") + (">" if match["hugo"] == "<" else "%") + "}}"
    if inside.startswith(("/", "end")) or not inside.strip():
        return ""
    return _call(_parse(inside), place, carrier)


def _value(expression: str, line: int, carrier: Carrier) -> str:
    if literal := _PATH_LITERAL.fullmatch(expression):
        return literal[1].strip()
    if embedded := _EMBEDDED.match(expression):
        return _link(embedded[2], embedded[1])
    if expression.startswith(("site.baseurl", "site.url", "page.baseurl")):
        return ""
    name = re.split(r"[\s|]", expression.partition("|")[2].strip() or expression.strip(), maxsplit=1)[0]
    carrier.dropped(name.strip("\"'")[:40], line)
    return ""


def _parse(inside: str) -> Call:
    head = re.match(r"[^\s\"'`]+", inside)
    name = head[0].rstrip("/") if head else ""
    named: dict[str, str] = {}
    words: list[str] = []
    for argument in _ARGUMENT.finditer(inside, head.end() if head else 0):
        value = next(part for part in argument.group("double", "single", "back", "word") if part is not None)
        value = value.replace('\\"', '"')
        if argument["name"]:
            named[argument["name"].lower()] = value
        elif value != "/":
            words.append(value)
    if name == "include" and words:
        name = words.pop(0)
    return Call(name.lower(), named, tuple(words))


def _call(call: Call, place: _Place, carrier: Carrier) -> str:
    address = call.first(*_SOURCE_NAMES) or (call.words[0] if call.words else "")
    if place.in_link:
        return address.replace(" ", "%20") or "unknown:"
    if any(word in call.name for word in _IMAGE_WORDS) and address:
        alt = call.first("alt", "title") or (call.words[-1] if len(call.words) > 1 else "")
        return carrier.picture(address, alt, call.first("caption", "credit"), place.line)
    if call.name in _LINKS or call.name.endswith("button"):
        return _link(call.first("label", "text", "title") or address, address)
    if said := call.first(*_TEXTS):
        cite = call.first("cite", "author", "source")
        return f"> {said}" + (f" — {cite}" if cite else "")
    if call.name not in _QUIET | place.paired:
        carrier.dropped(call.name, place.line)
    return f"**{call.named['title']}**" if call.named.get("title") else ""


def _link(label: str, address: str) -> str:
    """HTML, because it may stand inside HTML."""
    return f'<a href="{html.escape(address.replace(" ", "%20"))}">{html.escape(label)}</a>' if address else label
