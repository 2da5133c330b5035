"""Zstandard dictionaries, trained by a publisher for one language and shared by many frames."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.bundle import zstd
from reader.bundle.limits import KIB, LIMITS, MIB
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Sequence

_DICTIONARY_BYTES = 64 * KIB
#: From here on a dictionary saves more than a request over a slow link costs (5 KB at 64 kbit/s and 600 ms): at 64 KiB of
#: text it takes off 24 % in English and 15 % in Chinese, its own file included; at 32 KiB only 3 KB.
_LEAST_SAMPLES_BYTES = 64 * KIB
_MOST_SAMPLES_BYTES = 16 * MIB


class Dictionary:
    """A loaded dictionary. ``data`` is its file: one zstd frame, whose digest is its name."""

    __slots__ = ("data", "sha256", "zstd_dictionary")

    def __init__(self, data: bytes) -> None:
        size = zstd.declared_size(data)
        if max(size, len(data)) > LIMITS.dictionary_bytes:
            raise BundleError("dictionary-too-large", bytes=max(size, len(data)), most=LIMITS.dictionary_bytes)
        self.data = data
        self.sha256 = hashlib.sha256(data).hexdigest()
        try:
            self.zstd_dictionary = zstd.ZstdDict(zstd.decompress(data, size))
        except (zstd.ZstdError, ValueError) as error:
            raise BundleError("dictionary-damaged", dictionary=self.sha256) from error

    @classmethod
    def load(cls, sha256: str, data: bytes) -> Dictionary:
        """Check a dictionary's file against its digest, then load it.

        Raises:
            BundleError: ``dictionary-wrong`` when it is another file; ``dictionary-too-large``, ``dictionary-damaged``
                or what ``zstd.decompress`` raises.
        """
        if len(data) > LIMITS.dictionary_bytes:
            raise BundleError("dictionary-too-large", bytes=len(data), most=LIMITS.dictionary_bytes)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BundleError("dictionary-wrong", dictionary=sha256)
        return cls(data)


def train_dictionary(samples: Sequence[bytes]) -> bytes | None:
    """A dictionary's file, trained from objects of one language, or None where there is too little text to gain.

    The same samples in the same order give the same bytes. Of very many, every n-th is taken.
    """
    total = sum(map(len, samples))
    if total < _LEAST_SAMPLES_BYTES:
        return None
    step = -(-total // _MOST_SAMPLES_BYTES)
    try:
        trained = zstd.train(samples[::step], _DICTIONARY_BYTES)
    except zstd.ZstdError:
        return None
    return zstd.compress(trained)
