"""What is said on the command line alone, beside keys and packing."""

COMMANDS = {
    "store-damaged": "packhorse repair",
    "segment-missing": "packhorse repair",
    "segment-damaged": "packhorse repair",
}
"""What to type where the advice is something that a window has a button for."""

SENTENCES: dict[str, tuple[str, str]] = {
    "passphrase-unasked": (
        "A passphrase is needed, and there is no terminal to ask on.",
        "Run this in a terminal; for pack, PACKHORSE_PASSPHRASE can hold it, and keygen can make keys with --no-passphrase.",
    ),
    "passphrases-differ": ("The two passphrases are not the same.", "No keys were made; start again."),
    "removal-unasked": (
        "Nothing was removed: there is no terminal to ask on.",
        "Add --yes to remove it without being asked.",
    ),
    "size-mistyped": ("“{text}” is not a size.", "Write it like 500KB, 5MB or 1GB."),
    "publish-extra-missing": (
        "This copy of Packhorse is for reading; packing needs {module}.",
        "Install it with the publish extra: pip install 'packhorse[publish]'.",
    ),
    "window-unavailable": (
        "The window cannot open: a library that Qt needs is missing ({reason}).",
        "On Debian: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0.",
    ),
}
