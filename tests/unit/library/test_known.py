"""What the index asks: names in every spelling, and what the reader marked."""

from reader.library import mark
from reader.library.index import document_of
from reader.library.known import LibraryKnown
from reader.library.read import article, key_of
from reader.library.receive import sync
from reader.model.publication import Kind, Thing
from reader.model.search import FacetKind


def test_things_are_known_by_id_and_by_whole_title_in_any_language(library):
    known = LibraryKnown(library)
    assert set(known.named(FacetKind.TOPIC, "roads")) == {"roads"}
    assert set(known.named(FacetKind.TOPIC, "ДОРОГИ")) == {"roads"}
    assert set(known.named(FacetKind.AUTHOR, "umar the pen")) == {"umar"}
    assert set(known.named(FacetKind.SERIES, "Voices from the Valley")) == {"valley"}
    assert not known.named(FacetKind.SERIES, "Voices")
    assert not known.named(FacetKind.TAG, "roads")


def test_tags_are_known_however_their_words_are_joined(library, publisher):
    sync(library, publisher.publish(publisher.article("hay", tags=("Mutual aid",))))
    known = LibraryKnown(library)
    for text in ("mutual aid", "MUTUAL_AID", "mutual-aid", "  mutual  aid "):
        assert set(known.named(FacetKind.TAG, text)) == {"Mutual aid"}, text


def test_languages_are_known_by_code_and_by_their_own_name(library, publisher):
    sync(library, publisher.publish(publisher.article("ma", language="zh-Hant")))
    known = LibraryKnown(library)
    assert set(known.named(FacetKind.LANGUAGE, "RU")) == {"ru"}
    assert set(known.named(FacetKind.LANGUAGE, "русский")) == {"ru"}
    assert set(known.named(FacetKind.LANGUAGE, "zh")) == {"zh-hant"}
    assert set(known.named(FacetKind.LANGUAGE, "繁體中文")) == {"zh-hant"}


def test_names_follow_an_edition_at_once(library, publisher):
    known = LibraryKnown(library)
    assert not known.named(FacetKind.TOPIC, "Ways")
    sync(library, publisher.publish(Thing(publisher.id, Kind.TOPIC, "roads", {"en": "Ways"})))
    assert set(known.named(FacetKind.TOPIC, "ways")) == {"roads"}
    assert not known.named(FacetKind.TOPIC, "дороги")


def test_marks(library):
    known = LibraryKnown(library)
    tea, sea = key_of(library, "tea"), key_of(library, "sea")
    mark.set_read(library, [tea], True)
    mark.set_starred(library, [sea], True)
    mark.opened(library, sea)
    mark.set_note(library, tea, " Ask about the tin. ")
    marked = {name: set(known.marked(name)) for name in ("read", "starred", "opened", "note", "else")}
    assert marked == {"read": {tea}, "starred": {sea}, "opened": {sea}, "note": {tea}, "else": set()}
    assert mark.note(library, tea) == "Ask about the tin."
    mark.set_note(library, tea, " ")
    assert (mark.note(library, tea), set(known.marked("note"))) == ("", set())


def test_the_index_is_told_what_an_article_counts_under(library):
    names = {(thing.kind, thing.publication, thing.id): thing for thing in library.store.catalogue.things(Kind.SECTION)}
    key = key_of(library, "pass")
    told = document_of(key, article(library, key), names)
    assert set(told.labels) == {
        ("section", "news"),
        ("section", "china"),
        ("tag", "couriers"),
        ("tag", "winter"),
        ("author", "umar"),
        ("lang", "en"),
        ("topic", "roads"),
        ("series", "valley"),
        ("has", "picture"),
    }
    translated = key_of(library, "pass.ru")
    told = document_of(translated, article(library, translated), names)
    assert told.work == "pass"
    assert ("has", "picture") not in told.labels
