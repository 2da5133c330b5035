"""Sources, the store and sync."""

SENTENCES = {
    "source-absent": ("There is nothing at “{source}”.", "Check the name, or plug the stick in and try again."),
    "source-gone": (
        "“{source}” is no longer there.",
        "Plug it in again and start once more; it goes on where it stopped.",
    ),
    "source-unreadable": (
        "“{source}” cannot be read ({reason}).",
        "Try another copy, or another port; what was already read is kept.",
    ),
    "source-empty": (
        "“{source}” holds no Packhorse publication.",
        "Choose the folder or the zip file that contains folders with 26-letter names.",
    ),
    "source-missing": ("“{source}” lacks the file {file}.", "Copy the bundle again, or try another stick."),
    "source-cut": (
        "A file on “{source}” ends too early: it was not copied whole.",
        "Copy it again or try another stick; the good part is kept and not fetched twice.",
    ),
    "bundle-incomplete": (
        "“{source}” lacks {file}, without which nothing can be checked.",
        "Copy the bundle again, or try another stick.",
    ),
    "publication-absent": (
        "“{source}” does not hold the publication {publication}.",
        "Leave the publication out to take all.",
    ),
    "publication-mixed": (
        "What lies in the folder of {publication} belongs to another publication.",
        "Do not use this copy; get one from someone you trust.",
    ),
    "edition-older": (
        "This is edition {theirs}; you already have edition {ours}.",
        "Nothing was changed. Look for a newer copy.",
    ),
    "edition-older-than-removed": (
        "This is edition {theirs}; before you removed this publication you had edition {ours}.",
        "Nothing was changed. Look for a newer copy.",
    ),
    "edition-fork": (
        "There are two different editions with the number {serial}, both signed. One of them is not what others read.",
        "Nothing was changed. Ask the publisher which one is right before you use this copy.",
    ),
    "edition-copy-different": ("{document} is not the same as the newest edition.", "Copy the bundle again."),
    "fingerprint-different": (
        "The fingerprint of this publication is {theirs}, not the one you gave.",
        "Nothing was read in. Check the paper again; if it is right, this copy is not genuine.",
    ),
    "segment-wrong": (
        "A part of the bundle is not what the publisher signed.",
        "Nothing was changed. Copy it again, or try another stick.",
    ),
    "segment-index-wrong": (
        "A part of the bundle does not begin as the edition says.",
        "Nothing was changed. Copy it again, or try another stick.",
    ),
    "sync-running": ("Another sync is under way.", "Wait until it ends, then try again."),
    "disk-full": (
        "There is not enough room on the disk.",
        "Free some space, or bring in fewer pictures, and start again; what was fetched is kept.",
    ),
    "store-busy": ("The library is in use by another program.", "Wait a moment and try again."),
    "store-damaged": (
        "The library's catalogue is damaged.",
        "Repair the library: articles and reading marks are kept.",
    ),
    "store-newer": (
        "The library was written by a newer Packhorse (schema {version}).",
        "Use that version, or another folder with --data-dir.",
    ),
    "store-read-only": (
        "The library's folder cannot be written to.",
        "Check who owns it, or choose another with --data-dir.",
    ),
    "store-unusable": (
        "The library's folder cannot be used ({reason}).",
        "Check the disk, or choose another with --data-dir.",
    ),
    "segment-missing": ("A part of the library is gone from the disk.", "Repair the library, then sync again."),
    "segment-damaged": ("A part of the library was damaged on the disk.", "Repair the library, then sync again."),
    "zip-damaged": ("“{file}” is not a whole zip file.", "Copy it again, or try another stick."),
    "zip-too-many-entries": (
        "“{file}” holds more than {most:,} files; no bundle does.",
        "Use a folder, or another copy.",
    ),
    "zip-doubled-entry": ("“{file}” holds {entry} twice.", "Do not use this copy; get another."),
    "zip-encrypted": ("“{file}” is encrypted.", "Unpack it with its password first, then open the folder."),
    "zip-compressed": (
        "“{file}” was compressed again, so it cannot be read in place.",
        "Unpack it and open the folder, or make the zip without compression.",
    ),
}
