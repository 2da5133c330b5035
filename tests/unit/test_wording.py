"""Every error that the code can raise is said in two plain sentences."""

import ast
import re
import string
from pathlib import Path

import pytest

from reader.errors import BundleError
from reader.wording import SENTENCES, explain, explain_code

READER = Path(__file__).parents[2] / "reader"
FAMILIES = {"PackhorseError", "SourceError", "BundleError", "StoreError", "QueryError", "PublishError"}
# Codes chosen by an expression, where they are raised: file -> the codes it chooses from.
CHOSEN = {
    "reader/sources/folder.py": {"source-gone", "source-unreadable"},
    "reader/sources/zipped.py": {"source-gone", "source-unreadable"},
    "reader/store/connection.py": {"store-damaged", "disk-full", "store-busy", "store-read-only", "store-unusable"},
}


def raised():
    for path in sorted(READER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FAMILIES and node.args:
                yield path.relative_to(READER.parent).as_posix(), node


def codes():
    found = {code for some in CHOSEN.values() for code in some} | {"cancelled"}
    for _path, node in raised():
        if isinstance(node.args[0], ast.Constant):
            found.add(node.args[0].value)
    return sorted(found)


@pytest.mark.parametrize("code", codes())
def test_each_code_has_its_sentences(code):
    what, following = SENTENCES[code]
    assert re.search(r"[.!?…”)]$", what)
    assert following


def test_sentences_name_only_data_that_is_given():
    for path, node in raised():
        if isinstance(node.args[0], ast.Constant) and not any(word.arg is None for word in node.keywords):
            given = {word.arg for word in node.keywords}
            parts = string.Formatter().parse("".join(SENTENCES[node.args[0].value]))
            wanted = {name for _before, name, _form, _conversion in parts if name}
            assert wanted <= given, f"{path}: {node.args[0].value} is not told {wanted - given}"


def test_codes_chosen_by_an_expression_are_known_here():
    places = {path for path, node in raised() if not isinstance(node.args[0], ast.Constant)}
    assert places <= set(CHOSEN)


def test_data_is_put_into_the_sentence():
    what, _following = explain(BundleError("edition-older", theirs=3, ours=7))
    assert "3" in what
    assert "7" in what


def test_big_numbers_have_their_groups_parted():
    what, _following = explain(BundleError("edition-too-many-segments", found=1_234, most=512))
    assert "1,234 segments" in what


def test_data_that_is_missing_or_of_another_kind_is_no_second_error():
    assert "(?)" in explain_code("source-unreadable", {"source": "stick", "reason": ""})[0]
    assert "many segments" in explain_code("edition-too-many-segments", {"found": "many"})[0]


def test_a_sentence_is_put_into_a_language_before_it_is_filled():
    said = {"This is edition {theirs}; you already have edition {ours}.": "{ours} > {theirs}"}
    what, following = explain_code("edition-older", {"theirs": 3, "ours": 7}, lambda words: said.get(words, words))
    assert what == "7 > 3"
    assert following.startswith("Nothing was changed.")


def test_the_window_says_errors_in_its_language():
    for path in (READER / "ui").rglob("*.py"):
        if path.name not in {"faults.py", "app.py"}:  # the second tells the terminal, which speaks English
            assert "from reader.wording import explain" not in path.read_text("utf-8"), f"{path}: use reader.ui.faults"
