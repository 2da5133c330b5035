"""Asking for a passphrase on the terminal, which does not show it."""

from __future__ import annotations

import getpass

from reader.errors import QueryError


def ask(prompt: str) -> str:
    """What is typed at the prompt.

    Raises:
        QueryError: ``passphrase-unasked`` where nobody can be asked.
    """
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise QueryError("passphrase-unasked") from None
