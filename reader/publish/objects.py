"""What goes into the bundle, as raw content: articles, pages, terms and the publication's things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.bundle.limits import LIMITS
from reader.bundle.objects import article_object, text_object, thing_object
from reader.model.publication import Kind, Thing
from reader.publish.body import BodyRewriter
from reader.publish.maps import read_map
from reader.publish.publication import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.bundle.segment import NewObject
    from reader.publish.articles import Editor
    from reader.publish.drafts import Draft
    from reader.publish.folder import SourceFolder
    from reader.publish.places import Places
    from reader.publish.problems import Problems
    from reader.publish.publication import Publication
    from reader.publish.shelf import PictureShelf
    from reader.publish.things import ThingDraft

MOST_READ = "most-read"


class ObjectMaker:
    """Makes objects, each with revision 1, and holds them against the format's limits."""

    def __init__(
        self,
        folder: SourceFolder,
        publication: Publication,
        places: Places,
        shelf: PictureShelf,
        problems: Problems,
    ) -> None:
        self._folder = folder
        self._publication = publication
        self._places = places
        self._shelf = shelf
        self._problems = problems

    def text(self, editor: Editor, draft: Draft, position: int) -> NewObject:
        """An article, page or term."""
        if draft.kind is Kind.ARTICLE:
            made = article_object(editor.article(draft))
        else:
            made = text_object(editor.text(draft, position))
        return self._checked(replace(made, media=tuple(sorted({*made.media, *draft.media}))), draft.file, 1)

    def things(self) -> Iterator[NewObject]:
        """Everything that ``publication.toml`` describes and that articles named. Articles come first, as they name."""
        for draft in self._publication.register:
            if draft.kind is Kind.MAP:
                read_map(draft, self._folder, self._problems)
            yield self._checked(self._thing(draft), draft.file, draft.line)
        listed = self._most_read()
        if listed:
            yield thing_object(Thing("", Kind.MOST_READ, MOST_READ, extra={"articles": listed}))

    def _thing(self, draft: ThingDraft) -> NewObject:
        rewriter = BodyRewriter(draft.file, self._places, self._shelf, self._problems)
        texts = {language: rewriter.rewrite(text, draft.line) for language, text in sorted(draft.texts.items())}
        media = rewriter.media
        if draft.picture is not None:
            portrait = rewriter.media_of(draft.picture.text, draft.picture.line)
            if portrait:
                draft.extra["portrait"] = portrait
                media = {*media, portrait}
        parent = self._publication.register.find(draft.kind, draft.parent.text) if draft.parent else ""
        thing = Thing("", draft.kind, draft.id, draft.titles, texts, parent or "", draft.position, draft.extra)
        return thing_object(thing, media=tuple(sorted(media)))

    def _most_read(self) -> list[str]:
        found = []
        for named in self._publication.most_read:
            identity = self._places.reference(named.text, FILE)
            if identity is None:
                self._problems.mended(FILE, named.line, "most-read-unknown", id=named.text[:200])
            else:
                found.append(identity)
        return list(dict.fromkeys(found))

    def _checked(self, made: NewObject, file: str, line: int) -> NewObject:
        if len(made.data) > LIMITS.article_bytes:
            self._problems.error(file, line, "text-too-large", bytes=len(made.data), most=LIMITS.article_bytes)
        head = made.data.partition(b"\n")[0]
        if len(head) > LIMITS.json_string_bytes and made.kind is not Kind.MAP:
            self._problems.error(file, line, "text-too-large", bytes=len(head), most=LIMITS.json_string_bytes)
        return made
