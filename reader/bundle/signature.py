"""Signatures and public keys in minisign's form (https://jedisct1.github.io/minisign/), over Ed25519."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import secrets
from dataclasses import dataclass, field

from nacl import bindings
from nacl.exceptions import BadSignatureError

from reader.errors import BundleError

PREHASHED = b"ED"
LEGACY = b"Ed"
BLOCK_LINES = 4
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_UNTRUSTED_BYTES = 1024
_TRUSTED_BYTES = 8192
_SIGNATURE_BYTES = 64
_KEY_ID = re.compile(r"[0-9A-F]{16}")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key. ``key_id`` is the 64-bit key number as minisign prints it: 16 upper-case hex digits."""

    key_id: str
    key: bytes

    def to_text(self) -> str:
        """The line that minisign takes with ``-P``: base64 of ``Ed``, key number, key."""
        return base64.b64encode(LEGACY + key_number(self.key_id) + self.key).decode("ascii")

    @classmethod
    def parse(cls, text: str) -> PublicKey:
        """Read what ``to_text`` writes.

        Raises:
            BundleError: ``key-malformed``.
        """
        data = strict_base64(text)
        if data is None or len(data) != 2 + 8 + 32 or not data.startswith(LEGACY):
            raise BundleError("key-malformed")
        return cls(printed_key_id(data[2:10]), data[10:])

    def to_file(self) -> str:
        """The two lines of a minisign public key file."""
        return f"{_UNTRUSTED}minisign public key {self.key_id}\n{self.to_text()}\n"


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A key that signs. ``secret`` is Ed25519's 64 bytes: seed and public key."""

    key_id: str
    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> SecretKey:
        """A new key from the system's randomness."""
        _public, secret = bindings.crypto_sign_keypair()
        return cls(printed_key_id(secrets.token_bytes(8)), secret)

    @property
    def public(self) -> PublicKey:
        """The key that others verify with."""
        return PublicKey(self.key_id, self.secret[32:])


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block of four lines. ``untrusted_comment`` is not signed: it is never shown nor relied on."""

    algorithm: bytes
    key_id: str
    signature: bytes
    trusted_comment: str
    global_signature: bytes
    untrusted_comment: str = "signature of a Packhorse document"

    def to_text(self) -> str:
        """The four lines, each ended by a newline."""
        first = base64.b64encode(self.algorithm + key_number(self.key_id) + self.signature).decode("ascii")
        second = base64.b64encode(self.global_signature).decode("ascii")
        return f"{_UNTRUSTED}{self.untrusted_comment}\n{first}\n{_TRUSTED}{self.trusted_comment}\n{second}\n"

    @classmethod
    def parse(cls, text: str) -> Signature:
        """Read one block.

        Raises:
            BundleError: ``signature-malformed``.
        """
        lines = text.split("\n")
        if len(lines) != BLOCK_LINES + 1 or lines[-1]:
            raise BundleError("signature-malformed")
        untrusted = _comment(lines[0], _UNTRUSTED, _UNTRUSTED_BYTES)
        trusted = _comment(lines[2], _TRUSTED, _TRUSTED_BYTES)
        first, second = strict_base64(lines[1]), strict_base64(lines[3])
        if first is None or len(first) != 2 + 8 + _SIGNATURE_BYTES or first[:2] not in {PREHASHED, LEGACY}:
            raise BundleError("signature-malformed")
        if second is None or len(second) != _SIGNATURE_BYTES:
            raise BundleError("signature-malformed")
        return cls(first[:2], printed_key_id(first[2:10]), first[10:], trusted, second, untrusted)


def sign(data: bytes, secret: SecretKey, trusted_comment: str) -> str:
    """A signature block over ``data``: BLAKE2b-512, then Ed25519; then Ed25519 over signature and trusted comment."""
    signature = _ed25519_sign(hashlib.blake2b(data).digest(), secret)
    over_all = _ed25519_sign(signature + trusted_comment.encode(), secret)
    return Signature(PREHASHED, secret.key_id, signature, trusted_comment, over_all).to_text()


def verify(data: bytes, signature: Signature, public: PublicKey) -> None:
    """Check both signatures of a block.

    Raises:
        BundleError: ``signature-wrong`` when the key, the data or the trusted comment is another.
    """
    message = hashlib.blake2b(data).digest() if signature.algorithm == PREHASHED else data
    comment = signature.signature + signature.trusted_comment.encode()
    if signature.key_id != public.key_id:
        raise BundleError("signature-wrong", key=public.key_id)
    try:
        bindings.crypto_sign_open(signature.signature + message, public.key)
        bindings.crypto_sign_open(signature.global_signature + comment, public.key)
    except (BadSignatureError, ValueError) as error:
        raise BundleError("signature-wrong", key=public.key_id) from error


def is_key_id(text: str) -> bool:
    """Whether this is a key number as minisign prints it."""
    return _KEY_ID.fullmatch(text) is not None


def strict_base64(text: str) -> bytes | None:
    """Decode base64 that has exactly one spelling, or None: a document must not have two forms of one signature."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


def _ed25519_sign(message: bytes, secret: SecretKey) -> bytes:
    return bindings.crypto_sign(message, secret.secret)[:_SIGNATURE_BYTES]


def _comment(line: str, prefix: str, most_bytes: int) -> str:
    if not line.startswith(prefix) or len(line.encode()) > most_bytes or not line.replace("\t", " ").isprintable():
        raise BundleError("signature-malformed")
    return line.removeprefix(prefix)


def key_number(key_id: str) -> bytes:
    """The 8 bytes of a key's number as they lie in files."""
    return int(key_id, 16).to_bytes(8, "little")


def printed_key_id(number: bytes) -> str:
    """A key's number as minisign prints it."""
    return f"{int.from_bytes(number, 'little'):016X}"
