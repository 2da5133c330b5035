from __future__ import annotations

import pytest

from reader.search.query import cursor
from reader.search.query.cursor import Typed


def typed(text: str) -> tuple[str, str]:
    """What is typed at the bar in the text: field and value."""
    found = cursor.at(text.replace("|", ""), text.index("|"))
    return found.field, found.text


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("|", "", ""),
        ("mu|", "", "mu"),
        ("mu|le", "", "mu"),
        ("mule |", "", ""),
        ("mule| horse", "", "mule"),
        ("| mule", "", ""),
        ("tag:|", "tag", ""),
        ("tag:win|", "tag", "win"),
        ("tag:|win", "tag", ""),
        ("tag: |win", "tag", ""),
        ("ta|g:win", "", "ta"),
        ("-tag:win|", "tag", "win"),
        ("-mu|", "", "mu"),
        ('tag:"winter ro|', "tag", "winter ro"),
        ('tag:"winter |road" x', "tag", "winter "),
        ('tag:"winter road"|', "", ""),
        ('"pack ho|', "", "pack ho"),
        ("(tag:win|", "tag", "win"),
        ("(tag:win|)", "tag", "win"),
        ("(tag:win)|", "", ""),
        ("(|", "", ""),
        ("a OR author:ma|", "author", "ma"),
        ("auteur:ma|", "author", "ma"),
        ("作者：陈|", "author", "陈"),
        ("ئاپتور:چې|ن", "author", "چې"),
        ("عنوان:كت|", "title", "كت"),
        ("\u200fعنوان:\u200fكت|", "title", "كت"),
        ("colour:re|", "", "colour:re"),
        ("is:un|", "is", "un"),
    ],
)
def test_what_is_typed_at_the_cursor(text: str, field: str, value: str) -> None:
    assert typed(text) == (field, value)


@pytest.mark.parametrize("at", [-5, 0, 4, 99])
def test_a_cursor_outside_of_the_text_is_at_its_end(at: int) -> None:
    assert 0 <= cursor.at("mule", at).start <= 4


@pytest.mark.parametrize(
    ("before", "value", "field", "after"),
    [
        ("mu|", "mule", "", "mule |"),
        ("mu| horse", "mule", "", "mule |horse"),
        ("a mu|l b", "mule", "", "a mule |b"),
        ("tag:win|", "winter road", "", 'tag:"winter road" |'),
        ('tag:"win|', "winter road", "", 'tag:"winter road" |'),
        ('tag:"win|ter" x', "winter road", "", 'tag:"winter road" |x'),
        ("-tag:win|", "winter", "", "-tag:winter |"),
        ("(tag:win|)", "winter", "", "(tag:winter|)"),
        ("(tag:win|", "winter", "", "(tag:winter |"),
        ("au|", "", "author", "author:|"),
        ("-au|", "", "author", "-author:|"),
        ("mar|", "mara-quill", "author", "author:mara-quill |"),
        ("x -tag:mar|", "Mara Quill", "author", 'x -author:"Mara Quill" |'),
        ("عن|", "", "عنوان", "عنوان:|"),
        ("عنوان:كت|", "كتاب جديد", "", 'عنوان:"كتاب جديد" |'),
        ("作者：|", "陈 亮", "", '作者："陈 亮" |'),
        ('"a b"|', "mule", "", '"a b" mule |'),
        ("|", "mule", "", "mule |"),
    ],
)
def test_a_value_takes_the_place_of_what_is_typed(before: str, value: str, field: str, after: str) -> None:
    text, at = before.replace("|", ""), before.index("|")
    put, end = cursor.replace(text, cursor.at(text, at), value, field)
    assert put[:end] + "|" + put[end:] == after


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("mule", "mule"),
        ("mara-quill", "mara-quill"),
        ("on foot", '"on foot"'),
        ("OR", '"OR"'),
        ("-mule", '"-mule"'),
        ("what*", '"what*"'),
        ("a:b", '"a:b"'),
        ("(a)", '"(a)"'),
        ('say "yes"', '"say yes"'),
        ("«a»", "a"),
        ("", ""),
        ("书", "书"),
    ],
)
def test_a_value_is_quoted_where_it_has_to_be(value: str, quoted: str) -> None:
    assert cursor.quoted(value) == quoted


def test_offsets_are_of_the_text_with_its_invisible_characters() -> None:
    text = "\u202e\u200f-tag:\u200fwin"
    assert cursor.at(text, len(text)) == Typed("tag", "win", 3, 8, 11)
