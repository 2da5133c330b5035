"""Articles in many languages for tests of search, written for them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from reader.model.search import SearchDocument

_SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "articles"
_PARAGRAPHS_EACH = 4

SENTENCES = {
    1: ("en", "The women who carried books", "Librarians rode mules along frozen creek beds with two bags of books."),
    2: ("zh-Hans", "驮书的马", "图书管理员骑着骡子，沿着结冰的小溪，把两袋书送到山里的学校。"),
    3: ("ja", "本を運ぶ馬", "図書館の人々は、凍った川に沿って本を運んだ。子どもたちはコンピュータを知らない。"),
    4: ("ru", "Библиотека на спине мула", "Ещё до рассвета библиотекарь выехал: мой дед помнил этот день."),
    5: ("kk", "Кітап артқан ат", "Кітапханашы қыста да ауылға кітап әкелетін, өйткені жол ұзақ еді."),
    6: ("ug", "كىتاب توشۇغان ئات", "كۈتۈپخانىچى قىشتىمۇ يېزىغا كىتاب ئېلىپ باراتتى، ئۇيغۇر بالىلار خۇش بولاتتى."),
    7: ("ar", "حصان الكتب", "حَمَلَتِ المَرْأَةُ الكُتُبَ إلى المدرسة، وكان أحمد ينتظر عند الباب."),
    8: ("th", "ม้าบรรทุกหนังสือ", "บรรณารักษ์ขี่ม้าไปห้องสมุดบนภูเขา"),
    9: ("ko", "책을 나르는 말", "사서는 도서관에서 산골 학교까지 책을 날랐다."),
    10: ("bo", "དཔེ་ཆ་འཁྱེར་བའི་རྟ།", "དཔེ་མཛོད་ཁང་གི་ལས་བྱེད་པས་རི་ལ་དཔེ་ཆ་འཁྱེར།"),
}


def article(key: int, title: str = "", body: str = "", language: str = "en", **more: object) -> SearchDocument:
    """A document with only what a test is about."""
    return SearchDocument(key, "pub", language, title, body=body, **more)  # type: ignore[arg-type]  # fields by name


def many_languages() -> list[SearchDocument]:
    """One article in each of ten languages."""
    return [article(key, title, body, language) for key, (language, title, body) in SENTENCES.items()]


@cache
def paragraphs() -> list[SearchDocument]:
    """The first paragraphs of every article of the sample publication, in its languages, each a document."""
    found = []
    for path in sorted(_SAMPLE.rglob("*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        language = path.suffixes[0][1:] if len(path.suffixes) > 1 else "en"
        title = re.search(r"^title: *(.+)$", head, re.MULTILINE)
        texts = [text for text in body.split("\n\n") if len(text) > 80]
        found += [
            SearchDocument(
                key=len(found) + at + 1,
                publication="saddlebag",
                language=language,
                title=title[1].strip("\"'") if title else "",
                standfirst=text[:60],
                body=text,
                date=f"20{10 + len(found) % 15}-0{1 + at}-1{at}",
                tags=(path.parent.name, path.stem.partition(".")[0].replace("-", " ")),
                labels=(("has", "picture"),) if at == 0 else (),
            )
            for at, text in enumerate(texts[:_PARAGRAPHS_EACH])
        ]
    return found
