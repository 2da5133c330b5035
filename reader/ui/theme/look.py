"""A theme with the fonts that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette

from reader import resources
from reader.model.page_style import Theme

CHOICES = ("system", "light", "sepia", "dark", "contrast")
SANS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
SERIF = ("Noto Serif", "Charter", "Georgia", "DejaVu Serif")
MONO = ("Noto Sans Mono", "Consolas", "Menlo", "DejaVu Sans Mono")
_SANS_BY_SCRIPT = ("Noto Sans Arabic", "Noto Sans CJK SC", "Noto Sans CJK JP")
_SERIF_BY_SCRIPT = ("Noto Naskh Arabic", "Noto Serif CJK SC", "Noto Serif CJK JP")
_TYPICAL = 12
SMALLEST, LARGEST = 90, 150
"""Percent of the system's text size that the window's own text may have."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and the size, in pixels, of the window's ordinary text; all other sizes follow from it.

    ``enlarged`` is how much larger than the system's that text is: the page has a size of its own, which does not follow.
    """

    theme: Theme
    base: float
    enlarged: float = 1.0

    def colour(self, name: str) -> QColor:
        """One of the theme's colours by its field's name."""
        return QColor(getattr(self.theme, name))

    def px(self, length: float) -> int:
        """A length drawn for 13-pixel text, in the size of this reader's text."""
        return round(length * self.base / 13)

    def page_px(self, length: float) -> int:
        """A length of the page, beside the system's text."""
        return round(length * self.base / self.enlarged / 13)

    def sans(self, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The window's own type; ``size`` as drawn beside 13-pixel text."""
        return self._font((*SANS, *_SANS_BY_SCRIPT), size, weight)

    def serif(self, size: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The type of titles."""
        return self._font((*SERIF, *_SERIF_BY_SCRIPT), size, weight)

    def mono(self, size: float = 13) -> QFont:
        """The type of fingerprints."""
        return self._font(MONO, size, QFont.Weight.Normal)

    def small_capitals(self, size: float = 11) -> QFont:
        """The type of headings in lists: capitals, spaced."""
        font = self.sans(size, QFont.Weight.Medium)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
        return font

    def _font(self, families: tuple[str, ...], size: float, weight: QFont.Weight) -> QFont:
        return QFont(_made(families, self.px(size), weight))

    def palette(self) -> QPalette:
        """The palette of all standard widgets."""
        palette = QPalette()
        role = QPalette.ColorRole
        for name, roles in {
            "paper": (role.Base, role.Light, role.BrightText),
            "panel": (role.Window, role.AlternateBase, role.Midlight),
            "chip": (role.Button, role.ToolTipBase),
            "ink": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText),
            "soft": (role.PlaceholderText,),
            "accent": (role.Link, role.LinkVisited, role.Accent),
            "selected": (role.Highlight,),
            "rule": (role.Mid, role.Dark, role.Shadow),
        }.items():
            for one in roles:
                palette.setColor(one, self.colour(name))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.colour("soft"))
        return palette


@lru_cache(maxsize=256)
def _made(families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont([family for family in families if family in _installed()] or QFont().families())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def make_look(choice: str, percent: int = 100) -> Look:
    """The look for a choice of theme, at a share of the system's text size. ``system`` follows the system's light or dark."""
    enlarged = min(max(percent, SMALLEST), LARGEST) / 100
    return Look(_theme(choice), _system_size() * 13 / _TYPICAL * enlarged, enlarged)


def _theme(choice: str) -> Theme:
    name = choice
    if choice not in CHOICES[1:]:
        name = "dark" if _scheme() is Qt.ColorScheme.Dark else "light"
    return Theme.parse(resources.read(f"themes/{name}.json"))


def _scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()


def _system_size() -> float:
    """Pixels of the system's ordinary text now, whatever font the application was given by us."""
    return float(QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize())
