"""The catalogues against the source, and CLDR's plural categories."""

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

from reader.search.query import fields
from reader.search.query.parser import parse
from reader.ui.catalogue import TAGS, category, load, nearest
from reader.wording.search import SENTENCES as HINTS

_TOOL = Path(__file__).parents[2] / "packaging" / "translations.py"
_SPEC = importlib.util.spec_from_file_location("translations", _TOOL)
tool = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(tool)
SAID = tool.sentences()

_IN_ORDER = (
    "title",
    "author",
    "section",
    "tag",
    "topic",
    "region",
    "series",
    "lang",
    "on",
    "before",
    "after",
    "is",
    "has",
)
CATEGORIES = {
    "zh-Hans": {"other"},
    "zh-Hant": {"other"},
    "ru": {"one", "few", "many", "other"},
    "ar": {"zero", "one", "two", "few", "many", "other"},
    "fr": {"one", "many", "other"},
    "es": {"one", "many", "other"},
    "kk": {"one", "other"},
    "ug": {"one", "other"},
}


@pytest.mark.parametrize("tag", tool.TAGS)
def test_no_translation_is_stale_or_has_other_placeholders(tag):
    values = tool.catalogue(tag)
    assert tool.stale(SAID, values) == []
    assert tool.broken(values) == []


@pytest.mark.parametrize("tag", tool.TAGS)
def test_a_noun_has_every_form_of_its_language(tag):
    for noun, forms in load(tag).nouns.items():
        assert set(forms) == CATEGORIES[tag], noun


@pytest.mark.parametrize("tag", tool.TAGS)
def test_a_form_for_several_numbers_says_the_number(tag):
    numbers = Counter(category(tag, count) for count in range(201))
    for noun, forms in load(tag).nouns.items():
        assert all("{count}" in form for name, form in forms.items() if numbers[name] != 1), noun


def test_errors_and_hints_of_the_window_are_listed_and_those_of_the_command_line_are_not():
    assert {"Stopped.", HINTS["query-wildcard"][0], "Permission denied"} <= SAID.keys()
    assert not {"The passphrase is empty.", "The publication has no title."} & SAID.keys()


@pytest.mark.parametrize("tag", TAGS)
def test_fields_and_marks_that_a_hint_names_are_understood(tag):
    said = load(tag).sentences
    named = said.get(HINTS["query-field-unknown"][1], HINTS["query-field-unknown"][1])
    found = re.findall(r"([\w-]+):", named)
    assert [fields.field_of(name) for name in found if fields.field_of(name)] == list(_IN_ORDER)
    marks = said.get(HINTS["query-mark-unknown"][1], HINTS["query-mark-unknown"][1])
    pairs = [
        (fields.field_of(name), fields.mark_of(value)[0]) for name, value in re.findall(r"([\w-]+):([\w-]+)", marks)
    ]
    assert pairs == [
        *(("is", mark) for mark in ("read", "read", "starred", "opened")),
        ("has", "note"),
        ("has", "picture"),
    ]


@pytest.mark.parametrize("tag", tool.TAGS)
def test_the_windows_own_name_of_a_thing_is_a_field_to_search_in(tag):
    said = load(tag).sentences
    for field in ("author", "section", "tag", "topic", "region"):
        assert parse(f"{said[field.capitalize()]}:x").tree.field == field


@pytest.mark.parametrize("tag", tool.TAGS)
def test_fences_of_direction_are_closed(tag):
    for words in load(tag).sentences.values():
        depth = 0
        for letter in words:
            depth += {"\u2068": 1, "\u2069": -1}.get(letter, 0)
            assert depth in {0, 1}, words
        assert depth == 0, words


@pytest.mark.parametrize("tag", ["ar", "ug"])
def test_what_begins_without_a_letter_is_fenced_in_scripts_from_right_to_left(tag):
    for words in load(tag).sentences.values():
        assert not re.search(r"(?<!\u2068)--[a-z]", words), words


@pytest.mark.parametrize("tag", ["ar", "ug"])
def test_a_sentence_runs_its_languages_way_whatever_word_begins_it(tag):
    said = load(tag).sentences
    assert said["Tab completes"].startswith("\u200fTab ")
    assert said["Nothing found"][0] not in "\u200f\u2068"
    assert said["Packhorse"] == "Packhorse"


def test_the_tool_knows_the_windows_languages():
    assert ("en", *tool.TAGS) == TAGS


def test_what_is_missing_is_listed():
    assert tool.missing({"Star": False, "articles": True}, {"articles": "статьи"}) == ["Star", "articles"]


def test_other_placeholders_are_found():
    assert tool.broken({"{at} of {count}": "{at} из {cuont}", "days": {"one": "день"}}) == ["{at} of {count}", "days"]


@pytest.mark.parametrize(
    ("tag", "count", "expected"),
    [
        ("ru", 1, "one"), ("ru", 21, "one"), ("ru", 11, "many"), ("ru", 22, "few"), ("ru", 12, "many"), ("ru", 0, "many"),
        ("ar", 0, "zero"), ("ar", 1, "one"), ("ar", 2, "two"), ("ar", 103, "few"), ("ar", 11, "many"), ("ar", 100, "other"),
        ("fr", 0, "one"), ("fr", 2, "other"), ("fr", 2_000_000, "many"), ("es", 0, "other"), ("zh-Hans", 1, "other"),
        ("kk", 1, "one"), ("ug", 5, "other"), ("en", 1, "one"), ("ru", 114, "many"), ("ru", 101, "one"), ("ru", 1_000_000, "many"),
        ("ar", 10, "few"), ("ar", 99, "many"), ("ar", 110, "few"), ("ar", 111, "many"), ("ar", 202, "other"), ("ar", 1_000, "other"),
        ("fr", 1, "one"), ("fr", 1_000_001, "other"), ("es", 1, "one"), ("es", 1_000_000, "many"), ("kk", 0, "other"), ("ug", 1, "one"),
    ],
)  # fmt: skip
def test_plural_categories(tag, count, expected):
    assert category(tag, count) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["zh-TW"], "zh-Hant"), (["zh-Hant-HK"], "zh-Hant"), (["zh_CN.UTF-8"], "zh-Hans"), (["ru-RU"], "ru"),
        (["de", "fr-CA"], "fr"), (["C"], "en"), ([], "en"), (["zh-Hans-HK"], "zh-Hans"),
    ],
)  # fmt: skip
def test_the_systems_language_is_met_as_near_as_can_be(tags, expected):
    assert nearest(tags) == expected


def test_an_unknown_catalogue_is_refused():
    with pytest.raises(ValueError, match=r"\.\./x"):
        load("../x")
