"""Words, numbers, dates and sizes as people read them. Every sentence of the window passes through ``text``."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, Qt

from reader.model.article import is_right_to_left
from reader.model.languages import name_of
from reader.ui import catalogue

_HAN_DATE = "yyyy年M月d日"
_SHORT_DATES = {"zh": _HAN_DATE, "ja": _HAN_DATE}
_LONG_DATES = {
    **_SHORT_DATES,
    "es": "d 'de' MMMM 'de' yyyy",
    "kk": "yyyy 'ж'. d MMMM",
    "ru": "d MMMM yyyy 'г'.",
    "ug": "yyyy-'يىلى' d-MMMM",
}
"""As a page writes them, where that is not day, month and year (``reader.render.dates``)."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
"""Numbers stand beside dates everywhere, so both are written with the same digits."""
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_KILO = 1000


class _Spoken:
    """The one catalogue in force. It is chosen before the window is made, as a window says its words once."""

    catalogue = catalogue.Catalogue("en")


def speak(tag: str) -> None:
    """Choose the interface's language: one of ``catalogue.TAGS``, or empty for the system's own."""
    _Spoken.catalogue = catalogue.load(catalogue.nearest([tag] if tag else QLocale.system().uiLanguages()))
    short_date.cache_clear()
    long_date.cache_clear()


def language() -> str:
    """The tag of the interface's language."""
    return _Spoken.catalogue.tag


def direction() -> Qt.LayoutDirection:
    """Which way the window runs in the interface's language."""
    mirrored = is_right_to_left(language())
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight


def neutral(words: str) -> str:
    """Words without letters, such as ``· 61``, made to run the window's way: by themselves they would run to the right."""
    return f"\u200f{words}" if words and is_right_to_left(language()) else words


def running(words: str) -> str:
    """Words that run the window's way though they, or a part after a dot, begin with a name or a number in other letters."""
    if not (is_right_to_left(language()) and any("\u0590" <= letter <= "\u08ff" for letter in words)):
        return words
    return "\u200f" + words.replace(" · ", "\u200f · \u200f")


def text(sentence: str, **data: object) -> str:
    """A sentence of the window in the interface's language, or in English; ``{name}`` stands for data."""
    said = _Spoken.catalogue.sentences.get(sentence, sentence)
    if not data or not is_right_to_left(language()):
        return said.format(**data) if data else said
    fenced = {name: isolated(value) if isinstance(value, str) else value for name, value in data.items()}
    return said.format(**fenced)


def isolated(words: str) -> str:
    """A name or a path fenced within a sentence, so that it and the sentence keep their own directions (UAX 9)."""
    return f"{_FIRST_STRONG}{words}{_POP}" if words else ""


def joined(name: str, where: str) -> str:
    """A name, and after a dot where it is, each fenced; the name alone where that goes without saying."""
    return f"{isolated(name)} · {isolated(where)}" if where else name


def counted(count: int, one: str, many: str) -> str:
    """``1 article``, ``2,210 articles``: the right noun after a number."""
    form = _Spoken.catalogue.noun(count, many)
    return form.format(count=number(count)) if form else f"{number(count)} {one if count == 1 else many}"


def number(count: int) -> str:
    """A number with its groups parted as the language does."""
    return f"{count:,}".translate(_marks())


def size(count: int) -> str:
    """Bytes for people: 940 B, 12.3 KB, 41 MB."""
    if count < _KILO:
        return text("{size} B", size=str(count))
    kilo, mega, giga = count / _KILO, count / _KILO**2, count / _KILO**3
    if kilo < _KILO:
        return text("{size} KB", size=_short(kilo))
    return (
        text("{size} MB", size=_short(mega))
        if mega < _KILO
        else text("{size} GB", size=f"{giga:.1f}".translate(_marks()))
    )


def _short(value: float) -> str:
    """With a decimal where that is one of two figures."""
    return (f"{value:.0f}" if value >= 10 else f"{value:.1f}").translate(_marks())  # noqa: PLR2004  (two figures are enough)


def _marks() -> dict[int, str]:
    group, decimal = catalogue.MARKS.get(language(), (",", "."))
    return str.maketrans({",": group, ".": decimal})


@lru_cache(maxsize=4096)
def short_date(iso: str) -> str:
    """``2019-06-03`` as ``3 Jun 2019``; empty for no date."""
    return _date(iso, _SHORT_DATES.get(language()[:2], "d MMM yyyy"))


@lru_cache(maxsize=256)
def long_date(iso: str) -> str:
    """``2019-06-03`` as ``3 June 2019``; empty for no date."""
    return _date(iso, _LONG_DATES.get(language()[:2], "d MMMM yyyy"))


def unbroken(said: str) -> str:
    """A date or the like that stays on one line."""
    return said.replace(" ", "\u00a0").replace("-", "-\u2060")


def _date(iso: str, form: str) -> str:
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    if not date.isValid():
        return ""
    return QLocale(language()).toString(date, form).translate(_DIGITS)


def days_old(iso: str) -> int | None:
    """How many days ago this day was; None when it is no date or lies ahead of this machine's clock."""
    date = QDate.fromString(iso[:10], "yyyy-MM-dd")
    days = date.daysTo(QDate.currentDate()) if date.isValid() else -1
    return days if days >= 0 else None


def language_name(tag: str) -> str:
    """A language's name in itself, the same as on a page: 中文, Русский. The code where we know none."""
    return name_of(tag)
