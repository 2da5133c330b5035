from __future__ import annotations

import pytest

from reader.search.text.han import spellings


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("图书馆", "圖書館"),
        ("中华人民共和国", "中華人民共和國"),
        ("马驮着书", "馬馱着書"),
        ("计划经济", "計劃經濟"),
        ("台湾", "台灣"),
        ("维吾尔", "維吾爾"),
        ("网络审查", "網絡審查"),
    ],
)
def test_each_leads_to_the_other(simplified: str, traditional: str) -> None:
    assert spellings(simplified) == (simplified, traditional)
    assert spellings(traditional) == (traditional, simplified)


@pytest.mark.parametrize(("traditional", "simplified"), [("頭髮", "头发"), ("日曆", "日历"), ("臺灣", "台湾")])
def test_several_traditional_characters_may_lead_to_one(traditional: str, simplified: str) -> None:
    assert spellings(traditional)[1] == simplified


@pytest.mark.parametrize("text", ["", "mule", "山上", "ひらがな", "한글", "太上"])
def test_what_is_the_same_in_both_is_one(text: str) -> None:
    assert spellings(text) == (text,)
