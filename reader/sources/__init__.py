"""Where a bundle's bytes come from: a folder (a stick), a zip read in place; later a mirror.

What lives here: one small protocol and its readers. What must not: signatures, the store, or any trust in what is read;
a source hands out bounded byte ranges of names that the format allows, and says plainly when it is gone.
May import ``reader.bundle.layout`` and ``limits``, ``reader.model`` and ``reader.errors``.
"""

from reader.sources.opening import open_source
from reader.sources.protocol import Source

__all__ = ["Source", "open_source"]
