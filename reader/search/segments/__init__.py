"""The index on the disk: postings as flat arrays in checked files, written in bulk, merged when nobody waits.

What lives here: packed lists, containers, inversion, merging, forms united, the manifest, snapshots. What must not: queries and ranking. Imports
``reader.search.text`` and the schema. Nothing here is a pickle, so a foreign file can be wrong, and nothing worse.
"""
