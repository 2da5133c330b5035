"""What an address in a source file means: another article, a glossary term, a picture, or nothing that is here."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.model.publication import Kind
from reader.publish.fields import texts
from reader.publish.identity import to_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.publish.drafts import Draft
    from reader.publish.publication import Publication

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_DAY_IN_STEM = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")
_MARKDOWN = re.compile(r"\.(md|markdown|mdown|html?)$")
_SCHEMES = {Kind.ARTICLE: "article", Kind.TERM: "term", Kind.PAGE: "page"}
_KINDS = {scheme: kind for kind, scheme in _SCHEMES.items()}


def has_scheme(address: str) -> bool:
    """Whether an address is absolute (``https:``, ``mailto:``, ``article:``, ``//host``) rather than a path."""
    return address.startswith("//") or _SCHEME.match(address) is not None


class Places:
    """Finds drafts by id, by path, and by the addresses that a web site gave them."""

    def __init__(self, drafts: Iterable[Draft], publication: Publication) -> None:
        self._site = publication.site
        self._ids: set[tuple[Kind, str]] = set()
        self._paths: dict[str, Draft] = {}
        self._names: dict[str, Draft | None] = {}
        for draft in drafts:
            self._ids.add((draft.kind, draft.id))
            self._add(draft)

    def _add(self, draft: Draft) -> None:
        self._paths[_path(draft.file)] = draft
        slug = texts(draft.get("slug"))[0].text if texts(draft.get("slug")) else _DAY_IN_STEM.sub("", draft.stem)
        if draft.date:
            self._paths.setdefault(f"{draft.date.replace('-', '/')}/{slug}".lower(), draft)
        for alias in texts(draft.get("aliases")):
            self._paths.setdefault(_path(alias.text), draft)
        for name in {draft.stem.lower(), slug.lower(), _DAY_IN_STEM.sub("", draft.stem).lower()}:
            self._names[name] = None if name in self._names else draft

    def has(self, kind: Kind, identity: str) -> bool:
        """Whether there is an article, page or term with this id."""
        return (kind, identity) in self._ids

    def reference(self, written: str, beside: str) -> str | None:
        """The id of the article that a front matter names by id, path, slug or old address."""
        identity = to_id(written.removeprefix("article:"))
        if self.has(Kind.ARTICLE, identity):
            return identity
        draft = self._find(written, beside)
        return draft.id if draft and draft.kind is Kind.ARTICLE else None

    def link(self, address: str, beside: str) -> str | None:
        """The address in our own form (``article:ID``...) of a link to something here; None when it leads nowhere.

        ``beside`` is the file in which the link stands. Absolute addresses of the publication's own site count as paths.
        """
        scheme, colon, rest = address.partition(":")
        if colon and scheme in _KINDS:
            identity = rest.partition("#")[0]
            return f"{scheme}:{identity}" if self.has(_KINDS[scheme], identity) else None
        draft = self._find(self.on_site(address), beside)
        return f"{_SCHEMES[draft.kind]}:{draft.id}" if draft else None

    def on_site(self, address: str) -> str:
        """The path of an address of the publication's own site; any other address as it is."""
        if self._site and (address == self._site or address.startswith(f"{self._site}/")):
            return address[len(self._site) :] or "/"
        return address

    def outside(self, address: str) -> str | None:
        """Where a path that leads nowhere here can still be read on the publication's site, or None without a site."""
        return self._site + address if self._site and address.startswith("/") else None

    def _find(self, address: str, beside: str) -> Draft | None:
        if has_scheme(address):
            return None
        path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
        if not path.strip("/"):
            return None
        near = posixpath.normpath(posixpath.join(posixpath.dirname(beside), path))
        found = None if path.startswith("/") else self._paths.get(_path(near))
        return found or self._paths.get(_path(path)) or self._names.get(PurePosixPath(_path(path)).name)


def _path(path: str) -> str:
    plain = _MARKDOWN.sub("", path.strip("/").lower())
    return plain.removesuffix("/index")
