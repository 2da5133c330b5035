"""Front matter as people and site generators write it."""

from __future__ import annotations

import pytest

from reader.errors import PublishError
from reader.publish.fields import member, plain, text, texts, truth
from reader.publish.front_matter import MOST_BYTES, read_document


def test_yaml_keeps_values_as_written_and_lines_as_they_are():
    document = read_document("---\ntitle: 007\nlang: no\ndate: 2014-11-31\ntags:\n  - a\n  - b c\n---\nBody\n")
    assert text(document.fields["title"]) == "007"
    assert text(document.fields["lang"]) == "no"
    assert text(document.fields["date"]) == "2014-11-31"
    assert [(one.text, one.line) for one in texts(document.fields["tags"])] == [("a", 6), ("b c", 7)]
    assert (document.fields["date"].line, document.body, document.body_line) == (4, "Body\n", 9)


def test_toml_is_read_the_same_way():
    document = read_document(
        '+++\ntitle = "Snow"\ndate = 2014-05-07T13:00:27-04:00\ndraft = true\n[cover]\nimage = "a.png"\n+++\nB'
    )
    assert text(document.fields["title"]) == "Snow"
    assert text(document.fields["date"]).startswith("2014-05-07")
    assert truth(document.fields["draft"])
    assert member(document.fields["cover"], "image") == "a.png"
    assert document.fields["draft"].line == 4


def test_no_front_matter_is_all_body_and_blank_lines_may_come_first():
    assert read_document("Hello\n").body == "Hello\n"
    assert text(read_document("\n\n---\nTitle: A\n---\nB").fields["title"]) == "A"
    assert text(read_document("---\npub-date: x\n---\n").fields["pub_date"]) == "x"
    assert read_document("---\n---\nB").fields == {}


def test_authors_in_every_shape():
    document = read_document(
        "---\na: Ana\nb: [Ana, Bo]\nc:\n  - name: Ana\n    site: x\n  - Bo\nd: {name: Ana}\ne:\n---\n"
    )
    found = {key: [one.text for one in texts(field)] for key, field in document.fields.items()}
    assert found == {"a": ["Ana"], "b": ["Ana", "Bo"], "c": ["Ana", "Bo"], "d": ["Ana"], "e": []}


def test_one_text_may_hold_several():
    document = read_document("---\ntags: snow, ice ,\n---\n")
    assert [one.text for one in texts(document.fields["tags"], commas=True)] == ["snow", "ice"]


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("---\ntitle: A\n", "front-matter-unclosed", 1),
        ("---\ntitle: a\nb: [1, 2\n---\n", "front-matter-unreadable", 4),
        ("---\nx: y: z\n---\n", "front-matter-unreadable", 2),
        ("---\n- a\n---\n", "front-matter-unreadable", 2),
        ("+++\na = 1\na = 2\n+++\n", "front-matter-unreadable", 3),
        (f"---\na: {'x' * MOST_BYTES}\n---\n", "front-matter-too-large", 1),
        ("---\na: " + "[" * 20000 + "\n---\n", "front-matter-unreadable", 2),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(source, code, line):
    with pytest.raises(PublishError, match=code) as caught:
        read_document(source)
    assert abs(caught.value.data["line"] - line) <= 1


def test_a_tower_of_aliases_stays_small():
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    document = read_document("---\n" + "\n".join(lines) + "\n---\n")
    assert texts(document.fields["a39"]) == ()
    assert len(texts(document.fields["a"])) == 9
    assert text(read_document("---\na: &a {b: *a}\n---\n").fields["a"]) == ""


def test_tags_of_python_are_only_text():
    document = read_document("---\na: !!python/object/apply:os.system ['true']\n---\n")
    assert text(document.fields["a"]) == "true"


def test_plain_text_has_no_tags():
    assert plain('  A <a href="x">b</a> &amp; c\n d ') == "A b & c d"
