"""What narrows a search beside its words: lists of the navigation, publications, languages, names and the reader's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.listing import Node, NodeKind
from reader.model.search import FacetKind, Query, SearchDocument
from reader.search import Index

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path


class Shelf:
    """What the library would say."""

    def __init__(self, names: dict[str, Collection[str]] | None = None, read: Collection[int] = ()) -> None:
        self._names = names or {}
        self._read = read

    def named(self, kind: FacetKind, text: str) -> Collection[str]:
        return self._names.get(f"{kind}:{text}", ())

    def marked(self, name: str) -> Collection[int]:
        return self._read if name == "read" else ()

    def collected(self, title: str) -> Collection[int]:
        return (1, 3) if title == "Snow" else ()


def document(key: int, publication: str = "pub", language: str = "en", **more: object) -> SearchDocument:
    return SearchDocument(key, publication, language, "", body="mule", **more)  # type: ignore[arg-type]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        opened.write(
            [
                document(1, labels=(("section", "news"), ("has", "picture")), sections=("The News",)),
                document(2, labels=(("tag", "news"),), tags=("news",)),
                document(3, "other", labels=(("section", "news"),), sections=("The News",)),
            ],
            [],
        )
        opened.write(
            [document(4, language="zh-Hans"), document(5, language="zh"), document(6, language="zh-Hant-TW")], []
        )
        yield opened


def found(index: Index, text: str = "mule", known: Shelf | None = None, **more: object) -> list[int]:
    return sorted(hit.key for hit in index.search(Query(text, **more), known).hits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("node", "keys"),
    [
        (Node(NodeKind.SECTION, "news"), [1, 3]),
        (Node(NodeKind.SECTION, "news", "other"), [3]),
        (Node(NodeKind.TAG, "news"), [2]),
        (Node(NodeKind.SECTION, "absent"), []),
        (Node(NodeKind.LATEST), [1, 2, 3, 4, 5, 6]),
        (Node(NodeKind.LATEST, publication="other"), [3]),
    ],
)
def test_within_a_list(index: Index, node: Node, keys: list[int]) -> None:
    assert found(index, within=node) == keys
    assert found(index, "", within=node) == keys  # also without any word


def test_without_words_or_a_list_nothing_is_found(index: Index) -> None:
    assert found(index, "") == []
    assert found(index, "  ", publication="pub") == []


@pytest.mark.parametrize(("key", "keys"), [(0, [1, 2, 3, 4, 5, 6]), (4, [5, 6]), (6, []), (10**12, [])])
def test_after_a_key(index: Index, key: int, keys: list[int]) -> None:
    assert found(index, after_key=key) == keys


@pytest.mark.parametrize(
    ("tag", "keys"),
    [
        ("zh", [4, 5, 6]),
        ("zh-Hans", [4, 5]),  # who names no script writes the simplified one
        ("ZH_hant", [6]),
        ("zh-Hant-TW", [6]),
        ("z", []),
        ("en", [1, 2, 3]),
        ("fr", []),
    ],
)
def test_language_with_what_is_more_exact(index: Index, tag: str, keys: list[int]) -> None:
    assert found(index, language=tag) == keys
    assert found(index, f"lang:{tag}" if len(tag) > 1 else "lang:qq") == keys


def test_publication(index: Index) -> None:
    assert found(index, publication="other") == [3]
    assert found(index, publication="oth") == []
    assert found(index, publication="pub", language="en", after_key=1) == [2]


def test_has_a_picture(index: Index) -> None:
    assert found(index, "has:picture") == [1]
    assert found(index, "mule -has:picture") == [2, 3, 4, 5, 6]


def test_the_readers_marks(index: Index) -> None:
    shelf = Shelf(read=[1, 4, 99])
    assert found(index, "is:unread", shelf) == [2, 3, 5, 6]
    assert found(index, "is:read", shelf) == [1, 4]
    assert found(index, "is:starred", shelf) == []
    assert found(index, "is:unread") == [1, 2, 3, 4, 5, 6]


def test_the_readers_collections(index: Index) -> None:
    assert found(index, "in:Snow", Shelf()) == [1, 3]
    assert found(index, "mule -in:Snow", Shelf()) == [2, 4, 5, 6]
    assert found(index, "in:ice", Shelf()) == []
    assert found(index, "in:Snow") == []


def test_a_name_that_is_known_is_exact_and_any_other_is_words(index: Index) -> None:
    shelf = Shelf({"section:News": ["news"], "section:both": ["news", "absent"]})
    assert found(index, "section:News", shelf) == [1, 3]
    assert found(index, "section:both", shelf) == [1, 3]
    assert found(index, "section:News", Shelf({"section:News": ["absent"]})) == []
    assert found(index, 'section:"the news"', shelf) == [1, 3]
    assert found(index, "section:sports", shelf) == []


def test_all_at_once(index: Index) -> None:
    query = {"within": Node(NodeKind.SECTION, "news"), "publication": "pub", "language": "en"}
    assert found(index, "mule is:read", Shelf(read=[1, 3]), **query) == [1]


def test_a_mark_that_is_made_between_two_searches_counts(index: Index) -> None:
    assert [found(index, "mule is:read", Shelf(read=read)) for read in ([1], [2], [1, 2], [])] == [[1], [2], [1, 2], []]
