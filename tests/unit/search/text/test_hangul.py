from __future__ import annotations

import pytest

from reader.search.text.hangul import further, is_syllable, parted


@pytest.mark.parametrize(
    ("begun", "whole"),
    [("도", "독"), ("고", "과"), ("고", "관"), ("구", "권"), ("그", "긔"), ("달", "닭"), ("갑", "값"), ("책", "책")],
)
def test_a_syllable_becomes_others(begun: str, whole: str) -> None:
    assert whole in further(begun)
    assert begun in further(begun)


@pytest.mark.parametrize(("begun", "other"), [("도", "두"), ("독", "돈"), ("가", "개"), ("닭", "달")])
def test_but_not_any(begun: str, other: str) -> None:
    assert other not in further(begun)


@pytest.mark.parametrize(
    ("begun", "stays", "following"),
    [("돗", "도", "서"), ("닭", "달", "기"), ("값", "갑", "시"), ("앉", "안", "자"), ("있", "이", "써")],
)
def test_a_final_consonant_may_begin_the_next(begun: str, stays: str, following: str) -> None:
    found = parted(begun)
    assert found is not None
    assert found[0] == stays
    assert following in found[1]


def test_what_is_a_syllable() -> None:
    assert is_syllable("책")
    assert not any(map(is_syllable, ("ㅊ", "", "책상", "書", "a", "か")))
    assert parted("도") is None
