"""FORMAT.md is normative: what it says in numbers and vectors is what the code does."""

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

import reader.bundle
from reader.bundle.descriptor import decode_segment_info, encode_segment_info
from reader.bundle.document import SignedDocument
from reader.bundle.edition import encode_edition
from reader.bundle.fields import Fields
from reader.bundle.fingerprint import ALPHABET
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.limits import LIMITS
from reader.bundle.objects import decode_thing, encode_article
from reader.bundle.segment import HEADER_BYTES, NewObject, build_segment, decode_frame, decode_index, read_header
from reader.bundle.signature import SecretKey
from reader.bundle.trust import verify_root_chain
from reader.bundle.zstd import zstd
from reader.model.article import Article, Picture
from reader.model.edition import DictionaryInfo, Edition, SegmentInfo, Withdrawn
from reader.model.publication import Kind
from reader.wording import SENTENCES

TEXT = Path(reader.bundle.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")


def section(title):
    return TEXT.partition(f"## {title}")[2].partition("\n## ")[0]


def vector(name):
    return re.search(rf"<!-- vector: {re.escape(name)} -->\n```\n(.*?)\n```", TEXT, re.DOTALL)[1]


def row(name):
    return re.search(rf"^\| {re.escape(name)} \| `(.+?)` \|$", TEXT, re.MULTILINE)[1]


def test_the_limits_are_those_of_the_code():
    rows = re.findall(r"^\| [^|]+ \| `(\w+)` \| ([\d,]+) \| (?:`([\w-]+)` )?\|$", section("10. Limits"), re.MULTILINE)
    assert {name: int(value.replace(",", "")) for name, value, _code in rows} == asdict(LIMITS)
    codes = [code for _name, _value, code in rows if code]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= set(SENTENCES)


def test_the_root_of_the_vector_verifies():
    document = vector("root/1.signed").encode()
    verified = verify_root_chain([document])
    assert hashlib.sha256(SignedDocument.parse(document).payload).hexdigest() == row("SHA-256 of the payload")
    assert verified.publication == row("publication id")
    assert verified.fingerprint == row("fingerprint")
    values = [ALPHABET.index(letter) for letter in verified.fingerprint.replace("-", "")]
    assert values[:19] == [int(value) for value in row("first 19 values").split()]


def test_the_key_of_the_vector_signs_the_same_bytes():
    document = vector("root/1.signed").encode()
    seed = bytes.fromhex(re.search(r"Ed25519 seed `([0-9a-f]{64})`", TEXT)[1])
    public = verify_root_chain([document]).root.keys["0102030405060708"]
    key = SecretKey("0102030405060708", seed + public)
    payload = SignedDocument.parse(document).payload
    assert SignedDocument.sign(payload, [key], "packhorse root 1").to_bytes() == document
    assert canonical_json(strict_json(payload)) == payload


def test_the_segment_of_the_vector_is_read():
    data = bytes.fromhex(vector("segment"))
    info = decode_segment_info(Fields(strict_json(vector("descriptor").encode()), "descriptor"))
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (info.sha256, info.bytes)
    assert read_header(data) == info.index_bytes
    start = HEADER_BYTES + info.index_bytes
    (index_row,) = decode_index(data[HEADER_BYTES:start], info)
    raw = decode_frame(index_row, data[start:], None)
    assert raw == b'{"titles":{"en":"News"}}\n'
    assert decode_thing("", index_row, raw).title("en") == "News"
    assert canonical_json(encode_segment_info(info)).decode() == vector("descriptor")


FULL_SEGMENT = SegmentInfo(
    "a" * 64, 900, 90, "b" * 64, 1, 9, "media", "thumb", "en", "c" * 64, ("d" * 64,), required=True, newest="2026-01-01"
)
FULL_EDITION = Edition(
    "a" * 26, 1, 2, "2026-01-01", 1, {"en": "T"}, "en", "2026-02-01", {"en": "M"}, ("en",), "L", ("C",), {1: "a" * 64},
    (DictionaryInfo("c" * 64, 9),), (FULL_SEGMENT,), (Withdrawn(Kind.PAGE, "p", 1, purge=True, reason="r"),), ("https://m",),
)  # fmt: skip
FULL_ARTICLE = Article(
    "p", "a", "T", "en", "B", 1, "essay", "S", "2026-01-01", "2026-01-02", "s", ("a",), ("t",), ("tag",), ("to",), ("r",),
    "se", 2, "w", ("rel",), Picture("m", "a", "c", "k"), "L", "S", ("al",), 3,
)  # fmt: skip
FULL_IMAGE = NewObject(Kind.IMAGE, "i", b"x", 1, "en", "2026-01-01", "T", "s", "image/png", "thumb", 1, 1, ("m",))


def described(part):
    first_cells = re.findall(r"^\| (`[^|]+`) \|", part, re.MULTILINE)
    return {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


def index_fields():
    info, data = build_segment([FULL_IMAGE], kind="media", tier="thumb")
    return set(json.loads(zstd.decompress(data[HEADER_BYTES : HEADER_BYTES + info.index_bytes])))


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("5. Edition", {*json.loads(encode_edition(FULL_EDITION)), *encode_segment_info(FULL_SEGMENT), "requires"}),
        ("6. Segment file", index_fields()),
    ],
)
def test_each_field_that_is_written_is_described(title, written):
    assert described(section(title)) == written


def test_each_field_of_an_article_is_described():
    part = section("7. Objects").partition("**article**")[2].partition("**page**")[0]
    assert described(part) == set(json.loads(encode_article(FULL_ARTICLE).partition(b"\n")[0]))


def test_each_kind_is_described():
    assert all(f"`{kind}`" in section("3. JSON") for kind in Kind)
