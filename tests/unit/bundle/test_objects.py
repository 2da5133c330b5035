import hashlib
from dataclasses import replace

import pytest

from reader.bundle.json_text import strict_json
from reader.bundle.objects import (
    article_object,
    decode_article,
    decode_text,
    decode_thing,
    encode_article,
    encode_text,
    encode_thing,
    text_object,
    thing_object,
)
from reader.bundle.segment import pack_object
from reader.errors import BundleError
from reader.model.article import Article, Picture
from reader.model.publication import Kind, Text, Thing

PUBLICATION = "a" * 26
ARTICLE = Article(
    publication=PUBLICATION,
    id="samizdat.ru",
    title="Самиздат",
    language="ru",
    body="Первый абзац.\n\n![тетрадь](media:page.png) и [ссылка](article:el-paquete) и [рис](<media:b.jpg>)\n",
    revision=3,
    kind="essay",
    standfirst="Коротко.",
    date="2026-03-14",
    updated="2026-03-15",
    section="copying",
    authors=("k-petrenko",),
    translators=("mara-quill",),
    tags=("самиздат",),
    topics=("copying-by-hand",),
    regions=("ru",),
    series="the-long-way-round",
    series_part=2,
    work="samizdat",
    related=("el-paquete",),
    lead=Picture("typewriter.png", alt="машинка", caption="Подпись", credit="Drawing"),
    licence="CC BY 4.0",
    source="https://example.org/a",
    aliases=("/old/path",),
    minutes=4,
)
LEAST = Article(PUBLICATION, "a", "T", "en")
PAGE = Text(PUBLICATION, Kind.PAGE, "about.ru", "О нас", "ru", "Текст\n", work="about", position=2)
TERM = Text(PUBLICATION, Kind.TERM, "bundle", "Bundle", "en", "A bundle.", aliases=("bundles",))
THING = Thing(
    PUBLICATION,
    Kind.AUTHOR,
    "mara-quill",
    {"en": "Mara Quill"},
    {"en": "Writes. ![x](media:portrait.png)"},
    parent="p",
    position=3,
    extra={"pen_name": True, "places": [{"x": 1}]},
)


def row_of(new):
    return pack_object(new, None)[0]


@pytest.mark.parametrize("article", [ARTICLE, LEAST])
def test_an_article_comes_back_as_it_was(article):
    assert decode_article(PUBLICATION, row_of(article_object(article)), encode_article(article)) == article


@pytest.mark.parametrize("text", [PAGE, TERM])
def test_a_text_comes_back_as_it_was(text):
    assert decode_text(PUBLICATION, row_of(text_object(text)), encode_text(text)) == text


@pytest.mark.parametrize("thing", [THING, Thing(PUBLICATION, Kind.SECTION, "news")])
def test_a_thing_comes_back_as_it_was(thing):
    assert decode_thing(PUBLICATION, row_of(thing_object(thing)), encode_thing(thing)) == thing


def test_a_row_names_the_pictures_in_order_and_once():
    assert article_object(ARTICLE).media == ("typewriter.png", "page.png", "b.jpg")
    assert thing_object(THING, media=("portrait.png",)).media == ("portrait.png",)


def test_metadata_is_one_line_that_says_nothing_empty():
    line, body = encode_article(LEAST).split(b"\n", 1)
    assert strict_json(line) == {"title": "T", "language": "en", "kind": "article", "minutes": 1}
    assert body == b""


@pytest.mark.parametrize("name", ["title", "language", "date", "section"])
def test_an_article_must_not_contradict_its_row(name):
    row = replace(row_of(article_object(ARTICLE)), **{name: "zh"})
    with pytest.raises(BundleError, match=r"^object-contradicts-index"):
        decode_article(PUBLICATION, row, encode_article(ARTICLE))


ROW = row_of(article_object(LEAST))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "object-malformed"),
        (b"{}", "object-malformed"),
        (b"\n", "json-malformed"),
        (b"{}\n\xff", "object-malformed"),
        (b"{}\n\0", "object-malformed"),
        (b"[]\n", "field-wrong .field=article:a"),
        (b'{"language":"en"}\n', "field-missing .field=article:a.title"),
        (b'{"title":"T"}\n', "field-missing .field=article:a.language"),
        (b'{"title":"T","language":"en","tags":"x"}\n', "field-wrong .field=article:a.tags"),
        (b'{"title":"T","language":"en","authors":["../x"]}\n', "field-wrong .field=article:a.authors"),
        (b'{"title":"T","language":"en","minutes":0}\n', "field-wrong .field=article:a.minutes"),
        (b'{"title":"T","language":"en","date":"1"}\n', "field-wrong .field=article:a.date"),
        (b'{"title":"T","language":"en","lead":[]}\n', "field-wrong .field=article:a.lead"),
        (b'{"title":"T","language":"en","lead":{}}\n', "field-missing .field=article:a.lead.media"),
        (b'{"title":"T","language":"en","lead":{"media":"a/b"}}\n', "field-wrong .field=article:a.lead.media"),
    ],
)
def test_other_bytes_are_refused(data, code):
    with pytest.raises(BundleError, match=f"^{code}"):
        decode_article(PUBLICATION, ROW, data)


def test_fields_of_the_future_are_ignored():
    data = b'{"title":"T","language":"en","podcast":{"url":"x"}}\n'
    assert decode_article(PUBLICATION, ROW, data) == LEAST


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "\ud800"}, "json-malformed"),
        ({"body": "\ud800"}, "json-malformed"),
        ({"body": "a\0b"}, "object-malformed"),
        ({"title": ""}, "field-missing"),
        ({"title": "x" * 70_000}, "json-string-too-long"),
        ({"date": "soon"}, "field-wrong"),
    ],
)
def test_what_would_be_refused_is_not_packed(change, code):
    with pytest.raises(BundleError, match=f"^{code}"):
        article_object(replace(ARTICLE, **change))


def test_a_thing_with_a_fraction_is_not_packed():
    with pytest.raises(BundleError, match=r"^json-number"):
        thing_object(replace(THING, extra={"width": 1.5}))


def test_a_thing_has_no_body_and_is_a_thing():
    row = row_of(thing_object(THING))
    with pytest.raises(BundleError, match=r"^object-malformed"):
        decode_thing(PUBLICATION, row, encode_thing(THING) + b"body")
    with pytest.raises(BundleError, match=r"^object-malformed"):
        decode_thing(PUBLICATION, ROW, encode_thing(THING))


def test_the_row_says_what_a_list_needs():
    row = row_of(article_object(ARTICLE))
    assert (row.title, row.language, row.date, row.section) == ("Самиздат", "ru", "2026-03-14", "copying")
    assert row.revision == 3
    assert row.raw == len(encode_article(ARTICLE))
    assert row.sha256 != hashlib.sha256(b"").hexdigest()
