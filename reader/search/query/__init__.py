"""The language that a reader types, as a tree.

What lives here: the syntax tree, its parser, names of fields, dates. What must not: the index, Whoosh. Imports
``reader.search.text``.
"""
