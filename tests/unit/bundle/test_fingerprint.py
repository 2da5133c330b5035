import itertools

import pytest

from reader.bundle.fingerprint import ALPHABET, fingerprint, normalize
from reader.errors import QueryError

PRINTED = fingerprint(b"root")


def test_has_five_groups_of_four():
    groups = PRINTED.split("-")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        PRINTED,
        PRINTED.lower(),
        PRINTED.replace("-", ""),
        PRINTED.replace("-", " "),
        f"  {PRINTED}\n",
        PRINTED.replace("-", "\u2013"),
        PRINTED.replace("0", "o").replace("1", "l"),
        PRINTED.replace("0", "O").replace("1", "I"),
        "".join(chr(ord(letter) + 0xFEE0) for letter in PRINTED),
    ],
)
def test_is_read_as_people_type_it(typed):
    assert normalize(typed) == PRINTED


def test_misread_letters_stand_for_digits():
    with_digits = next(
        text for text in map(fingerprint, map(str.encode, map(str, range(500)))) if {"0", "1"} <= set(text)
    )
    assert normalize(with_digits.replace("0", "o").replace("1", "l")) == with_digits


def test_every_single_wrong_letter_is_noticed():
    letters = PRINTED.replace("-", "")
    for at, letter in itertools.product(range(20), ALPHABET):
        if letters[at] != letter:
            with pytest.raises(QueryError) as caught:
                normalize(letters[:at] + letter + letters[at + 1 :])
            assert caught.value.code == "fingerprint-mistyped"


def test_every_swap_of_two_letters_is_noticed():
    letters = PRINTED.replace("-", "")
    for left, right in itertools.combinations(range(20), 2):
        swapped = list(letters)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        if swapped != list(letters):
            with pytest.raises(QueryError):
                normalize("".join(swapped))


@pytest.mark.parametrize("typed", ["", "----", PRINTED[:-1], PRINTED + "0", PRINTED[:-1] + "U", "é" * 20, "7" * 5000])
def test_anything_else_is_mistyped(typed):
    with pytest.raises(QueryError, match="fingerprint-mistyped"):
        normalize(typed)
