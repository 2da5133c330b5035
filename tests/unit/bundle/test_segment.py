import hashlib
from dataclasses import replace

import pytest

from reader.bundle.json_text import canonical_json
from reader.bundle.segment import (
    HEADER_BYTES,
    Dictionary,
    NewObject,
    build_segment,
    check_frame,
    decode_frame,
    decode_index,
    join_segment,
    pack_object,
    read_header,
    train_dictionary,
)
from reader.bundle.zstd import zstd
from reader.errors import BundleError
from reader.model.edition import IndexRow, SegmentInfo
from reader.model.publication import Kind


def refused(code):
    return pytest.raises(BundleError, match=f"^{code}")


def article(identity, date="2026-01-01", text="snow on the road "):
    return NewObject(Kind.ARTICLE, identity, (text * 30 + identity).encode(), language="en", date=date, title=identity)


SECTION = NewObject(Kind.SECTION, "news", b'{"titles":{"en":"News"}}\n')
IMAGE = NewObject(Kind.IMAGE, "mule.png", b"\x89PNG" * 9, type="image/png", tier="thumb", width=4, height=3)
OBJECTS = [article("b", "2026-01-02"), article("a", "2026-01-02"), article("c", "2026-03-01"), SECTION]


def samples(count=200):
    words = [
        "the",
        "rider",
        "carried",
        "books",
        "up",
        "the",
        "creek",
        "in",
        "saddlebags",
        "when",
        "snow",
        "closed",
        "the",
        "road",
    ]
    return [
        " ".join(words[(n * m) % len(words)] + str((n * m) % 97) for m in range(1, 80)).encode()
        for n in range(1, count)
    ]


def read(info, data, dictionary=None):
    rows = decode_index(data[HEADER_BYTES : HEADER_BYTES + read_header(data)], info)
    start = HEADER_BYTES + info.index_bytes
    frames = [data[start + row.at : start + row.at + row.size] for row in rows]
    return {row.id: decode_frame(row, frame, dictionary) for row, frame in zip(rows, frames, strict=True)}


def test_objects_come_back_as_they_were():
    info, data = build_segment(OBJECTS, language="en")
    assert read(info, data) == {new.id: new.data for new in OBJECTS}
    assert info.bytes == len(data)
    assert info.sha256 == hashlib.sha256(data).hexdigest()
    assert info.raw_bytes == sum(len(new.data) for new in OBJECTS)
    assert info.objects == len(OBJECTS)


def test_the_descriptor_says_how_new_it_is():
    assert build_segment(OBJECTS)[0].newest == "2026-03-01"
    assert build_segment([SECTION])[0].newest == ""


def test_things_come_first_then_the_newest():
    info, data = build_segment(OBJECTS)
    assert list(read(info, data)) == ["news", "c", "a", "b"]


def test_the_order_of_the_objects_does_not_matter():
    assert build_segment(OBJECTS) == build_segment(OBJECTS[::-1])


def test_pictures_are_stored_as_they_are():
    info, data = build_segment([IMAGE], kind="media", tier="thumb")
    assert data.endswith(IMAGE.data)
    (row,) = decode_index(data[HEADER_BYTES : HEADER_BYTES + info.index_bytes], info)
    assert (row.codec, row.type, row.width, row.height, row.tier) == ("stored", "image/png", 4, 3, "thumb")
    assert decode_frame(row, IMAGE.data, None) == IMAGE.data


def test_a_dictionary_makes_it_smaller_and_is_needed_to_read():
    texts = [NewObject(Kind.ARTICLE, f"a{n}", sample) for n, sample in enumerate(samples())]
    trained = train_dictionary(samples())
    dictionary = Dictionary.load(hashlib.sha256(trained).hexdigest(), trained)
    info, data = build_segment(texts, dictionary=dictionary)
    assert info.dictionary == dictionary.sha256
    assert len(data) < len(build_segment(texts)[1])
    assert read(info, data, dictionary) == {new.id: new.data for new in texts}
    with refused("dictionary-missing"):
        read(info, data)
    other = Dictionary(train_dictionary([sample[::-1] for sample in samples()]))
    with refused("dictionary-missing"):
        read(info, data, other)


def test_training_gives_the_same_bytes_each_time():
    assert train_dictionary(samples()) == train_dictionary(samples())


def test_little_text_gets_no_dictionary():
    assert train_dictionary([]) is None
    assert train_dictionary(samples(20)) is None
    assert train_dictionary([b"x" * 200_000]) is None


def test_a_dictionary_is_what_its_digest_says():
    trained = train_dictionary(samples())
    digest = hashlib.sha256(trained).hexdigest()
    with refused("dictionary-wrong"):
        Dictionary.load(digest, trained + b"x")
    with refused("dictionary-wrong"):
        Dictionary.load("0" * 64, trained)


@pytest.mark.parametrize("content", [b"", b"no dictionary" * 9])
def test_other_content_is_no_dictionary(content):
    with refused("dictionary-damaged"):
        Dictionary(zstd.compress(content))


def test_a_dictionary_that_is_no_frame_is_damaged():
    with refused("frame-damaged"):
        Dictionary(b"nothing")


def test_a_rollup_copies_frames_as_they_are():
    packed = [pack_object(new, None) for new in OBJECTS]
    first, _ = join_segment(packed[:2], SegmentInfo("", 0, 0, "", 0, 0))
    second, _ = join_segment(packed[2:], SegmentInfo("", 0, 0, "", 0, 0))
    like = SegmentInfo("", 0, 0, "", 0, 0, supersedes=(first.sha256, second.sha256))
    info, data = join_segment(packed, like)
    assert info.supersedes == (first.sha256, second.sha256)
    assert data == build_segment(OBJECTS)[1]


def test_a_segment_without_objects_is_not_made():
    with refused("segment-empty"):
        build_segment([])


@pytest.mark.parametrize(
    ("objects", "options", "code"),
    [
        ([SECTION, SECTION], {}, "object-doubled"),
        ([IMAGE], {}, "segment-mixed"),
        ([SECTION], {"kind": "media", "tier": "thumb"}, "segment-mixed"),
        ([IMAGE], {"kind": "media", "tier": "full"}, "segment-mixed"),
        ([replace(SECTION, id="../news")], {}, "field-wrong"),
        ([replace(SECTION, id="-x")], {}, "field-wrong"),
        ([replace(SECTION, id="a" * 129)], {}, "field-wrong"),
        ([replace(SECTION, data=b"")], {}, "field-missing"),
        ([replace(SECTION, revision=0)], {}, "field-missing"),
        ([replace(SECTION, date="2026-02-30")], {}, "field-wrong"),
        ([replace(SECTION, language="../en")], {}, "field-wrong"),
        ([replace(IMAGE, type="image/svg+xml")], {"kind": "media", "tier": "thumb"}, "field-wrong"),
        ([replace(IMAGE, width=0)], {"kind": "media", "tier": "thumb"}, "field-missing"),
    ],
)
def test_what_would_be_refused_is_not_written(objects, options, code):
    with refused(code):
        build_segment(objects, **options)


def forged(lines, **change):
    """A descriptor and an index that agree, of lines that a publisher of ill will wrote."""
    index = zstd.compress(lines)
    size = change.pop("size", 10)
    info = SegmentInfo("0" * 64, HEADER_BYTES + len(index) + size, len(index), hashlib.sha256(index).hexdigest(), 1, 10)
    return index, replace(info, **change)


ROW = {"kind": "page", "id": "about", "revision": 1, "size": 10, "raw": 10, "sha256": "0" * 64, "codec": "stored"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "podcast"}, "needs-newer-packhorse .need=kind podcast"),
        ({"codec": "brotli"}, "needs-newer-packhorse .need=codec brotli"),
        ({"size": 11}, r"field-wrong .field=index\[0\].size"),
        ({"size": 9}, r"field-wrong .field=index\[0\].size"),
        ({"size": 0, "codec": "zstd"}, r"field-wrong .field=index\[0\].size"),
        ({"size": 9, "codec": "zstd"}, "index-lengths-wrong"),
        ({"raw": 11, "codec": "zstd"}, "index-lengths-wrong"),
        ({"sha256": "x"}, r"field-wrong .field=index\[0\].sha256"),
        ({"id": "A"}, r"field-wrong .field=index\[0\].id"),
        ({"media": ["../x"]}, r"field-wrong .field=index\[0\].media"),
        ({"section": "a/b"}, r"field-wrong .field=index\[0\].section"),
        ({"title": 3}, r"field-wrong .field=index\[0\].title"),
    ],
)
def test_each_field_of_an_index_row_is_checked(change, code):
    index, info = forged(canonical_json({**ROW, **change}) + b"\n")
    with refused(code):
        decode_index(index, info)


@pytest.mark.parametrize(
    ("lines", "change", "code"),
    [
        (b"", {}, "index-objects-wrong"),
        (canonical_json(ROW), {}, "index-objects-wrong"),
        (canonical_json(ROW) + b"\n\n", {}, "index-objects-wrong"),
        (canonical_json(ROW) + b"\n", {"objects": 2}, "index-objects-wrong"),
        (canonical_json(ROW) + b"\n", {"index_bytes": 7}, "index-cut"),
        (canonical_json(ROW) + b"\n", {"index_sha256": "0" * 64}, "index-wrong"),
        (b"[]\n", {}, r"field-wrong .field=index\[0\]"),
        (b"{}\n", {}, r"field-missing .field=index\[0\].kind"),
        (b"\xff\n", {}, "json-malformed"),
    ],
)
def test_an_index_must_be_the_one_described(lines, change, code):
    index, info = forged(lines, **change)
    with refused(code):
        decode_index(index, info)


def test_an_index_that_is_no_frame_is_refused():
    info = SegmentInfo("0" * 64, 100, 4, hashlib.sha256(b"nope").hexdigest(), 1, 10)
    with refused("frame-damaged"):
        decode_index(b"nope", info)


@pytest.mark.parametrize(
    ("header", "code"),
    [(b"", "segment-cut"), (b"PKHSEG1\n\0\0\0", "segment-cut"), (b"PK\x03\x04" * 3, "segment-malformed")],
)
def test_a_header_is_checked(header, code):
    with refused(code):
        read_header(header)


def frame_row(frame, raw, **change):
    return replace(IndexRow(Kind.PAGE, "about", 1, 0, len(frame), raw, hashlib.sha256(frame).hexdigest()), **change)


def test_no_unchecked_byte_is_decoded(monkeypatch):
    frame = zstd.compress(b"x" * 100)
    row = frame_row(frame, 100)
    monkeypatch.setattr("reader.bundle.zstd.decompress", lambda *_: pytest.fail("decoded before it was checked"))
    for data, code in [(frame[:-1], "frame-cut"), (frame + b"x", "frame-cut"), (frame[:-1] + b"x", "frame-wrong")]:
        for check in (check_frame, lambda row, data: decode_frame(row, data, None)):
            with refused(code):
                check(row, data)


LONG = b"snow on the road" * 1000


@pytest.mark.parametrize(
    ("frame", "raw", "code"),
    [
        (zstd.compress(LONG), len(LONG) - 1, "frame-length-wrong"),
        (zstd.compress(LONG), len(LONG) + 1, "frame-length-wrong"),
        (zstd.compress(LONG) + zstd.compress(LONG), len(LONG), "frame-length-wrong"),
        (zstd.compress(LONG) + b"tail", len(LONG), "frame-length-wrong"),
        (zstd.compress(LONG)[:-3], len(LONG), "frame-length-wrong"),
        (zstd.compress(LONG, options={zstd.CompressionParameter.content_size_flag: 0}), len(LONG), "frame-damaged"),
        (b"\x50\x2a\x4d\x18\x04\0\0\0abcd", 4, "frame-damaged"),
        (b"plain text", 10, "frame-damaged"),
        (b"\x28\xb5\x2f\xfd\x20\x0a\xff\xff\xff", 10, "frame-damaged"),
    ],
)
def test_a_signed_frame_can_still_not_do_harm(frame, raw, code):
    with refused(code):
        decode_frame(frame_row(frame, raw), frame, None)
