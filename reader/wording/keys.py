"""A publisher's keys, and sealing with them: said on the command line alone."""

SENTENCES: dict[str, tuple[str, str]] = {
    "key-file-malformed": (
        "The key file is damaged or is no key file.",
        "Take the copy that you keep in a safe place.",
    ),
    "key-file-too-costly": (
        "The key file asks for {megabytes} MB to check its passphrase, more than minisign ever does.",
        "Do not use it, unless you made it yourself; then make it again.",
    ),
    "key-not-in-root": (
        "The edition key {key} in “{folder}” is not one that the publication's root allows.",
        "Use the folder that “packhorse keygen” made for this publication, with all its root documents.",
    ),
    "keys-exist": ("“{folder}” already holds keys.", "Choose an empty folder: keys are never written over."),
    "keys-missing": (
        "“{folder}” lacks {file}.",
        "Choose the folder that “packhorse keygen” made, or make one with it.",
    ),
    "keys-not-written": (
        "The keys could not be written to “{folder}” ({reason}).",
        "Choose a folder that you may write to, and try again.",
    ),
    "keys-unreadable": ("The keys in “{folder}” cannot be read ({reason}).", "Check who owns the folder."),
    "passphrase-empty": (
        "The passphrase is empty.",
        "Type one, or ask for keys without a passphrase with --no-passphrase.",
    ),
    "passphrase-wrong": ("The passphrase is not the right one.", "Type it again."),
    "segment-empty": ("A segment without an object cannot be made.", "Leave it out."),
}
