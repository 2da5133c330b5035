"""Languages by their own names, as their readers write them."""

from __future__ import annotations

_NAMES = {
    "ar": "العربية",
    "az": "Azərbaycanca",
    "bn": "বাংলা",
    "bo": "བོད་སྐད་",
    "ckb": "کوردیی ناوەندی",
    "cs": "Čeština",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ka": "ქართული",
    "kk": "Қазақша",
    "kk-arab": "قازاقشا",
    "kk-latn": "Qazaqşa",
    "km": "ខ្មែរ",
    "ko": "한국어",
    "ku": "Kurdî",
    "ky": "Кыргызча",
    "lo": "ລາວ",
    "mn": "Монгол",
    "mn-mong": "ᠮᠣᠩᠭᠣᠯ",
    "ms": "Bahasa Melayu",
    "my": "မြန်မာ",
    "ne": "नेपाली",
    "nl": "Nederlands",
    "pl": "Polski",
    "ps": "پښتو",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "si": "සිංහල",
    "sv": "Svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "tg": "Тоҷикӣ",
    "th": "ไทย",
    "tk": "Türkmençe",
    "tr": "Türkçe",
    "tt": "Татарча",
    "ug": "ئۇيغۇرچە",
    "ug-cyrl": "Уйғурчә",
    "ug-latn": "Uyghurche",
    "uk": "Українська",
    "ur": "اردو",
    "uz": "Oʻzbekcha",
    "uz-cyrl": "Ўзбекча",
    "vi": "Tiếng Việt",
    "yi": "ייִדיש",
    "yue": "粵語",
    "za": "Vahcuengh",
    "zh": "中文",
    "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
}
_SAME = {"zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant"}


def name_of(language: str) -> str:
    """A BCP 47 language's own name (``ug`` -> ``ئۇيغۇرچە``); the tag itself where we know none."""
    tag = language.lower().replace("_", "-")
    parts = _SAME.get(tag, tag).split("-")
    nearest = ("-".join(parts[:size]) for size in range(len(parts), 0, -1))
    return next((_NAMES[each] for each in nearest if each in _NAMES), language)
