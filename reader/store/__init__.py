"""Our own disk: each publication's sealed files, the catalogue of what is in them, and what the reader did with it.

What lives here: the bundle files as they came (content-addressed, so that a library folder is itself a bundle that others
can sync from), a SQLite catalogue in WAL mode with numbered migrations, reading status, notes and searches in tables of
their own that outlive editions, and the queue of articles that the index has not seen. What must not: signatures (bytes
come here verified), search, pages, the network. The only owner of sqlite3. May import ``reader.bundle`` (to decode
frames), ``reader.model`` and ``reader.errors``.

A ``Store`` is one connection for one thread. Several may be open on the same folder; readers never wait for a writer.
"""

from reader.store.store import Store

__all__ = ["Store"]
