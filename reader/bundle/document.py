"""Signed documents: signature blocks in minisign's form, an empty line, the payload."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.limits import LIMITS
from reader.bundle.signature import BLOCK_LINES, PublicKey, SecretKey, Signature, sign, verify
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model.edition import Role


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


def _text(block: bytes) -> str:
    try:
        return block.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BundleError("signature-malformed") from error
