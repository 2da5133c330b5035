from __future__ import annotations

from datetime import date

import pytest

from reader.search.query.parser import parse
from reader.search.query.syntax import And, Days, Language, Not, Or, Phrase, Prefix, Words


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("horse", Words("horse")),
        ("pack horse", And((Words("pack"), Words("horse")))),
        ("pack AND horse", And((Words("pack"), Words("horse")))),
        ('"pack horse"', Phrase("pack horse")),
        ("“pack horse”", Phrase("pack horse")),
        ("「図書館の歴史」", Phrase("図書館の歴史")),
        ('"pack hor', Phrase("pack hor")),
        ("mule OR horse", Or((Words("mule"), Words("horse")))),
        ("a mule OR horse b", And((Words("a"), Or((Words("mule"), Words("horse"))), Words("b")))),
        ("mule OR OR horse", Or((Words("mule"), Words("horse")))),
        ("OR mule OR", Words("mule")),
        ("horse -mule", And((Words("horse"), Not(Words("mule"))))),
        ("horse NOT mule", And((Words("horse"), Not(Words("mule"))))),
        ('-"pack mule"', Not(Phrase("pack mule"))),
        ("well-known", Words("well-known")),
        ("horse - mule", And((Words("horse"), Words("mule")))),
        ("(mule OR horse) book", And((Or((Words("mule"), Words("horse"))), Words("book")))),
        ("-(mule horse)", Not(And((Words("mule"), Words("horse"))))),
        ("title:horse", Words("horse", "title")),
        ("TITLE:horse", Words("horse", "title")),
        ('tag:"human rights"', Phrase("human rights", "tag")),
        ("title:(pack horse)", And((Words("pack", "title"), Words("horse", "title")))),
        ("-author:chen", Not(Words("chen", "author"))),
        ("lang:zh_Hans", Language("zh-hans")),
        ("librar*", Prefix("librar")),
        ("series:libr*", Prefix("libr", "series")),
        ("书*", Prefix("书")),
        ("标题：", Words("标题:")),
        ("http://example.org", Words("http://example.org")),
        ("12:30", Words("12:30")),
        ("mule)", Words("mule")),
        ("(mule", Words("mule")),
        ("mule) horse", And((Words("mule"), Words("horse")))),
    ],
)
def test_what_is_understood_has_no_hint(text: str, tree: object) -> None:
    parsed = parse(text)
    assert (parsed.tree, parsed.hint) == (tree, "")


@pytest.mark.parametrize(
    ("text", "tree", "hint"),
    [
        ("", None, ""),
        ("   ", None, ""),
        ("?!", None, "query-nothing"),
        ("((()))", None, "query-nothing"),
        ("*", None, "query-wildcard"),
        ("*a*", Words("a"), "query-wildcard"),
        ("l*", Words("l"), "query-wildcard"),
        ("a*b", Words("a b"), "query-wildcard"),
        ("horse~", Words("horse"), "query-fuzzy"),
        ("horse~9", Words("horse"), "query-fuzzy"),
        ("is:unread", Words("is:unread"), "query-field-unknown"),
        ("colour:red", Words("colour:red"), "query-field-unknown"),
        ("before:someday", Words("someday"), "query-date-unreadable"),
        ("on:2019-13", Words("2019-13"), "query-date-unreadable"),
        ("x " * 300, None, "query-too-long"),
        (" ".join(f"w{number}" for number in range(60)), None, "query-too-many-words"),
        ("(" * 20 + "a" + ")" * 20, Words("a"), "query-too-deep"),
        ('"' + "word " * 9 + '"', Phrase("word word word word word word word word"), "query-phrase-too-long"),
    ],
)
def test_what_is_not_understood_is_words_and_a_hint(text: str, tree: object, hint: str) -> None:
    parsed = parse(text)
    assert parsed.hint == hint
    if tree is not None:
        assert parsed.tree == tree


def day(*parts: int) -> int:
    return date(*parts).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on:2019", day(2019, 1, 1), day(2019, 12, 31)),
        ("on:2020-02", day(2020, 2, 1), day(2020, 2, 29)),
        ("on:2019/6/3", day(2019, 6, 3), day(2019, 6, 3)),
        ("on:٢٠١٩", day(2019, 1, 1), day(2019, 12, 31)),
        ("before:2019", 1, day(2018, 12, 31)),
        ("after:2019-06", day(2019, 7, 1), date.max.toordinal()),
        ("on:9999-12", day(9999, 12, 1), date.max.toordinal()),
    ],
)
def test_dates_mean_days(text: str, first: int, last: int) -> None:
    assert parse(text).tree == Days(first, last)


def test_before_on_and_after_divide_all_days() -> None:
    before, on, after = (parse(f"{word}:2019-06").tree for word in ("before", "on", "after"))
    assert isinstance(before, Days)
    assert isinstance(on, Days)
    assert isinstance(after, Days)
    assert (before.last + 1, on.last + 1) == (on.first, after.first)
