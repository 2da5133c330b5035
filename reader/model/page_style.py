"""How a page shall look: colours, type, measure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields, replace

from reader.model.article import Script, Tier, script_of

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``, for the page and for the window around it.

    ``paper`` lies behind text and lists, ``panel`` behind the navigation and bars, ``selected`` behind the chosen row,
    ``rule`` draws hairlines. ``ink`` is text, ``soft`` secondary text, ``accent`` links and dots, ``good`` and
    ``warning`` say trust. ``chip`` lies behind tags and boxes, ``code`` behind code, ``mark`` behind search hits.
    """

    name: str
    dark: bool
    paper: str
    panel: str
    selected: str
    rule: str
    ink: str
    soft: str
    accent: str
    good: str
    warning: str
    chip: str
    code: str
    mark: str
    mark_ink: str

    @classmethod
    def parse(cls, data: bytes) -> Theme:
        """Read a theme's JSON object from our own resources.

        Raises:
            ValueError: a colour is missing, unknown or not ``#rrggbb`` (a bug in a theme file of ours).
        """
        values = json.loads(data)
        names = {each.name for each in fields(cls)}
        colours = names - {"name", "dark"}
        if set(values) != names or not all(_COLOUR.fullmatch(values[colour]) for colour in colours):
            raise ValueError(values.get("name"))
        return cls(**values)


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How a page shall look.

    ``size`` and ``measure`` (the text column's width) are pixels; ``measures`` are the widths for scripts whose letters
    are wider or narrower; ``line_spacing`` is in per cent of ``size``. Families
    are tried in order; families for the article's script go before them. ``serif_body`` chooses which of the
    two sets running text; ``tier`` is the size of pictures; ``right_to_left`` is the interface's direction. The page
    fills the width that the window gives it. ``column`` is the width of each of two texts side by side, 0 where there is
    no room and they stand under one another. ``numbered`` lets who shows the page paint the numbers of paragraphs in its
    margin. ``paper`` leaves out links that only a screen can follow. The window sets the document's default font to ``size`` pixels before it
    sets the HTML: Qt takes the sizes of headings from there.
    """

    theme: Theme
    size: int = 17
    measure: int = 660
    line_spacing: int = 190
    serif: tuple[str, ...] = ("Noto Serif", "Charter", "Georgia", "serif")
    sans: tuple[str, ...] = ("Noto Sans", "Segoe UI", "sans-serif")
    mono: tuple[str, ...] = ("DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
    serif_body: bool = True
    tier: Tier = Tier.STANDARD
    right_to_left: bool = False
    column: int = 0
    numbered: bool = False
    paper: bool = False
    measures: tuple[tuple[Script, int], ...] = ()

    def for_language(self, language: str) -> PageStyle:
        """The same style for text in one language: equal for all rooms in which that text is set alike."""
        return replace(self, measure=self.measure_for(language), measures=())

    def measure_for(self, language: str) -> int:
        """The width of a column of text in a language; two columns together are as wide in any."""
        return self.measure if self.column else dict(self.measures).get(script_of(language), self.measure)
