"""What can stop a sync, and the calm words for each: what happened, what is kept, what to do. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.errors import BundleError, Cancelled, SourceError, StoreError
from reader.ui.words import size, text

if TYPE_CHECKING:
    from reader.errors import PackhorseError


class Trouble(Enum):
    """Kinds of trouble, by what a reader can do about them."""

    GONE = auto()
    UNREADABLE = auto()
    DAMAGED = auto()
    FORGED = auto()
    UNKNOWN_KEY = auto()
    OTHER_FINGERPRINT = auto()
    MISTYPED = auto()
    OLDER = auto()
    OLDER_THAN_REMOVED = auto()
    FORK = auto()
    NEWER_PROGRAM = auto()
    EMPTY = auto()
    ZIP = auto()
    FULL = auto()
    BUSY = auto()
    LIBRARY = auto()
    PUBLISHER = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """The words for a kind: a title, and what to do."""

    title: str
    advice: str


_WORDS = {
    Trouble.GONE: Said(
        title="The bundle is gone",
        advice="Put it back, or any other stick or copy of this publication: it goes on from where it stopped.",
    ),
    Trouble.UNREADABLE: Said(
        title="The bundle cannot be read",
        advice="Take it out, put it back, and go on. If that does not help, any other stick or copy will do.",
    ),
    Trouble.DAMAGED: Said(
        title="This copy is damaged",
        advice="Take another stick or copy: only what is missing is fetched. Copying this one again may help too.",
    ),
    Trouble.FORGED: Said(
        title="This is not what the publisher signed",
        advice="Do not use this copy, and do not pass it on. Get one from someone you trust.",
    ),
    Trouble.UNKNOWN_KEY: Said(
        title="The key is not the publisher's",
        advice="Do not use this copy. Ask the publisher whether their keys have changed, and get a copy from someone you trust.",
    ),
    Trouble.OTHER_FINGERPRINT: Said(
        title="The fingerprint is another one",
        advice="Look at the paper once more. If what you typed is right, this copy is not genuine: do not use it.",
    ),
    Trouble.MISTYPED: Said(
        title="The fingerprint has a slip of the pen",
        advice="Type it again, letter by letter. It has 20 letters and digits; lines between them do not matter.",
    ),
    Trouble.OLDER: Said(
        title="You have a newer edition already",
        advice="There is nothing to do. Whoever gave you this copy may be glad of yours.",
    ),
    Trouble.OLDER_THAN_REMOVED: Said(
        title="You had a newer edition before you removed it",
        advice="Old editions can hide what was put right since. Look for a copy that is as new, or newer.",
    ),
    Trouble.FORK: Said(
        title="Two different editions bear the same number",
        advice="Ask the publisher which one is right before you use this copy. Somebody may be giving out a false one.",
    ),
    Trouble.NEWER_PROGRAM: Said(
        title="This edition needs a newer Packhorse",
        advice="What you have stays readable. Get a newer Packhorse, then bring the edition in again.",
    ),
    Trouble.EMPTY: Said(
        title="There is no bundle here",
        advice="Choose the folder that holds folders with names of 26 letters, or let Packhorse look for it on your sticks.",
    ),
    Trouble.ZIP: Said(
        title="This zip cannot be read in place",
        advice="Unpack it, and open the folder that comes out of it.",
    ),
    Trouble.FULL: Said(
        title="The disk is full",
        advice="Make some room, or take fewer pictures, and go on.",
    ),
    Trouble.BUSY: Said(
        title="The library is busy",
        advice="Another Packhorse is at work on it. Wait until it ends, then try again.",
    ),
    Trouble.LIBRARY: Said(
        title="The library itself has a fault",
        advice="Repair the library: articles and reading marks are kept. If it does not help, check the disk.",
    ),
    Trouble.PUBLISHER: Said(
        title="This edition has a fault of its own",
        advice="Another copy will not help. Tell the publisher, and copy the details below for them.",
    ),
    Trouble.STOPPED: Said(
        title="Stopped",
        advice="Go on whenever you like, from this source or from any other.",
    ),
}

_CODES = {
    Trouble.GONE: {"source-gone", "source-absent"},
    Trouble.UNREADABLE: {"source-unreadable"},
    Trouble.FORGED: {
        "signature-wrong",
        "publication-mixed",
        "publication-other",
        "root-epoch-lower",
        "edition-epoch-wrong",
        "root-too-many-versions",
        "document-too-many-signatures",
        "zip-doubled-entry",
    },
    Trouble.UNKNOWN_KEY: {"signature-too-few"},
    Trouble.OTHER_FINGERPRINT: {"fingerprint-different"},
    Trouble.MISTYPED: {"fingerprint-mistyped"},
    Trouble.OLDER: {"edition-older"},
    Trouble.OLDER_THAN_REMOVED: {"edition-older-than-removed"},
    Trouble.FORK: {"edition-fork"},
    Trouble.NEWER_PROGRAM: {"needs-newer-packhorse", "store-newer"},
    Trouble.EMPTY: {"source-empty", "publication-absent"},
    Trouble.ZIP: {"zip-encrypted", "zip-compressed", "zip-too-many-entries"},
    Trouble.FULL: {"disk-full"},
    Trouble.BUSY: {"sync-running", "store-busy"},
    Trouble.DAMAGED: {
        "bundle-incomplete",
        "dictionary-wrong",
        "document-malformed",
        "document-too-large",
        "edition-copy-different",
        "frame-cut",
        "frame-wrong",
        "index-cut",
        "index-wrong",
        "root-missing",
        "root-version-wrong",
        "segment-cut",
        "segment-index-wrong",
        "segment-malformed",
        "segment-wrong",
        "signature-malformed",
        "source-cut",
        "source-missing",
        "zip-damaged",
    },
}
_BY_CODE = {code: trouble for trouble, codes in _CODES.items() for code in codes}

#: It can go on by itself when the source, or another, is there.
WAITING = frozenset({Trouble.GONE, Trouble.UNREADABLE})
#: The same source cannot become right by trying again.
HOPELESS = frozenset(
    {
        Trouble.FORGED,
        Trouble.UNKNOWN_KEY,
        Trouble.OTHER_FINGERPRINT,
        Trouble.OLDER,
        Trouble.OLDER_THAN_REMOVED,
        Trouble.FORK,
        Trouble.NEWER_PROGRAM,
        Trouble.PUBLISHER,
    }
)


def kind_of(error: PackhorseError) -> Trouble:
    """The kind of an error; what no table names goes by its family."""
    if isinstance(error, Cancelled):
        return Trouble.STOPPED
    families = {SourceError: Trouble.UNREADABLE, BundleError: Trouble.PUBLISHER, StoreError: Trouble.LIBRARY}
    return kind_of_code(error.code, families.get(type(error), Trouble.PUBLISHER))


def kind_of_code(code: str, otherwise: Trouble = Trouble.PUBLISHER) -> Trouble:
    """The same where only the code is known."""
    return _BY_CODE.get(code, otherwise)


def figures(error: PackhorseError) -> str:
    """How much room is wanted and how much there is, where the error knows."""
    needed, free = error.data.get("needed"), error.data.get("free")
    if not (isinstance(needed, int) and isinstance(free, int)):
        return ""
    return text("{needed} is needed, {free} is free.", needed=size(needed), free=size(free))


def title_of(trouble: Trouble) -> str:
    """The words at the top."""
    return text(_WORDS[trouble].title)


def advice_of(trouble: Trouble) -> str:
    """What to do."""
    return text(_WORDS[trouble].advice)


@dataclass(frozen=True, slots=True)
class Kept:
    """How far a sync was when it broke off; ``had_before``: whether an earlier edition is in the library."""

    started: bool = False
    had_before: bool = False
    text_is_here: bool = False
    done: int = 0
    wanted: int = 0

    def words(self) -> str:
        """What the reader still has."""
        if not self.started or not self.done:
            return text("Nothing was changed. Your library is as it was.")
        done, wanted = size(self.done), size(max(self.done, self.wanted))
        if self.text_is_here:
            return text(
                "All text is here and can be read. {done} of {wanted} came, and stay: nothing is fetched twice.",
                done=done,
                wanted=wanted,
            )
        came = text("{done} of {wanted} came, and stay: nothing is fetched twice.", done=done, wanted=wanted)
        return f"{came} {text('What you had before can be read as ever.')}" if self.had_before else came
