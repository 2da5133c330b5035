"""Names of fields, marks and languages as readers type them, in English and in the languages of the interface.

All names hold at all times, whatever language the window speaks: case and accents are ignored. The first of several is
the one to show.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from reader.search.text.analysis import units

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Fields whose values are things with an identity and titles.
NAMED = frozenset({"author", "section", "tag", "topic", "region", "series"})
DATES = frozenset({"on", "before", "after"})
MARKS = frozenset({"is", "has"})
FIELDS = ("title", *sorted(NAMED), "lang", "on", "before", "after", "is", "has", "in")

_NAMES: dict[str, dict[str, str]] = {
    "en": {
        "title": "title", "author": "author", "section": "section", "tag": "tag", "topic": "topic", "region": "region",
        "series": "series", "lang": "lang language", "on": "on date", "before": "before", "after": "after", "is": "is",
        "has": "has", "in": "in collection",
    },
    "zh-Hans": {
        "title": "标题", "author": "作者", "section": "栏目 版块", "tag": "标签", "topic": "专题 话题 主题", "region": "地区",
        "series": "系列", "lang": "语言", "on": "日期", "before": "早于", "after": "晚于", "is": "状态", "has": "包含 含",
        "in": "收藏 文集",
    },
    "zh-Hant": {
        "title": "標題", "author": "作者", "section": "欄目 版塊", "tag": "標籤", "topic": "專題 話題 主題", "region": "地區",
        "series": "系列", "lang": "語言", "on": "日期", "before": "早於", "after": "晚於", "is": "狀態", "has": "包含 含",
        "in": "收藏 文集",
    },
    "ru": {
        "title": "заголовок название", "author": "автор", "section": "рубрика раздел", "tag": "метка тег", "topic": "тема",
        "region": "регион", "series": "серия", "lang": "язык", "on": "дата", "before": "до", "after": "после",
        "is": "статус", "has": "есть", "in": "подборка коллекция",
    },
    "kk": {
        "title": "атау атауы", "author": "автор", "section": "айдар бөлім", "tag": "белгі тег", "topic": "тақырып", "region": "аймақ өңір",
        "series": "топтама серия", "lang": "тіл тілі", "on": "күні күн", "before": "дейін", "after": "кейін", "is": "күйі",
        "has": "бар", "in": "жинақ",
    },
    "ug": {
        "title": "ماۋزۇ", "author": "ئاپتور", "section": "سەھىپە بۆلۈم", "tag": "خەتكۈچ خەتكۈش", "topic": "تېما", "region": "رايون",
        "series": "يۈرۈشلۈك", "lang": "تىل", "on": "چېسلا", "before": "بۇرۇن", "after": "كېيىن", "is": "ھالەت", "has": "بار",
        "in": "توپلام",
    },
    "ar": {
        "title": "عنوان العنوان", "author": "كاتب الكاتب مؤلف المؤلف", "section": "قسم القسم", "tag": "وسم الوسم",
        "topic": "موضوع الموضوع", "region": "منطقة المنطقة", "series": "سلسلة السلسلة", "lang": "لغة اللغة",
        "on": "تاريخ التاريخ", "before": "قبل", "after": "بعد", "is": "حالة الحالة", "has": "يحوي به",
        "in": "مجموعة المجموعة",
    },
    "fr": {
        "title": "titre", "author": "auteur auteure autrice", "section": "rubrique section", "tag": "étiquette mot-clé",
        "topic": "sujet thème", "region": "région", "series": "série", "lang": "langue", "on": "date", "before": "avant",
        "after": "après", "is": "état est", "has": "avec", "in": "collection dans",
    },
    "es": {
        "title": "título", "author": "autor autora", "section": "sección", "tag": "etiqueta", "topic": "tema", "region": "región",
        "series": "serie", "lang": "idioma lengua", "on": "fecha", "before": "antes", "after": "después", "is": "estado",
        "has": "con tiene", "in": "colección",
    },
}  # fmt: skip
#: Marks by what they say of an article; the names of those that are not so begin with a hyphen.
_MARKS: dict[str, dict[str, str]] = {
    "en": {
        "read": "read", "-read": "unread", "starred": "starred star", "opened": "opened", "-opened": "unopened",
        "note": "note notes", "picture": "picture pictures image photo",
    },
    "zh-Hans": {"read": "已读", "-read": "未读", "starred": "星标", "opened": "已打开", "note": "笔记", "picture": "图片"},
    "zh-Hant": {"read": "已讀", "-read": "未讀", "starred": "星標", "opened": "已打開", "note": "筆記", "picture": "圖片"},
    "ru": {
        "read": "прочитано", "-read": "непрочитано", "starred": "избранное отмеченное", "opened": "открыто", "note": "заметка заметки",
        "picture": "фото картинка изображение",
    },
    "kk": {
        "read": "оқылған", "-read": "оқылмаған", "starred": "таңдаулы жұлдызшалы", "opened": "ашылған", "note": "жазба", "picture": "сурет",
    },
    "ug": {
        "read": "ئوقۇلغان", "-read": "ئوقۇلمىغان", "starred": "يۇلتۇزلۇق", "opened": "ئېچىلغان", "note": "خاتىرە",
        "picture": "رەسىم",
    },
    "ar": {
        "read": "مقروء", "-read": "غير-مقروء", "starred": "مميز", "opened": "مفتوح", "note": "ملاحظة", "picture": "صورة",
    },
    "fr": {
        "read": "lu", "-read": "non-lu", "starred": "favori", "opened": "ouvert", "note": "note", "picture": "image photo",
    },
    "es": {
        "read": "leído", "-read": "no-leído", "starred": "favorito destacado", "opened": "abierto", "note": "nota", "picture": "imagen foto",
    },
}  # fmt: skip
_OF_FIELD = {"is": ("-read", "read", "starred", "opened"), "has": ("note", "picture")}
#: Cased scripts have operators in capitals alone; of the others only a word that nothing else is.
_OPERATORS = {
    "AND": "AND ET И ЖӘНЕ",
    "OR": "OR OU ИЛИ НЕМЕСЕ 或",
    "NOT": "NOT SAUF НЕ",
}
#: In English, in themselves, and in the languages of the interface.
_LANGUAGES = {
    "ar": "arabic العربية عربي عربية 阿拉伯语 阿拉伯語 阿拉伯文 арабский арабша ئەرەبچە arabe árabe",
    "bo": "tibetan བོད་སྐད བོད་ཡིག 藏语 藏語 藏文 тибетский тибетше تىبەتچە التبتية tibétain tibetano",
    "de": "german deutsch 德语 德語 德文 немецкий немісше نېمىسچە گېرمانچە الألمانية الالمانية allemand alemán",
    "en": "english 英语 英語 英文 английский ағылшынша ағылшын ئىنگلىزچە الإنجليزية الانجليزية إنجليزي انجليزي anglais inglés",
    "es": "spanish español castellano 西班牙语 西班牙語 西班牙文 испанский испанша ئىسپانچە الإسبانية الاسبانية espagnol",
    "fa": "persian farsi فارسی 波斯语 波斯語 персидский парсыша پارسچە الفارسية persan persa",
    "fr": "french français 法语 法語 法文 французский французша فرانسۇزچە الفرنسية فرنسي francés",
    "he": "hebrew עברית", "hi": "hindi हिन्दी", "id": "indonesian", "it": "italian italiano 意大利语 義大利語 итальянский italien",
    "ja": "japanese 日本語 日语 日語 日文 японский жапонша ياپونچە اليابانية japonais japonés",
    "kk": "kazakh қазақша қазақ 哈萨克语 哈薩克語 哈萨克文 哈薩克文 казахский قازاقچە قازاقشا الكازاخية القازاقية kazajo kazako",
    "ko": "korean 한국어 韩语 韓語 韩文 韓文 корейский корейше كورىيەچە الكورية coréen coreano",
    "ky": "kyrgyz кыргызча киргизский", "mn": "mongolian монгол 蒙古语 蒙古語 монгольский моңғолша موڭغۇلچە المنغولية mongol",
    "nl": "dutch nederlands", "pl": "polish polski", "pt": "portuguese português 葡萄牙语 葡萄牙語 португальский portugais portugués",
    "ru": "russian русский 俄语 俄語 俄文 орысша орыс رۇسچە الروسية روسي russe ruso",
    "sv": "swedish svenska", "sw": "swahili kiswahili", "tg": "tajik тоҷикӣ", "th": "thai ไทย", "tt": "tatar татарча",
    "tr": "turkish türkçe 土耳其语 土耳其語 турецкий түрікше تۈركچە التركية turc turco",
    "ug": "uyghur uighur uygur ئۇيغۇرچە ئۇيغۇر 维吾尔语 維吾爾語 维吾尔文 維吾爾文 уйгурский ұйғырша الأويغورية الاويغورية الإيغورية ouïghour uigur",
    "uk": "ukrainian українська украинский ukrainien ucraniano", "uz": "uzbek oʻzbekcha узбекский", "vi": "vietnamese",
    "zh": "chinese 中文 汉语 漢語 华语 華語 китайский қытайша خەنزۇچە الصينية صيني chinois chino",
    "zh-hans": "简体中文 简体 簡體中文", "zh-hant": "繁體中文 繁體 繁体中文 繁体 正體中文",
}  # fmt: skip


def _key(name: str) -> str:
    """A name without what does not matter in it: case, accents, hyphens, spaces."""
    return "".join(unit.text for unit in units(name))


def _keys(tables: Mapping[str, str]) -> dict[str, str]:
    return {_key(name): meaning for meaning, names in tables.items() for name in names.split()}


@cache
def _field_of() -> dict[str, str]:
    return {key: field for table in _NAMES.values() for key, field in _keys(table).items()}


@cache
def _mark_of() -> dict[str, str]:
    return {key: mark for table in _MARKS.values() for key, mark in _keys(table).items()}


@cache
def _language_of() -> dict[str, str]:
    return _keys(_LANGUAGES)


_OPERATOR_OF = {name: operator for operator, names in _OPERATORS.items() for name in names.split()}


def hyphenated() -> tuple[str, ...]:
    """Names of fields that have a hyphen in them, with accents and without."""
    written = {name for table in _NAMES.values() for names in table.values() for name in names.split() if "-" in name}
    forms = {unicodedata.normalize(form, name) for name in written for form in ("NFC", "NFD")}
    return tuple(
        sorted(forms | {"".join(letter for letter in name if not unicodedata.combining(letter)) for name in forms})
    )


def field_of(name: str) -> str:
    """The field that a typed name means, or nothing."""
    return _field_of().get(_key(name), "")


def operator_of(word: str) -> str:
    """``AND``, ``OR``, ``NOT`` or nothing."""
    return _OPERATOR_OF.get(word, "")


def mark_of(value: str) -> tuple[str, bool]:
    """What a value of ``is:`` or ``has:`` asks about, and whether it is to be so; an empty name when it is unknown."""
    mark = _mark_of().get(_key(value), "")
    return mark.removeprefix("-"), not mark.startswith("-")


def begins_mark(value: str) -> bool:
    """Whether a value of ``is:`` or ``has:`` may become one when it is typed on."""
    begun = _key(value)
    return any(key.startswith(begun) for key in _mark_of())


def language_of(name: str) -> str:
    """The tag of a language by its English or own name, or one in a language of the interface; or nothing."""
    return _language_of().get(_key(name), "")


def names(language: str) -> Mapping[str, str]:
    """The name to show for each field, in a language of the interface; English for any other."""
    return {field: found.split()[0] for field, found in _NAMES[_table(language)].items()}


def values(language: str) -> Mapping[str, tuple[str, ...]]:
    """The values to offer after ``is:`` and ``has:``, in a language of the interface."""
    table = _MARKS[_table(language)]
    return {field: tuple(table[mark].split()[0] for mark in marks) for field, marks in _OF_FIELD.items()}


def _table(language: str) -> str:
    primary, _, rest = language.replace("_", "-").lower().partition("-")
    if primary == "zh":
        return "zh-Hant" if {"hant", "tw", "hk", "mo"}.intersection(rest.split("-")) else "zh-Hans"
    return primary if primary in _NAMES else "en"
