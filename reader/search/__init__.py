"""Finding articles: one face, ``Index``, over Whoosh; and the marks in what was found.

What lives here: characters and analysis, the schema, the postings on the disk, the reader's query language, evaluation and
ranking, snippets. What must not: articles' texts (the index keeps none), SQL, files of a bundle, Qt. Imports
``reader.model`` and ``reader.errors``; the only owner of Whoosh, and nobody outside sees it.

The index is a cache. It is filled from the store's queue and can be lost at any time: one that is missing, torn, of
another library or version, or that another user could have written, is emptied when it is opened and says ``fresh``.
"""

from reader.search.index import Index
from reader.search.text.snippets import matches, snippet

__all__ = ["Index", "matches", "snippet"]
