"""Licences that are known: what they allow, and where they can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMONS = re.compile(r"cc-(by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)")
_DEEDS = "https://creativecommons.org"


@dataclass(frozen=True, slots=True)
class Known:
    """``terms`` are those of ``Labels.licence_terms``, empty where we do not know them; ``address`` is empty where there is none."""

    terms: str = ""
    address: str = ""


def known(licence: str) -> Known:
    """A licence as publishers write it: ``CC-BY-SA-4.0`` (SPDX), ``CC BY 4.0``, ``CC0``, or an address."""
    written = "-".join(licence.lower().split())
    if found := _COMMONS.fullmatch(written):
        return Known(found[1], f"{_DEEDS}/licenses/{found[1]}/{found[2]}/")
    if written in {"cc0", "cc0-1.0"}:
        return Known("zero", f"{_DEEDS}/publicdomain/zero/1.0/")
    return Known("", licence if re.fullmatch(r"https?://\S+", licence) else "")
