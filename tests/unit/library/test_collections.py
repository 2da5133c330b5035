"""A reader files articles under names, takes them out again, and leaves with citations; nothing that happens to editions undoes that."""

import pytest

from reader.errors import QueryError
from reader.library import Library, browse, collections, filters, find
from reader.library.bibliography import bibliography
from reader.library.read import key_of
from reader.library.receive import sync
from reader.library.repair import repair
from reader.library.suggest import suggest
from reader.model.labels import CitationLabels
from reader.model.listing import Node, NodeKind, Sort
from reader.model.search import Query
from tests.unit.library.test_searches import spoil_an_index


def keys(library, *names):
    return [key_of(library, name) for name in names]


def filed(library, one):
    found = browse.keys(library, Node(NodeKind.COLLECTION, str(one.id)), Sort.ADDED)
    return [row.id for row in browse.rows(library, found)]


def group(library, name):
    return next((one.items for one in browse.navigation(library) if one.name == name), ())


def refused(call, *arguments):
    with pytest.raises(QueryError) as error:
        call(*arguments)
    return error.value.code


def test_collections_are_made_named_filled_and_counted(library):
    snow = collections.create(library, "  Snow   and ice ")
    assert snow.title == "Snow and ice"
    assert collections.create(library, "SNOW AND ICE").id == snow.id
    collections.add(library, snow.id, keys(library, "pass", "tea"))
    assert [(one.title, one.count) for one in collections.listed(library)] == [("Snow and ice", 2)]
    collections.rename(library, snow.id, "Snow")
    collections.rename(library, snow.id, " ")
    collections.rename(library, snow.id, "snow")
    assert collections.find(library, "Snow").title == "snow"
    assert collections.find(library, str(snow.id)).id == snow.id
    assert collections.of_article(library, key_of(library, "tea")) == ((snow.id, "snow"),)


def test_a_title_that_is_a_number_goes_before_a_number(library):
    first = collections.create(library, "Snow")
    second = collections.create(library, str(first.id))
    assert collections.find(library, str(first.id)).id == second.id


def test_what_cannot_be_is_refused_with_a_code(library):
    snow, roads = collections.create(library, "Snow"), collections.create(library, "Roads")
    assert refused(collections.create, library, "  ") == "collection-nameless"
    assert refused(collections.rename, library, roads.id, "SNOW") == "collection-taken"
    assert refused(collections.find, library, "Sea") == "collection-unknown"
    assert refused(collections.find, library, "²") == "collection-unknown"
    collections.remove(library, snow.id)
    assert refused(collections.remove, library, snow.id) == "collection-unknown"
    assert refused(collections.get, library, snow.id) == "collection-unknown"


def test_removing_and_taking_out_can_be_undone(library):
    snow = collections.create(library, "Snow")
    collections.add(library, snow.id, keys(library, "pass"))
    collections.add(library, snow.id, keys(library, "tea"))
    taken = collections.take_out(library, snow.id, keys(library, "pass", "school"))
    assert filed(library, snow) == ["tea"]
    collections.put_back(library, snow.id, taken)
    assert sorted(filed(library, snow)) == ["pass", "tea"]
    collections.restore(library, collections.remove(library, snow.id))
    assert sorted(filed(library, snow)) == ["pass", "tea"]


def test_collections_are_in_the_navigation_and_without_one_the_way_to_one(library):
    assert group(library, "library")[-1].node == Node(NodeKind.COLLECTION)
    snow = collections.create(library, "Snow")
    collections.add(library, snow.id, keys(library, "pass", "tea"))
    (item,) = group(library, "collections")
    assert (item.node, item.title, item.count) == (Node(NodeKind.COLLECTION, str(snow.id)), "Snow", 2)
    assert Node(NodeKind.COLLECTION) not in [one.node for one in group(library, "library")]


def test_nodes_are_written_and_read_as_text():
    for text in ("collection:3", "collection", "new"):
        assert str(Node.parse(text)) == text
    assert refused(Node.parse, "new:3") == "node-unknown"


def test_they_outlive_editions_and_a_lost_catalogue(library, folder, publisher):
    snow = collections.create(library, "Snow")
    collections.add(library, snow.id, keys(library, "pass", "tea"))
    sync(library, publisher.publish(publisher.article("tea", "More tea"), withdraw=["pass"]))
    assert filed(library, snow) == ["tea"]
    library.close()
    spoil_an_index(folder)
    assert "catalogue-rebuilt" in [code for code, _what in repair(folder).found]
    with Library.open(folder) as again:
        assert [(one.title, one.count) for one in collections.listed(again)] == [("Snow", 1)]
        assert filed(again, snow) == ["tea"]


def test_citations_leave_in_the_order_of_filing_as_text_and_as_markdown(library):
    snow = collections.create(library, "Snow *and* ice")
    collections.add(library, snow.id, keys(library, "tea"))
    collections.add(library, snow.id, keys(library, "pass"))
    told = bibliography(library, snow, CitationLabels()).splitlines()
    assert told[:2] == ["Snow *and* ice", ""]
    assert [line.split(",")[0] for line in told[2:]] == ["A tin of tea", "Umar the Pen"]
    assert all("sha256" in line for line in told[2:])
    marked = bibliography(library, snow, CitationLabels(), markdown=True).splitlines()
    assert marked[0] == r"# Snow \*and\* ice"
    assert marked[3].startswith("2. Umar the Pen, The courier over the pass, Winter Review, edition 1")


def found(library, text):
    return {hit.id for hit in find.search(library, Query(text)).rows}


def test_a_search_keeps_to_a_collection(library):
    snow, snowfall = collections.create(library, "Snow"), collections.create(library, "Snow fall")
    collections.add(library, snow.id, keys(library, "pass", "tea"))
    collections.add(library, snowfall.id, keys(library, "school"))
    assert found(library, "in:snow") == {"pass", "tea"}
    assert found(library, "in:sno") == {"pass", "tea", "school"}, "while it is typed"
    assert found(library, 'winter in:"snow FALL"') == {"school"}
    assert found(library, f"winter -in:{snowfall.id}") == {"pass"}
    assert found(library, "in:ice") == set()
    within = Query("winter", within=Node(NodeKind.COLLECTION, str(snow.id)))
    assert [hit.id for hit in find.search(library, within).rows] == ["pass"]


def test_the_filter_of_a_collection_has_its_title_and_is_suggested(library):
    snow = collections.create(library, "Snow roads")
    text = filters.within("winter", Node(NodeKind.COLLECTION, str(snow.id)))
    assert text == f"winter in:{snow.id}"
    assert [(chip.label, chip.kind) for chip in filters.chips(library, text)][1] == ("Snow roads", "in")
    (suggested,) = suggest(library, "in:sn", 5)
    assert (suggested.label, suggested.text) == ("Snow roads", 'in:"Snow roads" ')
