"""Every word that the window shows can be translated: it goes through ``text`` or ``counted``, and the tool sees it."""

import ast
import re
from pathlib import Path

import pytest

from tests.unit.test_translations import SAID

UI = Path(__file__).parents[2] / "reader" / "ui"
SHOWING = re.compile(
    r"set(Text|ToolTip|Accessible(Name|Description)|WindowTitle|PlaceholderText|StatusTip|WhatsThis|Title|LabelText|InformativeText)"
    r"|say|add(Action|Item|Items|Button|Menu|Tab|Row)|insertItems?|Q(Label|Action|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Menu)"
)
SHOWN = {
    "text",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "windowTitle",
    "title",
    "statusTip",
}
SIGNS = {"Aa"}
PROSE = re.compile(r"[A-Z][a-z’']*,?( [a-z{–—…“]\S*)+.*", re.DOTALL)
NOT_SHOWN = {"preferences/style.py"}
"""Where prose is measured, not shown."""


def modules():
    for path in sorted(UI.rglob("*.py")):
        yield path.relative_to(UI).as_posix(), ast.parse(path.read_text("utf-8"))


def literals(node):
    """The words of an expression that is shown, but not those that are arguments of a call within it."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and re.search(r"[^\W\d_]{2}", node.value) else []
    if isinstance(node, (ast.IfExp, ast.BinOp, ast.BoolOp, ast.JoinedStr, ast.Tuple, ast.List)):
        return [word for child in ast.iter_child_nodes(node) for word in literals(child)]
    return []


def shown(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if SHOWING.fullmatch(name):
                yield from node.args
            if SHOWING.fullmatch(name) or re.match("Q[A-Z]", name):
                yield from (each.value for each in node.keywords if each.arg in SHOWN)


def overlooked(tree):
    """Constants that read like a sentence and that the tool does not list."""
    doc = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in doc)
    words = (node.value for node in constants if isinstance(node.value, str))
    return [each for each in words if PROSE.fullmatch(each) and each not in SAID]


@pytest.mark.parametrize(
    "source",
    ["label.setText('Not found')", "QLabel('Name')", "QPushButton(text='Go on' if x else y)", "QLabel(f'{n} new')"],
)
def test_words_that_are_shown_untranslated_are_found(source):
    assert [word for node in shown(ast.parse(source)) for word in literals(node)]


@pytest.mark.parametrize(
    "source", ["label.setText(text('Not found'))", "QLabel('·')", "box.addItem(f'{text(\"Name\")} · {n}')"]
)
def test_translated_words_and_signs_pass(source):
    assert not [word for node in shown(ast.parse(source)) for word in literals(node)]


def test_no_word_is_shown_untranslated():
    found = {(name, word) for name, tree in modules() for node in shown(tree) for word in literals(node)}
    assert {one for one in found if one[1] not in SIGNS} == set()


def test_no_sentence_is_overlooked_by_the_tool():
    assert [(name, words) for name, tree in modules() if name not in NOT_SHOWN for words in overlooked(tree)] == []


def test_sentences_are_not_put_together_before_they_are_translated():
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"text", "counted"} and node.args:
                assert not isinstance(node.args[0], (ast.JoinedStr, ast.BinOp)), f"{name}:{node.lineno}"
