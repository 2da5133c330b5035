"""Arabic words as Snowball is to get them: it knows some of what is written before a noun, and takes other endings off a definite one.

What stands before (al-, wal-, bil-, lil- and the like) comes off until nothing does, so that a word is the same with and without. Where letters of the word look
alike, as in iltizām, they go in all its forms. At the end many write heh for teh marbuta, and alef maqsura for yeh or the
other way; and the feminine plural (-āt) becomes the singular.
"""

from __future__ import annotations

import re

from reader.search.text.script import without_points

_BEFORE = re.compile("[\u0627\u0671]ل(?=..)|(?:[وف]ب?|[بك])[\u0627\u0671]ل(?=...)|[وف]?لل(?=..)")
#: God, and the words for parents, in which the letters of wal- are their own.
_WHOLE = re.compile("(?:[وفبت]?الله|والد(?:ا|ت)?(?:ي|ك|ه|نا|هم|ها|هما)?|والد(?:ان|ين|تان|تين|ات))$")
_PLURAL = re.compile("(?<=...)ات$")
_CONFOUNDED = re.compile("(?<=...)[هى]$")
_DOTTED = {"ه": "ة", "ى": "ي"}


def bare(word: str) -> str:
    """A composed word without its points, without what is written before it, its ending as in the singular."""
    word = without_points(word)
    while not _WHOLE.match(word) and (before := _BEFORE.match(word)):
        word = word[before.end() :]
    singular = _PLURAL.sub("ة", word)
    return _CONFOUNDED.sub(lambda last: _DOTTED[last.group()], singular)
