"""Every code that the format raises has its two sentences, and they name only data that the error carries."""

import ast
import string
from pathlib import Path

import pytest

import reader.bundle
from reader.wording import bundle, keys

SENTENCES = {**bundle.SENTENCES, **keys.SENTENCES}
FAMILIES = {"BundleError", "QueryError", "PublishError"}


def raised():
    found = {}
    for path in Path(reader.bundle.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAMILIES:
                code = node.args[0] if node.args else None
                if isinstance(code, ast.Constant):
                    found.setdefault(code.value, []).append({keyword.arg for keyword in node.keywords})
    return found


RAISED = raised()


def test_codes_and_sentences_are_the_same_set():
    assert set(SENTENCES) == set(RAISED)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_names_only_what_the_error_carries(code):
    named = {name for text in SENTENCES[code] for _, name, _, _ in string.Formatter().parse(text) if name}
    assert all(named <= data for data in RAISED[code])
    assert all(text.endswith(".") for text in SENTENCES[code])
