"""What can be chosen, and what it is called: the same in the popover and in the window of all preferences."""

from __future__ import annotations

from reader.ui.catalogue import TAGS
from reader.ui.preferences.style import MEASURES, SPACINGS
from reader.ui.theme import CHOICES
from reader.ui.words import language_name, text

_THEMES = {"system": "System", "light": "Light", "sepia": "Sepia", "dark": "Dark", "contrast": "Contrast"}
_WIDTHS = {"narrow": "Narrow", "medium": "Medium", "wide": "Wide"}
_SPACES = {"tight": "Tight", "medium": "Medium", "loose": "Loose"}


def theme_choices() -> dict[str, str]:
    """The themes and their names."""
    return {name: text(_THEMES[name]) for name in CHOICES}


def type_choices() -> dict[bool, str]:
    """The two kinds of type."""
    return {True: text("Serif"), False: text("Sans")}


def width_choices() -> dict[int, str]:
    """Widths of the column, in letters."""
    return {MEASURES[name]: text(word) for name, word in _WIDTHS.items()}


def spacing_choices() -> dict[int, str]:
    """Distances of lines."""
    return {SPACINGS[name]: text(word) for name, word in _SPACES.items()}


def language_choices() -> dict[str, str]:
    """The languages of the window, each in itself."""
    return {"": text("System"), **{tag: language_name(tag) for tag in TAGS}}
