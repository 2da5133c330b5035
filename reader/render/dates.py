"""Days in words, as each language writes them."""

from __future__ import annotations

import re

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ENGLISH = "January February March April May June July August September October November December"
_MONTHS = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": _ENGLISH,
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ug": "يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_PATTERNS = {
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
    "ja": "{year}年{number}月{day}日",
    "kk": "{year} ж. {day} {month}",
    "ko": "{year}년 {number}월 {day}일",
    "pt": "{day} de {month} de {year}",
    "ru": "{day} {month} {year} г.",
    "ug": "{year}-يىلى {day}-{month}",
    "uk": "{day} {month} {year} р.",
    "zh": "{year}年{number}月{day}日",
}


def date_text(date: str, language: str) -> str:
    """An ISO 8601 day in a language's words (``2019-06-03`` in ``ru``: 3 июня 2019 г.).

    A language we do not know gets the ISO day, which no one misreads; anything but a whole day comes back as it is.
    """
    found = _DAY.fullmatch(date)
    base = language.lower().split("-")[0]
    if not found or not (base in _MONTHS or base in _PATTERNS) or not 1 <= int(found[2]) <= len(_ENGLISH.split()):
        return date
    year, number, day = (int(part) for part in found.groups())
    month = _MONTHS.get(base, _ENGLISH).split()[number - 1]
    shown = "1er" if base == "fr" and day == 1 else str(day)
    return _PATTERNS.get(base, "{day} {month} {year}").format(year=year, number=number, day=shown, month=month)
