"""Which script a language is written in."""

import pytest

from reader.model.article import Script, script_of


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en", Script.LATIN),
        ("zh-Hans", Script.LATIN),
        ("ru", Script.CYRILLIC),
        ("kk", Script.CYRILLIC),
        ("kk-Arab", Script.ARABIC),
        ("kk-Latn", Script.LATIN),
        ("mn-Mong", Script.LATIN),
        ("ug", Script.ARABIC),
        ("ug-Cyrl-KZ", Script.CYRILLIC),
        ("ug-Latn", Script.LATIN),
        ("", Script.LATIN),
    ],
)
def test_the_tag_tells_the_script(language, script):
    assert script_of(language) is script
