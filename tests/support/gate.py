"""A stick that gives the parts of a bundle only as they are let through, so that a test can act between two of them."""

from __future__ import annotations

import threading


class Gate:
    """Open at first. ``passed`` lists what went through: name, offset and length of each read of a segment."""

    def __init__(self):
        self._change = threading.Condition()
        self._left = None
        self._waiting = 0
        self.passed = []

    @property
    def waiting(self):
        return self._waiting > 0

    def let(self, count):
        """Let so many reads through, then none."""
        with self._change:
            self._left = count
            self._change.notify_all()

    def open(self):
        """Let all through from now on."""
        self.let(None)

    def go_through(self, *read):
        with self._change:
            self._waiting += 1
            self._change.wait_for(lambda: self._left is None or self._left > 0)
            self._waiting -= 1
            if self._left is not None:
                self._left -= 1
        return read

    def around(self, source):
        """The source behind this gate."""
        return _Gated(source, self)


class Before:
    """Stands before a source, and is it but for what a subclass does otherwise."""

    def __init__(self, source):
        self._source = source

    def __getattr__(self, name):
        return getattr(self._source, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._source.close()


class _Gated(Before):
    def __init__(self, source, gate):
        super().__init__(source)
        self._gate = gate

    def read(self, publication, name, offset, length):
        if not name.startswith("seg/"):
            return self._source.read(publication, name, offset, length)
        self._gate.go_through()
        data = self._source.read(publication, name, offset, length)
        self._gate.passed.append((name, offset, length))
        return data
