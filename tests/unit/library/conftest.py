"""A small library, received and indexed."""

import pytest

from reader.library import Library
from reader.library.index import drain
from reader.library.receive import Allowance, sync
from reader.model.article import Picture, Tier
from reader.model.publication import Kind, Text, Thing
from tests.support.publisher import PIXEL

EVERYTHING = Allowance(tiers=tuple(Tier))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def library(folder, publisher):
    publisher.publish(
        publisher.section("china", "China", position=0),
        publisher.section("news", "News", parent="china", position=1),
        publisher.section("world", "World", position=2),
        Thing(
            publisher.id, Kind.AUTHOR, "umar", {"en": "Umar the Pen"}, {"en": "He *writes*."}, extra={"pen_name": True}
        ),
        Thing(publisher.id, Kind.TOPIC, "roads", {"en": "Roads", "ru": "Дороги"}, {"en": "How things travel."}),
        Thing(publisher.id, Kind.SERIES, "valley", {"en": "Voices from the valley"}),
        Thing(publisher.id, Kind.EVENT, "day", {"en": "Radio day"}, {"en": "Listen."}, extra={"start": "2026-02-13"}),
        Text(publisher.id, Kind.PAGE, "about", "About us", "en", "We carry.", work="about"),
        Text(publisher.id, Kind.PAGE, "about.ru", "О нас", "ru", "Мы несём.", work="about"),
        Text(publisher.id, Kind.TERM, "bundle", "Bundle", "en", "A signed pack.", work="bundle", aliases=("bundles",)),
        publisher.article(
            "pass",
            "The courier over the pass",
            "Snow had closed the winter road. A [bundle](term:bundle) was [carried](article:tea).\n\n![tin](media:p1)",
            section="news",
            date="2019-06-03",
            authors=("umar",),
            tags=("couriers", "winter"),
            topics=("roads",),
            related=("tea",),
            series="valley",
            series_part=1,
            lead=Picture("p1", "a pass"),
        ),
        publisher.article("tea", "A tin of tea", "Two sticks lay in the tin.", section="world", date="2019-05-01"),
        publisher.article(
            "school",
            "The school",
            "Winter lessons by courier.",
            section="news",
            series="valley",
            series_part=2,
            tags=("winter",),
            authors=("umar",),
            date="2019-05-20",
        ),
        publisher.article(
            "pass.ru", "Курьер", "Снег закрыл зимнюю дорогу.", language="ru", work="pass", section="news"
        ),
        publisher.article("sea", "Of the sea", "Ships and salt.", section="world", date="2018-01-01"),
        pictures=[("p1", "thumb", PIXEL), ("p1", "standard", PIXEL)],
        languages=("en", "ru"),
    )
    with Library.open(folder) as opened:
        sync(opened, publisher.bundle, EVERYTHING)
        drain(opened)
        yield opened
