"""A distributor's door: a folder of Markdown becomes a signed bundle.

One way: source folder -> drafts (front matter read, ids given) -> lint (references, links, pictures) -> objects -> what
changed since the last edition -> segments -> signed edition -> folder or zip. ``pack`` is the face.

What lives here: reading what people and site generators write, saying with file and line what is wrong and what was
mended, pictures in tiers, maps, and the edition that follows the last one. What must not: the reader's library, search,
pages, Qt, cryptography. May import ``reader.sync`` (to read the last edition as a reader would), ``reader.sources``,
``reader.bundle``, ``reader.model`` and ``reader.errors``. PyYAML, Pillow and defusedxml come with the ``publish`` extra
and are loaded when they are first needed.
"""

from reader.publish.pack import Options, Packed, pack
from reader.publish.problems import Finding, Level, Problem

__all__ = ["Finding", "Level", "Options", "Packed", "Problem", "pack"]
