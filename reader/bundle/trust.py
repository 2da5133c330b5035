"""From a first root to an edition. ``VerifiedRoot`` and ``VerifiedEdition`` can only be made by verifying.

Takes bytes and gives types; it reads no source. The chain is that of The Update Framework (specification 1.0, section
5.3), without its clock: nothing expires here.
"""

from __future__ import annotations

import hashlib
from dataclasses import InitVar, dataclass
from typing import TYPE_CHECKING

from reader.bundle.document import SignedDocument
from reader.bundle.edition import decode_edition
from reader.bundle.fingerprint import fingerprint
from reader.bundle.layout import publication_id
from reader.bundle.limits import LIMITS
from reader.bundle.root import EDITION_ROLE, ROOT_ROLE, decode_root
from reader.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.edition import Edition, Root

_VERIFIED = object()


@dataclass(frozen=True, slots=True)
class VerifiedEdition:
    """An edition that the publication's edition keys have signed. ``sha256`` is the digest of its payload."""

    edition: Edition
    sha256: str
    document: bytes
    _proof: InitVar[object] = None

    def __post_init__(self, _proof: object) -> None:
        _must_be_verified(_proof)


@dataclass(frozen=True, slots=True)
class VerifiedRoot:
    """A root that an unbroken chain of signatures leads to. ``documents`` are all its versions, as they came."""

    publication: str
    fingerprint: str
    root: Root
    documents: tuple[bytes, ...]
    _proof: InitVar[object] = None

    def __post_init__(self, _proof: object) -> None:
        _must_be_verified(_proof)

    def advance(self, document: bytes) -> VerifiedRoot:
        """The root after this one: exactly one version later, signed to the threshold by these keys and its own.

        Raises:
            BundleError: ``root-version-wrong``, ``publication-other``, ``root-epoch-lower``, ``signature-wrong``,
                ``signature-too-few``, or that the document cannot be read.
        """
        signed = SignedDocument.parse(document)
        root = decode_root(signed.payload)
        name = f"root {root.version}"
        if root.version != self.root.version + 1:
            raise BundleError("root-version-wrong", found=root.version, expected=self.root.version + 1)
        if root.publication != self.publication:
            raise BundleError("publication-other", found=root.publication, expected=self.publication)
        signed.verify(self.root.roles[ROOT_ROLE], self.root.keys, name)
        signed.verify(root.roles[ROOT_ROLE], root.keys, name)
        if root.epoch < self.root.epoch:
            raise BundleError("root-epoch-lower", found=root.epoch, expected=self.root.epoch)
        return VerifiedRoot(self.publication, self.fingerprint, root, (*self.documents, document), _VERIFIED)

    def verify_edition(self, document: bytes) -> VerifiedEdition:
        """Check an edition against this root.

        Raises:
            BundleError: ``signature-wrong``, ``signature-too-few``, ``publication-other``, ``root-missing`` when the
                edition names a later root than this one, ``edition-epoch-wrong``, or that the document cannot be read.
        """
        signed = SignedDocument.parse(document)
        signed.verify(self.root.roles[EDITION_ROLE], self.root.keys, "edition")
        edition = decode_edition(signed.payload)
        if edition.publication != self.publication:
            raise BundleError("publication-other", found=edition.publication, expected=self.publication)
        if edition.root_version > self.root.version:
            raise BundleError("root-missing", found=self.root.version, needed=edition.root_version)
        same_root = edition.root_version == self.root.version
        if edition.epoch > self.root.epoch or (same_root and edition.epoch != self.root.epoch):
            raise BundleError("edition-epoch-wrong", found=edition.epoch, expected=self.root.epoch)
        return VerifiedEdition(edition, hashlib.sha256(signed.payload).hexdigest(), document, _VERIFIED)


def verify_root_chain(documents: Sequence[bytes]) -> VerifiedRoot:
    """Follow the roots from version 1. Whether version 1 is the publisher's is for the fingerprint to say.

    Raises:
        BundleError: ``root-missing`` when there is none, ``root-too-many-versions``, and what ``advance`` raises.
    """
    if not documents:
        raise BundleError("root-missing", found=0, needed=1)
    if len(documents) > LIMITS.root_versions:
        raise BundleError("root-too-many-versions", version=len(documents), most=LIMITS.root_versions)
    verified = _verify_first(documents[0])
    for document in documents[1:]:
        verified = verified.advance(document)
    return verified


def _verify_first(document: bytes) -> VerifiedRoot:
    signed = SignedDocument.parse(document)
    root = decode_root(signed.payload)
    if root.version != 1:
        raise BundleError("root-version-wrong", found=root.version, expected=1)
    signed.verify(root.roles[ROOT_ROLE], root.keys, "root 1")
    return VerifiedRoot(publication_id(signed.payload), fingerprint(signed.payload), root, (document,), _VERIFIED)


def _must_be_verified(proof: object) -> None:
    if proof is not _VERIFIED:
        raise TypeError("made only by verifying")
