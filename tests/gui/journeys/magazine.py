"""A small magazine for journeys: two levels of sections, three scripts, links, a picture, long bodies."""

from reader.model.article import Picture
from reader.model.publication import Kind, Text, Thing
from tests.support.publisher import PIXEL

LONG = "\n\n".join(
    f"Paragraph {n}. The courier went on over the pass with a tin of tea and two sticks." for n in range(60)
)
LINKS = (
    "Snow had closed the winter road. See [the census](article:census), [a stick](term:stick)"
    " or [outside](https://example.org/a?b=c&d=%20e#f).\n\n![A pass](media:pass)\n\n"
)
ARABIC = "أغلق الثلج طريق الشتاء عبر الممر.\n\nحمل الساعي رسالتين."
ORDINARY = 24


def things(publisher):
    """Sections, and an author with a page of their own."""
    return [
        publisher.section("news", "News", position=1),
        publisher.section("north", "North", parent="news", position=2),
        publisher.section("essays", "Essays", position=3),
        Thing(publisher.id, Kind.AUTHOR, "writer", {"en": "A. Writer"}, {"en": "Writes about *snow*."}),
    ]


def texts(publisher):
    """A term of the glossary and a page."""
    return [
        Text(publisher.id, Kind.TERM, "stick", "Stick", "en", "A small memory.", work="stick"),
        Text(publisher.id, Kind.PAGE, "about", "About us", "en", "Who we are.", work="about"),
    ]


def articles(publisher):
    """27 of them, the newest first: courier, census, mamarr, item-0 ..."""
    make, lead = publisher.article, Picture("pass", "The pass")
    first = {"authors": ("writer",), "tags": ("winter",), "lead": lead}
    yield make("courier", "The courier", LINKS + LONG, section="news", date="2019-06-30", **first)
    yield make("census", "The census", "Counted.\n\n" + LONG, section="essays", date="2019-06-29", tags=("winter",))
    yield make("mamarr", "عبر الممر", ARABIC, section="north", date="2019-06-28", language="ar")
    for n in range(ORDINARY):
        yield make(f"item-{n}", f"Item {n}", f"Lantern {n}.\n\n{LONG}", section="north", date=f"2019-05-{28 - n:02}")


def publish(publisher):
    """Publish the first edition; returns the bundle's folder."""
    pictures = [("pass", "thumb", PIXEL), ("pass", "standard", PIXEL)]
    return publisher.publish(*things(publisher), *texts(publisher), *articles(publisher), pictures=pictures)
