"""What a source says is newest, verified: the root chain and the edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.bundle.layout import LATEST, root_name
from reader.bundle.limits import LIMITS
from reader.bundle.trust import verify_root_chain
from reader.errors import BundleError, SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.bundle.trust import VerifiedEdition, VerifiedRoot
    from reader.sources import Source


@dataclass(frozen=True, slots=True)
class Head:
    """The newest edition at a source, and the keys that vouch for it. ``requests`` counts files that were read."""

    root: VerifiedRoot
    edition: VerifiedEdition
    requests: int


def read_head(source: Source, publication: str, known_roots: Sequence[bytes]) -> Head:
    """Verify a publication's newest edition, starting from the root documents that we hold already, if any.

    Raises:
        BundleError: when a signature, a chain or a limit is broken; ``publication-mixed`` when the tree holds another's.
        SourceError: when the source is gone, or has no edition.
    """
    root, requests = _read_root(source, publication, known_roots)
    if root.publication != publication:
        raise BundleError("publication-mixed", publication=publication)
    edition = root.verify_edition(read_document(source, publication, LATEST))
    if edition.edition.publication != publication:
        raise BundleError("publication-mixed", publication=publication)
    return Head(root, edition, requests + 1)


def _read_root(source: Source, publication: str, known: Sequence[bytes]) -> tuple[VerifiedRoot, int]:
    documents = list(known) or [read_document(source, publication, root_name(1))]
    root = verify_root_chain(documents)
    requests = 0 if known else 1
    for version in range(root.root.version + 1, LIMITS.root_versions + 1):
        if source.size(publication, root_name(version)) is None:
            break
        root = root.advance(read_document(source, publication, root_name(version)))
        requests += 1
    return root, requests


def read_document(source: Source, publication: str, name: str) -> bytes:
    """A signed document, bounded.

    Raises:
        BundleError: ``document-too-large``.
        SourceError: ``bundle-incomplete`` when it is not at the source.
    """
    most = LIMITS.signed_document_bytes
    if source.size(publication, name) is None:
        raise SourceError("bundle-incomplete", source=source.name, file=name)
    data = source.read(publication, name, 0, most + 1)
    if len(data) > most:
        raise BundleError("document-too-large", document=name, bytes=len(data), most=most)
    return data
