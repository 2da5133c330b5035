"""Dates by language."""

from __future__ import annotations

import pytest

from reader.render import date_text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "3 June 2019"),
        ("en-GB", "3 June 2019"),
        ("zh", "2019年6月3日"),
        ("zh-Hant", "2019年6月3日"),
        ("ja", "2019年6月3日"),
        ("ru", "3 июня 2019 г."),
        ("kk", "2019 ж. 3 маусым"),
        ("ug", "2019-يىلى 3-ئىيۇن"),
        ("ar", "3 يونيو 2019"),
        ("fr", "3 juin 2019"),
        ("es", "3 de junio de 2019"),
        ("de", "3. Juni 2019"),
        ("fi", "2019-06-03"),
    ],
)
def test_a_day_in_words(language, words):
    assert date_text("2019-06-03", language) == words


def test_the_first_of_a_month_in_french():
    assert date_text("2019-05-01", "fr") == "1er mai 2019"


@pytest.mark.parametrize("date", ["", "2019", "2019-06", "2019-13-01", "2019-00-01", "soon", "2019-06-03T10:00"])
def test_what_is_no_day_is_left_alone(date):
    assert date_text(date, "en") == date
