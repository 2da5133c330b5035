"""Signed documents, and the strict JSON that they and all metadata are written in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from reader.bundle.limits import LIMITS, Limits
from reader.bundle.signature import BLOCK_LINES, PublicKey, SecretKey, Signature, sign, verify
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model.edition import Role

#: The largest integer that every JSON reader keeps exactly (RFC 8259, section 6).
MAX_INTEGER = 2**53 - 1
_INTEGER_LETTERS = 17


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """Signature blocks, a blank line, and the exact bytes that were signed."""

    signatures: tuple[Signature, ...]
    payload: bytes

    @classmethod
    def sign(cls, payload: bytes, keys: Sequence[SecretKey], trusted_comment: str) -> SignedDocument:
        """Sign a payload with each key. The same payload, keys and comment give the same bytes."""
        return cls(tuple(Signature.parse(sign(payload, key, trusted_comment)) for key in keys), payload)

    @classmethod
    def parse(cls, data: bytes) -> SignedDocument:
        """Take a document apart. Nothing is verified by this.

        Raises:
            BundleError: ``document-too-large``, ``document-too-many-signatures``, ``document-malformed`` or
                ``signature-malformed``.
        """
        if len(data) > LIMITS.signed_document_bytes:
            raise BundleError("document-too-large", bytes=len(data), most=LIMITS.signed_document_bytes)
        blocks, blank, payload = data.partition(b"\n\n")
        lines = blocks.split(b"\n")
        if not blank or not payload or len(lines) % BLOCK_LINES:
            raise BundleError("document-malformed")
        if len(lines) // BLOCK_LINES > LIMITS.signatures:
            raise BundleError("document-too-many-signatures", most=LIMITS.signatures)
        groups = (lines[at : at + BLOCK_LINES] for at in range(0, len(lines), BLOCK_LINES))
        return cls(tuple(Signature.parse(_text(b"\n".join(group) + b"\n")) for group in groups), payload)

    def to_bytes(self) -> bytes:
        """The document's bytes: those that ``parse`` was given."""
        return "".join(signature.to_text() for signature in self.signatures).encode() + b"\n" + self.payload

    def verify(self, role: Role, keys: Mapping[str, bytes], name: str) -> None:
        """Check that as many different keys of a role as it asks for have signed. ``name`` is for the error.

        Keys that the role does not know are passed over; a wrong signature by one that it knows refuses the document.

        Raises:
            BundleError: ``signature-wrong`` or ``signature-too-few``.
        """
        signers = set()
        for signature in self.signatures:
            if signature.key_id in role.keys:
                verify(self.payload, signature, PublicKey(signature.key_id, keys[signature.key_id]))
                signers.add(signature.key_id)
        if len(signers) < role.threshold:
            raise BundleError("signature-too-few", document=name, found=len(signers), needed=role.threshold)


def canonical_json(value: Any) -> bytes:
    """Write JSON in one way only: sorted keys, no spaces, UTF-8, integers."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def strict_json(data: bytes, limits: Limits = LIMITS) -> Any:
    """Read JSON that has one meaning only (RFC 8259, with I-JSON's rules of RFC 7493 on keys, numbers and Unicode).

    Raises:
        BundleError: ``json-malformed``, ``json-key-doubled``, ``json-number``, ``json-too-deep`` or
            ``json-string-too-long``.
    """
    try:
        value = _DECODER.decode(data.decode("utf-8"))
    except RecursionError as error:
        raise BundleError("json-too-deep", most=limits.json_depth) from error
    except ValueError as error:
        raise BundleError("json-malformed", reason=str(error)[:200]) from error
    if (
        b"\\u" in data
        or len(data) > limits.json_string_bytes
        or data.count(b"[") + data.count(b"{") > limits.json_depth
    ):
        _check(value, limits, limits.json_depth)
    return value


def _check(value: Any, limits: Limits, depth: int) -> None:
    """Walk a value for what the parser lets through. Small plain values cannot have it and are not walked."""
    if isinstance(value, str):
        _check_string(value, limits)
    elif isinstance(value, (list, dict)):
        if not depth:
            raise BundleError("json-too-deep", most=limits.json_depth)
        for item in value:
            _check(item, limits, depth - 1)
        if isinstance(value, dict):
            for item in value.values():
                _check(item, limits, depth - 1)


def _check_string(text: str, limits: Limits) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise BundleError("json-malformed", reason="half a surrogate pair") from error
    if "\0" in text:
        raise BundleError("json-malformed", reason="a NUL in a string")
    if size > limits.json_string_bytes:
        raise BundleError("json-string-too-long", bytes=size, most=limits.json_string_bytes)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise BundleError("json-key-doubled")
    return fields


def _integer(text: str) -> int:
    number = int(text) if len(text) <= _INTEGER_LETTERS else MAX_INTEGER + 1
    if abs(number) > MAX_INTEGER:
        raise BundleError("json-number", number=text[:40])
    return number


def _refused(text: str) -> NoReturn:
    raise BundleError("json-number", number=text[:40])


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=_integer, parse_float=_refused, parse_constant=_refused)


def _text(block: bytes) -> str:
    try:
        return block.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BundleError("signature-malformed") from error
