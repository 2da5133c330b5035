"""From a folder to a bundle that verifies, and from there to the next edition."""

from __future__ import annotations

import pytest

from reader.bundle.layout import LATEST, edition_name
from reader.errors import BundleError, Cancelled, PublishError
from reader.model.publication import Kind
from reader.publish import pack
from reader.sources import open_source
from reader.sync import verify_bundle


def tree(folder):
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def problems_of(desk, out=None):
    with open_source(out or desk.out) as source:
        return verify_bundle(source, desk.keyring.publication).problems


def test_the_least_source_becomes_a_bundle_that_verifies(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    packed = desk.pack()
    assert (packed.serial, packed.articles, packed.added, packed.written) == (1, 1, 1, True)
    assert packed.findings == ()
    assert problems_of(desk) == []
    assert desk.get("snow").title == "Snow"


def test_the_same_source_twice_gives_the_same_bytes_in_a_folder_and_in_a_zip(desk, tmp_path):
    desk.picture("media/hill.png")
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03\nauthors: [Ana, Bo]\nimage: media/hill.png")
    desk.article("ice.md", "title: Ice\ndate: 2019-06-02", "[snow](snow.md)\n")
    outs = [tmp_path / name for name in ("a", "b", "a.zip", "b.zip")]
    for out in outs:
        desk.pack(out, serial=5)
    assert tree(outs[0]) == tree(outs[1])
    assert outs[2].read_bytes() == outs[3].read_bytes()
    assert problems_of(desk, outs[2]) == []


def test_times_of_files_do_not_matter(desk, tmp_path):
    import os

    path = desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack(tmp_path / "a")
    os.utime(path, (1, 1))
    desk.pack(tmp_path / "b")
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_nothing_changed_writes_nothing(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack()
    before = tree(desk.out)
    packed = desk.pack()
    assert (packed.written, packed.serial, packed.added, packed.bytes) == (False, 1, 0, 0)
    assert tree(desk.out) == before


def test_a_second_edition_appends_only_what_changed(desk):
    for name in ("snow", "ice", "rain"):
        desk.article(f"{name}.md", f"title: {name}\ndate: 2019-06-03")
    desk.pack()
    before = tree(desk.out)
    desk.article("ice.md", "title: Ice again\ndate: 2019-06-03")
    desk.article("hail.md", "title: Hail\ndate: 2019-06-04")
    packed = desk.pack()
    assert (packed.serial, packed.articles, packed.added, packed.updated) == (2, 4, 1, 1)
    after = tree(desk.out)
    assert all(after[name] == data for name, data in before.items() if not name.endswith(LATEST))
    state = desk.state()
    assert {name[1]: held.revision for name, held in state.objects.items()} == {
        "snow": 1,
        "ice": 2,
        "rain": 1,
        "hail": 1,
    }
    assert state.last.segments[-1].objects == 2
    assert list(state.last.history) == [1]
    assert problems_of(desk) == []


def test_a_zip_is_continued_like_a_folder(desk, tmp_path):
    out = tmp_path / "review.zip"
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack(out)
    desk.article("ice.md", "title: Ice\ndate: 2019-06-03")
    assert desk.pack(out).serial == 2
    assert problems_of(desk, out) == []
    with open_source(out) as source:
        assert source.size(desk.keyring.publication, edition_name(1)) is not None


def test_what_is_gone_is_withdrawn_and_what_comes_back_is_newer(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    path = desk.article("ice.md", "title: Ice\ndate: 2019-06-03")
    desk.pack()
    path.unlink()
    packed = desk.pack()
    assert (packed.articles, packed.withdrawn) == (1, 1)
    assert desk.codes() == {"source-vanished"}
    assert desk.get("ice") is None
    desk.article("rain.md", "title: Rain\ndate: 2019-06-03")
    desk.pack()
    assert desk.get("ice") is None, "withdrawals outlive the edition that made them"
    desk.article("ice.md", "title: Ice\ndate: 2019-06-03")
    packed = desk.pack()
    assert packed.added == 1
    assert desk.get("ice").revision == 2


def test_a_changed_title_of_the_publication_is_an_edition_without_new_segments(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack()
    desk.write("publication.toml", '[publication]\ntitle = "Spring Review"\nlanguage = "en"\n')
    packed = desk.pack()
    assert (packed.serial, packed.written, packed.updated) == (2, True, 0)
    assert desk.state().last.titles == {"en": "Spring Review"}
    assert len(desk.state().last.segments) == 1


def test_the_day_of_an_edition_comes_from_its_articles_not_from_the_clock(desk):
    desk.article("snow.md", "title: Snow\ndate: 2011-02-03")
    assert desk.pack(published="").published == "2011-02-03"
    desk.article("ice.md", "title: Ice\ndate: 2009-02-03")
    assert desk.pack(published="").published == "2011-02-03"
    assert desk.pack(published="").written is False


@pytest.mark.parametrize(("day", "code"), [("", "published-missing"), ("3 June", "published-unreadable")])
def test_an_edition_needs_a_day(desk, day, code):
    desk.article("snow.md", "title: Snow")
    with pytest.raises(PublishError, match=code):
        desk.pack(published=day)
    assert not desk.out.exists()


def test_serials_only_rise(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    assert desk.pack(serial=9).serial == 9
    desk.article("ice.md", "title: Ice\ndate: 2019-06-03")
    with pytest.raises(PublishError, match="serial-not-higher"):
        desk.pack(serial=9)
    assert desk.pack().serial == 10


def test_history_keeps_the_last_twenty(desk):
    for day in range(1, 24):
        desk.article("snow.md", f"title: Snow\ndate: 2019-06-{day:02}")
        desk.pack()
    assert sorted(desk.state().last.history) == list(range(3, 23))


def test_any_error_and_nothing_is_written(desk):
    desk.article("a.md", "id: snow\ntitle: A\ndate: 2019-06-03")
    desk.article("b.md", "id: snow\ntitle: B\ndate: 2019-06-03")
    desk.article("c.md", "title: C\ndate: 2019-06-03\nrelated: [nobody]")
    packed = desk.pack()
    assert (packed.errors, packed.written) == (1, False)
    assert desk.codes() == {"id-doubled", "related-unknown"}
    assert not desk.out.exists()


def test_a_bundle_of_other_keys_is_not_touched(desk, tmp_path):
    from reader.bundle.keyring import create_keys

    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack()
    before = tree(desk.out)
    other = create_keys(tmp_path / "other", None)
    folder = desk.out / desk.keyring.publication
    folder.rename(desk.out / other.publication)
    with pytest.raises(BundleError):
        pack(desk.source, desk.out, other)
    (desk.out / other.publication).rename(folder)
    assert tree(desk.out) == before


def test_two_publications_share_a_stick_but_not_a_zip(desk, tmp_path):
    from reader.bundle.keyring import create_keys

    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    out = tmp_path / "review.zip"
    desk.pack()
    desk.pack(out)
    other = create_keys(tmp_path / "other", None)
    assert pack(desk.source, desk.out, other).written
    assert problems_of(desk) == []
    with pytest.raises(PublishError, match="output-not-ours"):
        pack(desk.source, out, other)
    assert problems_of(desk, out) == []


class PulledError(Exception):
    pass


@pytest.mark.parametrize("place", ["out", "out.zip"])
def test_a_run_that_is_stopped_anywhere_leaves_the_last_edition_whole(desk, tmp_path, monkeypatch, place):
    import os

    out = tmp_path / place
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    desk.pack(out)
    desk.article("ice.md", "title: Ice\ndate: 2019-06-03")
    real, last = os.fsync, 50
    for stop_at in range(1, last):
        calls = 0

        def fsync(descriptor, stop_at=stop_at):
            nonlocal calls
            calls += 1
            if calls == stop_at:
                raise PulledError
            real(descriptor)

        monkeypatch.setattr(os, "fsync", fsync)
        try:
            desk.pack(out)
            break
        except PulledError:
            monkeypatch.setattr(os, "fsync", real)
            assert problems_of(desk, out) == []
    assert stop_at < last
    monkeypatch.setattr(os, "fsync", real)
    assert problems_of(desk, out) == []
    assert desk.state(out).last.serial >= 2


def test_stopping_by_the_report_writes_nothing(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")

    def stop(progress):
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        pack(desk.source, desk.out, desk.keyring, report=stop)
    assert not desk.out.exists()


def test_a_dictionary_is_trained_once_and_used_again(desk):
    for number in range(60):
        words = " ".join(f"word{(number * at) % 97} snow ice river" for at in range(200))
        desk.article(f"a{number}.md", f"title: A{number}\ndate: 2019-06-03", words)
    desk.pack()
    first = desk.state().last
    assert len(first.dictionaries) == 1
    desk.article("late.md", "title: Late\ndate: 2019-06-04")
    desk.pack()
    second = desk.state().last
    assert second.dictionaries == first.dictionaries
    assert second.segments[-1].dictionary == first.dictionaries[0].sha256


def test_each_language_has_its_segment_and_the_things_theirs(desk):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03\nauthors: [ana]")
    desk.article("snow.ru.md", "title: Снег\ndate: 2019-06-03")
    desk.pack()
    infos = desk.state().last.segments
    assert [(one.language, one.required) for one in infos] == [("", True), ("en", False), ("ru", False)]
    assert desk.state().last.languages == ("en", "ru")
    assert desk.get("ana", Kind.AUTHOR).titles == {"en": "Ana"}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda desk: (desk.source / "publication.toml").unlink(), "publication-toml-missing"),
        (lambda desk: desk.write("publication.toml", "[publication\n"), "toml-unreadable"),
        (lambda desk: desk.out.write_text("x"), "output-not-folder"),
    ],
)
def test_what_cannot_be_packed_at_all_is_said(desk, make, code):
    desk.article("snow.md", "title: Snow\ndate: 2019-06-03")
    make(desk)
    with pytest.raises(PublishError, match=code):
        desk.pack()


def test_a_folder_without_articles_is_said(desk):
    with pytest.raises(PublishError, match="source-without-articles"):
        desk.pack()


def test_the_wrong_folder_does_not_withdraw_a_whole_publication(desk):
    for number in range(6):
        desk.article(f"a{number}.md", f"title: A{number}\ndate: 2019-06-0{number + 1}")
    desk.pack()
    before = tree(desk.out)
    for number in range(4):
        (desk.source / f"articles/a{number}.md").unlink()
    with pytest.raises(PublishError) as error:
        desk.pack()
    assert error.value.code == "source-lost-most"
    assert tree(desk.out) == before
    assert desk.pack(withdraw_most=True).withdrawn == 4
