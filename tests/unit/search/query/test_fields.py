from __future__ import annotations

import pytest

from reader.search.query import fields
from reader.search.query.parser import parse
from reader.search.query.syntax import Days, Exact, Language, Marked, Name, Not, Phrase, Words

LANGUAGES = ["en", "zh-Hans", "zh-Hant", "ru", "kk", "ug", "ar", "fr", "es"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_in_every_language_and_is_understood_by_it(language: str) -> None:
    shown = fields.names(language)
    assert set(shown) == set(fields.FIELDS)
    assert {field: fields.field_of(name) for field, name in shown.items()} == {field: field for field in shown}
    assert all(" " not in name for name in shown.values())


def test_no_name_means_two_fields_in_two_languages() -> None:
    seen: dict[str, str] = {}
    for table in fields._NAMES.values():
        for field, names in table.items():
            for name in names.split():
                assert seen.setdefault(fields._key(name), field) == field, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_is_understood(language: str) -> None:
    offered = fields.values(language)
    asked = [fields.mark_of(value) for value in (*offered["is"], *offered["has"])]
    assert asked == [
        ("read", False), ("read", True), ("starred", True), ("opened", True), ("note", True), ("picture", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("auteur:quill", Name("quill", "author", Words("quill", "author"))),
        ("АВТОР:чен", Name("чен", "author", Words("чен", "author"))),
        ("作者：陈", Name("陈", "author", Words("陈", "author"))),
        ("ئاپتور:چېن", Name("چېن", "author", Words("چېن", "author"))),
        ("الكاتب:سارة", Name("سارة", "author", Words("سارة", "author"))),
        ("etiquette:nord", Name("nord", "tag", Words("nord", "tag"))),
        ("e\u0301tiquette:nord", Name("nord", "tag", Words("nord", "tag"))),
        ("Título:mula", Words("mula", "title")),
        ("тіл:kk", Language("kk")),
        ("язык:русский", Language("ru")),
        ("lang:Uyghur", Language("ug")),
        ("langue:anglais", Language("en")),
        ("idioma:inglés", Language("en")),
        ("язык:английский", Language("en")),
        ("тіл:орысша", Language("ru")),
        ("语言：英语", Language("en")),
        ("語言:維吾爾語", Language("ug")),
        ("لغة:الإنجليزية", Language("en")),
        ("تىل:ئۇيغۇرچە", Language("ug")),
        ("langue:chinois", Language("zh")),
        ("语言:繁体中文", Language("zh-hant")),
        ("mot-clé:nord", Name("nord", "tag", Words("nord", "tag"))),
        ("-Mot-Cle\u0301:nord", Not(Name("nord", "tag", Words("nord", "tag")))),
        ('mot-cle:"nord"', Name("nord", "tag", Exact("nord", "tag"))),
        ("pack-horse:nord", Words("pack-horse:nord")),  # no field, and no address of one
        ("title:-book", Not(Words("book", "title"))),
        ('tag:-"pack horse"', Not(Name("pack horse", "tag", Phrase("pack horse", "tag")))),
        ("is:-read", Not(Marked("read"))),
        ("статус:непрочитано", Not(Marked("read"))),
        ("est:non-lu", Not(Marked("read"))),
        ("状态：未读", Not(Marked("read"))),
        ("есть:заметка", Marked("note")),
    ],
)
def test_fields_are_understood_in_the_languages_of_the_interface(text: str, tree: object) -> None:
    assert parse(text) == parse(text).__class__(tree)


def test_dates_are_understood_in_other_words_and_digits() -> None:
    expected = parse("on:2019-06").tree
    assert isinstance(expected, Days)
    for text in ("date:2019-06", "дата:2019-06", "日期：2019年6月", "تاريخ:٢٠١٩-٠٦", "fecha:2019/6"):
        assert parse(text).tree == expected


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh", "标题"),
        ("zh-TW", "標題"),
        ("zh_Hant", "標題"),
        ("zh-CN", "标题"),
        ("fr-CA", "titre"),
        ("de", "title"),
        ("", "title"),
    ],
)
def test_names_are_those_of_the_nearest_language(language: str, name: str) -> None:
    assert fields.names(language)["title"] == name


def test_no_name_means_two_languages_and_each_interface_names_all_there_are_translations_for() -> None:
    seen: dict[str, str] = {}
    for tag, names in fields._LANGUAGES.items():
        for name in names.split():
            assert seen.setdefault(fields._key(name), tag) == tag, name
            assert fields.language_of(name) == tag
