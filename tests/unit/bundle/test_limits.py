"""Each limit has its own error. The breach is made as large as the limit needs and no larger."""

import hashlib
from dataclasses import fields, replace

import pytest

from reader.bundle.document import SignedDocument
from reader.bundle.edition import decode_edition, encode_edition
from reader.bundle.frame import check_object_size
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.limits import LIMITS, MIB, Limits
from reader.bundle.root import encode_root
from reader.bundle.segment import Dictionary, NewObject, build_segment, decode_frame, decode_index, read_header
from reader.bundle.signature import SecretKey
from reader.bundle.trust import verify_root_chain
from reader.bundle.zstd import zstd
from reader.errors import BundleError
from reader.model.edition import DictionaryInfo, Edition, IndexRow, Role, Root, SegmentInfo
from reader.model.publication import Kind

EDITION = Edition("a" * 26, 1, 1000, "2026-01-01", 1, {"en": "T"})
KEY = SecretKey.generate()


def digest(number):
    return f"{number:064x}"


def segment(number=1, **change):
    return replace(SegmentInfo(digest(number), 5000, 300, digest(9), 10, 9000), **change)


def edition(**change):
    """Read an edition that says so, not through our own writer, which would refuse first."""
    plain = strict_json(
        encode_edition(replace(EDITION, segments=(segment(),), dictionaries=(DictionaryInfo(digest(5), 9),)))
    )
    return lambda: decode_edition(canonical_json({**plain, **change}))


def descriptor(**change):
    plain = strict_json(encode_edition(replace(EDITION, segments=(segment(),))))["segments"][0]
    return edition(segments=[{**plain, **change}])


def many_segments(count, objects=1):
    plain = strict_json(encode_edition(replace(EDITION, segments=(segment(),))))["segments"][0]
    return edition(segments=[{**plain, "sha256": digest(n), "objects": objects} for n in range(count)])


def index(raw, **change):
    data = zstd.compress(raw, 1)
    info = SegmentInfo("0" * 64, 200 * MIB, len(data), hashlib.sha256(data).hexdigest(), 1, 1)
    return lambda: decode_index(data, replace(info, **change))


def row(**change):
    return lambda: check_object_size(replace(IndexRow(Kind.ARTICLE, "a", 1, 0, 1, 1, "0" * 64), **change))


def frame_with_window(log):
    options = {zstd.CompressionParameter.window_log: log}
    frame = zstd.compress(b"x" * (LIMITS.window_bytes + 1), options=options)
    data = IndexRow(Kind.PAGE, "a", 1, 0, len(frame), LIMITS.window_bytes + 1, hashlib.sha256(frame).hexdigest())
    return lambda: decode_frame(replace(data, kind=Kind.IMAGE, raw=LIMITS.image_bytes), frame, None)


def roots(count):
    role = Role((KEY.key_id,))
    root = Root(1, 1, {KEY.key_id: KEY.public.key}, {"root": role, "edition": role})
    document = SignedDocument.sign(encode_root(root), [KEY], "").to_bytes()
    return lambda: verify_root_chain([document] * count)


def signatures(count):
    document = SignedDocument.sign(b"{}", [KEY] * count, "").to_bytes()
    return lambda: SignedDocument.parse(document)


BREACHES = {
    "signed_document_bytes": (
        "document-too-large",
        lambda: SignedDocument.parse(bytes(LIMITS.signed_document_bytes + 1)),
    ),
    "signatures": ("document-too-many-signatures", signatures(LIMITS.signatures + 1)),
    "root_versions": ("root-too-many-versions", roots(LIMITS.root_versions + 1)),
    "history": (
        "edition-history-too-long",
        edition(history={str(n + 1): digest(n) for n in range(LIMITS.history + 1)}),
    ),
    "segments": ("edition-too-many-segments", many_segments(LIMITS.segments + 1)),
    "dictionaries": (
        "edition-too-many-dictionaries",
        edition(dictionaries=[{"sha256": digest(n), "bytes": 9} for n in range(LIMITS.dictionaries + 1)]),
    ),
    "edition_objects": ("edition-too-many-objects", many_segments(6, 170_000)),
    "segment_bytes": ("segment-too-large", descriptor(bytes=LIMITS.segment_bytes + 1)),
    "segment_objects": ("segment-too-many-objects", descriptor(objects=LIMITS.segment_objects + 1)),
    "index_bytes": ("index-too-large", index(bytes(LIMITS.index_bytes + 1))),
    "index_ratio": ("index-ratio-too-high", index(bytes(MIB))),
    "article_bytes": ("article-too-large", row(raw=LIMITS.article_bytes + 1)),
    "image_bytes": ("image-too-large", row(kind=Kind.IMAGE, raw=LIMITS.image_bytes + 1)),
    "image_pixels": ("image-too-many-pixels", row(kind=Kind.IMAGE, width=8_000, height=5_001)),
    "window_bytes": ("window-too-large", frame_with_window(24)),
    "dictionary_bytes": ("dictionary-too-large", lambda: Dictionary.load("0" * 64, bytes(LIMITS.dictionary_bytes + 1))),
    "json_depth": ("json-too-deep", lambda: strict_json(b"[" * 17 + b"]" * 17)),
    "json_string_bytes": (
        "json-string-too-long",
        lambda: strict_json(canonical_json(["é" * (LIMITS.json_string_bytes // 2) + "x"])),
    ),
}
#: Held by the reader of zips and by whoever makes pictures.
HELD_ELSEWHERE = {"zip_entries", "thumb_bytes", "standard_bytes", "full_bytes"}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_has_its_own_error(name):
    code, breach = BREACHES[name]
    with pytest.raises(BundleError) as caught:
        breach()
    assert caught.value.code == code


def test_every_limit_is_tried():
    assert set(BREACHES) | HELD_ELSEWHERE == {field.name for field in fields(Limits)}
    codes = [code for code, _breach in BREACHES.values()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("breach", "code"),
    [
        (edition(dictionaries=[{"sha256": digest(1), "bytes": LIMITS.dictionary_bytes + 1}]), "dictionary-too-large"),
        (lambda: Dictionary(zstd.compress(bytes(LIMITS.dictionary_bytes + 1))), "dictionary-too-large"),
        (descriptor(bytes=LIMITS.segment_bytes, indexBytes=LIMITS.index_bytes + 1), "index-too-large"),
        (lambda: read_header(b"PKHSEG1\n\xff\xff\xff\xff"), "index-too-large"),
        (lambda: strict_json(canonical_json({"k" * (LIMITS.json_string_bytes + 1): 1})), "json-string-too-long"),
        (lambda: build_segment([NewObject(Kind.PAGE, "a", bytes(LIMITS.article_bytes + 1))]), "article-too-large"),
        (
            lambda: build_segment(
                [NewObject(Kind.IMAGE, "a", b"x", type="image/png", tier="full", width=10_000, height=10_000)],
                kind="media",
                tier="full",
            ),
            "image-too-many-pixels",
        ),
    ],
)
def test_a_limit_holds_wherever_it_can_be_broken(breach, code):
    with pytest.raises(BundleError) as caught:
        breach()
    assert caught.value.code == code


def test_what_is_just_inside_is_read():
    signatures(LIMITS.signatures)()
    many_segments(5, 200_000)()
    edition(history={str(n + 1): digest(n) for n in range(LIMITS.history)})()
    row(raw=LIMITS.article_bytes)()
    row(kind=Kind.IMAGE, raw=LIMITS.image_bytes, width=8_000, height=5_000)()
    strict_json(canonical_json(["é" * (LIMITS.json_string_bytes // 2)]))


def test_a_full_edition_fits_into_a_signed_document():
    plain = segment(bytes=LIMITS.segment_bytes, index_bytes=10**6, raw_bytes=10**9, objects=1000, language="zh-Hant")
    many = tuple(replace(plain, sha256=digest(n)) for n in range(LIMITS.segments))
    assert len(encode_edition(replace(EDITION, segments=many))) < LIMITS.signed_document_bytes
