"""What is wrong in a source folder is found in one run, with file and line, and mended where it can be."""

from __future__ import annotations

import pytest

from reader.model.publication import Kind
from reader.publish import Level

DATED = "date: 2019-06-03"


def test_everything_that_is_wrong_is_told_in_one_run(desk):
    desk.article("a.md", f"title: A\n{DATED}\nflavour: salt")
    desk.article("b.md", DATED)
    desk.article("c.md", f"title: C\n{DATED}\nrelated: [a, nobody]")
    desk.article("2014-11-05-d.md", "title: D\ndate: yesterday")
    desk.article("x/a.md", f"title: A too\n{DATED}")
    packed = desk.pack()
    assert packed.written
    assert desk.told("unknown-key") == [("articles/a.md", 4)]
    assert desk.told("title-missing") == [("articles/b.md", 1)]
    assert desk.told("related-unknown") == [("articles/c.md", 4)]
    assert desk.told("date-unreadable") == [("articles/2014-11-05-d.md", 3)]
    assert desk.told("id-doubled-derived") == [("articles/x/a.md", 1)]
    mended = {one.problem.code: one.problem.level is Level.MENDED for one in packed.findings}
    assert mended.pop("unknown-key") is False
    assert all(mended.values())
    assert desk.get("2014-11-05-d").date == "2014-11-05"
    assert desk.get("c").related == ("a",)


def test_a_title_comes_from_the_heading_or_the_name(desk):
    desk.article("a.md", DATED, "# Deep *snow*\n\nText\n")
    desk.article("open-roads.md", DATED)
    desk.article("c.md", f"title: Ice\n{DATED}", "\n# Ice\n\nText\n")
    desk.pack()
    assert desk.get("a").title == "Deep *snow*"
    assert desk.get("a").body == "Text"
    assert desk.get("open-roads").title == "Open Roads"
    assert desk.get("c").body == "Text"


def test_an_id_written_twice_is_an_error_that_names_both(desk):
    desk.article("a.md", f"title: A\n{DATED}\nid: same")
    desk.article("b.md", f"title: B\nid: same\n{DATED}")
    packed = desk.pack()
    problem = packed.findings[0].problem
    assert (problem.code, problem.file, problem.line) == ("id-doubled", "articles/b.md", 3)
    assert (problem.data["other"], problem.data["other_line"]) == ("articles/a.md", 4)


def test_keys_of_generators_are_understood(desk):
    desk.article(
        "a.md",
        """
        title: Snow &amp; ice
        slug: Winter Roads
        published: 2019-06-03 10:00:00 +0200
        lastmod: 2019-07-01
        author: Jane Doe
        categories: [Roads, "Deep snow"]
        tags: snow, ice
        description: <p>Short.</p>
        aliases: [/old/address/]
        layout: post
        weight: 3
        source: Somewhere
        source_url: https://example.org/a
        """,
    )
    desk.pack()
    article = desk.get("winter-roads")
    assert (article.title, article.date, article.updated) == ("Snow & ice", "2019-06-03", "2019-07-01")
    assert (article.authors, article.section, article.tags) == (("jane-doe",), "roads", ("snow", "ice", "Deep snow"))
    assert (article.standfirst, article.aliases) == ("Short.", ("/old/address/",))
    assert article.source == "Somewhere, https://example.org/a"
    assert desk.get("jane-doe", Kind.AUTHOR).titles == {"en": "Jane Doe"}
    assert desk.codes() == {"thing-made"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Snow & ice**&mdash;What *fell* _on_ `Monday`", "Snow & ice—What fell on Monday"),
        ("**Keep snake_case** and [a link](https://example.org/a_b) whole", "Keep snake_case and a link whole"),
        ("2 * 3 * 4, 5*6, a_b_c, **open", "2 * 3 * 4, 5*6, a_b_c, **open"),
    ],
)
def test_a_standfirst_in_markdown_is_read_without_its_marks(desk, written, read):
    desk.article("a.md", f'title: A\ndate: 2019-06-03\nsummary: "{written}"')
    desk.pack()
    assert desk.get("a").standfirst == read


def test_a_tag_that_is_a_category_in_other_capitals_is_one(desk):
    desk.article("a.md", f"title: A\n{DATED}\ntags: [markup, Markup, snow]\ncategories: [Roads, Snow]")
    desk.pack()
    assert desk.get("a").tags == ("markup", "snow")


def test_a_category_that_is_a_section_wins_and_one_that_is_a_topic_stays_one(desk):
    desk.write(
        "publication.toml",
        """
        [publication]
        title = "Winter Review"
        language = "en"
        [[section]]
        id = "roads"
        title = { en = "Roads", ru = "Дороги" }
        """,
    )
    desk.article("a.md", f"title: A\n{DATED}\ncategories: [ice, Дороги, snow]\ntopics: [ice]")
    desk.pack()
    article = desk.get("a")
    assert (article.section, article.topics, article.tags) == ("roads", ("ice",), ("snow",))


def test_the_folder_is_the_section_where_nothing_else_says_so(desk):
    desk.write("publication.toml", '[publication]\ntitle="W"\nlanguage="en"\n[source]\narticles=["content/news"]\n')
    desk.write("content/news/2014/05/a.md", f"---\ntitle: A\n{DATED}\n---\nx")
    desk.write("content/news/travel/b.md", f"---\ntitle: B\n{DATED}\n---\nx")
    desk.pack()
    assert desk.get("a").section == "news"
    assert desk.get("b").section == "news"


def test_drafts_are_held_back(desk):
    desk.article("a.md", f"title: A\n{DATED}")
    desk.article("b.md", f"title: B\n{DATED}\ndraft: true")
    desk.article("c.md", f"title: C\n{DATED}\npublished: false")
    packed = desk.pack()
    assert (packed.articles, packed.drafts) == (1, 2)


def test_translations_know_their_work(desk):
    desk.article("snow.md", f"title: Snow\n{DATED}\nid: deep-snow")
    desk.article("snow.ru.md", f"title: Снег\n{DATED}")
    desk.article("neige.md", f"title: Neige\n{DATED}\nlang: fr\ntranslation_of: deep-snow")
    desk.article("xue.md", f"title: 雪\n{DATED}\nlang: zh\ntranslation_of: nobody")
    desk.pack()
    assert {desk.get(one).work for one in ("deep-snow", "snow", "neige")} == {"deep-snow"}
    assert desk.get("snow").language == "ru"
    assert desk.get("xue").work == "xue"
    assert desk.told("translation-unknown") == [("articles/xue.md", 5)]


def test_the_original_keeps_the_short_id(desk):
    desk.article("snow.ar.md", f"title: ثلج\n{DATED}")
    desk.article("snow.md", f"title: Snow\n{DATED}")
    desk.pack()
    assert desk.get("snow").language == "en"
    assert desk.get("snow.ar").language == "ar"
    assert desk.codes() == set()


def test_things_that_nobody_described_are_made_once_and_told_in_groups(desk):
    for number in range(30):
        desk.article(
            f"a{number}.md",
            f"title: A\n{DATED}\nauthors: [ana, writer-{number}]\nregions: [us]\nseries: {{id: road, part: {number}}}",
        )
    packed = desk.pack()
    made = [one for one in packed.findings if one.problem.code == "thing-made"]
    assert {one.problem.data["kind"]: 1 + len(one.also) for one in made} == {"author": 31, "region": 1, "series": 1}
    assert desk.get("us", Kind.REGION).titles == {"en": "US"}
    assert (desk.get("a7").series, desk.get("a7").series_part) == ("road", 7)


def test_what_is_no_text_is_an_error_with_its_line(desk):
    desk.article("a.md", f"title: A\n{DATED}")
    desk.write("articles/b.md", b"---\ntitle: B\n---\nsn\xffow\n")
    desk.write("articles/c.md", "---\ntitle: [\n---\n")
    packed = desk.pack()
    assert packed.errors == 2
    assert desk.told("file-not-utf8") == [("articles/b.md", 4)]
    assert desk.told("front-matter-unreadable")[0][0] == "articles/c.md"


def test_pages_and_terms(desk):
    desk.article("a.md", f"title: A\n{DATED}", "See [key](term:key) and [about](../pages/about.md).\n")
    desk.write("pages/about.md", "---\ntitle: About\n---\nUs\n")
    desk.write("pages/about.ru.md", "---\ntitle: О нас\n---\nМы\n")
    desk.write("glossary/key.md", "---\ntitle: Key\naliases: [keys]\n---\nOpens.\n")
    desk.pack()
    assert desk.get("about", Kind.PAGE).body == "Us"
    assert desk.get("about.ru", Kind.PAGE).work == "about"
    assert desk.get("key", Kind.TERM).aliases == ("keys",)
    assert desk.get("a").body == "See [key](term:key) and [about](page:about)."
    assert desk.codes() == set()


def test_without_an_articles_folder_every_markdown_file_is_one(desk):
    desk.write("README.md", "Read me")
    desk.write("posts/2014-11-05-a.md", "---\ntitle: A\n---\nx")
    desk.write("posts/b/index.md", f"---\ntitle: B\n{DATED}\n---\nx")
    desk.write("_index.md", "---\ntitle: List\n---\n")
    packed = desk.pack()
    assert packed.articles == 2
    assert desk.get("b").title == "B"
    assert desk.get("b").section == ""
    assert desk.told("list-page-skipped") == [("_index.md", 0)]


def test_minutes(desk):
    desk.article("a.md", f"title: A\n{DATED}", "word " * 1000)
    desk.article("b.md", f"title: B\n{DATED}\nlang: zh", "雪" * 1200)
    desk.article("c.md", f"title: C\n{DATED}", "x")
    desk.pack()
    assert [desk.get(one).minutes for one in "abc"] == [5, 3, 1]
