"""Whatever is changed in a document or a segment is refused with a BundleError, and nothing else escapes."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.bundle.document import SignedDocument
from reader.bundle.edition import decode_edition, encode_edition
from reader.bundle.json_text import strict_json
from reader.bundle.objects import article_object, decode_article, thing_object
from reader.bundle.root import decode_root, encode_root
from reader.bundle.segment import HEADER_BYTES, build_segment, decode_frame, decode_index, read_header
from reader.bundle.signature import SecretKey
from reader.bundle.trust import verify_root_chain
from reader.errors import BundleError
from reader.model.article import Article
from reader.model.edition import Edition, IndexRow, Role, Root
from reader.model.publication import Kind, Thing

#: A slow machine is no fault.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
KEY = SecretKey("0102030405060708", bytes.fromhex(
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
))  # fmt: skip
ROLE = Role((KEY.key_id,))
ROOT = Root(1, 1, {KEY.key_id: KEY.public.key}, {"root": ROLE, "edition": ROLE})
ROOT_DOCUMENT = SignedDocument.sign(encode_root(ROOT), [KEY], "packhorse root 1").to_bytes()
CHAIN = verify_root_chain([ROOT_DOCUMENT])
ARTICLES = [Article(CHAIN.publication, f"a{n}", f"Title {n}", "en", body=f"Snow {n}\n" * 40) for n in range(3)]
OBJECTS = [*map(article_object, ARTICLES), thing_object(Thing(CHAIN.publication, Kind.SECTION, "news", {"en": "News"}))]
INFO, SEGMENT = build_segment(OBJECTS, language="en")
EDITION = Edition(CHAIN.publication, 1, 1, "2026-01-01", 1, {"en": "T"}, segments=(INFO,))
EDITION_DOCUMENT = SignedDocument.sign(encode_edition(EDITION), [KEY], "packhorse edition 1").to_bytes()


@st.composite
def mutations(draw, data):
    """A flipped bit, a cut, a piece put in, left out or doubled."""
    at = draw(st.integers(0, len(data) - 1))
    to = draw(st.integers(at + 1, len(data)))
    piece = draw(st.binary(min_size=1, max_size=8))
    flipped = bytes([data[at] ^ (1 << draw(st.integers(0, 7)))])
    ways = [
        data[:at] + flipped + data[at + 1 :],
        data[:at],
        data[at:][1:],
        data[:at] + data[to:],
        data[:at] + piece + data[at:],
        data[:to] + data[at:],
        data[:at] + piece + data[at + len(piece) :],
    ]
    return draw(st.sampled_from([way for way in ways if way != data]))


def signed_part(document):
    """The payload, and each signature with its trusted comment, however often it stands; the untrusted comment is not signed."""
    head, _, payload = document.partition(b"\n\n")
    lines = head.split(b"\n")
    return payload, {tuple(lines[at + 1 : at + 4]) for at in range(0, len(lines), 4)}


@settings(UNTIMED, max_examples=400)
@given(mutations(EDITION_DOCUMENT))
def test_a_changed_edition_is_refused(document):
    try:
        verified = CHAIN.verify_edition(document)
    except BundleError:
        return
    assert signed_part(document) == signed_part(EDITION_DOCUMENT), "only the untrusted comment may differ"
    assert verified.edition == EDITION


@settings(UNTIMED, max_examples=400)
@given(mutations(ROOT_DOCUMENT))
def test_a_changed_root_is_refused_or_another_publication(document):
    try:
        verified = verify_root_chain([document])
    except BundleError:
        return
    assert signed_part(document) == signed_part(ROOT_DOCUMENT)
    assert verified.publication == CHAIN.publication


def read_whole(data):
    """Read a segment as a reader does that has only the signed descriptor to go by."""
    if read_header(data[:HEADER_BYTES]) != INFO.index_bytes:
        raise BundleError("segment-index-wrong")
    start = HEADER_BYTES + INFO.index_bytes
    rows = decode_index(data[HEADER_BYTES:start], INFO)
    return [decode_frame(row, data[start + row.at : start + row.at + row.size], None) for row in rows]


GOOD = read_whole(SEGMENT)


@settings(UNTIMED, max_examples=400)
@given(mutations(SEGMENT))
def test_a_changed_segment_is_refused(data):
    try:
        raw = read_whole(data)
    except BundleError:
        return
    assert data.startswith(SEGMENT), (
        "only bytes after the last frame are unseen by the index; the whole digest sees them"
    )
    assert raw == GOOD


@settings(UNTIMED)
@given(st.binary(max_size=300))
@pytest.mark.parametrize(
    "read",
    [
        strict_json,
        SignedDocument.parse,
        decode_root,
        decode_edition,
        read_header,
        lambda data: verify_root_chain([data]),
        lambda data: decode_index(data, replace(INFO, index_bytes=len(data))),
        lambda data: decode_article("", IndexRow(Kind.ARTICLE, "a", 1, 0, 1, 1, ""), data),
    ],
)
def test_nothing_but_a_bundle_error_escapes(read, data):
    with suppress(BundleError):
        read(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
FIELD_NAMES = sorted(
    {*strict_json(encode_edition(EDITION)), "history", "withdrawn", "dictionaries", "requires", "mirrors"}
)


@settings(UNTIMED, max_examples=300)
@given(st.sampled_from(FIELD_NAMES), JSON)
def test_any_value_in_any_field_is_read_or_refused(name, value):
    payload = json.dumps({**strict_json(encode_edition(EDITION)), name: value}).encode()
    with suppress(BundleError):
        decode_edition(payload)
