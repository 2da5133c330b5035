"""The format: signatures, trust and limits."""

_ANOTHER = "Nothing was changed. Copy the bundle again, or try another stick."
_NOT_GENUINE = "Nothing was changed. Do not use this copy; get one from someone you trust."
_PUBLISHER = "Nothing was changed. Tell the publisher; another copy will not help."

SENTENCES: dict[str, tuple[str, str]] = {
    "article-too-large": ("The object “{object}” is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "dictionary-damaged": (
        "The dictionary {dictionary} cannot be used, though it is the one that was signed.",
        _PUBLISHER,
    ),
    "dictionary-missing": ("A part needs the dictionary number {dictionary}, which was not named.", _PUBLISHER),
    "dictionary-too-large": ("A dictionary is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "dictionary-wrong": ("The dictionary {dictionary} is not what the publisher signed.", _ANOTHER),
    "document-malformed": ("A signed document is cut or is no signed document.", _ANOTHER),
    "document-too-large": ("A signed document is {bytes:,} bytes long; {most:,} is the most.", _ANOTHER),
    "document-too-many-signatures": ("A signed document has more than {most} signatures.", _NOT_GENUINE),
    "edition-epoch-wrong": (
        "The edition says that it belongs to key period {found}, but the keys are of period {expected}.",
        _NOT_GENUINE,
    ),
    "edition-history-too-long": ("The edition lists {found:,} earlier editions; {most:,} is the most.", _PUBLISHER),
    "edition-too-many-dictionaries": ("The edition lists {found:,} dictionaries; {most:,} is the most.", _PUBLISHER),
    "edition-too-many-objects": ("The edition holds {found:,} objects; {most:,} is the most.", _PUBLISHER),
    "edition-too-many-segments": (
        "The edition lists {found:,} segments; {most:,} is the most.",
        "Nothing was changed. The publisher must roll segments up into larger ones.",
    ),
    "field-missing": ("A signed document lacks the field {field}.", _PUBLISHER),
    "field-wrong": ("A signed document has something impossible in the field {field}.", _PUBLISHER),
    "fingerprint-mistyped": (
        "“{fingerprint}” is not a fingerprint: a letter is missing or wrong.",
        "Compare it with the paper letter by letter; it has 20 letters and digits.",
    ),
    "frame-cut": ("The object “{object}” is {bytes:,} bytes long in place of {expected:,}.", _ANOTHER),
    "frame-damaged": ("A part of the bundle cannot be unpacked, though it is the one that was signed.", _PUBLISHER),
    "frame-length-wrong": ("A part of the bundle unpacks to {bytes:,} bytes in place of {expected:,}.", _PUBLISHER),
    "frame-wrong": ("The object “{object}” is not what the publisher signed.", _ANOTHER),
    "image-too-large": ("The picture “{object}” is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "image-too-many-pixels": ("The picture “{object}” has {pixels:,} pixels; {most:,} is the most.", _PUBLISHER),
    "index-cut": ("The index of segment {segment} is {bytes:,} bytes long in place of {expected:,}.", _ANOTHER),
    "index-lengths-wrong": ("The lengths in the index of segment {segment} do not add up.", _PUBLISHER),
    "index-objects-wrong": ("Segment {segment} lists {found:,} objects in place of {expected:,}.", _PUBLISHER),
    "index-ratio-too-high": (
        "An index would grow {ratio:,} times when unpacked; {most:,} times is the most.",
        _PUBLISHER,
    ),
    "index-too-large": ("The index of a segment is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "index-wrong": ("The index of segment {segment} is not what the publisher signed.", _ANOTHER),
    "json-key-doubled": ("A document says the same thing twice.", _PUBLISHER),
    "json-malformed": ("A document cannot be read ({reason}).", _PUBLISHER),
    "json-number": (
        "A document holds the number {number}; only whole numbers of up to 16 digits are allowed.",
        _PUBLISHER,
    ),
    "json-string-too-long": ("A text in a document is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "json-too-deep": ("A document is nested more than {most} levels deep.", _PUBLISHER),
    "key-malformed": ("A root document holds a public key that cannot be read.", _PUBLISHER),
    "needs-newer-packhorse": (
        "This edition needs a newer Packhorse ({need}).",
        "What you have stays readable. Get a newer Packhorse, then sync again.",
    ),
    "object-contradicts-index": ("The object “{object}” and the list of objects differ on its {field}.", _PUBLISHER),
    "object-doubled": ("Segment {segment} holds an object twice.", _PUBLISHER),
    "object-malformed": ("The object “{object}” cannot be read.", _PUBLISHER),
    "publication-other": ("The document belongs to the publication {found}, not to {expected}.", _NOT_GENUINE),
    "root-epoch-lower": ("A later key document goes back from key period {expected} to {found}.", _NOT_GENUINE),
    "root-missing": (
        "The edition needs version {needed} of the publication's key document; only version {found} is here.",
        _ANOTHER,
    ),
    "root-too-many-versions": ("There are {version} versions of the key document; {most:,} is the most.", _NOT_GENUINE),
    "root-version-wrong": ("The key document has version {found} where version {expected} must be.", _ANOTHER),
    "segment-cut": ("A segment ends after {bytes:,} bytes, before its index.", _ANOTHER),
    "segment-malformed": ("A file that should be a segment is something else.", _ANOTHER),
    "segment-mixed": ("Segment {segment} holds “{object}”, which is of another kind.", _PUBLISHER),
    "segment-too-large": ("A segment is {bytes:,} bytes long; {most:,} is the most.", _PUBLISHER),
    "segment-too-many-objects": ("A segment holds {found:,} objects; {most:,} is the most.", _PUBLISHER),
    "signature-malformed": ("A signature is damaged.", _ANOTHER),
    "signature-too-few": (
        "The document “{document}” is signed by {found} of the publisher's keys; {needed} must sign.",
        _NOT_GENUINE,
    ),
    "signature-wrong": (
        "The signature of key {key} is wrong: the document was changed after it was signed.",
        _NOT_GENUINE,
    ),
    "window-too-large": (
        "Unpacking a part of the bundle would take {bytes:,} bytes of memory; {most:,} is the most.",
        _PUBLISHER,
    ),
}
