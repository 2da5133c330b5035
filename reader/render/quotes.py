"""Quotation marks by language.

The pairs are each language's ordinary ones (as in CLDR's delimiters). The closing single mark stays the apostrophe.
Chinese, Japanese and Korean write no spaces around a quotation, so that a straight mark does not show which side it
is: there quotes stay as the author typed them.
"""

from __future__ import annotations

_GUILLEMETS = ("«", "»")
_PAIRS: dict[str, tuple[str, str]] = {
    "ar": _GUILLEMETS,
    "cs": ("„", "“"),
    "de": ("„", "“"),
    "es": _GUILLEMETS,
    "fa": _GUILLEMETS,
    "fr": ("«\u202f", "\u202f»"),
    "it": _GUILLEMETS,
    "kk": _GUILLEMETS,
    "ky": _GUILLEMETS,
    "pl": ("„", "”"),
    "ru": _GUILLEMETS,
    "ug": _GUILLEMETS,
    "uk": _GUILLEMETS,
}
_AS_TYPED = frozenset({"zh", "ja", "ko"})


def quotes(language: str) -> tuple[str, str] | None:
    """The opening and closing double quotation marks, or ``None`` where straight ones are left alone."""
    base = language.lower().split("-")[0]
    return None if base in _AS_TYPED else _PAIRS.get(base, ("“", "”"))
