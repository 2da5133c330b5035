"""What is offered while a reader types."""

import pytest

from reader.library import Library, searches
from reader.library.index import drain
from reader.library.read import key_of
from reader.library.receive import sync
from reader.library.suggest import MOST, suggest
from reader.model.publication import Kind, Thing
from reader.model.search import SuggestionKind


def offered(library, text, at=None, language="en"):
    return suggest(library, text, len(text) if at is None else at, language)


def kinds(library, text, **options):
    return {(one.kind, one.label) for one in offered(library, text, **options)}


@pytest.mark.parametrize(
    ("text", "kind", "label", "whole"),
    [
        ("tag:win", "tag", "winter", "tag:winter "),
        ("tag:win snow", "tag", "winter", "tag:winter snow"),
        ("author:pen", "author", "Umar the Pen", 'author:"Umar the Pen" '),
        ("snow auth", "field", "author:", "snow author:"),
        ("valley", "series", "Voices from the valley", 'series:"Voices from the valley" '),
        ("is:un", "field", "unread", "is:unread "),
        ("lang:рус", "lang", "Русский", "lang:ru "),
        ("section:chi", "section", "China", "section:China "),
    ],
)
def test_what_stands_at_the_cursor_is_completed_in_place(library, text, kind, label, whole):
    at = text.find(" snow") if text.endswith(" snow") else len(text)
    one = next(one for one in offered(library, text, at) if (one.kind, one.label) == (kind, label))
    assert one.text == whole
    assert 0 <= one.cursor <= len(whole)


def test_a_section_counts_what_is_below_it(library):
    (china,) = [one for one in offered(library, "section:china") if one.label == "China"]
    assert china.count == 3


def test_in_a_field_there_are_its_values_only(library):
    assert {one.kind for one in offered(library, "tag:w")} == {SuggestionKind.TAG}
    assert offered(library, "before:20") == ()


def test_words_and_articles(library):
    assert (SuggestionKind.TERM, "lessons") in kinds(library, "less")
    (article,) = [one for one in offered(library, "courier ov") if one.kind is SuggestionKind.ARTICLE]
    assert (article.key, article.text) == (key_of(library, "pass"), "courier ov")


def test_names_are_in_the_readers_language_and_found_in_all(library):
    assert (SuggestionKind.TOPIC, "Дороги") in kinds(library, "road", language="ru")


def test_earlier_and_kept_searches(library):
    searches.save(library, "tag:winter", "Winter")
    for text in ("sea salt", "Séance", "tea"):
        searches.remember(library, text)
    assert [one.label for one in offered(library, "")] == ["Winter", "tea", "Séance", "sea salt"]
    assert {(SuggestionKind.HISTORY, "sea salt"), (SuggestionKind.HISTORY, "Séance")} <= kinds(library, "sea")
    (kept,) = [one for one in offered(library, "win") if one.kind is SuggestionKind.SAVED]
    assert (kept.text, kept.cursor, kept.count) == ("tag:winter", 10, 2)


def test_nothing_typed_raises_and_there_are_never_too_many(library):
    for number in range(30):
        searches.remember(library, f"snow {number}")
    assert len(offered(library, "snow")) <= MOST
    for text in ('"', "(((", "tag:", "-", "*", ":", "a" * 600, "図", "title:*", 'tag:"un', "OR", "\ud800"):
        for at in (0, 1, len(text), 10_000, -5):
            assert len(offered(library, text, at)) <= MOST


@pytest.fixture
def shelf(publisher, tmp_path):
    make = publisher.article
    titles = {"en": "Craft", "fr": "Le métier"}
    bundle = publisher.publish(
        Thing(publisher.id, Kind.SECTION, "craft", titles),
        Thing(publisher.id, Kind.SECTION, "letters", {"en": "Letters", "fr": "Courrier"}),
        make("lib", "Lines of mules", "The library and the likes of it", section="craft", tags=("mules",)),
        make("lib2", "Lists", "The library likes pack horses", section="craft", tags=("mail",)),
        make("ru", "Библиотека", "Библиотека and lists", language="ru", section="craft"),
        make("fr", "Lire", "C'était l'étude d'une librairie", language="fr", section="craft", tags=("malle",)),
        make("let", "Horses", "A pack house", section="letters"),
    )
    with Library.open(tmp_path / "shelf") as library:
        sync(library, bundle)
        drain(library)
        yield library


def terms(library, text, language="en"):
    return [
        (one.label, one.count) for one in offered(library, text, language=language) if one.kind is SuggestionKind.TERM
    ]


def test_words_of_a_title_are_those_of_titles(shelf):
    assert terms(shelf, "title:li") == [("lines", 1), ("lire", 1), ("lists", 1)]


def test_words_are_counted_within_the_rest_of_the_query(shelf):
    assert terms(shelf, "li") == [("library", 2), ("likes", 2), ("librairie", 1), ("lists", 1)]
    assert terms(shelf, "lang:ru li") == [("lists", 1)]
    assert terms(shelf, "library tag:mail li") == [("library", 1), ("likes", 1)]
    assert terms(shelf, "lang:ru title:li") == []
    assert terms(shelf, "lang:ru OR li") == terms(shelf, "li")


def test_values_are_counted_within_the_rest_of_the_query(shelf):
    assert [(one.label, one.count) for one in offered(shelf, "lang:fr tag:m")] == [("malle", 1)]
    assert [(one.label, one.count) for one in offered(shelf, "tag:m")] == [("mules", 1), ("malle", 1), ("mail", 1)]
    assert not kinds(shelf, "lang:fr le") & {("section", "Letters")}


@pytest.mark.parametrize(
    ("text", "whole"), [("l'é", "l'étude "), ('"pack ho', '"pack horses" '), ("C'éta", "C'était ")]
)
def test_words_behind_others_go_on(shelf, text, whole):
    assert whole in [one.text for one in offered(shelf, text) if one.kind is SuggestionKind.TERM]


def test_titles_of_the_windows_language_come_first(shelf):
    named = [one.label for one in offered(shelf, "le") if one.kind is SuggestionKind.SECTION]
    assert named == ["Letters", "Craft"]
    assert offered(shelf, "section:le")[0].label == "Letters"
    french = [one.label for one in offered(shelf, "le", language="fr") if one.kind is SuggestionKind.SECTION]
    assert french == ["Le métier", "Courrier"]
    articles = [one.label for one in offered(shelf, "li", language="fr") if one.kind is SuggestionKind.ARTICLE]
    assert articles[0] == "Lire"
