"""Ids, titles and days."""

from __future__ import annotations

import pytest

from reader.publish.dates import day_in_name, read_day
from reader.publish.identity import is_id, to_id, to_title


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("snow", "snow"),
        ("Open Source", "open-source"),
        ("a/b c!", "a-b-c"),
        ("samizdat.ru", "samizdat.ru"),
        ("_x_", "x"),
    ],
)
def test_ids_of_plain_letters(text, identity):
    assert to_id(text) == identity


def test_other_letters_get_a_digest_and_stay_apart():
    names = ["José", "Jose", "Жанна", "Жан", "雪", "!!!", "x" * 200, "x" * 201]
    ids = [to_id(name) for name in names]
    assert len(set(ids)) == len(names)
    assert all(map(is_id, ids))
    assert to_id("José").startswith("jose-")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("open-source", "Open Source"),
        ("us", "US"),
        ("Jane Doe", "Jane Doe"),
        ("18F", "18F"),
        ("雪", "雪"),
        ("kate", "Kate"),
    ],
)
def test_titles_of_things_that_nobody_described(name, title):
    assert to_title(name) == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-06-03", "2019-06-03"),
        ("2010-10-22 11:33:15 -0400", "2010-10-22"),
        ("2014-05-11T13:02:00-04:00", "2014-05-11"),
        ("2019/6/3", "2019-06-03"),
        ("20190603", "2019-06-03"),
        ("3.6.2019", "2019-06-03"),
        ("June 3, 2019", "2019-06-03"),
        ("3rd Jun 2019", "2019-06-03"),
        ("Mon, 03 Jun 2019 10:00:00 GMT", "2019-06-03"),
        ("2014-11-31", None),
        ("05/07/2014", None),
        ("soon", None),
        ("2019", None),
        ("", None),
    ],
)
def test_days(text, day):
    assert read_day(text) == day


def test_days_in_names():
    assert day_in_name("2014-11-05-snow") == "2014-11-05"
    assert day_in_name("2014-13-05-snow") == ""
    assert day_in_name("snow") == ""
