"""Drafts become articles, pages and terms: references checked, bodies rewritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model.article import Article, Picture
from reader.model.publication import Kind, Text
from reader.publish.body import BodyRewriter
from reader.publish.fields import Field, Named, member, plain, text, texts, unmarked
from reader.publish.identity import to_id
from reader.publish.places import has_scheme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.publish.drafts import Draft
    from reader.publish.places import Places
    from reader.publish.problems import Problems
    from reader.publish.publication import Publication
    from reader.publish.shelf import PictureShelf

_WORDS_A_MINUTE = 200
_HAN_A_MINUTE = 400
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
#: Folders that say when or that, but not what about.
_NOT_SHELF = re.compile(r"_.*|[\d-]+|.*\d{4}.*|posts?|blog|articles?|content|archives?", re.IGNORECASE)
_MOST_STANDFIRST = 2_000
_PICTURE_NAMES = ("src", "path", "file", "url", "image", "feature", "uid", "name")


class Editor:
    """Makes what a reader will see of drafts."""

    def __init__(
        self,
        drafts: Iterable[Draft],
        publication: Publication,
        places: Places,
        shelf: PictureShelf,
        problems: Problems,
    ) -> None:
        self._publication = publication
        self._topics = _topics(drafts, publication)
        self._register = publication.register
        self._places = places
        self._shelf = shelf
        self._problems = problems

    def text(self, draft: Draft, position: int) -> Text:
        """A page of the publication or a glossary term."""
        weight = text(draft.get("position"))
        return Text(
            publication="",
            kind=draft.kind,
            id=draft.id,
            title=draft.title,
            language=draft.language,
            body=self._body(draft),
            work=draft.work,
            position=int(weight) if weight.isdecimal() else position,
            aliases=self._plain_texts(draft, "aliases"),
        )

    def article(self, draft: Draft) -> Article:
        """An article; what it names and nobody described is made."""
        topics, tags = self._subjects(draft)
        series, part = self._series(draft)
        body = self._body(draft)
        return Article(
            publication="",
            id=draft.id,
            title=draft.title,
            language=draft.language,
            body=body,
            kind=text(draft.get("kind")).lower() or "article",
            standfirst=_shortened(unmarked(text(draft.get("standfirst")))),
            date=draft.date,
            updated=draft.updated,
            section=self._section(draft),
            authors=self._things(draft, Kind.AUTHOR, "authors"),
            translators=self._things(draft, Kind.AUTHOR, "translators"),
            tags=tags,
            topics=topics,
            regions=self._things(draft, Kind.REGION, "regions"),
            series=series,
            series_part=part,
            work=draft.work,
            related=self._related(draft),
            lead=self._lead(draft),
            licence=text(draft.get("licence")),
            source=self._source(draft),
            aliases=self._plain_texts(draft, "aliases"),
            minutes=reading_minutes(body),
        )

    def _body(self, draft: Draft) -> str:
        rewriter = BodyRewriter(draft.file, self._places, self._shelf, self._problems)
        body = rewriter.rewrite(draft.body, draft.body_line)
        draft.media |= rewriter.media
        return body

    def _plain_texts(self, draft: Draft, key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(plain(one.text) for one in texts(draft.get(key))))

    def _things(self, draft: Draft, kind: Kind, key: str) -> tuple[str, ...]:
        return self._register.require_all(kind, texts(draft.get(key), commas=kind is not Kind.AUTHOR), draft.file)

    def _section(self, draft: Draft) -> str:
        """The section that is written, else the first category that is one, the first category, the folder.

        A category that articles use as a topic is no section.
        """
        written = texts(draft.get("section"))
        if written:
            return self._register.require(Kind.SECTION, written[0], draft.file)
        categories = texts(draft.get("categories"), commas=True)
        for category in categories:
            if found := self._register.find(Kind.SECTION, category.text):
                return found
        own = [one for one in categories if to_id(one.text) not in self._topics]
        if own:
            return self._register.require(Kind.SECTION, own[0], draft.file)
        for shelf in reversed(draft.shelf):
            if found := self._register.find(Kind.SECTION, shelf):
                return found
        named = next((shelf for shelf in draft.shelf if not _NOT_SHELF.fullmatch(shelf)), "")
        return self._register.require(Kind.SECTION, Named(named, 1), draft.file) if named else ""

    def _subjects(self, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Topics, and tags. Categories beyond the section are topics where such a topic is known, else tags."""
        topics = list(self._things(draft, Kind.TOPIC, "topics"))
        tags = [plain(one.text) for one in texts(draft.get("tags"), commas=True)]
        categories = texts(draft.get("categories"), commas=True)
        used = self._section(draft) if categories else ""
        for category in categories:
            if self._register.find(Kind.SECTION, category.text) == used:
                continue
            if to_id(category.text) in self._topics:
                topics.append(self._register.require(Kind.TOPIC, category, draft.file))
            else:
                tags.append(plain(category.text))
        spelled: dict[str, str] = {}
        for tag in filter(None, tags):
            spelled.setdefault(tag.casefold(), tag)  # a category and a tag may differ in capitals only
        return tuple(dict.fromkeys(topics)), tuple(spelled.values())

    def _series(self, draft: Draft) -> tuple[str, int]:
        field = draft.get("series")
        named = next(iter(texts(field)), None)
        identity = member(field, "id")
        if identity and field is not None:
            named = Named(identity, field.line)
        if named is None:
            return "", 0
        part = member(field, "part", "order", "number") or text(draft.get("series_part"))
        if part and not part.isdecimal():
            self._problems.mended(draft.file, named.line, "series-part-unreadable", text=part[:40])
            part = ""
        return self._register.require(Kind.SERIES, named, draft.file), int(part[:6] or 0)

    def _related(self, draft: Draft) -> tuple[str, ...]:
        found: list[str] = []
        for one in texts(draft.get("related")):
            identity = self._places.reference(one.text, draft.file)
            if identity is None:
                self._problems.mended(draft.file, one.line, "related-unknown", id=one.text[:200])
            elif identity != draft.id:
                found.append(identity)
        return tuple(dict.fromkeys(found))

    def _lead(self, draft: Draft) -> Picture | None:
        field = _first_picture(draft.get("image"))
        address = _picture_address(field)
        if field is None or not address:
            return None
        media = self._lead_media(draft, address, field.line)
        if not media:
            return None
        return Picture(
            media,
            plain(member(field, "alt", "description") or text(draft.get("image_alt"))),
            plain(member(field, "caption", "title") or text(draft.get("image_caption"))),
            plain(member(field, "credit", "attribution") or text(draft.get("image_credit"))),
        )

    def _lead_media(self, draft: Draft, address: str, line: int) -> str | None:
        """A lead picture that is not here is left out."""
        path = self._places.on_site(address).removeprefix("media:")
        if has_scheme(path):
            self._problems.mended(draft.file, line, "lead-remote", address=address[:200])
            return None
        media = self._shelf.take(path, draft.file, line, missing="lead-missing")
        if media:
            draft.media.add(media)
        return media

    def _source(self, draft: Draft) -> str:
        return ", ".join(filter(None, (plain(text(draft.get("source"))), text(draft.get("source_url")))))


def _topics(drafts: Iterable[Draft], publication: Publication) -> set[str]:
    """Ids of all topics that are described or that an article names."""
    described = {thing.id for thing in publication.register if thing.kind is Kind.TOPIC}
    return described | {to_id(one.text) for draft in drafts for one in texts(draft.get("topics"), commas=True)}


def reading_minutes(body: str) -> int:
    """How long a text takes to read: 200 words, or 400 Han characters and kana, a minute; at least one."""
    rest, han = _HAN.subn(" ", body)
    words = sum(1 for word in rest.split() if any(map(str.isalnum, word)))
    return max(1, round(words / _WORDS_A_MINUTE + han / _HAN_A_MINUTE))


def _shortened(standfirst: str) -> str:
    if len(standfirst) <= _MOST_STANDFIRST:
        return standfirst
    return standfirst[:_MOST_STANDFIRST].rpartition(" ")[0] + "…"


def _first_picture(field: Field | None) -> Field | None:
    if field is not None and isinstance(field.value, tuple):
        return field.value[0] if field.value else None
    return field


def _picture_address(field: Field | None) -> str:
    if field is not None and isinstance(field.value, Mapping):
        return member(field, *_PICTURE_NAMES)
    written = text(field)
    return "" if written.lower() in {"true", "false"} else written
