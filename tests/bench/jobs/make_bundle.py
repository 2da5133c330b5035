"""``FOLDER ARTICLES PICTURES``: publish the articles, in editions of some thousands, each with two tiers of a picture or none.

The pictures are noise of the size that pictures have: sync checks their digests and does not look inside.
"""

from __future__ import annotations

import random
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.article import Picture
from reader.model.publication import Kind, Thing
from tests.bench.corpus import read_articles
from tests.bench.words import SEED
from tests.support.publisher import Publisher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.article import Article

SECTIONS = 16
EDITION = 2_500
TIERS = {"thumb": 9_000, "standard": 55_000}


def main(folder: Path, articles: Path, *, pictures: bool) -> None:
    publisher = Publisher(folder)
    publisher.publish(*_things(publisher))
    chance = random.Random(SEED)
    source = read_articles(articles)
    while batch := [_article(publisher, fields, pictures=pictures) for fields in islice(source, EDITION)]:
        publisher.publish(*batch, pictures=_pictures(chance, batch) if pictures else ())


def _things(publisher: Publisher) -> list[Thing]:
    sections = [publisher.section(f"section{at}", f"Section {at}", position=at) for at in range(SECTIONS)]
    authors = [Thing(publisher.id, Kind.AUTHOR, f"author{at}", {"en": f"Author {at}"}) for at in range(60)]
    return [*sections, *authors]


def _article(publisher: Publisher, fields: dict, *, pictures: bool) -> Article:
    key = fields["key"]
    return publisher.article(
        f"article-{key}",
        fields["title"],
        fields["body"],
        standfirst=fields["standfirst"],
        date=fields["date"],
        section=f"section{key % SECTIONS}",
        authors=tuple(fields["authors"]),
        tags=tuple(fields["tags"]),
        lead=Picture(f"picture-{key}", "noise") if pictures else None,
        minutes=4,
    )


def _pictures(chance: random.Random, batch: Sequence[Article]) -> list[tuple[str, str, bytes]]:
    """Two tiers for each article, from half to one and a half of the usual size."""
    return [
        (one.lead.media, tier, chance.randbytes(int(size * chance.uniform(0.5, 1.4))))
        for one in batch
        for tier, size in TIERS.items()
        if one.lead
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), pictures=sys.argv[3] == "1")
