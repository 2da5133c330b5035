"""The payload of an edition: what a publication says of itself, and all its segments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.bundle.descriptor import decode_segment_info, encode_segment_info
from reader.bundle.fields import ID, LANGUAGE, SHA256, Fields, without_empty
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.layout import is_publication_id
from reader.bundle.limits import LIMITS
from reader.bundle.requirements import FORMAT, check_requirements, known_kind
from reader.errors import BundleError
from reader.model.edition import DictionaryInfo, Edition, SegmentInfo, Withdrawn

if TYPE_CHECKING:
    from collections.abc import Sequence

_SERIAL = re.compile(r"[1-9][0-9]{0,15}")


def encode_edition(edition: Edition) -> bytes:
    """The canonical payload of an edition, read back before it is handed out, so that no breach is ever signed.

    Raises:
        BundleError: what ``decode_edition`` raises.
    """
    fields = {
        "publication": edition.publication,
        "epoch": edition.epoch,
        "serial": edition.serial,
        "published": edition.published,
        "nextExpected": edition.next_expected,
        "rootVersion": edition.root_version,
        "titles": dict(edition.titles),
        "mastheads": dict(edition.mastheads),
        "language": edition.language,
        "languages": list(edition.languages),
        "licence": edition.licence,
        "contributors": list(edition.contributors),
        "history": {str(serial): digest for serial, digest in edition.history.items()},
        "dictionaries": [{"sha256": each.sha256, "bytes": each.bytes} for each in edition.dictionaries],
        "segments": [encode_segment_info(each) for each in edition.segments],
        "withdrawn": [_encode_withdrawn(each) for each in edition.withdrawn],
        "mirrors": list(edition.mirrors),
        "requires": list(edition.requires),
    }
    payload = canonical_json({"type": "edition", "format": FORMAT, **without_empty(fields)})
    decode_edition(payload)
    return payload


def decode_edition(payload: bytes) -> Edition:
    """Read an edition's payload. Nothing is verified by this.

    Raises:
        BundleError: ``needs-newer-packhorse``; ``field-missing`` or ``field-wrong``, naming the field; a code for each
            limit (``edition-too-many-segments``...), and what ``strict_json`` raises.
    """
    fields = Fields(strict_json(payload), "edition")
    check_requirements(fields, "edition")
    publication = fields.text("publication")
    if not is_publication_id(publication):
        fields.wrong("publication")
    titles = fields.localized("titles")
    if not titles:
        fields.wrong("titles")
    serial = fields.integer("serial", least=1)
    dictionaries = _dictionaries(fields)
    return Edition(
        publication=publication,
        epoch=fields.integer("epoch", least=1),
        serial=serial,
        published=fields.date("published"),
        root_version=fields.integer("rootVersion", least=1),
        titles=titles,
        language=fields.text("language", pattern=LANGUAGE),
        next_expected=fields.date("nextExpected", ""),
        mastheads=fields.localized("mastheads"),
        languages=fields.texts("languages", LANGUAGE),
        licence=fields.text("licence", ""),
        contributors=fields.texts("contributors"),
        history=_history(fields, serial),
        dictionaries=dictionaries,
        segments=_segments(fields, dictionaries),
        withdrawn=tuple(_withdrawal(each) for each in fields.objects("withdrawn")),
        mirrors=fields.texts("mirrors"),
        requires=fields.texts("requires"),
    )


def _history(fields: Fields, serial: int) -> dict[int, str]:
    entries = fields.mapping("history")
    if len(entries) > LIMITS.history:
        raise BundleError("edition-history-too-long", found=len(entries), most=LIMITS.history)
    for earlier, digest in entries.items():
        known = _SERIAL.fullmatch(earlier) and isinstance(digest, str) and SHA256.fullmatch(digest)
        if not known or int(earlier) >= serial:
            fields.wrong("history")
    return {int(earlier): digest for earlier, digest in entries.items()}


def _dictionaries(fields: Fields) -> tuple[DictionaryInfo, ...]:
    entries = fields.objects("dictionaries")
    if len(entries) > LIMITS.dictionaries:
        raise BundleError("edition-too-many-dictionaries", found=len(entries), most=LIMITS.dictionaries)
    return tuple(_dictionary(each) for each in entries)


def _dictionary(fields: Fields) -> DictionaryInfo:
    size = fields.integer("bytes", least=1)
    if size > LIMITS.dictionary_bytes:
        raise BundleError("dictionary-too-large", bytes=size, most=LIMITS.dictionary_bytes)
    return DictionaryInfo(fields.text("sha256", pattern=SHA256), size)


def _segments(fields: Fields, dictionaries: Sequence[DictionaryInfo]) -> tuple[SegmentInfo, ...]:
    entries = fields.objects("segments")
    if len(entries) > LIMITS.segments:
        raise BundleError("edition-too-many-segments", found=len(entries), most=LIMITS.segments)
    segments = tuple(decode_segment_info(each) for each in entries)
    known = {"", *(each.sha256 for each in dictionaries)}
    if len({each.sha256 for each in segments}) != len(segments) or any(
        each.dictionary not in known for each in segments
    ):
        fields.wrong("segments")
    objects = sum(each.objects for each in segments)
    if objects > LIMITS.edition_objects:
        raise BundleError("edition-too-many-objects", found=objects, most=LIMITS.edition_objects)
    return segments


def _withdrawal(fields: Fields) -> Withdrawn:
    return Withdrawn(
        kind=known_kind(fields),
        id=fields.text("id", pattern=ID),
        revision=fields.integer("revision", least=1),
        purge=fields.flag("purge"),
        reason=fields.text("reason", ""),
    )


def _encode_withdrawn(withdrawn: Withdrawn) -> dict[str, object]:
    return without_empty(
        {
            "kind": str(withdrawn.kind),
            "id": withdrawn.id,
            "revision": withdrawn.revision,
            "purge": withdrawn.purge,
            "reason": withdrawn.reason,
        }
    )
