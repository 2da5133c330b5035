"""Finding, through the index's one face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.listing import Sort
from reader.model.search import Hits, Query
from reader.search import Index, matches
from reader.search.answers.evaluate import Evaluation
from tests.support.search import article, many_languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.model.search import SearchDocument


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "index", "library") as opened:
        yield opened


def found(index: Index, text: str, **more: object) -> list[int]:
    return [hit.key for hit in index.search(Query(text, **more)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("mules", 1),
        ("FROZEN creek", 1),
        ("图书管理员", 2),
        ("骡", 2),
        ("溪", 2),
        ("校", 2),
        ("骡子 学校", 2),
        ("图书管理员骑着骡子", 2),
        ('"结冰的小溪"', 2),
        ("図書館", 3),
        ("図書館の本", 3),
        ("コンピュータ", 3),
        ("ｺﾝﾋﾟｭｰﾀ", 3),
        ("凍", 3),
        ("библиотекарь", 4),
        ("еще", 4),
        ("МОЙ", 4),
        ("кітапханашы", 5),
        ("ӨЙТКЕНІ", 5),
        ("ئۇيغۇر", 6),
        ("كۈتۈپخانىچى", 6),
        ("المرأة", 7),
        ("احمد", 7),
        ("حملت", 7),
        ("ห้องสมุด", 8),
        ("도서관", 9),
        ("책", 9),
        ("དཔེ་ཆ", 10),
        ("རྟ", 10),
    ],
)
def test_each_script_is_found(index: Index, text: str, key: int) -> None:
    index.write(many_languages(), [])
    assert found(index, text) == [key]


@pytest.mark.parametrize("text", ['"мои"', "يۇيغۇر", '"小溪结冰"', "山学", "kitap", "ห้องน้ำ", '"creek frozen"'])
def test_what_is_not_there_is_not_found(index: Index, text: str) -> None:
    index.write(many_languages(), [])
    assert index.search(Query(text)).total == 0


@pytest.mark.parametrize("text", ["5月", "第3章", "图书馆在"])
def test_a_phrase_may_end_inside_a_run(index: Index, text: str) -> None:
    index.write([article(1, body="5月份 第3章节 图书馆在山上")], [])
    assert found(index, text) == [1]


def library(index: Index) -> None:
    index.write(
        [
            article(
                1,
                "Pack horse",
                "Books on a mule.",
                tags=("couriers", "human rights"),
                authors=("Maria Chen",),
                date="2019-06-03",
            ),
            article(2, "The mule", "A pack of horses and one book.", sections=("World", "世界"), date="2020-01-31"),
            article(3, "Bread", "Nothing about animals.", language="fr", regions=("Xinjiang",), topics=("Food",)),
            article(4, "Mule mule", "mule", language="zh-Hant", series=("Roads",), date="2018"),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("mule", {1, 2, 4}),
        ("mule book", {1, 2}),
        ('mule "book"', {2}),
        ("mules books", {1, 2}),
        ("mule book*", {1, 2}),
        ('"pack horse"', {1}),
        ("mule -pack", {4}),
        ("-mule", {3}),
        ("bread OR pack", {1, 2, 3}),
        ("(bread OR pack) -horses", {3}),
        ('(bread OR pack) -"horses"', {1, 3}),
        ("title:mule", {2, 4}),
        ("author:chen", {1}),
        ("chen", {1}),
        ("author:(maria mule)", set()),
        ("tag:human-rights", {1}),
        ('tag:"couriers human"', set()),
        ("section:世界", {2}),
        ("section:world", {2}),
        ("region:xinjiang", {3}),
        ("topic:food", {3}),
        ("series:roads", {4}),
        ("lang:zh", {4}),
        ("lang:zh-Hant", {4}),
        ("lang:en", {1, 2}),
        ("before:2020", {1}),
        ("on:2020-01", {2}),
        ("after:2019", {2}),
        ("mule after:2019-06-03", {2}),
        ("-after:2000", {3, 4}),
    ],
)
def test_the_language_a_reader_types(index: Index, text: str, keys: set[int]) -> None:
    library(index)
    hits = index.search(Query(text, limit=10))
    assert {hit.key for hit in hits.hits} == keys
    assert hits.total == len(keys)


def test_more_and_better_finds_come_first(index: Index) -> None:
    library(index)
    assert found(index, "mule") == [4, 2, 1]


def uyghur_and_kazakh() -> list[SearchDocument]:
    return [
        article(1, "كۈتۈپخانا", "ئۇ كىتابلارنى يېزىغا ئېلىپ باردى. يولدا قار بار.", "ug-CN"),
        article(2, "Kutupxana", "U kitabni yézigha élip bardi.", "ug-Latn"),
        article(3, "Кітапхана", "Ол кітаптарын ауылдарға апарды, қыста жолдар жабық.", "kk"),
        article(4, "A library", "The bar was closed, and there was snow.", "en"),
        article(5, "مكتبة", "حمل الكتاب إلى القرية.", "ar"),
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("kitab", {1, 2}),
        ("kitablirim", {1, 2}),
        ("كىتاب", {1, 2}),
        ("كىتابنىڭ", {1, 2}),
        ("yezigha", {1, 2}),
        ("yéza", {1, 2}),  # its last vowel is another before an ending
        ("кітап", {3}),
        ("ауылы", {3}),
        ("жолында", {3}),
        ("жолға", {3}),
        ("bar", {4}),  # an English word stays one, though it could be Uyghur
        ("كتاب", {5}),
    ],
)
def test_uyghur_is_found_in_both_scripts_and_endings_do_not_matter(index: Index, text: str, keys: set[int]) -> None:
    index.write(uyghur_and_kazakh(), [])
    assert set(found(index, text, fold=False)) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('"yolda qar bar"', {1}),
        ('"Yézigha élip"', {1, 2}),
        ('"yezigha elip"', {1, 2}),
        ('"كىتابلارنى يېزىغا ئېلىپ باردى"', {1}),
        ('"ئېلىپ باردى"', {1, 2}),
        ('"يېزىغا ئېلىپ"', {1, 2}),
        ('"qar yolda"', set()),
        ('title:"kutupxana"', {2}),  # one word in quotation marks is as it is written
        ("yézigha-élip", {1, 2}),
        ("yezi*", {1, 2}),
        ("يېزى*", {1, 2}),
        ("kitabl*", {1}),
        ("ba*", {1, 2, 4}),  # Latin words of English begin so, and one of Uyghur
        ("bara*", set()),
        ("كىتابن*", {2}),
        ("sno*", {4}),
        ("kitablarini~", {1}),
        ("كىتابنىى~1", {2}),
        ("kitapni~", {2}),
        ("yëzigha~1", {1, 2}),
        ("كىتابنى~1", {2}),
        ("snou~", {4}),
        ('"the bar"', {4}),
        ('-"yézigha élip"', {3, 4, 5}),
    ],
)
def test_phrases_beginnings_and_words_spelt_almost_so_cross_the_scripts_of_uyghur(
    index: Index, text: str, keys: set[int]
) -> None:
    index.write(uyghur_and_kazakh(), [])
    assert set(found(index, text, fold=False)) == keys


def test_a_phrase_is_marked_in_the_script_of_the_text(index: Index) -> None:
    index.write(uyghur_and_kazakh(), [])
    terms = index.search(Query('"yézigha élip"')).terms
    text = "ئۇ كىتابلارنى يېزىغا ئېلىپ باردى."
    assert [text[start:end] for start, end in matches(text, terms, "ug")] == ["يېزىغا ئېلىپ"]


def test_what_is_marked_is_in_the_script_of_the_text(index: Index) -> None:
    index.write(uyghur_and_kazakh(), [])
    terms = index.search(Query("kitab")).terms
    assert {"كىتابلارنى", "kitabni"} <= set(terms)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("图书馆", {1, 2}),
        ("圖書館", {1, 2}),
        ('"山里的图书馆"', {1, 2}),
        ("馆", {1, 2}),
        ("山里的图书馆没有书", {1, 2}),
        ("书", {1, 2}),
        ("头发", {1, 2}),
        ("頭髮", {1}),  # as typed, and in simplified; the traditional article has the other character
        ("-图书馆", {3, 4}),
        ("コンピューター", {3, 4}),
        ("コンピュータ", {3, 4}),
        ('"コンピューター"', {4}),
        ("ｺﾝﾋﾟｭｰﾀ", {3, 4}),
    ],
)
def test_other_spellings_of_chinese_and_japanese(index: Index, text: str, keys: set[int]) -> None:
    index.write(
        [
            article(1, "图书馆", "山里的图书馆没有书。头发", "zh-Hans"),
            article(2, "圖書館", "山裡的圖書館沒有書。頭發", "zh-Hant"),
            article(3, "計算機", "コンピュータを知らない。", "ja"),
            article(4, "計算機", "コンピューターを知らない。", "ja"),
        ],
        [],
    )
    assert set(found(index, text)) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("头发", {1, 2}),
        ("頭髮", {1, 2}),
        ("发", {1, 2}),
        ("髮", {1, 2}),
        ("發", {1, 2}),
        ("出发", {1, 2}),
        ('"頭髮"', {1, 2}),
        ("皇后", {1, 2}),
        ("后来", {1, 2}),
        ("後來", {1, 2}),
        ("饼干面条", {1, 2}),
        ("餅乾麵條", {1, 2}),
        ("餅乾麪條", {1, 2}),
        ('"復發"', set()),
        ("幹部", {3}),
        ("乾部", set()),
        ("干部", {3}),
        ("后来头发出发皇后饼干面条", {1, 2}),
        ("title:头发", set()),
        ("头*", {1, 2}),
    ],
)
def test_a_simplified_character_with_several_traditional_ones(index: Index, text: str, keys: set[int]) -> None:
    index.write(
        [
            article(1, "甲", "后来她的头发白了。出发前，皇后吃了饼干面条。", "zh-Hans"),
            article(2, "乙", "後來她的頭髮白了。出發前，皇后吃了餅乾麵條。", "zh-Hant"),
            article(3, "丙", "幹部", "zh-Hant"),
        ],
        [],
    )
    assert set(found(index, text, fold=False)) == keys


@pytest.mark.parametrize(
    "composed",
    [
        ["ㄷ", "도", "돗", "도서", "도석", "도서고", "도서과", "도서관", "도서관의"],
        ["다", "달", "닭", "닭이"],
        ["a 사", "a 산골"],
    ],
)
def test_hangul_finds_with_each_letter_that_is_composed(index: Index, composed: list[str]) -> None:
    index.write(
        [article(1, "", "사서는 a 도서관의 책과 닭이 있는 산골로 갔다", "ko"), article(2, "", "other", "en")], []
    )
    for text in composed:
        assert set(found(index, text)) == ({1} if text != "ㄷ" else set()), text


@pytest.mark.parametrize("text", ["도서관이", "돈", "서도", "닭도", '"도서과"', "-도서과 책상"])
def test_syllables_that_are_whole_are_not_others(index: Index, text: str) -> None:
    index.write([article(1, "", "도서관의 책과 닭이 있는 산골로 갔다", "ko")], [])
    assert found(index, text) == []


def test_both_spellings_of_chinese_are_marked(index: Index) -> None:
    index.write([article(2, "", "山裡的圖書館", "zh-Hant")], [])
    assert index.search(Query("图书馆")).terms == ("图书馆", "圖書館")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("مدرسه", {1}),
        ("مدرسة", {1}),
        ("المستشفي", {1}),
        ("مستشفى", {1}),
        ("ئەر", {2}),
        ("كىشى", {2}),
        ("كشي", set()),
        ("كيشي", set()),  # yeh is a consonant of Uyghur, and no spelling of its vowel
        ("لڑکہ", {3}),
        ("لڑكه", {3}),
    ],
)
def test_letters_of_arabic_that_are_confounded_stay_apart_elsewhere(index: Index, text: str, keys: set[int]) -> None:
    index.write(
        [
            article(1, "", "المدرسة قرب المستشفى", "ar"),
            article(2, "", "بىر كىشى ۋە ئەر", "ug"),
            article(3, "", "ایک لڑکہ", "ur"),
        ],
        [],
    )
    assert set(found(index, text)) == keys


def test_sorting_by_date_puts_the_undated_last(index: Index) -> None:
    library(index)
    everything = "mule OR bread"
    assert found(index, everything, sort=Sort.NEWEST)[:2] == [2, 1]
    assert found(index, everything, sort=Sort.OLDEST)[:2] == [1, 2]


def test_pages_follow_each_other(index: Index) -> None:
    index.write([article(key, "mule " * key) for key in range(1, 30)], [])
    whole = found(index, "mule", limit=29)
    assert sorted(whole) == list(range(1, 30))
    assert found(index, "mule", limit=10) + found(index, "mule", limit=19, offset=10) == whole
    assert index.search(Query("mule", limit=0)).total == 29
    assert found(index, "mule", offset=100) == []


def test_publication_and_language_narrow(index: Index) -> None:
    index.write(many_languages(), [])
    assert found(index, "-nothing", language="ug") == [6]
    assert found(index, "-nothing", language="zh") == [2]
    assert found(index, "mules", publication="other") == []
    assert found(index, "mules", publication="pub") == [1]


def test_terms_to_mark_are_what_was_meant(index: Index) -> None:
    library(index)

    def terms(text: str) -> tuple[str, ...]:
        return index.search(Query(text)).terms

    assert terms('mule "pack horse" -bread') == ("mule", "pack horse")
    assert set(terms("hors*")) == {"horse", "horses"}
    assert terms("author:chen title:mule lang:en") == ("mule",)


def test_a_beginning_stands_for_the_dozen_most_frequent_words(index: Index) -> None:
    index.write([article(key, body=" ".join(f"co{number:02}" for number in range(key))) for key in range(1, 31)], [])
    hits = index.search(Query("co*"))
    assert sorted(hits.terms) == [f"co{number:02}" for number in range(12)]
    assert hits.total == 30


def test_a_last_word_that_nobody_wrote_is_taken_for_a_beginning(index: Index) -> None:
    index.write([article(1, body="carried by mules"), article(2, body="carried by cars")], [])
    hits = index.search(Query("carried mul"))
    assert ([hit.key for hit in hits.hits], hits.hint) == ([1], "query-begun")
    assert "mules" in hits.terms
    assert index.search(Query("carried car")).hint != "query-begun", "cars are found by their stem"
    for ended in ("mul carried", '"carried mul"', "carried -mul", "title:mul", "carried mul "):
        assert index.search(Query(ended)).hint != "query-begun", ended


def test_writing_again_replaces(index: Index) -> None:
    index.write([article(1, "old"), article(2, "other")], [])
    index.write([article(1, "new")], [])
    assert (found(index, "old"), found(index, "new"), index.count()) == ([], [1], 2)


def test_the_last_of_two_with_one_key_counts(index: Index) -> None:
    index.write([article(1, "old"), article(1, "new")], [])
    assert (found(index, "old"), found(index, "new"), index.count()) == ([], [1], 1)


def test_deleted_is_not_found(index: Index) -> None:
    index.write([article(1, "one mule"), article(2, "two mules")], [])
    index.write([], [1, 77])
    assert (found(index, "one"), found(index, "-xyz"), index.count()) == ([], [2], 1)
    index.write([], [2])
    assert index.search(Query("two")) == Hits(0, terms=("two",))
    assert index.count() == 0


def test_merging_keeps_what_is_found(index: Index) -> None:
    for key in range(40):
        index.write(
            [article(key, f"mule number{key}", "“a phrase” 图书馆", date="2019-06-03")],
            [key - 7] if key % 5 == 0 else [],
        )
    before = [index.search(Query(text, limit=100)) for text in ("mule", '"a phrase"', "图书", "on:2019", "-number3")]
    assert index.merge_when_idle()
    after = [index.search(Query(text, limit=100)) for text in ("mule", '"a phrase"', "图书", "on:2019", "-number3")]
    assert [{hit.key for hit in hits.hits} for hits in after] == [{hit.key for hit in hits.hits} for hits in before]
    assert not index.merge_when_idle()
    assert index.verify()


def test_an_open_index_sees_what_another_writes(index: Index, tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", "library") as writer:
        assert (index.count(), index.fresh) == (0, True)
        writer.write([article(1, "mule")], [])
        assert found(index, "mule") == [1]
        writer.write([article(2, "mule")], [1])
        assert found(index, "mule") == [2]


def test_big_documents_and_frequent_words(index: Index) -> None:
    index.write(
        [article(1, "big", "mule horse " * 50_000), article(2, "far", "filler " * 70_000 + "needle in hay")], []
    )
    assert found(index, '"mule horse"') == [1]
    assert found(index, '"needle in hay"') == [2]
    assert found(index, '"horse mule horse"') == [1]


def test_more_than_a_block_of_postings(index: Index) -> None:
    index.write([article(key, body=f"mule {'horse' if key % 3 else 'cart'} end") for key in range(2500)], [])
    assert index.search(Query("mule")).total == 2500
    assert index.search(Query('"mule cart end"')).total == 834
    assert index.search(Query("horse -cart")).total == 1666


def test_what_cannot_be_written_as_text_does_no_harm(index: Index) -> None:
    index.write([article(1, "half \ud800 pair", "nul \x00 mule", date="no date", tags=("\udfff",))], [])
    assert found(index, "mule pair") == [1]


def test_a_document_of_wrong_types_leaves_the_index_as_it_was(index: Index) -> None:
    index.write([article(1, "mule")], [])
    with pytest.raises(TypeError):
        index.write([article(2, "horse"), article(3, None)], [])  # type: ignore[arg-type]
    assert (found(index, "mule"), found(index, "horse"), index.verify()) == ([1], [], True)
    index.write([article(2, "horse")], [])
    assert found(index, "horse") == [2]


def test_page_counts_and_keys_of_one_question_are_evaluated_once(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    index.write([article(key, body="a mule and a pony", date=f"2019-0{key}-01") for key in (1, 2, 3)], [])
    evaluated = []
    before = Evaluation.scores
    monkeypatch.setattr(Evaluation, "scores", lambda self, tree: (evaluated.append(tree), before(self, tree))[1])
    question = Query("mule after:2019-01 -donkey", limit=2)
    hits = index.search(question)
    keys = index.search(question._replace(limit=0, keys=True)).keys
    counted = index.search(question._replace(limit=0, facets=True))
    assert [hit.key for hit in hits.hits] == list(keys)[:2]
    assert counted.total == hits.total == len(keys)
    assert len([tree for tree in evaluated if tree == evaluated[0]]) == 1


def test_the_answer_before_is_not_given_again_when_the_index_was_written(index: Index) -> None:
    index.write([article(1, body="a mule")], [])
    assert found(index, "mule") == [1]
    index.write([article(2, body="a mule")], [1])
    assert found(index, "mule") == [2]
