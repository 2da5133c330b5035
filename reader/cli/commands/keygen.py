"""``packhorse keygen``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.bundle.keyring import create_keys
from reader.cli.output import emit, say
from reader.cli.passphrase import ask
from reader.errors import QueryError

if TYPE_CHECKING:
    import argparse

EXAMPLE = "packhorse keygen ~/winter-review-keys"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("keys", metavar="KEYS", type=Path, help="a new folder for the keys; keep it off the stick")
    parser.add_argument("--no-passphrase", action="store_true", help="leave the keys unlocked, for scripts")


def run(args: argparse.Namespace) -> int:
    """Make root and edition keys, and a page with the fingerprint to print."""
    keyring = create_keys(args.keys, None if args.no_passphrase else _ask_twice())
    if args.json:
        emit({"publication": keyring.publication, "fingerprint": keyring.fingerprint, "keys": str(args.keys)})
        return 0
    say(f"Keys are in {args.keys}. Make a copy and keep both safe: without them no further edition can be signed.")
    say(f"Fingerprint: {keyring.fingerprint}")
    say("Print fingerprint.html and hand it out on paper, so that readers can check what they get.")
    return 0


def _ask_twice() -> str:
    first = ask("Passphrase for the keys: ")
    if first != ask("The same again: "):
        raise QueryError("passphrases-differ")
    return first
