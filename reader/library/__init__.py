"""What the application can do, one verb a file: receive, index, browse, find, relate, read, mark, repair.

What lives here: verbs that take a ``Library`` first and answer with model objects; they join the store, the index and the
page. What must not: Qt, argument parsing, wording. The window and the command line see this and nothing below it.
May import every layer below.

A ``Library`` is for one thread; each thread opens its own on the same folder.
"""

from reader.library.handle import Library

__all__ = ["Library"]
