"""From a verified body to a page: Markdown, sanitiser, links and pictures of our own scheme, themed HTML. str -> str.

What lives here: the guard before Markdown (``guard``), the sanitiser (``sanitiser``), the second pass that writes every
tag itself (``tree``, ``writer``, ``links``), typography and search marks (``typography``, ``marks``), pages (``page``,
``document``, ``beside``, ``parts``, ``boxes``, ``style``), which blocks of two texts say the same (``blocks``, ``align``), plain text for the index (``text``), and what differs by language
(``dates``, ``quotes``, ``fonts``, ``bidi``). What must not: disk, network, Qt, the store, sentences of
the interface. May import ``reader.model`` and ``reader.errors``. The only owner of Markdown and nh3.

Nothing here raises for anything a body may hold: what cannot be understood becomes text.
"""

from reader.render.align import counterpart
from reader.render.beside import beads_of, beside
from reader.render.dates import date_text
from reader.render.document import document
from reader.render.fragment import fragment
from reader.render.page import further, page
from reader.render.text import plain_text

__all__ = [
    "beads_of",
    "beside",
    "counterpart",
    "date_text",
    "document",
    "fragment",
    "further",
    "page",
    "plain_text",
]
