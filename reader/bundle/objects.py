"""The raw content of text objects: one line of canonical JSON, a newline, and the Markdown body.

``id``, ``kind`` and ``revision`` live in the index row only. Title, language, date and section are in both, so that a list
needs no frame and a frame can be read alone; they must agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.bundle.fields import ID, LANGUAGE, Fields, without_empty
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.segment import NewObject, new_row
from reader.errors import BundleError
from reader.model.article import Article, Picture
from reader.model.publication import THINGS, Kind, Text, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.model.edition import IndexRow

_MEDIA_LINK = re.compile(r"\]\(\s*<?media:([a-z0-9][a-z0-9._-]{0,127})")


def encode_article(article: Article) -> bytes:
    """The raw content of an article's frame."""
    fields = {
        "title": article.title,
        "language": article.language,
        "kind": article.kind,
        "standfirst": article.standfirst,
        "date": article.date,
        "updated": article.updated,
        "section": article.section,
        "authors": list(article.authors),
        "translators": list(article.translators),
        "tags": list(article.tags),
        "topics": list(article.topics),
        "regions": list(article.regions),
        "series": article.series,
        "seriesPart": article.series_part,
        "work": article.work,
        "related": list(article.related),
        "lead": _encode_picture(article.lead),
        "licence": article.licence,
        "source": article.source,
        "aliases": list(article.aliases),
        "minutes": article.minutes,
    }
    return _encode(fields, article.body)


def decode_article(publication: str, row: IndexRow, data: bytes) -> Article:
    """Read an article from its frame's raw content.

    Raises:
        BundleError: ``object-malformed``, ``object-contradicts-index``, ``field-missing``, ``field-wrong``, and what
            ``strict_json`` raises.
    """
    fields, body = _decode(row, data)
    article = Article(
        publication=publication,
        id=row.id,
        title=fields.text("title"),
        language=fields.text("language", pattern=LANGUAGE),
        body=body,
        revision=row.revision,
        kind=fields.text("kind", "article"),
        standfirst=fields.text("standfirst", ""),
        date=fields.date("date", ""),
        updated=fields.date("updated", ""),
        section=fields.text("section", "", ID),
        authors=fields.texts("authors", ID),
        translators=fields.texts("translators", ID),
        tags=fields.texts("tags"),
        topics=fields.texts("topics", ID),
        regions=fields.texts("regions", ID),
        series=fields.text("series", "", ID),
        series_part=fields.integer("seriesPart", 0),
        work=fields.text("work", "", ID),
        related=fields.texts("related", ID),
        lead=_decode_picture(fields.object("lead")),
        licence=fields.text("licence", ""),
        source=fields.text("source", ""),
        aliases=fields.texts("aliases"),
        minutes=fields.integer("minutes", 1, least=1),
    )
    _must_agree(row, title=article.title, language=article.language, date=article.date, section=article.section)
    return article


def encode_text(text: Text) -> bytes:
    """The raw content of a page's or a term's frame."""
    fields = {
        "title": text.title,
        "language": text.language,
        "work": text.work,
        "position": text.position,
        "aliases": list(text.aliases),
    }
    return _encode(fields, text.body)


def decode_text(publication: str, row: IndexRow, data: bytes) -> Text:
    """Read a page or a term from its frame's raw content.

    Raises:
        BundleError: as ``decode_article``.
    """
    fields, body = _decode(row, data)
    text = Text(
        publication=publication,
        kind=row.kind,
        id=row.id,
        title=fields.text("title"),
        language=fields.text("language", pattern=LANGUAGE),
        body=body,
        work=fields.text("work", "", ID),
        position=fields.integer("position", 0),
        aliases=fields.texts("aliases"),
    )
    _must_agree(row, title=text.title, language=text.language)
    return text


def encode_thing(thing: Thing) -> bytes:
    """The raw content of a section's, topic's, author's, region's, series', map's, event's or most-read list's frame."""
    fields = {
        "titles": dict(thing.titles),
        "texts": dict(thing.texts),
        "parent": thing.parent,
        "position": thing.position,
        "extra": dict(thing.extra),
    }
    return _encode(fields, "")


def decode_thing(publication: str, row: IndexRow, data: bytes) -> Thing:
    """Read a thing from its frame's raw content. ``extra`` is plain JSON whose meaning is the kind's.

    Raises:
        BundleError: as ``decode_article``.
    """
    fields, body = _decode(row, data)
    if body or row.kind not in THINGS:
        raise BundleError("object-malformed", object=row.id)
    return Thing(
        publication=publication,
        kind=row.kind,
        id=row.id,
        titles=fields.localized("titles"),
        texts=fields.localized("texts"),
        parent=fields.text("parent", "", ID),
        position=fields.integer("position", 0),
        extra=fields.mapping("extra"),
    )


def article_object(article: Article) -> NewObject:
    """An article ready to pack; its pictures are those of the lead and of ``media:`` links in the body.

    Raises:
        BundleError: what ``decode_article`` raises, so that nothing unreadable is packed.
    """
    lead = (article.lead.media,) if article.lead else ()
    new = NewObject(
        kind=Kind.ARTICLE,
        id=article.id,
        data=encode_article(article),
        revision=article.revision,
        language=article.language,
        date=article.date,
        title=article.title,
        section=article.section,
        media=_once(*lead, *_MEDIA_LINK.findall(article.body)),
    )
    decode_article(article.publication, new_row(new, new.data), new.data)
    return new


def text_object(text: Text, revision: int = 1) -> NewObject:
    """A page or term ready to pack.

    Raises:
        BundleError: what ``decode_text`` raises, so that nothing unreadable is packed.
    """
    new = NewObject(
        kind=text.kind,
        id=text.id,
        data=encode_text(text),
        revision=revision,
        language=text.language,
        title=text.title,
        media=_once(*_MEDIA_LINK.findall(text.body)),
    )
    decode_text(text.publication, new_row(new, new.data), new.data)
    return new


def thing_object(thing: Thing, revision: int = 1, media: tuple[str, ...] = ()) -> NewObject:
    """A section, topic, author... ready to pack. ``media`` are ids of the pictures that it shows.

    Raises:
        BundleError: what ``decode_thing`` raises, so that nothing unreadable is packed.
    """
    found = (link for text in thing.texts.values() for link in _MEDIA_LINK.findall(text))
    new = NewObject(thing.kind, thing.id, encode_thing(thing), revision, media=_once(*media, *found))
    decode_thing(thing.publication, new_row(new, new.data), new.data)
    return new


def _encode(fields: Mapping[str, object], body: str) -> bytes:
    try:
        return canonical_json(without_empty(fields)) + b"\n" + body.encode()
    except UnicodeEncodeError as error:
        raise BundleError("json-malformed", reason="half a surrogate pair") from error


def _decode(row: IndexRow, data: bytes) -> tuple[Fields, str]:
    metadata, newline, body = data.partition(b"\n")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BundleError("object-malformed", object=row.id) from error
    if not newline or "\0" in text:
        raise BundleError("object-malformed", object=row.id)
    return Fields(strict_json(metadata), f"{row.kind}:{row.id}"), text


def _must_agree(row: IndexRow, **fields: str) -> None:
    for name, value in fields.items():
        if getattr(row, name) != value:
            raise BundleError("object-contradicts-index", object=row.id, field=name)


def _encode_picture(picture: Picture | None) -> dict[str, object] | None:
    if picture is None:
        return None
    return without_empty(
        {"media": picture.media, "alt": picture.alt, "caption": picture.caption, "credit": picture.credit}
    )


def _decode_picture(fields: Fields | None) -> Picture | None:
    if fields is None:
        return None
    return Picture(
        media=fields.text("media", pattern=ID),
        alt=fields.text("alt", ""),
        caption=fields.text("caption", ""),
        credit=fields.text("credit", ""),
    )


def _once(*ids: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
