"""Give every draft its id, and tell translations which work they belong to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reader.publish.fields import text
from reader.publish.identity import is_id, to_id, with_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.publication import Kind
    from reader.publish.drafts import Draft
    from reader.publish.problems import Problems

Claims = dict[tuple["Kind", str], "Draft"]


def give_ids(drafts: Iterable[Draft], problems: Problems) -> Claims:
    """Give ids: first those that are written, then those derived from slugs and file names, in order of the files.

    The same written twice is an error; of derived ones the later gets its language or a digest of its path.
    """
    claims: Claims = {}
    waiting = []
    for draft in drafts:
        written = text(draft.get("id"))
        if written:
            _claim_written(draft, written, claims, problems)
        else:
            waiting.append(draft)
    # A name without a language ending goes first, so that the original keeps the short id.
    for draft in sorted(waiting, key=lambda one: (posixpath.basename(one.file).count("."), one.file)):
        _claim_derived(draft, claims, problems)
    return claims


def _claim_written(draft: Draft, written: str, claims: Claims, problems: Problems) -> None:
    draft.id = to_id(written)
    line = draft.line("id")
    if not is_id(written):
        problems.mended(draft.file, line, "id-normalized", id=written[:80], used=draft.id)
    first = claims.setdefault((draft.kind, draft.id), draft)
    if first is not draft:
        problems.error(draft.file, line, "id-doubled", id=draft.id, other=first.file, other_line=first.line("id"))


def _claim_derived(draft: Draft, claims: Claims, problems: Problems) -> None:
    draft.id = to_id(text(draft.get("slug")) or draft.stem)
    first = claims.setdefault((draft.kind, draft.id), draft)
    if first is draft:
        return
    doubled = draft.id
    draft.id = to_id(f"{doubled}.{draft.language}")
    if first.language != draft.language and claims.setdefault((draft.kind, draft.id), draft) is draft:
        return
    draft.id = with_digest(doubled, draft.file)
    claims[draft.kind, draft.id] = draft
    problems.mended(draft.file, draft.line("slug"), "id-doubled-derived", id=doubled, other=first.file, used=draft.id)


def join_translations(drafts: Iterable[Draft], claims: Claims, problems: Problems) -> None:
    """Give every draft its work: the id of its original, or its own."""
    ordered = list(drafts)
    groups = _groups(ordered)
    for draft in ordered:
        draft.work = _original(draft, claims, groups, problems)
    works = {(draft.kind, draft.id): draft.work for draft in ordered}
    for draft in ordered:
        draft.work = _top(draft, works)


def _top(draft: Draft, works: dict[tuple[Kind, str], str]) -> str:
    """The end of a chain of translations of translations; of a circle, the first of its ids."""
    chain = [draft.id]
    while (above := works.get((draft.kind, chain[-1]), chain[-1])) not in chain:
        chain.append(above)
    return min(chain[chain.index(above) :])


def _groups(drafts: Iterable[Draft]) -> dict[tuple[Kind, str], list[Draft]]:
    """Drafts that share a file name or a translation key, as site generators pair translations."""
    groups: dict[tuple[Kind, str], list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.kind, _group_name(draft)), []).append(draft)
    return groups


def _group_name(draft: Draft) -> str:
    key = text(draft.get("translation_key"))
    return f"key {key}" if key else posixpath.join(posixpath.dirname(draft.file), draft.stem)


def _original(draft: Draft, claims: Claims, groups: dict[tuple[Kind, str], list[Draft]], problems: Problems) -> str:
    written = text(draft.get("translation_of"))
    if written:
        if (draft.kind, to_id(written)) in claims:
            return to_id(written)
        problems.mended(draft.file, draft.line("translation_of"), "translation-unknown", id=written[:80])
        return draft.id
    group = groups[draft.kind, _group_name(draft)]
    first = min(group, key=lambda one: (len(one.file) - len(one.stem), one.file))
    return first.id if first.language != draft.language else draft.id
