"""The catalogues against the source, and CLDR's plural categories."""

import importlib.util
from pathlib import Path

import pytest

from reader.ui.catalogue import TAGS, category, load, nearest

_TOOL = Path(__file__).parents[2] / "packaging" / "translations.py"
_SPEC = importlib.util.spec_from_file_location("translations", _TOOL)
tool = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(tool)

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
    assert tool.stale(tool.sentences(), values) == []
    assert tool.broken(values) == []


@pytest.mark.parametrize("tag", tool.TAGS)
def test_a_noun_has_every_form_of_its_language(tag):
    for noun, forms in load(tag).nouns.items():
        assert set(forms) == CATEGORIES[tag], noun


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
        ("kk", 1, "one"), ("ug", 5, "other"), ("en", 1, "one"),
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
