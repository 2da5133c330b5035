"""``publication.toml``."""

from __future__ import annotations

from reader.model.publication import Kind

DATED = "date: 2019-06-03"
WHOLE = """
    [publication]
    title = { en = "Winter Review", ru = "Зимний обзор" }
    language = "en"
    masthead = "On snow"
    licence = "CC-BY-4.0"
    next_expected = 2026-12-01
    flavour = "salt"

    [[section]]
    id = "roads"
    title = "Roads"
    [[section]]
    id = "passes"
    title = "Passes"
    parent = "roads"

    [[author]]
    id = "ana"
    name = { en = "Ana", ru = "Ана" }
    bio = "Writes about [snow](article:snow)."
    portrait = "media/ana.png"
    pen_name = true

    [[event]]
    id = "thaw"
    title = "Thaw"
    start = 2026-03-01
    place = { en = "Everywhere" }

    [most_read]
    articles = ["snow", "nobody"]
"""


def test_everything_in_it_reaches_the_reader(desk):
    desk.write("publication.toml", WHOLE)
    desk.picture("media/ana.png")
    desk.article("snow.md", f"title: Snow\n{DATED}\nsection: passes\nauthors: [Ана]")
    desk.pack()
    edition = desk.state().last
    assert (edition.titles["ru"], edition.mastheads, edition.licence) == (
        "Зимний обзор",
        {"en": "On snow"},
        "CC-BY-4.0",
    )
    assert edition.next_expected == "2026-12-01"
    assert (desk.get("passes", Kind.SECTION).parent, desk.get("passes", Kind.SECTION).position) == ("roads", 1)
    ana = desk.get("ana", Kind.AUTHOR)
    assert (ana.extra["pen_name"], len(ana.extra["portrait"])) == (True, 32)
    assert ana.texts == {"en": "Writes about [snow](article:snow)."}
    assert desk.get("snow").authors == ("ana",)
    assert desk.get("thaw", Kind.EVENT).extra == {"start": "2026-03-01", "places": {"en": "Everywhere"}}
    assert desk.get("most-read", Kind.MOST_READ).extra == {"articles": ["snow"]}
    assert desk.told("unknown-key") == [("publication.toml", 7)]
    assert desk.told("most-read-unknown") == [("publication.toml", 31)]
    assert ana.extra["portrait"] in desk.state().pictures


def test_a_thing_described_twice_is_an_error_at_its_line(desk):
    desk.write("publication.toml", WHOLE + '\n[[topic]]\nid = "x"\n[[topic]]\nid = "x"\n')
    desk.article("snow.md", f"title: Snow\n{DATED}")
    desk.picture("media/ana.png")
    assert desk.pack().errors == 1
    assert desk.told("thing-doubled")[0][0] == "publication.toml"


def test_parents_that_lead_nowhere_or_in_circles_are_dropped(desk):
    tables = "".join(
        f'[[section]]\nid = "{one}"\nparent = "{up}"\n' for one, up in (("a", "b"), ("b", "a"), ("c", "z"))
    )
    desk.write("publication.toml", f'[publication]\ntitle = "W"\nlanguage = "en"\n{tables}')
    desk.article("snow.md", f"title: Snow\n{DATED}")
    desk.pack()
    assert desk.codes() == {"parent-circular", "parent-unknown"}
    assert desk.get("a", Kind.SECTION).parent == ""
    assert desk.get("b", Kind.SECTION).parent == "a"


def test_a_publication_needs_a_title_but_not_a_language(desk):
    desk.write("publication.toml", "[publication]\n")
    desk.article("snow.md", f"title: Snow\n{DATED}")
    assert desk.pack().errors == 1
    assert desk.codes() == {"publication-title-missing", "publication-language-missing"}


def test_wrong_shapes_are_errors(desk):
    desk.write(
        "publication.toml", 'section = "x"\nmost_read = 3\n[publication]\ntitle = "W"\nlanguage = "en"\n[[topic]]\n'
    )
    desk.article("snow.md", f"title: Snow\n{DATED}")
    assert desk.pack().errors == 3
    assert desk.codes() == {"toml-table-expected", "toml-tables-expected", "thing-without-id"}
