from __future__ import annotations

import pytest

from reader.search.text.compounds import joined, pieces, thousands


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("l'école", ["l'école"]),
        ("agency’s,", ["agency's"]),
        ("c'est-à-dire", ["c'est", "à", "dire"]),
        ("pack-horse", ["pack", "horse"]),
        ("rock'n'roll", ["rock'n'roll"]),
        ("dogs' ears", ["dogs", "ears"]),
        ("book", ["book"]),
    ],
)
def test_a_compound_is_cut_but_at_apostrophes(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("e-mail", "email"),
        ("E‑Mail:", "EMail"),
        ("1,000", "1000"),
        ("1.000.000", "1000000"),
        ("١٬٠٠٠", "1000"),
        ("1,00", ""),
        ("3.5", ""),
        ("and/or", ""),
        ("l'eau-de-vie", ""),
    ],
)
def test_what_is_written_apart_or_as_one_word(text: str, word: str) -> None:
    assert joined(text) == word


@pytest.mark.parametrize(
    ("word", "cut"),
    [("1000", ("1", "000")), ("250000", ("250", "000")), ("1234567", ("1", "234", "567")), ("999", ()), ("book", ())],
)
def test_numbers_have_thousands(word: str, cut: tuple[str, ...]) -> None:
    assert thousands(word) == cut
