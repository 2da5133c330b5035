"""A sync brings exactly what was signed, goes on after a cut, and refuses the rest without changing anything."""

import random
import shutil

import pytest

from reader.errors import BundleError, Cancelled, SourceError, StoreError
from reader.library.receive import bought
from reader.model.article import Tier
from reader.model.change import Stage
from reader.model.listing import LATEST, Node, NodeKind
from reader.model.publication import Kind, Trust
from reader.sources import open_source
from reader.store import Store
from reader.sync import Allowance, preview, synchronize
from tests.support.publisher import PIXEL, Publisher, cut, flip

EVERYTHING = Allowance(tiers=tuple(Tier))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as opened:
        yield opened


def receive(store, path, allowance=EVERYTHING, **options):
    with open_source(path) as source:
        (publication,) = source.publications()
        return synchronize(store, source, publication, allowance, **options)


def noise(count):
    """Bytes that nothing makes smaller."""
    return random.Random(count).randbytes(count)


def titles(store):
    return [row.title for row in store.listing.rows(store.listing.keys(LATEST))]


def state(store):
    """All that a reader could notice, to hold that nothing changed."""
    return (
        [(row.key, row.title, row.read) for row in store.listing.rows(store.listing.keys(LATEST))],
        [store.catalogue.current(info.id) for info in store.catalogue.publications()],
        store.queue.take(100),
    )


def test_first_sync_brings_articles_things_and_pictures(store, publisher):
    article = publisher.article("pass", "Over the pass", "Snow had *closed* the road.", section="news", tags=("snow",))
    bundle = publisher.publish(
        publisher.section("news", "News"), article, pictures=[("p1", "thumb", PIXEL), ("p1", "standard", PIXEL)]
    )
    change = receive(store, bundle)
    assert (change.from_serial, change.to_serial, len(change.added), change.updated) == (0, 1, 1, ())
    assert change.trust is Trust.FIRST_USE
    assert store.catalogue.article(change.added[0]) == article
    assert store.catalogue.things(Kind.SECTION)[0].title("en") == "News"
    assert store.catalogue.picture(publisher.id, "p1", [Tier.FULL, Tier.STANDARD]) == PIXEL
    assert store.queue.waiting() == 1


def test_second_sync_brings_only_what_changed(store, publisher):
    receive(store, publisher.publish(publisher.article("a"), publisher.article("b")))
    before = {row.id: row.key for row in store.listing.rows(store.listing.keys(LATEST))}
    change = receive(store, publisher.publish(publisher.article("b", "B again"), publisher.article("c")))
    assert (change.from_serial, change.to_serial) == (1, 2)
    assert [row.id for row in store.listing.rows(change.added)] == ["c"]
    assert change.updated == (before["b"],)
    assert change.requests == 2  # latest.signed and one segment
    assert sorted(titles(store)) == ["A", "B again", "C"]


def test_syncing_the_same_again_changes_nothing(store, publisher):
    bundle = publisher.publish(publisher.article("a"))
    receive(store, bundle)
    before = state(store)
    change = receive(store, bundle)
    assert (change.bytes, change.added, change.updated) == (0, (), ())
    assert state(store) == before


def test_what_is_new_here_is_not_also_changed(store, publisher):
    publisher.publish(publisher.article("a"))
    change = receive(store, publisher.publish(publisher.article("a", "A again")))
    assert (len(change.added), change.updated) == (1, ())


def test_withdrawn_article_disappears_and_can_come_back(store, publisher):
    receive(store, publisher.publish(publisher.article("a"), publisher.article("b")))
    change = receive(store, publisher.publish(withdraw=["a"]))
    assert len(change.withdrawn) == 1
    assert titles(store) == ["B"]
    change = receive(store, publisher.publish(publisher.article("a", "A, corrected")))
    assert len(change.added) == 1
    assert sorted(titles(store)) == ["A, corrected", "B"]


def test_reading_status_outlives_editions_and_withdrawal(store, publisher):
    (key,) = receive(store, publisher.publish(publisher.article("a"))).added
    store.statuses.set_read([key], "2026-01-01T00:00:00+00:00")
    store.statuses.set_starred([key], "2026-01-01T00:00:00+00:00")
    receive(store, publisher.publish(withdraw=["a"]))
    receive(store, publisher.publish(publisher.article("a", "A, corrected")))
    (row,) = store.listing.rows(store.listing.keys(Node(NodeKind.STARRED)))
    assert (row.title, row.read) == ("A, corrected", True)


def test_zip_and_folder_give_the_same_library(store, publisher, tmp_path):
    publisher.publish(publisher.article("a"), pictures=[("p1", "thumb", PIXEL)])
    receive(store, publisher.zipped(tmp_path / "stick.zip"))
    with Store.open(tmp_path / "other") as other:
        receive(other, publisher.bundle)
        assert state(other) == state(store)


def test_an_edition_that_was_skipped_is_not_missed(store, publisher, tmp_path):
    receive(store, publisher.publish(publisher.article("a")))
    publisher.publish(publisher.article("b"))
    receive(store, publisher.publish(publisher.article("c")))
    assert sorted(titles(store)) == ["A", "B", "C"]


@pytest.mark.parametrize("keep", [0, 5, 40, 200, -1])
def test_a_cut_file_is_refused_then_completed_from_another_stick(store, publisher, tmp_path, keep):
    publisher.publish(*[publisher.article(f"a{number}", body=f"Text {number} " * 50) for number in range(20)])
    good = publisher.copy(tmp_path / "good")
    (segment,) = publisher.segment_files()
    cut(segment, keep)
    with pytest.raises((BundleError, SourceError)):
        receive(store, publisher.bundle)
    assert titles(store) == []
    assert len(receive(store, good).added) == 20


def test_good_frames_are_not_read_twice(store, publisher, tmp_path):
    publisher.publish(*[publisher.article(f"a{number}", body=f"Text {number} " * 500) for number in range(20)])
    good = publisher.copy(tmp_path / "good")
    (segment,) = publisher.segment_files()
    cut(segment, segment.stat().st_size - 100)
    with pytest.raises(SourceError):
        receive(store, publisher.bundle)
    part = next((tmp_path / "library").rglob("*.part"))
    kept = part.read_bytes()
    assert len(kept) > segment.stat().st_size // 2
    lengths = []

    with open_source(good) as source:
        read = source.read
        source.read = lambda publication, name, offset, length: (
            (lengths.append(length) if name.startswith("seg/") else None) or read(publication, name, offset, length)
        )
        synchronize(store, source, publisher.id, EVERYTHING)
    assert sum(lengths) < len(kept)


@pytest.mark.parametrize("position", [0.0, 0.1, 0.5, 0.99])
def test_a_changed_byte_is_refused_and_changes_nothing(store, publisher, position):
    receive(store, publisher.publish(publisher.article("a")))
    before = state(store)
    publisher.publish(*[publisher.article(f"b{number}", body=f"Text {number} " * 50) for number in range(10)])
    segment = publisher.segment_files()[-1]
    flip(segment, int(segment.stat().st_size * position))
    with pytest.raises(BundleError):
        receive(store, publisher.bundle)
    assert state(store) == before


def test_a_forged_edition_is_refused(store, publisher, tmp_path):
    bundle = publisher.publish(publisher.article("a"))
    document = publisher.folder / "latest.signed"
    document.write_bytes(document.read_bytes().replace(b'"serial":1', b'"serial":9'))
    with pytest.raises(BundleError) as refused:
        receive(store, bundle)
    assert refused.value.code == "signature-wrong"
    assert store.catalogue.publications() == ()


def test_another_publisher_in_this_folder_is_refused(store, publisher, tmp_path):
    receive(store, publisher.publish(publisher.article("a")))
    before = state(store)
    other = Publisher(tmp_path / "other")
    other.publish(other.article("a", "Forged"))
    shutil.rmtree(publisher.folder)
    shutil.copytree(other.folder, publisher.folder)
    with pytest.raises(BundleError):
        receive(store, publisher.bundle)
    assert state(store) == before


def test_an_older_edition_never_moves_back(store, publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    old = publisher.copy(tmp_path / "old")
    receive(store, publisher.publish(publisher.article("a", "A, newer")))
    before = state(store)
    with pytest.raises(BundleError) as refused:
        receive(store, old)
    assert refused.value.code == "edition-older"
    assert state(store) == before


def test_two_editions_with_one_number_are_a_fork(store, publisher, tmp_path):
    receive(store, publisher.publish(publisher.article("a")))
    publisher.publish(publisher.article("a", "Another truth"), serial=2)
    one = publisher.copy(tmp_path / "one")
    publisher.publish(publisher.article("a", "A third"), serial=2, history={1: publisher.edition.history[1]})
    receive(store, one)
    before = state(store)
    with pytest.raises(BundleError) as refused:
        receive(store, publisher.bundle)
    assert refused.value.code == "edition-fork"
    assert state(store) == before


def test_a_history_that_contradicts_ours_is_a_fork(store, publisher):
    receive(store, publisher.publish(publisher.article("a")))
    publisher.publish(publisher.article("b"), history={1: "0" * 64})
    with pytest.raises(BundleError) as refused:
        receive(store, publisher.bundle)
    assert refused.value.code == "edition-fork"


def test_the_wrong_fingerprint_is_refused_and_the_right_one_is_remembered(store, publisher, tmp_path):
    bundle = publisher.publish(publisher.article("a"))
    other = Publisher(tmp_path / "other").keyring.fingerprint
    with pytest.raises(BundleError) as refused:
        receive(store, bundle, fingerprint=other)
    assert refused.value.code == "fingerprint-different"
    assert store.catalogue.publications() == ()
    assert receive(store, bundle, fingerprint=publisher.keyring.fingerprint.lower()).trust is Trust.CHECKED
    assert receive(store, bundle).trust is Trust.CHECKED


def test_a_partial_bundle_is_taken_and_completed_later(store, publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    publisher.publish(publisher.article("b"))
    whole = publisher.copy(tmp_path / "whole")
    publisher.segment_files()[0].unlink()
    change = receive(store, publisher.bundle)
    assert (change.absent, titles(store)) == (1, ["B"])
    assert receive(store, whole).absent == 0
    assert sorted(titles(store)) == ["A", "B"]


def test_languages_and_tiers_are_the_persons_choice(store, publisher):
    bundle = publisher.publish(
        publisher.article("a"),
        publisher.article("a.ru", "А", language="ru"),
        pictures=[("p1", "thumb", PIXEL), ("p1", "full", PIXEL)],
        languages=("en", "ru"),
    )
    receive(store, bundle, Allowance(languages=frozenset({"ru"}), tiers=(Tier.THUMB,)))
    assert titles(store) == ["А"]
    assert store.catalogue.picture(publisher.id, "p1", [Tier.FULL]) is None
    receive(store, bundle)
    assert len(titles(store)) == 2
    assert store.catalogue.picture(publisher.id, "p1", [Tier.FULL]) == PIXEL


def test_a_budget_buys_text_first_and_then_the_smallest_pictures(store, publisher):
    pictures = [("pass", "standard", noise(9_000)), ("pass", "thumb", noise(4_000))]
    publisher.publish(publisher.article("courier"), publisher.article("kitab", language="ug"), pictures=pictures)
    with open_source(publisher.bundle) as source:
        offer, _plan = preview(store, source, publisher.id, EVERYTHING)
    text = offer.text_bytes
    assert bought(offer, (Tier.THUMB, Tier.STANDARD), text + 6_000) == {
        "text": text,
        "thumb": dict(offer.media_bytes)["thumb"],
        "standard": 0,
    }
    assert bought(offer, (Tier.STANDARD,), text + 6_000) == {"text": text, "standard": 0}
    assert bought(offer, (Tier.THUMB,)) == {"text": text, "thumb": dict(offer.media_bytes)["thumb"]}
    assert 0 < bought(offer, tuple(Tier), text - 1)["text"] < text
    change = receive(store, publisher.bundle, Allowance(tiers=tuple(Tier), budget=text + 6_000))
    assert change.bytes == text + dict(offer.media_bytes)["thumb"]
    assert len(change.added) == 2
    assert receive(store, publisher.bundle).bytes == dict(offer.media_bytes)["standard"]


def test_a_preview_counts_and_writes_nothing(store, publisher):
    receive(store, publisher.publish(publisher.article("a"), publisher.article("b")))
    publisher.publish(publisher.article("b", "B again"), publisher.article("c"), withdraw=["a"])
    before = state(store)
    with open_source(publisher.bundle) as source:
        offer, chosen = preview(store, source, publisher.id, EVERYTHING)
    assert (offer.added, offer.updated, offer.withdrawn) == (1, 1, 1)
    assert (offer.from_serial, offer.to_serial) == (1, 2)
    assert chosen.bytes == sum(info.bytes for info in chosen.text)
    assert state(store) == before


def test_cancelling_keeps_the_old_edition_and_the_next_run_goes_on(store, publisher):
    receive(store, publisher.publish(publisher.article("a")))
    publisher.publish(publisher.article("b"))
    before = state(store)

    def stop(progress):
        if progress.stage is Stage.FETCH_TEXT:
            raise Cancelled

    with pytest.raises(Cancelled):
        receive(store, publisher.bundle, report=stop)
    assert state(store) == before
    assert len(receive(store, publisher.bundle).added) == 1


def test_only_one_sync_at_a_time(store, publisher, tmp_path):
    bundle = publisher.publish(publisher.article("a"))
    refused = []

    def again(progress):
        if progress.stage is Stage.DONE:
            return
        with Store.open(tmp_path / "library") as other, pytest.raises(StoreError) as error:
            receive(other, bundle)
        refused.append(error.value.code)

    receive(store, bundle, report=again)
    assert set(refused) == {"sync-running"}


def test_a_full_disk_is_told_before_anything_is_fetched(store, publisher, monkeypatch):
    bundle = publisher.publish(publisher.article("a"))
    monkeypatch.setattr(store.files, "free_bytes", lambda: 1000)
    with pytest.raises(StoreError) as refused:
        receive(store, bundle)
    assert refused.value.code == "disk-full"
    assert store.catalogue.publications() == ()


def test_a_stick_pulled_while_reading_is_told(store, publisher):
    bundle = publisher.publish(publisher.article("a"))

    def pull(progress):
        if progress.stage is Stage.PLAN:
            shutil.rmtree(bundle)

    with pytest.raises(SourceError) as refused:
        receive(store, bundle, report=pull)
    assert refused.value.code == "source-gone"


def test_a_pulled_stick_may_leave_an_empty_folder(store, publisher):
    bundle = publisher.publish(publisher.article("a"))

    def pull(progress):
        if progress.stage is Stage.PLAN:
            shutil.rmtree(bundle)
            bundle.mkdir()

    with pytest.raises(SourceError) as refused:
        receive(store, bundle, report=pull)
    assert refused.value.code == "source-gone"
