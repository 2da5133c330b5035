"""Rows far down a long list, to which a person drags the bar."""

import pytest

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import sync
from reader.ui.article_list.contents import FIRST_HITS, list_keys
from reader.ui.jobs import Lane
from tests.gui.conftest import magazine

MANY = 300
SOON_MS = 4_000


@pytest.fixture
def long_list(open_window, publisher, tmp_path):
    with Library.open(tmp_path / "library") as library:
        sync(library, magazine(publisher, MANY))
        drain(library)
    return open_window(tmp_path / "library")


def test_rows_far_down_are_there_at_once(long_list, qtbot):
    model, bar = long_list.window.articles.articles, long_list.window.articles.view.verticalScrollBar()
    assert model.row(MANY - 1) is None
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: model.row(MANY - 1) is not None, timeout=SOON_MS)


def test_a_letter_typed_does_not_bring_hits_that_nobody_sees(long_list, qtbot):
    long_list.window.bar.search.setFocus()
    long_list.type("snow")
    model, bar = long_list.window.articles.articles, long_list.window.articles.view.verticalScrollBar()
    assert model.rowCount() > FIRST_HITS
    assert model.row(FIRST_HITS - 1) is not None
    assert model.row(FIRST_HITS) is None
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: model.row(model.rowCount() - 1) is not None, timeout=SOON_MS)


def test_hits_are_shown_before_their_passages_and_marks_made_meanwhile_stay(long_list, qtbot):
    pane, at_first = long_list.window.articles, []

    def star_the_first(contents):
        if contents.total and contents.terms:
            row = pane.articles.row(0)
            at_first.append((row.title, row.snippet, row.standfirst))
            pane.articles.mark([row.key], starred=True)

    pane.shown.connect(star_the_first)
    long_list.window.bar.search.setFocus()
    long_list.type("snow")
    assert at_first[-1][1:] == ("", "")
    hits = [pane.articles.row(place) for place in range(FIRST_HITS)]
    assert all(hit.snippet and hit.marks for hit in hits)
    assert (hits[0].title, hits[0].starred) == (at_first[-1][0], True)


def test_passages_are_painted_when_they_have_come(long_list):
    view = long_list.window.articles.view
    long_list.window.articles.shown.connect(lambda _contents: view.viewport().grab())
    long_list.window.bar.search.setFocus()
    long_list.type("snow")
    painted = view.viewport().grab().toImage()
    view.itemDelegate().forget()
    assert view.viewport().grab().toImage() == painted


def test_passages_come_before_what_is_counted_and_before_the_keys(long_list, monkeypatch):
    done = []
    before = Lane._deliver
    monkeypatch.setattr(
        Lane, "_deliver", lambda self, job, answer: (done.append(job.topic), before(self, job, answer))[1]
    )
    long_list.window.bar.search.setFocus()
    long_list.type("snow")
    last = done[len(done) - 1 - done[::-1].index("list") :]
    order = [one for one in last if one.startswith(("list", "passages", "overview", "keys"))]
    assert order == ["list", "passages 0", "passages 8", "overview", "keys"]


def test_passages_come_where_the_keys_are_known_already(long_list):
    pane = long_list.window.articles

    def know_all(contents):
        with Library.open(long_list.window.folder) as library:
            pane.articles.know(list_keys(library, contents))

    pane.shown.connect(know_all)
    long_list.window.bar.search.setFocus()
    long_list.type("snow")
    assert len(pane.contents.keys) == pane.contents.total > FIRST_HITS
    assert all(pane.articles.row(place).snippet for place in range(FIRST_HITS))
