"""A citation names what a colleague needs to find the passage and to check it."""

import pytest

from reader import resources
from reader.errors import QueryError
from reader.library import Library, cite, document, read
from reader.library.receive import sync
from reader.model.labels import CitationLabels
from reader.model.listing import Node, NodeKind
from reader.model.page_style import PageStyle, Theme
from reader.model.publication import Kind, Thing


def event(publisher, identity, start, end=""):
    return Thing(publisher.id, Kind.EVENT, identity, {"en": identity.title()}, extra={"start": start, "end": end})


@pytest.fixture
def library(publisher, tmp_path):
    bundle = publisher.publish(
        publisher.section("news", "News"),
        Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}),
        publisher.article("courier", "The courier", "On.", section="news", date="2019-06-03", authors=("writer",)),
        event(publisher, "before", "1999-01-01"),
        event(publisher, "long", "1999-01-01", "2999-01-01"),
        event(publisher, "after", "2998-01-01"),
    )
    with Library.open(tmp_path / "library") as opened:
        sync(opened, bundle)
        yield opened


def test_a_citation_has_all_that_finds_and_proves_a_passage(library):
    line = cite.citation(library, read.key_of(library, "courier"), CitationLabels(), paragraphs=(4, 4))
    assert line.startswith(
        "A. Writer, The courier, Winter Review, edition 1, 3 June 2019, courier, paragraph 4, revision 1"
    )
    digest = line.rpartition(" ")[2]
    assert len(digest) == 16
    assert int(digest, 16)


def test_a_passage_of_several_paragraphs_names_the_first_and_the_last(library):
    line = cite.citation(library, read.key_of(library, "courier"), CitationLabels(), paragraphs=(2, 4))
    assert ", courier, paragraphs 2–4, revision 1" in line


def test_what_is_not_here_cannot_be_cited(library):
    with pytest.raises(QueryError, match="article-unknown"):
        cite.citation(library, 999, CitationLabels())


def test_events_are_parted_by_the_editions_day_and_by_when_they_end(library):
    style = PageStyle(Theme.parse(resources.read("themes/light.json")))
    html = document.document(library, Node(NodeKind.EVENTS), style).html
    order = [html.index(f">{word}<") for word in ("Upcoming", "After", "Long", "Past", "Before")]
    assert order == sorted(order)
