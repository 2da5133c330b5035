from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search import Index
from tests.support.search import article

if TYPE_CHECKING:
    from pathlib import Path

FILLER = "they went along the road and came to the town and it was late in the day"


def test_what_shares_rare_words_is_alike(tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", "library") as index:
        index.write(
            [
                article(1, "Saddlebags", f"The librarian filled her saddlebags with almanacs. {FILLER}"),
                article(2, "Almanacs", f"Almanacs in saddlebags reached the hollow. {FILLER}"),
                article(3, "Bread", f"Bread is baked of rye. {FILLER}"),
                article(4, "Almanachs", f"Almanacs in saddlebags, as they say. {FILLER}", "fr"),
                *(article(key, f"Other {key}", FILLER) for key in range(10, 40)),
            ],
            [],
        )
        new = article(50, "Almanacs for the hills", f"Almanacs were carried in saddlebags. {FILLER}")
        assert {hit.key for hit in index.more_like(new, (), 5)} == {1, 2}
        assert [hit.key for hit in index.more_like(new, {1}, 5)] == [2]
        assert [hit.key for hit in index.more_like(new, {1, 2}, 5)] == [4]
        assert len(index.more_like(new, (), 1)) == 1
        assert index.more_like(article(60, "", "zebra quagga"), (), 5) == ()


def test_the_small_words_of_a_language_with_few_articles_tell_nothing(tmp_path: Path) -> None:
    english = [article(key, f"Story {key}", f"About mule number{key} and its road", "en") for key in range(20, 60)]
    spanish = [
        article(1, "Alfa y Beto", "Una mula lleva los libros que una maestra pide", "es"),
        article(2, "La radio", "Una antena y los cables que cuelgan", "es"),
        article(3, "El camino", "Una carreta con los sacos que pesan", "es"),
        article(4, "El río", "Una barca trae los libros que nadie pide", "es"),
    ]
    with Index.open(tmp_path / "index", "library") as index:
        index.write([*english, *spanish], [])
        (best, *_rest) = index.more_like(spanish[0], (), 5)
        assert best.key == 4
        assert not {"una", "los", "que"} & set(best.terms)
        assert set(best.terms) & {"libros", "pide"}


def test_chinese_stories_are_alike_by_their_words(tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", "library") as index:
        bodies = {
            1: "图书管理员骑骡子上山送书",
            2: "骡子驮着图书上山",
            3: "面包是用黑麦做的",
            4: "今天下雨",
            5: "明天天晴",
        }
        index.write([article(key, "", body, "zh") for key, body in bodies.items()], [])
        assert [hit.key for hit in index.more_like(article(1, "", bodies[1], "zh"), (), 5)] == [2]


def test_an_empty_index_knows_nothing_alike(tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", "library") as index:
        assert index.more_like(article(1, "mule"), (), 5) == ()
