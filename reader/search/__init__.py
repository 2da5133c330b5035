"""Finding articles: one face, ``Index``, over Whoosh; and the marks in what was found.

What lives here: characters and analysis, the schema, the postings on the disk, the reader's query language, evaluation and
ranking, snippets. What must not: articles' texts (the index keeps none), SQL, files of a bundle, Qt. Imports
``reader.model`` and ``reader.errors``; the only owner of Whoosh, and nobody outside sees it.

The index is a cache. It is filled from the store's queue and can be lost at any time: one that is missing, torn, of
another library or version, or that another user could have written, is emptied when it is opened and says ``fresh``.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.search.index import Index
    from reader.search.text.snippets import matches, snippet

#: NumPy's linear algebra, which nothing here uses, starts a thread for each processor when it is loaded, and each spins for a tenth of
#: a second on a processor that the window wants. It is told before that happens; what somebody else has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["Index", "matches", "snippet"]

_HOMES = {"Index": "index", "matches": "text.snippets", "snippet": "text.snippets"}


def __getattr__(name: str) -> object:
    """What is asked for first brings its module along (PEP 562): the query language is wanted where no index is opened."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
