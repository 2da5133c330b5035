"""Browse, find, relate, read and mark, through the same faces as the window and the command line."""

import pytest

from reader import resources
from reader.errors import QueryError
from reader.library import Library, mark
from reader.library.browse import count, keys, navigation, publications, rows
from reader.library.document import document, has_introduction
from reader.library.find import search
from reader.library.index import drain, pending
from reader.library.keep_reading import keep_reading
from reader.library.read import article, key_of, page, picture
from reader.library.receive import sync
from reader.library.relate import related
from reader.model.article import Picture, Tier
from reader.model.listing import LATEST, Node, NodeKind
from reader.model.page_style import PageStyle, Theme
from reader.model.publication import Kind, Thing
from reader.model.search import Query
from tests.support.publisher import PIXEL, Publisher

STYLE = PageStyle(Theme.parse(resources.read("themes/light.json")))


def found(library, text, **options):
    return [row.id for row in search(library, Query(text, **options)).rows]


def groups(library, language="en"):
    return {group.name: group.items for group in navigation(library, language)}


def test_navigation_counts_sections_with_their_children(library):
    china, world = groups(library)["sections"]
    assert (china.title, china.count, china.children[0].title, china.children[0].count) == ("China", 3, "News", 3)
    assert (world.title, world.count) == ("World", 2)
    mark.set_read(library, [key_of(library, "pass")], True)
    assert groups(library)["sections"][0].unread == 2


def test_navigation_speaks_the_readers_language(library):
    assert [item.title for item in groups(library, "ru")["topics"]] == ["Дороги"]
    assert "О нас" in [item.title for item in groups(library, "ru")["pages"]]


def test_a_language_with_a_script_or_country_finds_its_base(library):
    assert "О нас" in [item.title for item in groups(library, "ru-KZ")["pages"]]


def test_every_node_of_the_navigation_opens(library):
    for group in navigation(library):
        for item in group.items:
            if item.node.kind in {NodeKind.PAGE, NodeKind.GLOSSARY, NodeKind.EVENTS}:
                assert document(library, item.node, STYLE).html
            elif item.count:
                assert len(keys(library, item.node)) == count(library, item.node) == item.count


@pytest.mark.parametrize(
    ("lead", "body", "shown"),
    [
        (Picture("pass", "A pass"), "Snow.\n\n![The pass](media:pass)", 1),
        (Picture("pass", "A pass", credit="Photo: us"), "Snow.\n\n![The pass](media:pass)", 2),
        (Picture("pass", "A pass"), "Snow.", 1),
    ],
)
def test_a_lead_picture_that_the_text_shows_is_not_shown_twice(tmp_path, lead, body, shown):
    publisher = Publisher(tmp_path / "publisher")
    bundle = publisher.publish(publisher.article("a", body=body, lead=lead), pictures=[("pass", "standard", PIXEL)])
    with Library.open(tmp_path / "library") as library:
        sync(library, bundle)
        assert len(page(library, key_of(library, "a"), STYLE).figures) == shown


def test_a_page_that_introduces_a_list_says_how_many_and_leads_to_all(tmp_path):
    publisher = Publisher(tmp_path / "publisher")
    author = Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}, {"en": "Writes."})
    few = Thing(publisher.id, Kind.TOPIC, "few", {"en": "Few"}, {"en": "Rare."})
    articles = [publisher.article(f"a-{n}", authors=("writer",), topics=("few",) if n < 3 else ()) for n in range(20)]
    with Library.open(tmp_path / "library") as library:
        sync(library, publisher.publish(author, few, *articles))
        node = Node(NodeKind.AUTHOR, "writer", publisher.id)
        html = document(library, node, STYLE).html
        assert count(library, node) == 20
        assert "Stories · 20" in html
        assert html.count('class="story"') == 24  # a link and its paragraph each
        assert 'href="packhorse:node/author/writer">\u2068All 20 articles\u2069</a>' in html
        html = document(library, Node(NodeKind.TOPIC, "few"), STYLE).html
        assert "packhorse:node/topic/few" not in html
        assert "Stories · 3" in html


def test_rows_carry_titles_not_ids(library):
    (row,) = rows(library, [key_of(library, "pass")])
    assert (row.section, row.authors, row.thumb) == ("News", ("Umar the Pen",), "p1")


def test_search_by_words_phrases_and_fields(library):
    assert set(found(library, "winter")) == {"pass", "school"}
    assert found(library, '"winter road"') == ["pass"]
    assert found(library, "author:umar lessons") == ["school"]
    assert found(library, "дорогу") == ["pass.ru"]
    assert found(library, "topic:дороги") == ["pass"]
    assert set(found(library, "section:china")) == {"pass", "school"}  # and a translation under its work
    assert found(library, "courier", language="ru") == []


def test_a_hit_in_the_standfirst_alone_shows_that(folder, publisher):
    bundle = publisher.publish(publisher.article("lamp", "Light", "A body.", standfirst="One lantern was enough."))
    with Library.open(folder) as library:
        sync(library, bundle)
        drain(library)
        (hit,) = search(library, Query("lanterns")).rows
    assert hit.snippet == "One lantern was enough."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["lantern"]


def test_hits_show_the_passage_and_mark_it(library):
    (hit,) = search(library, Query('"winter road"')).rows
    assert "winter road" in hit.snippet
    assert {hit.snippet[start:end].lower() for start, end in hit.marks} <= {"winter", "road", "winter road"}
    assert hit.marks


def test_the_page_has_everything_on_it(library):
    shown = page(library, key_of(library, "pass"), STYLE, terms=("snow",)).html
    for part in (
        "News",
        "The courier over the pass",
        "Umar the Pen",
        "couriers",
        "Voices from the valley",
        "A tin of tea",
    ):
        assert part in shown, part
    assert "packhorse:media/p1/standard" in shown
    assert "packhorse:article/tea" in shown
    assert "packhorse:term/bundle" in shown
    assert "русский" in shown.lower()


@pytest.mark.parametrize(
    ("own", "authors", "whose"),
    [("", ("umar",), "Winter Review"), ("CC0", ("umar",), "Umar the Pen"), ("CC0", (), "Winter Review")],
)
def test_a_licence_is_the_authors_own_or_the_publications(folder, publisher, own, authors, whose):
    umar = Thing(publisher.id, Kind.AUTHOR, "umar", {"en": "Umar the Pen"})
    bundle = publisher.publish(umar, publisher.article("a", licence=own, authors=authors), licence="CC-BY-4.0")
    with Library.open(folder) as library:
        sync(library, bundle)
        html = page(library, key_of(library, "a"), STYLE).html
    assert f"\u2068{own or 'CC-BY-4.0'}\u2069&nbsp;&nbsp;·&nbsp; \u2068{whose}\u2069" in html


def test_related_says_why_and_puts_the_publishers_choice_first(library):
    stories = related(library, key_of(library, "pass"))
    assert stories[0].row.id == "tea"
    assert stories[0].why[0] == "publisher"
    school = next(story for story in stories if story.row.id == "school")
    assert {"series", "tag", "author"} <= set(school.why)
    assert "pass.ru" not in {story.row.id for story in stories}


def test_keep_reading_goes_on_with_the_series_and_leaves_out_what_was_read(library):
    key = key_of(library, "pass")
    assert keep_reading(library, key)[0].id == "school"
    mark.set_read(library, [key_of(library, "school")], True)
    assert "school" not in {row.id for row in keep_reading(library, key)}


def test_pictures_fall_back_to_another_size(library, publisher):
    assert picture(library, publisher.id, "p1", Tier.FULL) == PIXEL
    assert picture(library, publisher.id, "absent") is None


def test_introductions(library):
    assert has_introduction(library, Node(NodeKind.TOPIC, "roads"))
    assert not has_introduction(library, LATEST)
    assert "How things travel" in document(library, Node(NodeKind.TOPIC, "roads"), STYLE).html
    assert "Мы несём" in document(library, Node(NodeKind.PAGE, "about"), STYLE, language="ru").html


@pytest.mark.parametrize("identity", ["nothing", "nothing/pass", "../pass", ""])
def test_unknown_articles_are_told(library, identity):
    with pytest.raises(QueryError) as error:
        key_of(library, identity)
    assert error.value.code == "article-unknown"


def test_an_id_in_two_publications_asks_which(library, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    sync(library, other.publish(other.article("pass", "Another pass")))
    with pytest.raises(QueryError) as error:
        key_of(library, "pass")
    assert error.value.code == "article-ambiguous"
    assert article(library, key_of(library, f"{other.id}/pass")).title == "Another pass"
    assert [info.title("en") for info in publications(library)] == ["Summer Review", "Winter Review"]
    assert pending(library) == 1
    assert drain(library) == 1
    assert set(found(library, "pass")) == {"pass"}


def test_each_of_several_publications_can_be_listed_even_without_sections(library, tmp_path):
    assert all(item.title != "all" for group in navigation(library) for item in group.items)
    other = Publisher(tmp_path / "other", "Summer Review")
    sync(library, other.publish(other.article("pass", "Another pass")))
    group = next(group for group in navigation(library) if group.publication == other.id)
    assert [(item.title, item.count) for item in group.items] == [("all", 1)]
    assert [row.title for row in rows(library, keys(library, group.items[0].node))] == ["Another pass"]


def test_a_withdrawn_article_is_found_no_more(library, publisher):
    sync(library, publisher.publish(withdraw=["pass"]))
    assert "pass" not in found(library, "winter")
    drain(library)
    assert search(library, Query("winter")).total == 1


def test_notes_and_what_is_opened_again_are_lists_when_there_are_any(library):
    tea, sea = key_of(library, "tea"), key_of(library, "sea")
    assert not {"notes", "most-opened"} & {item.title for item in groups(library)["library"]}
    mark.set_note(library, tea, "A tin.")
    for key in (tea, sea, sea, tea, sea):
        mark.opened(library, key)
    items = {item.title: item for item in groups(library)["library"]}
    assert (items["notes"].count, items["most-opened"].count) == (1, 2)
    assert list(keys(library, Node.parse("notes"))) == [tea]
    assert list(keys(library, Node.parse("most-opened"))) == [sea, tea]
    mark.clear_history(library)
    assert list(keys(library, Node.parse("most-opened"))) == []
    assert mark.note(library, tea) == "A tin."
