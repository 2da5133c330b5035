"""Files become drafts: front matter read, title, language and days known. References are not looked at yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reader.bundle.fields import LANGUAGE
from reader.bundle.limits import LIMITS
from reader.errors import PublishError
from reader.model.publication import Kind
from reader.publish import keys
from reader.publish.dates import day_in_name, read_day
from reader.publish.fields import plain, text, truth
from reader.publish.front_matter import MOST_BYTES, read_document
from reader.publish.identity import to_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.publish.fields import Field
    from reader.publish.folder import SourceFolder
    from reader.publish.front_matter import Document
    from reader.publish.problems import Problems
    from reader.publish.publication import Publication

_OWN_FOLDERS = {Kind.PAGE: "pages", Kind.TERM: "glossary"}
_NOT_ARTICLES = re.compile(
    r"(pages|glossary|media|maps)/|(.*/)?(readme|licen[cs]e|contributing|changelog)\b", re.IGNORECASE
)
_LANGUAGE_ENDING = re.compile(r"(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)")
_HEADING = re.compile(r"(?m)^ {0,3}#[ \t]+(.+?)[ \t#]*$")
_DAY_IN_STEM = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")
_MOST_TITLE = 500


@dataclass(slots=True)
class Draft:
    """A text on its way into the bundle.

    ``stem`` is the file's name without ending and language, ``shelf`` the folders between the article folder and the
    file. ``id`` and ``work`` are given when all drafts are known.
    """

    kind: Kind
    file: str
    fields: Mapping[str, Field]
    body: str
    body_line: int
    stem: str
    language: str
    title: str = ""
    date: str = ""
    updated: str = ""
    shelf: tuple[str, ...] = ()
    id: str = ""
    work: str = ""
    media: set[str] = field(default_factory=set)

    def get(self, key: str) -> Field | None:
        """A field of the front matter by what it means."""
        return keys.get(self.fields, key)

    def line(self, key: str) -> int:
        """The line of a field, or of the file's beginning."""
        found = self.get(key)
        return found.line if found else 1


class DraftReader:
    """Reads every article, page and term of a source folder. ``skipped`` counts drafts that their authors hold back."""

    def __init__(self, folder: SourceFolder, publication: Publication, problems: Problems) -> None:
        self._folder = folder
        self._publication = publication
        self._problems = problems
        self.skipped = 0

    def read_all(self) -> list[Draft]:
        """All drafts, in the order of their files' names."""
        found = [self._read(kind, name, shelf) for kind, name, shelf in self._files()]
        return [draft for draft in found if draft is not None]

    def _files(self) -> Iterator[tuple[Kind, str, tuple[str, ...]]]:
        for kind, folder in _OWN_FOLDERS.items():
            for name in self._folder.markdown(folder):
                yield kind, name, ()
        yield from ((Kind.ARTICLE, name, shelf) for name, shelf in sorted(self._articles().items()))

    def _articles(self) -> dict[str, tuple[str, ...]]:
        """Article files and the shelf each stands on."""
        found: dict[str, tuple[str, ...]] = {}
        for folder in self._article_folders():
            named = folder in self._publication.article_folders
            first = (folder.rpartition("/")[2],) if named and folder else ()
            for name in self._folder.markdown(folder):
                if not folder and _NOT_ARTICLES.match(name):
                    continue
                below = PurePosixPath(name).relative_to(folder).parts[:-1]
                found.setdefault(name, (*first, *below))
        return found

    def _article_folders(self) -> tuple[str, ...]:
        for folder in self._publication.article_folders:
            if folder and not self._folder.has_folder(folder):
                self._problems.error("publication.toml", 1, "article-folder-missing", folder=folder)
        if self._publication.article_folders:
            return tuple("" if folder == "." else folder for folder in self._publication.article_folders)
        return ("articles",) if self._folder.has_folder("articles") else ("",)

    def _read(self, kind: Kind, name: str, shelf: tuple[str, ...]) -> Draft | None:
        if PurePosixPath(name).stem.split(".")[0] == "_index":
            self._problems.warn(name, 0, "list-page-skipped")
            return None
        try:
            document = read_document(self._folder.read_text(name, LIMITS.article_bytes + MOST_BYTES))
        except PublishError as error:
            if error.code == "publish-extra-missing":
                raise
            self._problems.error(name, int(error.data.get("line", 0)), error.code, **error.data)
            return None
        if _is_held_back(document):
            self.skipped += 1
            return None
        for key, line in keys.unknown(document.fields):
            self._problems.warn(name, line, "unknown-key", key=key)
        return self._draft(kind, name, shelf, document)

    def _draft(self, kind: Kind, name: str, shelf: tuple[str, ...], document: Document) -> Draft:
        stem, ending = self._stem(name)
        if PurePosixPath(name).stem.split(".")[0] == "index":
            shelf = shelf[:-1]
        draft = Draft(kind, name, document.fields, document.body, document.body_line, stem, "", shelf=shelf)
        draft.language = self._language(draft, ending)
        draft.date = self._day(draft, "date", day_in_name(stem))
        draft.updated = self._day(draft, "updated", "")
        self._title(draft)
        if kind is Kind.ARTICLE and not draft.date and draft.get("date") is None:
            self._problems.warn(name, 1, "date-missing")
        return draft

    def _stem(self, name: str) -> tuple[str, str]:
        """A file's name without its ending, and the language that the name ends with (``samizdat.ru.md``), or empty."""
        path = PurePosixPath(name)
        stem, language = path.stem, ""
        match = _LANGUAGE_ENDING.fullmatch(stem)
        if match and (match[2] in self._publication.languages or str(path.with_stem(match[1])) in self._folder.files):
            stem, language = match[1], match[2]
        if stem == "index" and path.parent.name:
            stem = path.parent.name
        return stem, language

    def _language(self, draft: Draft, ending: str) -> str:
        written = text(draft.get("language")).replace("_", "-")
        if written and not LANGUAGE.fullmatch(written):
            used = ending or self._publication.language
            self._problems.mended(
                draft.file, draft.line("language"), "language-unreadable", language=written[:80], used=used
            )
            written = ""
        return written or ending or self._publication.language

    def _day(self, draft: Draft, key: str, otherwise: str) -> str:
        written = text(draft.get(key))
        if not written or written in {"true", "false"}:
            return otherwise
        day = read_day(written)
        if day is None:
            self._problems.mended(
                draft.file, draft.line(key), "date-unreadable", key=key, text=written[:80], used=otherwise or "—"
            )
        return day or otherwise

    def _title(self, draft: Draft) -> None:
        heading = _HEADING.match(draft.body.lstrip("\n"))
        draft.title = plain(text(draft.get("title")))[:_MOST_TITLE]
        if heading and draft.title in ("", plain(heading[1])):
            blank = len(draft.body) - len(draft.body.lstrip("\n"))
            draft.body = draft.body[:blank] + draft.body.lstrip("\n")[heading.end() :]
        if draft.title:
            return
        first = heading or _HEADING.search(draft.body)
        draft.title = plain(first[1])[:_MOST_TITLE] if first else to_title(_DAY_IN_STEM.sub("", draft.stem))
        self._problems.mended(draft.file, draft.line("title"), "title-missing", title=draft.title)


def _is_held_back(document: Document) -> bool:
    return truth(keys.get(document.fields, "draft")) or text(document.fields.get("published")).lower() == "false"
