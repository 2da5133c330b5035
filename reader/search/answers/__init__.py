"""Answering: from a reader's tree to Whoosh's query tree, evaluated over whole posting lists, ranked, counted and cut.

What lives here: translation, evaluation and scores, facets, pages of hits, spelling, stories alike. What must not: files and how they
are written. Imports ``reader.search.text``, ``query``, ``segments`` and the schema.
"""
