"""Font families by script, most deliberate first: Noto, then what Windows, macOS and Linux bring.

Qt does not choose a font by the ``lang`` attribute, so that without this a Chinese page may come in Japanese shapes and
an Uyghur one in a sans drawn for menus.
"""

from __future__ import annotations

_ARABIC = (
    ("Noto Naskh Arabic", "UKIJ Tuz Tom", "Microsoft Uighur", "Geeza Pro", "Amiri", "Traditional Arabic"),
    ("Noto Sans Arabic", "UKIJ Ekran", "Segoe UI", "Geeza Pro"),
)
_SIMPLIFIED = (
    ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
)
_TRADITIONAL = (
    ("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei"),
)
_JAPANESE = (
    ("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif JP", "Hiragino Mincho ProN", "Yu Mincho"),
    ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic"),
)
_KOREAN = (
    ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif KR", "AppleMyungjo", "Batang"),
    ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
)
_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ug", "ps", "sd", "ckb"), _ARABIC),
    "ur": (("Noto Nastaliq Urdu", *_ARABIC[0]), _ARABIC[1]),
    "ja": _JAPANESE,
    "ko": _KOREAN,
    "zh": _SIMPLIFIED,
}
_GENERIC = frozenset({"serif", "sans-serif", "monospace"})
_TRADITIONAL_MARKS = frozenset({"hant", "tw", "hk", "mo"})


def stacks(language: str, serif: tuple[str, ...], sans: tuple[str, ...]) -> tuple[str, str]:
    """CSS lists of serif and sans families for text in a language, the wanted ones worked in.

    Han and kana fonts go first, for their quotation marks are wide ones. Arabic ones go after, so that digits and Latin
    words among the Arabic keep the page's own letters; generic names go last, for they would answer for any script.
    """
    own = _families(language)
    if own is _ARABIC or "Noto Nastaliq Urdu" in own[0]:
        return stack(_before_generic(serif, own[0])), stack(_before_generic(sans, own[1]))
    return stack((*own[0], *serif)), stack((*own[1], *sans))


def stack(families: tuple[str, ...]) -> str:
    """A CSS list of families."""
    return ", ".join(f"'{family}'" for family in families)


def has_letterforms_upright(language: str) -> bool:
    """Whether slanting spoils the script: Han, kana, Hangul and the Arabic script have no italic."""
    return bool(_families(language)[0])


def _before_generic(wanted: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    generic = tuple(family for family in wanted if family in _GENERIC)
    return (*(family for family in wanted if family not in _GENERIC), *own, *generic)


def _families(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    base, *marks = language.lower().split("-")
    if base == "yue" or (base == "zh" and _TRADITIONAL_MARKS.intersection(marks)):
        return _TRADITIONAL
    if "arab" in marks:
        return _ARABIC
    return ((), ()) if {"latn", "cyrl"}.intersection(marks) else _BY_LANGUAGE.get(base, ((), ()))
