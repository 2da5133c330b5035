import zipfile
from dataclasses import replace

import pytest

from reader.errors import BundleError
from reader.library import Library
from reader.library.receive import Allowance, offers, sync
from reader.library.sticks import brings_news, find_again, look
from reader.model.article import Tier
from reader.model.stick import Stick
from tests.support.publisher import PIXEL, Publisher, cut, flip


@pytest.fixture
def empty(tmp_path):
    with Library.open(tmp_path / "empty") as library:
        yield library


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "TEA TIN").mkdir()
    return Stick(tmp_path / "TEA TIN", "TEA TIN", "tea-tin")


@pytest.fixture
def published(publisher):
    publisher.publish(*(publisher.article(f"a{number}") for number in range(3)))
    return publisher


def test_a_stick_tells_whose_edition_it_brings_and_how_large_it_is(empty, stick, published):
    published.copy(stick.path / "review")
    (found,) = look(empty, [stick])
    (offer,) = found.offers
    assert (found.path, found.stick, found.fault) == (stick.path / "review", stick, "")
    assert (offer.titles["en"], offer.to_serial, offer.added) == ("Winter Review", 1, 3)
    assert found.bytes == sum(path.stat().st_size for path in published.segment_files())


def test_several_sticks_and_bundles_are_told_apart(empty, stick, published, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("b"))
    published.zipped(stick.path / "review.zip")
    found = look(empty, [stick, Stick(other.bundle, "RED", "red")])
    assert [(one.stick.name, one.offers[0].titles["en"]) for one in found] == [
        ("TEA TIN", "Winter Review"),
        ("RED", "Summer Review"),
    ]


def test_a_forged_bundle_is_there_with_its_fault(empty, stick, published):
    published.copy(stick.path / "review")
    flip(stick.path / "review" / published.id / "latest.signed", 300)
    (found,) = look(empty, [stick])
    assert found.fault
    assert not found.offers


def test_a_torn_zip_is_told_and_a_foreign_one_is_not(empty, stick, published):
    cut(published.zipped(stick.path / "torn.zip"), 500)
    (stick.path / "noise.zip").write_bytes(b"PK\x03\x04 and no more")
    with zipfile.ZipFile(stick.path / "holiday.zip", "w", zipfile.ZIP_DEFLATED) as photographs:
        photographs.writestr("photo.jpg", b"\xff\xd8" * 100)
    assert [(one.path.name, one.fault) for one in look(empty, [stick])] == [("torn.zip", "zip-damaged")]


def test_a_stick_that_is_gone_holds_nothing(empty, stick):
    stick.path.rmdir()
    assert look(empty, [stick]) == ()


def test_news_are_editions_and_articles_that_are_not_here(empty, published):
    ((offer, _plan),) = offers(empty, published.bundle)
    assert brings_news(offer)
    sync(empty, published.bundle)
    ((offer, _plan),) = offers(empty, published.bundle)
    assert not brings_news(offer)
    assert not brings_news(replace(offer, media_bytes=(("full", 5_000_000),)))
    assert brings_news(replace(offer, media_bytes=(("thumb", 5_000),)))
    published.publish(published.article("new"))
    ((offer, _plan),) = offers(empty, published.bundle)
    assert brings_news(offer)


def test_a_sync_goes_on_where_it_came_from_or_on_any_other_stick(empty, stick, published, tmp_path):
    place = published.copy(tmp_path / "place")
    assert find_again(empty, published.id, place, [stick]) == place
    place.rename(tmp_path / "away")
    assert find_again(empty, published.id, place, [stick]) is None
    published.copy(stick.path / "copy")
    assert find_again(empty, published.id, place, [stick]) == stick.path / "copy"


def test_a_stick_with_another_publication_is_no_way_on(empty, stick, published, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    other.publish(other.article("b"))
    other.copy(stick.path / "copy")
    assert find_again(empty, published.id, tmp_path / "gone", [stick]) is None
    assert find_again(empty, published.id, other.bundle, []) is None


def test_sizes_of_pictures_are_remembered_for_each_publication(empty, published, tmp_path):
    def wanted():
        return [offer.tiers for offer, _plan in offers(empty, published.bundle)]

    assert wanted() == [("thumb", "standard")]
    sync(empty, published.bundle, Allowance(tiers=(Tier.THUMB, Tier.FULL)))
    assert wanted() == [("thumb", "full")]
    published.publish(published.article("next"), pictures=[("p", "full", PIXEL), ("p", "standard", PIXEL)])
    sync(empty, published.bundle)
    assert wanted() == [("thumb", "full")]
    assert empty.store.catalogue.picture(published.id, "p", [Tier.FULL]) == PIXEL
    assert empty.store.catalogue.picture(published.id, "p", [Tier.STANDARD]) is None
    sync(empty, published.bundle, Allowance(tiers=()))
    assert wanted() == [()]


def test_a_bundle_that_is_refused_leaves_no_choice_behind(empty, published):
    flip(published.segment_files()[0], -5)
    with pytest.raises(BundleError):
        sync(empty, published.bundle, Allowance(tiers=()))
    assert empty.store.pictures.of(published.id) == (Tier.THUMB, Tier.STANDARD)
