"""Languages by their own names."""

from __future__ import annotations

import pytest

from reader.model.languages import name_of


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ug", "ئۇيغۇرچە"),
        ("kk", "Қазақша"),
        ("zh", "中文"),
        ("zh-Hant", "繁體中文"),
        ("zh-TW", "繁體中文"),
        ("zh_CN", "简体中文"),
        ("zh-Hant-HK", "繁體中文"),
        ("ug-Latn", "Uyghurche"),
        ("en-GB", "English"),
        ("fr", "Français"),
        ("qqq", "qqq"),
        ("", ""),
    ],
)
def test_a_language_by_its_own_name(language, name):
    assert name_of(language) == name
