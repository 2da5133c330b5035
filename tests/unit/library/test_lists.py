"""Lists without what was read, keys of all hits, and marks of many articles at once."""

from reader.library import filters, find, mark
from reader.library.browse import keys, unread_keys
from reader.library.read import key_of
from reader.model.listing import LATEST, Node, NodeKind, Sort
from reader.model.search import Query


def test_read_articles_are_left_out_but_not_the_one_that_is_open(library):
    read, opened = key_of(library, "tea"), key_of(library, "pass")
    mark.set_read(library, [read, opened], True)
    mark.set_starred(library, [read], True)
    every = list(keys(library, LATEST, Sort.OLDEST))
    assert list(unread_keys(library, LATEST, Sort.OLDEST)) == [key for key in every if key not in {read, opened}]
    assert list(unread_keys(library, LATEST, Sort.OLDEST, opened)) == [key for key in every if key != read]
    assert list(unread_keys(library, Node(NodeKind.STARRED))) == []
    assert opened not in unread_keys(library, Node(NodeKind.SECTION, "world"), besides=opened)


def test_keys_of_all_hits_are_those_of_all_pages(library):
    query = Query("winter", 1, sort=Sort.OLDEST)
    pages = [find.search(library, Query("winter", 1, n, Sort.OLDEST)).rows for n in range(3)]
    assert list(find.keys(library, query)) == [row.key for page in pages for row in page]
    assert len(find.keys(library, query)) == find.search(library, query).total == 2


def test_marks_of_some_articles_are_told_without_those_of_others(library):
    tea, sea = key_of(library, "tea"), key_of(library, "sea")
    mark.set_read(library, [tea, sea], True)
    mark.set_starred(library, [sea], True)
    assert mark.read_among(library, [tea, key_of(library, "pass")]) == {tea}
    assert mark.starred_among(library, [tea, sea]) == {sea}
    assert mark.read_among(library, []) == frozenset()
    mark.set_read(library, [tea, 10**9], False)
    assert mark.read_among(library, [tea, sea]) == {sea}


def test_a_filter_is_kept_to_unread_ones_and_no_longer_in_any_language():
    assert filters.toggled_unread("courier") == "courier is:unread"
    assert filters.toggled_unread("courier is:unread") == "courier"
    assert filters.toggled_unread("статус:непрочитано снег") == "снег"
    assert filters.toggled_unread("-is:read snow") == "snow"
    assert filters.toggled_unread("is:read snow") == "snow is:unread"
    assert filters.toggled_unread("is:unread") == ""
    assert not filters.keeps_to_unread("-is:unread is:starred unread")
