from dataclasses import replace

import pytest

from reader.bundle.edition import decode_edition, encode_edition
from reader.bundle.json_text import canonical_json, strict_json
from reader.errors import BundleError
from reader.model.edition import DictionaryInfo, Edition, SegmentInfo, Withdrawn
from reader.model.publication import Kind

A, B, C = ("a" * 64, "b" * 64, "c" * 64)
TEXT = SegmentInfo(
    A, 5000, 300, B, 10, 9000, language="zh-Hant", dictionary=C, supersedes=(B,), required=True, newest="2026-02-01"
)
MEDIA = SegmentInfo(B, 70_000, 200, A, 3, 69_000, kind="media", tier="thumb")
FULL = Edition(
    publication="abcdefghijklmnopqrstuvwxyz",
    epoch=2,
    serial=7,
    published="2026-02-28",
    root_version=3,
    titles={"en": "Winter Review", "zh-Hant": "冬評"},
    language="en",
    next_expected="2026-03-31",
    mastheads={"en": "A magazine"},
    languages=("en", "zh-Hant"),
    licence="CC BY 4.0",
    contributors=("Anna",),
    history={5: A, 6: B},
    dictionaries=(DictionaryInfo(C, 24_000),),
    segments=(TEXT, MEDIA),
    withdrawn=(Withdrawn(Kind.ARTICLE, "old.ru", 4, purge=True, reason="asked for"), Withdrawn(Kind.IMAGE, "p.png", 1)),
    mirrors=("https://example.org/review",),
)
LEAST = Edition("abcdefghijklmnopqrstuvwxyz", 1, 1, "2026-01-01", 1, {"en": "Least"})


@pytest.mark.parametrize("edition", [FULL, LEAST])
def test_comes_back_as_it_was(edition):
    payload = encode_edition(edition)
    assert decode_edition(payload) == edition
    assert payload == encode_edition(edition)


def test_says_nothing_empty():
    assert set(strict_json(encode_edition(LEAST))) == {
        "type", "format", "publication", "epoch", "serial", "published", "rootVersion", "titles", "language",
    }  # fmt: skip


def test_fields_of_the_future_are_ignored():
    assert decode_edition(canonical_json({**strict_json(encode_edition(FULL)), "later": {"deep": [1]}})) == FULL


def segment(**change):
    return {"segments": [{**strict_json(encode_edition(FULL))["segments"][0], **change}]}


def withdrawal(**change):
    return {"withdrawn": [{"kind": "article", "id": "a", "revision": 1, **change}]}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"type": "root"}, "field-wrong .field=edition.type"),
        ({"format": 2}, "needs-newer-packhorse .need=format 2"),
        ({"requires": ["video"]}, "needs-newer-packhorse .need=video"),
        ({"requires": "video"}, "field-wrong .field=edition.requires"),
        ({"publication": "ABC"}, "field-wrong .field=edition.publication"),
        ({"serial": 0}, "field-wrong .field=edition.serial"),
        ({"serial": "7"}, "field-wrong .field=edition.serial"),
        ({"epoch": None}, "field-wrong .field=edition.epoch"),
        ({"published": "2026-02-30"}, "field-wrong .field=edition.published"),
        ({"published": "20260228"}, "field-wrong .field=edition.published"),
        ({"published": "2026-2-28"}, "field-wrong .field=edition.published"),
        ({"published": ""}, "field-wrong .field=edition.published"),
        ({"nextExpected": "soon"}, "field-wrong .field=edition.nextExpected"),
        ({"titles": {}}, "field-wrong .field=edition.titles"),
        ({"titles": {"en": 1}}, "field-wrong .field=edition.titles"),
        ({"titles": {"../x": "t"}}, "field-wrong .field=edition.titles"),
        ({"language": "not a language"}, "field-wrong .field=edition.language"),
        ({"languages": ["en", ""]}, "field-wrong .field=edition.languages"),
        ({"contributors": [None]}, "field-wrong .field=edition.contributors"),
        ({"history": {"7": A}}, "field-wrong .field=edition.history"),
        ({"history": {"06": A}}, "field-wrong .field=edition.history"),
        ({"history": {"6": "short"}}, "field-wrong .field=edition.history"),
        ({"history": []}, "field-wrong .field=edition.history"),
        ({"dictionaries": [{"sha256": C}]}, r"field-missing .field=edition.dictionaries\[0\].bytes"),
        ({"dictionaries": []}, "field-wrong .field=edition.segments"),
        ({"segments": [1]}, r"field-wrong .field=edition.segments\[0\]"),
        ({"segments": 2 * segment()["segments"]}, "field-wrong .field=edition.segments"),
        (segment(sha256="../../x"), r"field-wrong .field=edition.segments\[0\].sha256"),
        (segment(kind="video"), r"field-wrong .field=edition.segments\[0\].kind"),
        (segment(kind="media"), r"field-wrong .field=edition.segments\[0\].tier"),
        (segment(tier="thumb"), r"field-wrong .field=edition.segments\[0\].tier"),
        (segment(tier="huge", kind="media"), r"field-wrong .field=edition.segments\[0\].tier"),
        (segment(objects=0), r"field-wrong .field=edition.segments\[0\].objects"),
        (segment(indexBytes=4988), r"field-wrong .field=edition.segments\[0\].indexBytes"),
        (segment(bytes=-1), r"field-wrong .field=edition.segments\[0\].bytes"),
        (segment(dict=A), "field-wrong .field=edition.segments"),
        (segment(supersedes=["x"]), r"field-wrong .field=edition.segments\[0\].supersedes"),
        (segment(newest="2026"), r"field-wrong .field=edition.segments\[0\].newest"),
        (segment(required=1), r"field-wrong .field=edition.segments\[0\].required"),
        (withdrawal(kind="podcast"), "needs-newer-packhorse .need=kind podcast"),
        (withdrawal(id="../x"), r"field-wrong .field=edition.withdrawn\[0\].id"),
        (withdrawal(revision=0), r"field-wrong .field=edition.withdrawn\[0\].revision"),
        (withdrawal(purge="yes"), r"field-wrong .field=edition.withdrawn\[0\].purge"),
        ({"mirrors": {"a": 1}}, "field-wrong .field=edition.mirrors"),
    ],
)
def test_each_field_is_checked_and_named(change, code):
    with pytest.raises(BundleError, match=f"^{code}"):
        decode_edition(canonical_json({**strict_json(encode_edition(FULL)), **change}))


@pytest.mark.parametrize(
    "name", ["type", "format", "publication", "epoch", "serial", "published", "rootVersion", "language"]
)
def test_what_an_edition_needs_must_be_there(name):
    fields = strict_json(encode_edition(FULL))
    del fields[name]
    with pytest.raises(BundleError, match=f"^field-missing .field=edition.{name}"):
        decode_edition(canonical_json(fields))


def test_what_would_be_refused_is_not_written():
    with pytest.raises(BundleError, match=r"^field-wrong .field=edition.published"):
        encode_edition(replace(FULL, published="yesterday"))


def test_a_payload_that_is_no_object_is_refused():
    with pytest.raises(BundleError, match=r"^field-wrong .field=edition"):
        decode_edition(b"[]")
