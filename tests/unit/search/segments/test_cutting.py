"""Texts cut as arrays are cut where the patterns of the analysis cut them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.segments.cutting import cut
from reader.search.text.analysis import terms_of_run
from reader.search.text.script import FIELD_ENDS, VALUE_ENDS, is_plain_run, is_run, word_pattern

#: Letters, marks, invisible characters and combinations of them: what decides where a word ends.
PARTS = st.sampled_from(
    [
        "a", "Z", "9", "_", "-", "'", " ", "\n", "é", "e\u0301", "\u0301", "ß", "ﬁ", "Ω", "ж", "ı", "\u02bc",
        "漢", "字", "か", "が", "ｶ", "\uff9e", "한", "\u1100", "\u1161", "\uf900", "\U00020001", "ไ", "ท", "\u0e31", "\u0e33",
        "ا", "\u0640", "\u064b", "\u00ad", "\u200c", "\u200d", "\u034f", "\u180b", "\ufe0f", "\U000e0100", "\u20dd",
        "क", "\u093f", "\u0f71", "\x00", "\x03", "\ud800", "。", "—", "\u3099",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PARTS, max_size=40).map("".join), st.text(st.characters(), max_size=40)).map(
    lambda text: text.replace(VALUE_ENDS, "").replace(FIELD_ENDS, "")
)


def pieces(text: str) -> list[tuple[str, bool]]:
    """What is cut out, and whether it is a run that is whole still."""
    found = cut(text)
    odd = set(found.odd.tolist())
    strings = [bytes(found.data[at : at + size]).decode() for at, size in zip(found.starts, found.sizes, strict=True)]
    return [(string, number in odd) for number, string in enumerate(strings)]


def expected(text: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for match in word_pattern().finditer(text):
        piece = lowered(match.group())
        if is_plain_run(piece):
            found += [(term, False) for term in terms_of_run(piece)]
        else:
            found.append((piece, is_run(piece)))
    return found


def lowered(text: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


@given(TEXTS)
@example("Straße ÅNGSTRÖM abc")
@example("漢字abc\u0e31漢")
@example("a\u034f\u00ad\u034fb漢\u200d字 \u200db")
@example(" \u0301\u0e31\u0301ก")
def test_words_and_runs_are_those_of_the_pattern(text: str) -> None:
    assert pieces(text) == expected(text)


def test_every_character_by_itself_and_in_company() -> None:
    blocks = (
        (0x04, 0x3400),
        (0xA000, 0xAC10),
        (0xD7A0, 0xD800),
        (0xF900, 0x10100),
        (0x11000, 0x11100),
        (0x1F100, 0x1F200),
    )
    for first, last in blocks:
        letters = [chr(code) for code in range(first, last)]
        text = " ".join(f"{letter} a{letter}a 漢{letter}漢" for letter in letters)
        assert pieces(text) == expected(text)


def test_signs_are_pieces_of_their_own() -> None:
    text = f"Ένα {VALUE_ENDS} {VALUE_ENDS} two{VALUE_ENDS} {FIELD_ENDS} "
    assert [piece for piece, _odd in pieces(text)] == ["Ένα", VALUE_ENDS, VALUE_ENDS, "two", VALUE_ENDS, FIELD_ENDS]
