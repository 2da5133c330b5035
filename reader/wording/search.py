"""Sentences of this area."""

SENTENCES: dict[str, tuple[str, str]] = {}
