"""Two texts on one page."""

from __future__ import annotations

import re
from dataclasses import replace

from reader import resources
from reader.model.article import Article
from reader.model.page import Figure, LinkContext, Page, PageView, Size, Story
from reader.model.page_style import PageStyle, Theme
from reader.render import beside, page
from reader.render.blocks import numbered
from reader.render.fragment import body
from reader.render.lists import items

STYLE = replace(PageStyle(Theme.parse(resources.read("themes/light.json"))), measure=700, column=330)
UNDER = replace(STYLE, column=0)
ENGLISH = "One.[^1]\n\n## Snow\n\nIt closed *the* road.\n\nA tin of tea.\n\n![](media:pass)\n\n[^1]: A note."
UYGHUR = "بىر.[^1]\n\n## قار\n\nيولنى ئەتتى. بىر قۇتا چاي.\n\n![](media:pass)\n\n[^1]: ئىزاھات."


def view(language, text, **more):
    article = Article("p", f"a.{language}", f"Title {language}", language, body=text, standfirst=f"Lead {language}")
    others = tuple(Story(f"a.{one}", one, one) for one in ("en", "ug", "zh") if one != language)
    more = {"date": f"day {language}", "translations": others, "pictures": {"pass": Size(900, 600)}, **more}
    return PageView(article, **more)


def two(style=STYLE, **more):
    return beside(view("en", ENGLISH, **more), view("ug", UYGHUR, **more), style)


def rows(html):
    return re.findall(r"<tr>(.*?)</tr>", html, flags=re.DOTALL)


def test_what_says_the_same_stands_in_one_row():
    told = [[re.findall(r"user-state:(\d+)", row)] for row in rows(two().html)]
    numbers = [one for (one,) in told if one]
    assert numbers == [["2", "3"], ["4", "5"], ["6", "8", "7"], ["10", "9"], ["12", "11"]]


def test_titles_standfirsts_and_bylines_stand_side_by_side():
    head = rows(two().html)[:3]
    for row, words in zip(head, ("Title", "Lead", "day"), strict=True):
        assert f"{words} en" in row.replace("\u00a0", " ")
        assert f"{words} ug" in row.replace("\u00a0", " ")


def test_each_column_has_its_own_direction():
    row = next(row for row in rows(two().html) if "user-state:4" in row)
    own, other = row.split("</td>")[:2]
    assert 'dir="ltr"' in own
    assert 'dir="rtl"' in other
    assert 'class="own first' in own
    assert 'class="other last' in other


def test_the_text_stands_at_the_right_in_a_window_that_is_mirrored():
    row = next(row for row in rows(two(replace(STYLE, right_to_left=True)).html) if "user-state:4" in row)
    assert row.index("user-state:5") < row.index("user-state:4")


def test_where_there_is_no_room_the_translation_follows_each_part():
    html = two(UNDER).html
    assert re.findall(r"user-state:(\d+)", html) == ["2", "3", "4", "5", "6", "8", "7", "10", "9", "12", "11"]
    assert 'class="other under"' in html


def test_footnotes_of_both_lead_to_their_own():
    shown = two()
    assert len(re.findall(r'\sid="([^"]*)"', shown.html)) == len(set(re.findall(r'\sid="([^"]*)"', shown.html)))
    assert {"#b-fn-1", "#o-b-fn-1"} <= set(shown.notes)
    assert "ئىزاھات" in shown.notes["#o-b-fn-1"]
    assert 'href="#o-b-fn-1"' in shown.html


def test_contents_are_the_articles_own_and_a_picture_of_both_is_told_once():
    shown = two(lead=Figure("lead", 900, 600, caption="Far."))
    assert [one.title for one in shown.headings] == ["Snow"]
    assert [one.media for one in shown.figures] == ["lead", "pass"]
    assert shown.html.count("media/lead") == 2  # the picture and the link that enlarges it
    assert (shown.title, shown.beside) == ("Title en", "ug")


def test_other_languages_can_be_chosen_and_left():
    html = two().html
    assert 'href="packhorse:beside/zh"' in html
    assert 'href="packhorse:beside/ug"' not in html
    assert 'href="packhorse:beside/"' in html


def test_the_page_of_one_language_offers_both():
    assert 'href="packhorse:beside/"' in page(view("en", ENGLISH), STYLE).html
    assert "packhorse:beside" not in page(view("en", ENGLISH, translations=()), STYLE).html


def test_search_hits_are_marked_in_both():
    marks = (lambda text: [(0, 3)] if "One" in text else [], lambda text: [(0, 3)] if "بىر." in text else [])
    html = beside(view("en", ENGLISH), view("ug", UYGHUR), STYLE, marks).html
    assert html.count('class="mark"') == 2


def test_a_text_without_a_body_stands_beside_one_that_has_it():
    shown = beside(view("en", ""), view("ug", UYGHUR), STYLE).html
    assert "user-state:3" in shown
    assert f'id="{Page.TEXT}"' in shown
    assert beside(view("en", ""), view("ug", ""), STYLE).title == "Title en"


def test_every_kind_of_block_bears_its_number_once():
    kinds = ["# T", "text", "> quote", "```\ncode\n```", "- a\n- b", "| a | b |\n|---|---|\n| c | d |", "***"]
    kinds += [
        "<b>bare</b> words",
        "Term\n: said",
        "![alt](media:x)",
        "<div><p>one</p><p>two</p></div>",
        "n[^1]\n\n[^1]: x",
    ]
    told = body("\n\n".join(kinds), LinkContext("en"))
    numbers = re.findall(r"user-state:(\d+)", numbered(told.blocks))
    assert numbers == [str(2 * (place + 1)) for place in range(len(told.blocks))]
    assert len(told.blocks) == len(kinds) + 2  # a division of two, and the notes


def test_a_book_is_parted_into_tables_so_that_its_beginning_is_there_at_once():
    long = "\n\n".join(f"Paragraph {n}." for n in range(400))
    shown = beside(view("en", long), view("ru", long), STYLE).html
    assert len(re.findall(r"user-state:\d+", shown)) == 800
    assert max(table.count("<tr>") for table in shown.split("</table>")) <= 150


LISTED = "Take:\n\n{one}\n\nThat is all."


def listed(left, right):
    """Rows of two pages with a list between two paragraphs: the numbers of their lines, and their items."""
    pair = view("en", LISTED.format(one=left)), view("ug", LISTED.format(one=right))
    html = beside(*pair, STYLE).html
    told = [row for row in rows(html) if "user-state" in row]
    return [(re.findall(r"user-state:(\d+)", row), row.count("<li")) for row in told]


def test_lists_of_as_many_items_stand_item_by_item():
    assert listed("- a stick\n- a tin\n- tea", "- دىسكا\n- قۇتا\n- چاي") == [
        (["2", "3"], 0),
        (["4", "5"], 2),
        (["4", "5"], 2),
        (["4", "5"], 2),
        (["6", "7"], 0),
    ]


def test_lists_of_other_lengths_stand_as_blocks():
    assert listed("- a stick\n- a tin\n- tea", "- دىسكا\n- چاي")[1] == (["4", "5"], 5)


def test_a_list_within_an_item_stays_with_it():
    told = listed("1. a stick\n    - small\n    - cheap\n2. tea", "1. دىسكا\n    - كىچىك\n2. چاي")
    assert told[1:3] == [(["4", "5"], 5), (["4", "5"], 2)]


def test_items_of_a_numbered_list_count_on():
    assert re.findall(r'<ol start="(\d)">', "".join(items('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'))) == [
        "3",
        "4",
    ]
    assert items("<ul>\n<li>a</li>\n</ul>") == ("<ul><li>a</li></ul>",)
    assert items("<p>a</p>") == ()
