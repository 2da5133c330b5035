"""What is written is read back as it was."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.bundle import layout
from reader.bundle.fingerprint import fingerprint, normalize
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.objects import article_object, decode_article, decode_thing, thing_object
from reader.bundle.segment import HEADER_BYTES, build_segment, decode_frame, decode_index
from reader.model.article import Article, Picture
from reader.model.publication import Kind, Thing

#: A slow machine is no fault.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
IDS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True)
LANGUAGES = st.sampled_from(["en", "zh-Hant", "ug", "kk-Cyrl", "ru"])
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
DAYS = st.dates().map(str) | st.just("")
MANY_IDS = st.lists(IDS, max_size=3).map(tuple)
MANY_WORDS = st.lists(WORDS, max_size=3).map(tuple)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
ARTICLES = st.builds(
    Article,
    publication=st.just("a" * 26),
    id=IDS,
    title=WORDS.filter(bool),
    language=LANGUAGES,
    body=WORDS,
    revision=st.integers(1, 2**53 - 1),
    kind=WORDS.filter(bool),
    standfirst=WORDS,
    date=DAYS,
    updated=DAYS,
    section=IDS | st.just(""),
    authors=MANY_IDS,
    translators=MANY_IDS,
    tags=MANY_WORDS,
    topics=MANY_IDS,
    regions=MANY_IDS,
    series=IDS | st.just(""),
    series_part=st.integers(0, 99),
    work=IDS | st.just(""),
    related=MANY_IDS,
    lead=st.none() | st.builds(Picture, IDS, WORDS, WORDS, WORDS),
    licence=WORDS,
    source=WORDS,
    aliases=MANY_WORDS,
    minutes=st.integers(1, 999),
)
THINGS = st.builds(
    Thing,
    publication=st.just("a" * 26),
    kind=st.sampled_from([Kind.SECTION, Kind.AUTHOR, Kind.MAP, Kind.EVENT]),
    id=IDS,
    titles=st.dictionaries(LANGUAGES, WORDS, max_size=3),
    texts=st.dictionaries(LANGUAGES, WORDS, max_size=3),
    parent=IDS | st.just(""),
    position=st.integers(0, 999),
    extra=st.dictionaries(WORDS, JSON, max_size=3),
)


@settings(UNTIMED, max_examples=60)
@given(st.lists(ARTICLES | THINGS, min_size=1, max_size=5))
def test_a_segment_gives_back_its_objects(objects):
    objects = list({(isinstance(each, Thing) and each.kind, each.id): each for each in objects}.values())
    new = [article_object(each) if isinstance(each, Article) else thing_object(each) for each in objects]
    info, data = build_segment(new)
    start = HEADER_BYTES + info.index_bytes
    found = []
    for row in decode_index(data[HEADER_BYTES:start], info):
        raw = decode_frame(row, data[start + row.at : start + row.at + row.size], None)
        decode = decode_article if row.kind == Kind.ARTICLE else decode_thing
        found.append(decode("a" * 26, row, raw))
    assert len(found) == len(objects)
    assert all(each in found for each in objects)


@settings(UNTIMED)
@given(JSON)
def test_json_is_read_back(value):
    assert strict_json(canonical_json(value)) == value


@settings(UNTIMED)
@given(st.binary(max_size=40))
def test_a_fingerprint_is_read_back(payload):
    printed = fingerprint(payload)
    assert normalize(printed.lower().replace("-", "")) == printed


@settings(UNTIMED)
@given(st.integers(1, 2**53 - 1), st.integers(1, 256), st.binary(min_size=32, max_size=32))
def test_every_name_that_we_write_is_one_that_we_open(serial, version, digest):
    names = [
        layout.edition_name(serial),
        layout.root_name(version),
        layout.dictionary_name(digest.hex()),
        layout.segment_name(digest.hex()),
    ]
    assert all(map(layout.is_name, names))


@settings(UNTIMED, max_examples=300)
@given(st.text(max_size=40) | st.from_regex(r"(root|editions|seg|dict)[/\\].{0,90}"))
def test_a_name_that_opens_has_no_way_out(name):
    if layout.is_name(name):
        parts = name.split("/")
        assert not any(part in {"", ".", ".."} for part in parts)
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789./")
        assert parts[-1].endswith((".signed", ".zst", ".seg"))
