"""Secret key files in minisign's form, so that minisign can sign with our keys and we with its.

Layout (https://jedisct1.github.io/minisign/, "Secret key format"): ``Ed``, key derivation (``Sc``: scrypt, or two zero
bytes: none), ``B2``, salt 32, opslimit and memlimit as 64-bit little-endian numbers, then key number 8, secret 64 and
BLAKE2b-256 of ``Ed`` and both, these last 104 bytes XORed with scrypt's stream.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nacl import bindings

from reader.bundle.limits import MIB
from reader.bundle.signature import LEGACY, SecretKey, key_number, printed_key_id, strict_base64
from reader.errors import PublishError, QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

_FORM = struct.Struct("<2s2s2s32sQQ104s")
_SCRYPT = b"Sc"
_UNENCRYPTED = b"\0\0"
_BLAKE2B = b"B2"
_UNTRUSTED = "untrusted comment: "
_LARGEST_FILE = 4096


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs, in libsodium's units: operations, and bytes of memory."""

    operations: int
    memory: int


#: As many operations as minisign asks for, in a quarter of its memory: a machine with 2 GB makes keys, too.
CAREFUL = Cost(2**25, 256 * MIB)
#: What minisign itself asks for. More is refused, so that a key file cannot stop the machine.
_MOST = Cost(2**25, 1024 * MIB)


def encode_secret_key(key: SecretKey, passphrase: str | None, cost: Cost = CAREFUL) -> str:
    """The two lines of a secret key file; without a passphrase it is not encrypted.

    Raises:
        QueryError: ``passphrase-empty``.
    """
    number = key_number(key.key_id)
    plain = number + key.secret + _checksum(number, key.secret)
    if passphrase is None:
        data = _FORM.pack(LEGACY, _UNENCRYPTED, _BLAKE2B, bytes(32), 0, 0, plain)
        comment = "minisign secret key"
    elif not passphrase:
        raise QueryError("passphrase-empty")
    else:
        salt = secrets.token_bytes(32)
        hidden = _xor(plain, _stream(passphrase, salt, cost))
        data = _FORM.pack(LEGACY, _SCRYPT, _BLAKE2B, salt, cost.operations, cost.memory, hidden)
        comment = "minisign encrypted secret key"
    return f"{_UNTRUSTED}{comment}\n{base64.b64encode(data).decode('ascii')}\n"


def decode_secret_key(text: str, passphrase: Callable[[], str]) -> SecretKey:
    """Read a secret key file; ``passphrase`` is only called when it is encrypted.

    Raises:
        PublishError: ``key-file-malformed``, or ``key-file-too-costly`` when it asks for more than minisign ever does.
        QueryError: ``passphrase-wrong``.
    """
    derivation, salt, cost, hidden = _parse(text)
    if derivation == _UNENCRYPTED:
        return _plain_key(hidden)
    if cost.operations > _MOST.operations or cost.memory > _MOST.memory:
        raise PublishError("key-file-too-costly", megabytes=cost.memory // MIB)
    stream = _stream(passphrase(), salt, cost)
    return _unlocked_key(_xor(hidden, stream))


def _parse(text: str) -> tuple[bytes, bytes, Cost, bytes]:
    lines = text.splitlines()
    data = strict_base64(lines[1]) if len(text) <= _LARGEST_FILE and len(lines) == 2 else None  # noqa: PLR2004  (comment, key)
    if data is None or len(data) != _FORM.size or not lines[0].startswith(_UNTRUSTED):
        raise PublishError("key-file-malformed")
    algorithm, derivation, checksum, salt, operations, memory, hidden = _FORM.unpack(data)
    if (algorithm, checksum) != (LEGACY, _BLAKE2B) or derivation not in {_SCRYPT, _UNENCRYPTED}:
        raise PublishError("key-file-malformed")
    return derivation, salt, Cost(operations, memory), hidden


def _plain_key(plain: bytes) -> SecretKey:
    """A key that is not encrypted. Minisign writes no checksum into such a file, so that zeros are right, too."""
    number, secret, checksum = _split(plain)
    public, _secret = bindings.crypto_sign_seed_keypair(secret[:32])
    if checksum not in {bytes(32), _checksum(number, secret)} or public != secret[32:]:
        raise PublishError("key-file-malformed")
    return SecretKey(printed_key_id(number), secret)


def _unlocked_key(plain: bytes) -> SecretKey:
    number, secret, checksum = _split(plain)
    if not hmac.compare_digest(checksum, _checksum(number, secret)):
        raise QueryError("passphrase-wrong")
    return SecretKey(printed_key_id(number), secret)


def _split(plain: bytes) -> tuple[bytes, bytes, bytes]:
    return plain[:8], plain[8:72], plain[72:]


def _checksum(number: bytes, secret: bytes) -> bytes:
    return hashlib.blake2b(LEGACY + number + secret, digest_size=32).digest()


def _stream(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Scrypt (RFC 7914) with libsodium's choice of N, r and p for these costs."""
    log_n, r, p = bindings.nacl_bindings_pick_scrypt_params(cost.operations, cost.memory)
    return bindings.crypto_pwhash_scryptsalsa208sha256_ll(
        passphrase.encode(), salt, 1 << log_n, r, p, dklen=104, maxmem=2 * _MOST.memory
    )


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
