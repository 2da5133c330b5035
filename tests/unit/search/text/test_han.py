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
    assert spellings(simplified)[0] == simplified
    assert traditional in spellings(simplified)
    assert spellings(traditional)[0] == traditional
    assert simplified in spellings(traditional)


#: A simplified word, and words of traditional texts that it may be, with what each of these is in simplified texts.
SEVERAL = [
    ("头发", ("頭髮",)),
    ("发展", ("發展",)),
    ("后来", ("後來",)),
    ("皇后", ("皇后",)),
    ("公里", ("公里",)),
    ("这里", ("這裡", "這裏")),
    ("饼干", ("餅乾",)),
    ("干部", ("幹部",)),
    ("干涉", ("干涉",)),
    ("面条", ("麵條", "麪條")),
    ("面对", ("面對",)),
    ("时钟", ("時鐘",)),
    ("钟情", ("鍾情",)),
    ("台湾", ("臺灣", "台灣")),
    ("台风", ("颱風",)),
    ("柜台", ("櫃檯", "櫃臺")),
    ("复杂", ("複雜",)),
    ("恢复", ("恢復",)),
    ("反复", ("反覆",)),
    ("关系", ("關係", "關繫")),
    ("联系", ("聯繫",)),
    ("日历", ("日曆",)),
    ("历史", ("歷史",)),
    ("词汇", ("詞彙",)),
    ("一只", ("一隻", "一只")),
    ("制造", ("製造",)),
    ("制度", ("制度",)),
    ("看着", ("看著", "看着")),
    ("长征", ("長征",)),
    ("象征", ("象徵",)),
    ("群众", ("群眾", "羣衆")),
    ("心脏", ("心臟",)),
]


@pytest.mark.parametrize(("simplified", "every"), SEVERAL)
def test_a_character_with_several_finds_each_and_is_found_by_each(simplified: str, every: tuple[str, ...]) -> None:
    for traditional in every:
        assert traditional in spellings(simplified)
        assert simplified in spellings(traditional)


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("餅乾", "餅幹"),
        ("幹部", "乾部"),
        ("頭髮", "頭發"),
        ("皇后", "皇發"),
        ("時鐘", "時鍾"),
        ("颱風", "臺風"),
        ("日曆", "日歷"),
    ],
)
def test_one_traditional_character_is_not_another(typed: str, never: str) -> None:
    assert never not in spellings(typed)


@pytest.mark.parametrize("text", ["著名", "乾隆", "想像", "覆盖"])
def test_what_is_written_alike_in_both_stays(text: str) -> None:
    assert spellings(text)[0] == text
    assert all(len(one) == len(text) for one in spellings(text))


def test_a_long_text_of_such_characters_has_a_bounded_number_of_spellings() -> None:
    assert len(spellings("复发后里面干系" * 70)) <= 65
    assert spellings("发" * 500)[1] == "發" * 500


@pytest.mark.parametrize(("traditional", "simplified"), [("頭髮", "头发"), ("日曆", "日历"), ("臺灣", "台湾")])
def test_several_traditional_characters_may_lead_to_one(traditional: str, simplified: str) -> None:
    assert spellings(traditional)[1] == simplified


@pytest.mark.parametrize("text", ["", "mule", "山上", "ひらがな", "한글", "太上"])
def test_what_is_the_same_in_both_is_one(text: str) -> None:
    assert spellings(text) == (text,)
