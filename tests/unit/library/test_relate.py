"""Related stories say why, cross languages, and do not look at all that share a common tag."""

import re

import pytest

from reader.library import Library, mark
from reader.library.index import drain
from reader.library.keep_reading import keep_reading
from reader.library.read import further, key_of
from reader.library.receive import sync
from reader.library.relate import related
from reader.model.publication import Kind, Thing
from tests.unit.library.test_verbs import STYLE


@pytest.fixture
def shelf(tmp_path, publisher):
    """Receive articles into a library of their own."""
    library = Library.open(tmp_path / "library")

    def receive(*objects):
        sync(library, publisher.publish(*objects))
        drain(library)
        return library

    yield receive
    library.close()


def stories(library, identity, **options):
    return {story.row.id: story for story in related(library, key_of(library, identity), **options)}


def test_each_reason_names_what_is_shared(library):
    school = stories(library, "pass")["school"]
    assert set(school.shared) >= {("series", "Voices from the valley"), ("tag", "winter"), ("author", "Umar the Pen")}
    assert school.why[0] == "series"
    assert "same series: Voices from the valley" in further(library, key_of(library, "pass"), STYLE).html


def test_a_word_that_is_a_shared_tag_is_not_said_twice(shelf, publisher):
    make = publisher.article
    others = [make(f"o{n}", body=f"Nothing {n}.") for n in range(20)]
    library = shelf(
        make("a", body="Semaphore, lantern.", tags=("semaphore",)),
        make("z", body="Lantern, semaphore.", tags=("semaphore",)),
        *others,
    )
    html = further(library, key_of(library, "a"), STYLE).html
    assert re.findall("both about: (\\w+)([;,\u2069])", html)[0][0] == "lantern"
    assert "both about: lantern, semaphore" not in html


def test_a_rare_tag_says_more_than_a_common_one(shelf, publisher):
    make = publisher.article
    common = [make(f"c{n}", body=f"Nothing {n}.", tags=("news",)) for n in range(30)]
    library = shelf(
        make("a", body="Alone.", tags=("news", "semaphore")), make("z", body="Else.", tags=("semaphore",)), *common
    )
    assert next(iter(stories(library, "a"))) == "z"


def test_a_story_of_a_translation_counts_and_is_shown_in_the_articles_language(shelf, publisher):
    make = publisher.article
    library = shelf(
        make("a", "Original", body="Salt."),
        make("a.ru", "Перевод", body="Соль.", language="ru", work="a", related=("b.ru",), tags=("море",)),
        make("b", "Other", body="Rope."),
        make("b.ru", "Другой", body="Верёвка.", language="ru", work="b"),
        make("c.ru", "Только по-русски", body="Лодка.", language="ru", work="c.ru", tags=("море",)),
    )
    found = stories(library, "a")
    assert (set(found), found["b"].why) == ({"b", "c.ru"}, ("publisher",))
    assert found["c.ru"].shared == (("tag", "море"),)
    assert {"b.ru", "c.ru"} == set(stories(library, "a.ru"))


def test_regions_are_a_reason(shelf, publisher):
    make = publisher.article
    library = shelf(
        Thing(publisher.id, Kind.REGION, "kz", {"en": "Kazakhstan", "ru": "Казахстан"}),
        make("a", body="Salt.", regions=("kz",)),
        make("b", body="Rope.", regions=("kz",)),
    )
    assert stories(library, "a", language="ru")["b"].shared == (("region", "Казахстан"),)


def test_of_a_common_label_only_the_last_are_looked_at(shelf, publisher):
    library = shelf(*(publisher.article(f"n{n}", body=f"Words {n}.", tags=("news",)) for n in range(6)))
    key = key_of(library, "n0")
    found = library.store.catalogue.sharing(key, "tag", "news", 3)
    assert list(found) == sorted((key_of(library, f"n{n}") for n in range(1, 6)), reverse=True)[:3]
    assert library.store.catalogue.labels(key, "tag") == (("news", 6),)


def test_after_the_articles_language_keep_reading_prefers_the_windows(shelf, publisher):
    make = publisher.article
    library = shelf(
        make("kk", section="news", language="kk"),
        make("kk2", section="news", language="kk", date="2018-01-01"),
        make("en", section="news", date="2019-06-01"),
        make("ru", section="news", language="ru", date="2019-01-01"),
    )
    key = key_of(library, "kk")
    assert [row.id for row in keep_reading(library, key, 9, "ru")] == ["kk2", "ru", "en"]
    assert [row.id for row in keep_reading(library, key, 9, "fr-CA")] == ["kk2", "en", "ru"]


def test_keep_reading_goes_by_series_section_topic_and_language(shelf, publisher):
    make = publisher.article
    library = shelf(
        make("p1", series="s", series_part=1, section="news", topics=("roads",)),
        make("p3", series="s", series_part=3),
        make("p2", series="s", series_part=2),
        make("p2.ru", series="s", series_part=2, language="ru", work="p2"),
        make("old", section="news", date="2019-01-01"),
        make("new", section="news", date="2019-05-01"),
        make("ru", section="news", date="2019-06-01", language="ru"),
        make("road", topics=("roads",)),
        make("p1.ru", series="s", series_part=1, section="news", language="ru", work="p1"),
    )
    key = key_of(library, "p1")
    assert [row.id for row in keep_reading(library, key, 9)] == ["p2", "p3", "new", "old", "road", "ru"]
    assert [row.id for row in keep_reading(library, key, 9, "ru")] == ["p2", "p3", "new", "old", "road", "ru"]
    mark.set_read(library, [key_of(library, "p2"), key_of(library, "new")], True)
    shown = {key_of(library, "old")}
    assert [row.id for row in keep_reading(library, key, 2, without=shown)][-1] != "old"
    assert "old" not in {row.id for row in keep_reading(library, key, 9, without=shown)}
