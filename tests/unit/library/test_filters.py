import pytest

from reader.library import Library, filters, find
from reader.library.index import drain
from reader.library.overview import overview
from reader.library.receive import sync
from reader.model.listing import Node
from reader.model.overview import Span
from reader.model.publication import Kind, Thing
from reader.model.search import Facet, FacetKind, Query


@pytest.fixture
def filled(publisher, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        publisher.section("news", "News"),
        publisher.section("north", "North", parent="news"),
        Thing(publisher.id, Kind.REGION, "cn", {"en": "China"}),
        Thing(publisher.id, Kind.REGION, "kz", {"en": "Kazakhstan"}),
        make("one", section="north", regions=("cn",)),
        make("two", section="news", regions=("cn", "kz")),
        make("three", date="2018-12-31", body="Snow fell."),
        make("four", body="Ice.", regions=("cn",)),
        make("five"),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
        yield library


REGION, SECTION, TAG = FacetKind.REGION, FacetKind.SECTION, FacetKind.TAG


def test_a_value_is_added_once_and_taken_away_by_the_second_press():
    text = filters.narrowed("courier", TAG, "pack horse")
    assert text == 'courier tag:"pack horse"'
    assert filters.narrowed(text, TAG, "Pack Horse") == "courier"


def test_tags_add_up_where_sections_and_regions_take_each_others_place():
    assert filters.narrowed("tag:snow", TAG, "ice") == "tag:snow tag:ice"
    assert filters.narrowed("section:news x", SECTION, "essays") == "x section:essays"
    assert filters.narrowed("region:cn x", REGION, "kz") == "x region:kz"


@pytest.mark.parametrize(
    ("span", "typed"),
    [
        (Span("2019-06", "2019-06"), "x on:2019-06"),
        (Span("2018-05", "2019-11"), "x on:2018-05..2019-11"),
        (Span("2018-01", "2020-12"), "x on:2018..2020"),
        (Span(), "x"),
    ],
)
def test_months_take_the_place_of_other_dates(span, typed):
    text = filters.spanned("x after:2001 before:2002", span)
    assert text == typed
    assert filters.span_of(text) == span


def test_dates_leave_the_months_between_them():
    assert filters.span_of("after:2018 before:2019-06") == Span("2019-01", "2019-05")
    assert filters.span_of("-on:2018 snow") == Span()
    assert filters.span_of("on:nonsense") == Span()
    assert filters.undated('"a b" on:2018 lang:en') == '"a b" lang:en'


def test_what_is_left_open_is_closed_before_more_is_added():
    assert filters.values_of(filters.narrowed('(a OR "b c', REGION, "cn"), REGION) == {"cn"}


def test_lists_of_the_navigation_are_filters_too():
    texts = [filters.text_of(Node.parse(node)) for node in ("tag:pack horse", "unread", "latest", "search:a b")]
    assert texts == ['tag:"pack horse"', "is:unread", "", "a b"]


def test_the_words_stay_when_the_filters_go():
    assert filters.words_of("snow section:news title:road -lang:ru on:2019") == "snow title:road"


def test_chips_show_titles_in_place_of_ids(filled):
    chips = filters.chips(filled, 'snow section:north "winter road" on:2019-06 -tag:ice (a OR b)')
    assert [(chip.label, chip.kind) for chip in chips] == [
        ("snow", ""),
        ("North", "section"),
        ('"winter road"', ""),
        ("2019-06", "date"),
        ("-tag:ice", "tag"),
        ("(a OR b)", ""),
    ]
    assert chips[3].span == Span("2019-06", "2019-06")
    assert filters.without("snow section:north", filters.chips(filled, "snow section:north")[1]) == "snow"


def test_everything_is_counted_by_the_store(filled):
    found = overview(filled, " ")
    assert (found.text, found.total, found.chips) == ("", 5, ())
    assert found.months == (("2018-12", 1), ("2019-06", 4))
    assert [(one.value, one.label, one.count) for one in found.regions] == [("cn", "China", 3), ("kz", "Kazakhstan", 1)]


def test_months_are_counted_as_if_there_were_no_dates(filled):
    found = overview(filled, "snow on:2018")
    assert found.total == 1
    assert dict(found.months) == {"2018-12": 1, "2019-06": 3}
    assert found.span == Span("2018-01", "2018-12")
    assert dict(overview(filled, "on:2018").months) == {"2018-12": 1, "2019-06": 4}


def test_regions_are_counted_as_if_there_were_no_region(filled):
    found = overview(filled, "region:kz")
    assert (found.total, found.chosen) == (1, {"kz"})
    assert found.by_region == {"cn": 3, "kz": 1}


def test_a_map_of_regions_within_a_search(filled):
    found = overview(filled, "snow region:kz")
    assert found.by_region == {"cn": 2, "kz": 1}
    assert [value.label for value in found.regions] == ["China", "Kazakhstan"]


QUERIES = (
    "", "snow", "snow is:unread", "section:news", "section:news snow", "region:kz", "lang:en", "lang:zh snow", "on:2018",
    "on:2019-06 snow", "tag:Ice", "author:lee OR snow", "-region:cn", "series:s", "nothing",
)  # fmt: skip


def pressed(library, text, kind, value):
    return find.search(library, Query(filters.narrowed(text, kind, value), limit=0)).total


@pytest.mark.parametrize("text", QUERIES)
def test_a_press_on_a_number_leads_to_so_many_results(mixed, text):
    found = overview(mixed, text)
    values = [(facet.kind, one) for facet in (*found.facets, Facet(REGION, found.regions)) for one in facet.values]
    for kind, one in values:
        if one.value not in filters.values_of(text, kind):
            assert (kind, one.value, pressed(mixed, text, kind, one.value)) == (kind, one.value, one.count)
    for name, count in found.months + found.years:
        span = Span(name, name) if "-" in name else Span(f"{name}-01", f"{name}-12")
        assert (name, find.search(mixed, Query(filters.spanned(text, span), limit=0)).total) == (name, count)
    assert found.total == (find.search(mixed, Query(text, limit=0)).total if text else 14)


def test_the_total_of_a_list_of_articles_counts_each_translation(mixed):
    assert overview(mixed, "region:cn").total < overview(mixed, "region:cn", fold=False).total


@pytest.fixture
def mixed(publisher, tmp_path):
    """Works in several languages of other dates, with tags, sections and regions that not all of a work's translations have."""
    make, rows = publisher.article, []
    for number in range(4):
        work = f"w{number}"
        common = {
            "section": "north" if number % 2 else "news",
            "series": "s" * (number == 1),
            "authors": ("lee",) * (number > 1),
        }
        rows += [
            make(
                work,
                "Snow fell.",
                regions=("cn", "kz")[: number % 3],
                date=f"2018-0{number + 1}-05",
                tags=("ice",),
                **common,
            ),
            make(
                f"{work}.zh",
                "snow 雪",
                language="zh",
                work=work,
                regions=("cn",),
                date="2018-12-01",
                tags=("Ice", "雪"),
                **common,
            ),
            make(f"{work}.t", "snow", language="zh-Hant", work=work, regions=("cn",), date="2019-06-03", tags=("x",)),
        ]
    bundle = publisher.publish(
        publisher.section("news", "News"),
        publisher.section("north", "North", parent="news"),
        Thing(publisher.id, Kind.REGION, "cn", {"en": "China"}),
        Thing(publisher.id, Kind.REGION, "kz", {"en": "Kazakhstan"}),
        *rows,
        make("alone", "Ice.", language="en-GB", section="news"),
        make("other", "Snow.", language="zh-Hant", date="2019-06-04", tags=("ICE",)),
    )
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        drain(library)
        yield library


def test_a_region_holds_what_is_below_it(publisher, tmp_path):
    make = publisher.article
    bundle = publisher.publish(
        Thing(publisher.id, Kind.REGION, "cn", {"en": "China"}),
        Thing(publisher.id, Kind.REGION, "cn-xj", {"en": "Xinjiang"}, parent="cn"),
        Thing(publisher.id, Kind.REGION, "cn-bj", {"en": "Beijing"}, parent="cn"),
        make("one", "Snow", regions=("cn-xj",)),
        make("two", "Snow", regions=("cn-xj", "cn-bj", "cn")),
        make("three", "Snow", regions=("cn",)),
    )
    with Library.open(tmp_path / "below") as library:
        sync(library, bundle)
        drain(library)
        for text in ("", "snow"):
            assert {one.value: one.count for one in overview(library, text).regions} == {
                "cn": 3,
                "cn-xj": 2,
                "cn-bj": 1,
            }
        assert [overview(library, text).total for text in ("region:cn", "region:cn-xj", "region:China")] == [3, 2, 3]


def test_a_filter_without_each_of_its_filters_the_last_first(filled):
    found = filters.without_one(filled, "snow section:news -tag:x is:unread title:y")
    assert [text for _label, text in found] == [
        "snow section:news -tag:x title:y",
        "snow section:news is:unread title:y",
        "snow -tag:x is:unread title:y",
    ]
    assert filters.without_one(filled, "snow title:y") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("snow road", "snow road"),
        ("region:ru snow road", "snow road"),
        ('snow "the road" region:ru', 'snow "the road"'),
        ("is:unread 雪 on:2019", "雪"),
        ("region:ru (snow OR road) lang:ru", "(snow OR road)"),
        ("region:ru title:road", "title:road"),
    ],
)
def test_words_have_their_place_beside_what_narrows(text, found):
    start, end = filters.place_of_words(text)
    assert text[start:end] == found


@pytest.mark.parametrize("text", ["region:ru", "snow region:ru road"])
def test_where_no_words_stand_together_it_is_the_end(text):
    assert filters.place_of_words(text) == (len(text), len(text))
