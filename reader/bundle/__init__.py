"""Bundle format 1, reading and writing. ``FORMAT.md`` beside this file is its normative text.

What lives here: names of the tree (``layout``), limits, signatures and keys in minisign's form, signed documents, the
chain of trust from a root to an edition, segments, and the objects in them. All of it takes bytes and gives bytes: only
``keyring`` touches a disk, for a publisher's own keys. What must not: sources, the store, the network, or any path built
from what a bundle says. The only owner of nacl. May import ``reader.model`` and ``reader.errors``.

Bytes become objects in one order only: bounded, then checked against a signature or a digest, then decompressed, then
parsed field by field.
"""
