"""Whatever lies in a source folder, reading it ends in fields, in text, or in a plain error."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import PublishError
from reader.publish.code_spans import HiddenCode
from reader.publish.dates import read_day
from reader.publish.fields import texts
from reader.publish.front_matter import read_document
from reader.publish.identity import is_id, to_id
from reader.publish.shortcodes import fence_highlights, rewrite_shortcodes

MARKUP = st.text(alphabet="`~\n -*[]()!{}<>%&#:'\"\\/.ab1雪\t", max_size=200)
ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200)


class Silent:
    def picture(self, address, alt, caption, line):
        return ""

    def dropped(self, name, line):
        assert line >= 0


@given(MARKUP | ANY)
@example("`a\n\n`")
@example("```\n```\n\n    x\n")
def test_hidden_code_comes_back_unchanged_and_keeps_the_lines(text):
    code = HiddenCode()
    hidden = code.hide(text)
    assert hidden.count("\n") == text.count("\n")
    assert code.restore(hidden) == text


@given(MARKUP | ANY)
def test_shortcodes_never_lose_lines(text):
    assert rewrite_shortcodes(text, Silent()).count("\n") >= text.count("\n")
    fence_highlights(text)


@given(st.sampled_from(["---", "+++"]), MARKUP | ANY, ANY)
def test_front_matter_is_read_or_refused(fence, head, body):
    try:
        document = read_document(f"{fence}\n{head}\n{fence}\n{body}")
    except PublishError as error:
        lines = [error.data["line"]]
    else:
        lines = [one.line for field in document.fields.values() for one in texts(field, commas=True) if one.text]
    assert all(line >= 1 for line in lines)


@given(ANY, ANY)
def test_ids_are_ids_and_keep_texts_apart(one, other):
    assert is_id(to_id(one))
    if not one.isascii() and one.strip() != other.strip():
        assert to_id(one) != to_id(other)


@given(ANY)
def test_a_day_is_a_day_or_none(text):
    day = read_day(text)
    assert day is None or read_day(day) == day
