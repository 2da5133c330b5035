"""A publisher's keys in a folder: make them, load them, sign editions. The only part of the format that uses a disk."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.bundle.document import SignedDocument
from reader.bundle.edition import decode_edition
from reader.bundle.keyfile import CAREFUL, Cost, decode_secret_key, encode_secret_key
from reader.bundle.keypage import html_page, text_page
from reader.bundle.layout import root_name
from reader.bundle.limits import LIMITS
from reader.bundle.root import EDITION_ROLE, ROOT_ROLE, WITHDRAW_ROLE, encode_root
from reader.bundle.signature import SecretKey
from reader.bundle.trust import VerifiedRoot, verify_root_chain
from reader.errors import PublishError
from reader.model.edition import Role, Root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_EDITION_KEY = "edition.key"
_ROOT_KEY = "root.key"
_LARGEST_KEY_FILE = 4096


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one publication, loaded: its chain of roots and the key that signs editions."""

    root: VerifiedRoot
    edition_key: SecretKey = field(repr=False)

    @property
    def publication(self) -> str:
        """The publication's id."""
        return self.root.publication

    @property
    def fingerprint(self) -> str:
        """The publication's fingerprint."""
        return self.root.fingerprint

    @property
    def roots(self) -> tuple[bytes, ...]:
        """The signed root documents, from version 1."""
        return self.root.documents

    def sign_edition(self, payload: bytes) -> bytes:
        """The signed document of an edition, verified as a reader would before it is handed out.

        Raises:
            BundleError: what ``VerifiedRoot.verify_edition`` raises; ``signature-too-few`` when the publication asks for
                more keys than this one.
        """
        edition = decode_edition(payload)
        comment = f"packhorse edition {edition.serial} of {edition.publication}"
        document = SignedDocument.sign(payload, [self.edition_key], comment).to_bytes()
        return self.root.verify_edition(document).document


def create_keys(folder: Path, passphrase: str | None, cost: Cost = CAREFUL) -> Keyring:
    """Make a publication: root and edition keys, root version 1, and a page to print, in a private folder.

    Without a passphrase the key files are not encrypted. ``cost`` is that of one try at the passphrase.

    Raises:
        PublishError: ``keys-exist`` when any of the files is there, ``keys-not-written``.
        QueryError: ``passphrase-empty``.
    """
    root_key, edition_key = SecretKey.generate(), SecretKey.generate()
    keyring = Keyring(verify_root_chain([_first_root(root_key, edition_key)]), edition_key)
    numbers = {"Root key": root_key.key_id, "Edition key": edition_key.key_id}
    files = {
        _ROOT_KEY: encode_secret_key(root_key, passphrase, cost),
        _EDITION_KEY: encode_secret_key(edition_key, passphrase, cost),
        "root.pub": root_key.public.to_file(),
        "edition.pub": edition_key.public.to_file(),
        root_name(1): keyring.roots[0].decode(),
        "fingerprint.txt": text_page(keyring.fingerprint, keyring.publication, numbers),
        "fingerprint.html": html_page(keyring.fingerprint, keyring.publication, numbers),
    }
    _write(folder, files)
    return keyring


def load_keys(folder: Path, passphrase: Callable[[], str]) -> Keyring:
    """Load a publication's keys. The root key may be kept elsewhere; it is not read.

    Raises:
        PublishError: ``keys-missing``, ``keys-unreadable``, ``key-file-malformed``, ``key-file-too-costly`` or
            ``key-not-in-root``.
        QueryError: ``passphrase-wrong``.
        BundleError: when the roots do not verify.
    """
    root = verify_root_chain(_read_roots(folder))
    text = _read(folder, _EDITION_KEY, _LARGEST_KEY_FILE).decode("utf-8", "replace")
    key = decode_secret_key(text, passphrase)
    if root.root.keys.get(key.key_id) != key.public.key or key.key_id not in root.root.roles[EDITION_ROLE].keys:
        raise PublishError("key-not-in-root", key=key.key_id, folder=str(folder))
    return Keyring(root, key)


def _first_root(root_key: SecretKey, edition_key: SecretKey) -> bytes:
    keys = {key.key_id: key.public.key for key in (root_key, edition_key)}
    signs_editions = Role((edition_key.key_id,))
    roles = {ROOT_ROLE: Role((root_key.key_id,)), EDITION_ROLE: signs_editions, WITHDRAW_ROLE: signs_editions}
    payload = encode_root(Root(version=1, epoch=1, keys=keys, roles=roles))
    return SignedDocument.sign(payload, [root_key], "packhorse root 1").to_bytes()


def _read_roots(folder: Path) -> list[bytes]:
    roots = [_read(folder, root_name(1), LIMITS.signed_document_bytes)]
    while len(roots) < LIMITS.root_versions and (folder / root_name(len(roots) + 1)).exists():
        roots.append(_read(folder, root_name(len(roots) + 1), LIMITS.signed_document_bytes))
    return roots


def _read(folder: Path, name: str, most: int) -> bytes:
    try:
        with (folder / name).open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise PublishError("keys-missing", folder=str(folder), file=name) from error
    except OSError as error:
        raise PublishError("keys-unreadable", folder=str(folder), reason=error.strerror or "") from error


def _write(folder: Path, files: Mapping[str, str]) -> None:
    with _told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any((folder / name).exists() for name in files):
            raise PublishError("keys-exist", folder=str(folder))
        folder.chmod(0o700)
        (folder / "root").mkdir(mode=0o700, exist_ok=True)
        for name, text in files.items():
            _write_new(folder / name, text, 0o600 if name.endswith(".key") else 0o644)


def _write_new(path: Path, text: str, mode: int) -> None:
    """Write a file that is not there yet, and get it onto the disk: a lost key cannot be made again."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise PublishError("keys-exist", folder=str(folder)) from error
    except OSError as error:
        raise PublishError("keys-not-written", folder=str(folder), reason=error.strerror or "") from error
