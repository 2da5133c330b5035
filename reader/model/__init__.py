"""Nouns that every layer shares: frozen dataclasses, and little else.

What lives here: articles, the publication's own objects, editions and segments, nodes and lists, search pages,
progress and change sets, what languages call themselves. What must not: input or output, SQL, Qt, Whoosh, HTML. Imports
only ``reader.errors``.
Only these objects cross from one thread or process to another.
"""
