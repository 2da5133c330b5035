"""``packhorse sync``."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import ProgressBar, emit, say, size_text, tell
from reader.errors import PackhorseError, QueryError, SourceError
from reader.library import Library
from reader.library.index import drain
from reader.library.receive import Allowance, former_namesakes, namesakes, offers, sync
from reader.model.article import Tier
from reader.model.publication import Trust, localized

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.model.change import ChangeSet, Offer
    from reader.sync import Plan

EXAMPLE = "packhorse sync /media/tea-tin --languages en,zh --media thumb"
_UNITS = {"": 1, "B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}
_MEDIA = {
    "none": (),
    "thumb": (Tier.THUMB,),
    "standard": (Tier.THUMB, Tier.STANDARD),
    "full": (Tier.THUMB, Tier.STANDARD, Tier.FULL),
}


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the verb's arguments."""
    parser.add_argument("source", metavar="SOURCE", help="a folder, a stick or a zip")
    parser.add_argument("--dry-run", action="store_true", help="say what would come, fetch nothing")
    parser.add_argument("--budget", metavar="SIZE", help="at most this much, such as 5MB")
    parser.add_argument("--languages", metavar="LANGS", default="", help="only these, such as en,zh")
    parser.add_argument("--since", metavar="DATE", default="", help="leave out parts whose newest article is older")
    parser.add_argument(
        "--media",
        choices=list(_MEDIA),
        help="pictures: none, thumb, standard or full; without it as last time, at first standard",
    )
    parser.add_argument(
        "--trust", metavar="FINGERPRINT", default="", help="refuse unless the publication has this fingerprint"
    )


def run(args: argparse.Namespace) -> int:
    """Sync, then index what came."""
    if re.match(r"[a-z]+://", args.source):
        raise SourceError("network-not-here", source=args.source)
    allowance = Allowance(
        languages=frozenset(filter(None, (one.strip() for one in args.languages.split(",")))),
        tiers=_MEDIA[args.media] if args.media else None,
        budget=_bytes(args.budget) if args.budget else None,
        since=args.since,
    )
    source = Path(args.source)
    with Library.open(args.data_dir) as library:
        if args.dry_run:
            whole = _without_budget(library, source, allowance)
            for offer, chosen in offers(library, source, allowance, args.trust):
                _print_offer(args, offer, chosen, whole.get(offer.publication, chosen.bytes) - chosen.bytes)
            return 0
        bar = ProgressBar()
        try:
            changes = sync(library, source, allowance, bar, args.trust)
            drain(library, bar)
        finally:
            bar.close()
        left = _without_budget(library, source, allowance)
        for change in changes:
            _print_change(args, library, change, left.get(change.publication, 0))
    return 3 if any(change.absent for change in changes) else 0


def _bytes(text: str) -> int:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMG]?B?)", text.strip().upper())
    if not match:
        raise QueryError("size-mistyped", text=text)
    unit = match[2] if match[2].endswith("B") or not match[2] else match[2] + "B"
    return int(float(match[1]) * _UNITS[unit])


def _without_budget(library: Library, source: Path, allowance: Allowance) -> dict[str, int]:
    """The bytes that would still come of each publication without the budget; nothing where there is none, or the source is gone."""
    if allowance.budget is None:
        return {}
    try:
        found = offers(library, source, replace(allowance, budget=None))
    except PackhorseError:  # what came is here all the same
        return {}
    return {offer.publication: chosen.bytes for offer, chosen in found}


def _print_offer(args: argparse.Namespace, offer: Offer, chosen: Plan, left: int) -> None:
    if args.json:
        emit(
            {
                "publication": offer.publication,
                "from_serial": offer.from_serial,
                "to_serial": offer.to_serial,
                "added": offer.added,
                "updated": offer.updated,
                "withdrawn": offer.withdrawn,
                "bytes": chosen.bytes,
                "left": left,
                "requests": offer.requests,
                "trust": str(offer.trust or Trust.FIRST_USE),
                "fingerprint": offer.fingerprint,
                "namesakes": list(offer.namesakes),
                "former_namesakes": list(offer.former_namesakes),
                "dry_run": True,
            }
        )
        return
    say(f"{localized(offer.titles, 'en', offer.publication)}, edition {offer.to_serial} of {offer.published[:10]}")
    say(f"  you have {f'edition {offer.from_serial}' if offer.from_serial else 'none of it yet'}")
    say(f"  {offer.added} new, {offer.updated} changed, {offer.withdrawn} withdrawn; {', '.join(offer.languages)}")
    say(f"  would fetch {size_text(chosen.bytes)}; {size_text(offer.free_bytes)} free")
    _say_left(left)
    say(f"  fingerprint {offer.fingerprint}")
    _say_namesakes(offer.namesakes, offer.former_namesakes)


def _say_namesakes(here: Sequence[str], removed: Sequence[str]) -> None:
    for known in here:
        tell(f"  take care: you have another publication of this name, signed with another key: {known}")
    for known in removed:
        tell(f"  take care: you removed another publication of this name, signed with another key: {known}")


def _say_left(left: int) -> None:
    if left:
        say(f"  the budget leaves out {size_text(left)}; sync again with a larger one, or with none, for the rest")


def _print_change(args: argparse.Namespace, library: Library, change: ChangeSet, left: int) -> None:
    info = library.store.catalogue.publication(change.publication)
    assert info is not None
    if args.json:
        emit(
            {
                "publication": change.publication,
                "from_serial": change.from_serial,
                "to_serial": change.to_serial,
                "added": len(change.added),
                "updated": len(change.updated),
                "withdrawn": len(change.withdrawn),
                "bytes": change.bytes,
                "left": left,
                "requests": change.requests,
                "trust": str(change.trust),
                "fingerprint": info.fingerprint,
                "absent": change.absent,
            }
        )
        return
    say(f"{info.title('en')}: edition {change.to_serial} of {info.published[:10]}")
    say(
        f"  {len(change.added)} new, {len(change.updated)} changed, {len(change.withdrawn)} withdrawn; {size_text(change.bytes)}"
    )
    _say_left(left)
    if not change.from_serial:
        here, removed = (of(library, info.id, info.titles) for of in (namesakes, former_namesakes))
        _say_namesakes(here, removed)
    if change.trust is Trust.FIRST_USE:
        say(f"  not checked yet: compare its fingerprint with the one on paper: {info.fingerprint}")
    if change.absent:
        tell(f"  {change.absent} parts are not at this source; another stick may have them.")
