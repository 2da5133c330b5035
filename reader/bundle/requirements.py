"""Whether this version understands a document at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import BundleError
from reader.model.publication import Kind

if TYPE_CHECKING:
    from reader.bundle.fields import Fields

FORMAT = 1
#: Names in a document's ``requires`` that this version knows.
KNOWN_REQUIREMENTS: frozenset[str] = frozenset()


def check_requirements(fields: Fields, document_type: str) -> None:
    """Check ``type``, ``format`` and ``requires`` before any other field is read.

    Raises:
        BundleError: ``needs-newer-packhorse`` with what is needed; ``field-wrong`` when it is another type of document.
    """
    if fields.text("type") != document_type:
        fields.wrong("type")
    version = fields.integer("format", least=1)
    if version > FORMAT:
        raise needs_newer(f"format {version}")
    for name in fields.texts("requires"):
        if name not in KNOWN_REQUIREMENTS:
            raise needs_newer(name)


def needs_newer(need: str) -> BundleError:
    """The error for something that only a newer version can read."""
    return BundleError("needs-newer-packhorse", need=need[:80])


def known_kind(fields: Fields) -> Kind:
    """An object's ``kind``.

    Raises:
        BundleError: ``needs-newer-packhorse`` for a kind that this version does not know.
    """
    name = fields.text("kind")
    try:
        return Kind(name)
    except ValueError as error:
        raise needs_newer(f"kind {name}") from error
