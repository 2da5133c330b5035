from __future__ import annotations

from datetime import date

import pytest

from reader.search.query.parser import parse
from reader.search.query.syntax import (
    And,
    Collected,
    Days,
    Exact,
    Fuzzy,
    Has,
    Language,
    Marked,
    Name,
    Not,
    Or,
    Parsed,
    Phrase,
    Prefix,
    Words,
)


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
        ('tag:"human rights"', Name("human rights", "tag", Phrase("human rights", "tag"))),
        ("title:(pack horse)", And((Words("pack", "title"), Words("horse", "title")))),
        ("-author:chen", Not(Name("chen", "author", Words("chen", "author")))),
        ("lang:zh_Hans", Language("zh-hans")),
        ("librar*", Prefix("librar")),
        ("series:libr*", Prefix("libr", "series")),
        ("书*", Prefix("书")),
        ('"nations"', Exact("nations")),
        ('title:"Nations"', Exact("Nations", "title")),
        ('"well-known"', Phrase("well-known")),
        ('"书"', Phrase("书")),
        ('-"nations', Not(Exact("nations"))),
        ("horse~", Fuzzy("horse", "", 1)),
        ("horses~", Fuzzy("horses", "", 2)),
        ("horses~1", Fuzzy("horses", "", 1)),
        ("horse~9", Fuzzy("horse", "", 2)),
        ("horse~0", Exact("horse")),
        ("author:chen~", Fuzzy("chen", "author", 1)),
        ("библиотека～", Fuzzy("библиотека", "", 2)),
        ("author:mara-quill", Name("mara-quill", "author", Words("mara-quill", "author"))),
        ('tag:"winter"', Name("winter", "tag", Exact("winter", "tag"))),
        ("tag: winter", Name("winter", "tag", Words("winter", "tag"))),
        ("topic:(a OR b)", Or((Name("a", "topic", Words("a", "topic")), Name("b", "topic", Words("b", "topic"))))),
        ("region:nor*", Prefix("nor", "region")),
        ("is:unread", Not(Marked("read"))),
        ("-is:unread", Not(Not(Marked("read")))),
        ("is:(starred OR opened)", Or((Marked("starred"), Marked("opened")))),
        ("has:note", Marked("note")),
        ('in:"Winter roads"', Collected("Winter roads")),
        ("collection:3", Collected("3")),
        ("HAS:Picture", Has("picture")),
        ("lang:(en OR fr)", Or((Language("en"), Language("fr")))),
        ("lang:english", Language("en")),
        ("mule ИЛИ horse", Or((Words("mule"), Words("horse")))),
        ("骡 或 马", Or((Words("骡"), Words("马")))),
        ("horse SAUF mule", And((Words("horse"), Not(Words("mule"))))),
        ("mule или horse", And((Words("mule"), Words("или"), Words("horse")))),
        ("标题：", None),
        ("title:", None),
        ("mule tag:", Words("mule")),
        ("tag: -mule", Not(Words("mule"))),
        ("tag: title:mule", Words("mule", "title")),
        ("colour:", Words("colour:")),
        ("Note: the mule", And((Words("Note:"), Words("the"), Words("mule")))),
        ("mule is:un", Words("mule")),
        ("mule on:20", Words("mule")),
        ("on:", None),
        ("mule lang:z", Words("mule")),
        ("mule NOT", Words("mule")),
        ("mule OR NOT", Words("mule")),
        ("NOT OR mule", Words("mule")),
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
        ("of~", Words("of"), "query-fuzzy"),
        ("书书~2", Words("书书"), "query-fuzzy"),
        ("well-known~", Words("well-known"), "query-fuzzy"),
        ("hor*~", Words("hor"), "query-wildcard"),
        ("is:happy", Words("is:happy"), "query-mark-unknown"),
        ('has:"a sequel"', Phrase("has:a sequel"), "query-mark-unknown"),
        ("lang:日本", Words("日本"), "query-language-unknown"),
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
        ("on:2018..2020", day(2018, 1, 1), day(2020, 12, 31)),
        ("date:2018-03…2019-06", day(2018, 3, 1), day(2019, 6, 30)),
        ("on:2018–2020", day(2018, 1, 1), day(2020, 12, 31)),
        ("on:2018-2020", day(2018, 1, 1), day(2020, 12, 31)),
        ("on:2020..2018", day(2018, 1, 1), day(2020, 12, 31)),
        ("on:2018..", day(2018, 1, 1), date.max.toordinal()),
        ("on:2018..20", day(2018, 1, 1), date.max.toordinal()),
        ("on:..2018", 1, day(2018, 12, 31)),
        ("on:2018-", day(2018, 1, 1), day(2018, 12, 31)),
        ("on:۲۰۱۸..۲۰۲۰", day(2018, 1, 1), day(2020, 12, 31)),
        ("on:2019年6月3日", day(2019, 6, 3), day(2019, 6, 3)),
        ("on:3.6.2019", day(2019, 6, 3), day(2019, 6, 3)),
        ("before:2018..2020", 1, day(2017, 12, 31)),
        ("after:2018..2020", day(2021, 1, 1), date.max.toordinal()),
        ("on:9999-12", day(9999, 12, 1), date.max.toordinal()),
    ],
)
def test_dates_mean_days(text: str, first: int, last: int) -> None:
    assert parse(text).tree == Days(first, last)


def test_a_name_is_kept_whole_where_its_words_are_cut() -> None:
    title = "one two three four five six seven eight nine ten"
    words = Phrase("one two three four five six seven eight", "series")
    assert parse(f'series:"{title}"') == Parsed(Name(title, "series", words))


def test_before_on_and_after_divide_all_days() -> None:
    before, on, after = (parse(f"{word}:2019-06").tree for word in ("before", "on", "after"))
    assert isinstance(before, Days)
    assert isinstance(on, Days)
    assert isinstance(after, Days)
    assert (before.last + 1, on.last + 1) == (on.first, after.first)
