"""Text, without an index: characters, words and their stems, marks and passages.

What lives here: how a text becomes terms, on the index side and on the query side alike, and where terms stand in a text. What
must not: the index, the query language, Whoosh. Imports nothing of ``reader.search`` outside this folder.
"""
