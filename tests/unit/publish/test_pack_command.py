"""``packhorse pack`` as a person and as a script see it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import reader.publish
from reader.bundle.keyfile import Cost
from reader.bundle.keyring import create_keys
from reader.cli.main import main
from reader.wording import SENTENCES


def run(desk, capsys, *more):
    code = main(["pack", str(desk.source), str(desk.out), "--keys", str(desk.keys), *more])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_for_people(desk, capsys):
    desk.article("a.md", "title: A\ndate: 2019-06-03\nflavour: salt")
    code, out, err = run(desk, capsys)
    assert code == 0
    assert out.startswith("Edition 1 of 2019-06-03: 1 articles in ")
    assert err == "articles/a.md:4: The key “flavour” is not known. Left out.\n"
    assert run(desk, capsys)[1] == "Nothing has changed since edition 1; nothing was written.\n"


def test_for_scripts(desk, capsys):
    desk.article("a.md", "title: A\ndate: 2019-06-03\nflavour: salt")
    code, out, err = run(desk, capsys, "--json", "--serial", "4", "--published", "2020-01-02")
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert (record["serial"], record["articles"], record["added"], record["updated"]) == (4, 1, 1, 0)
    assert (record["publication"], record["published"]) == (desk.keyring.publication, "2020-01-02")
    assert record["bytes"] > 0
    warning = record["warnings"][0]
    assert (warning["file"], warning["line"], warning["code"], warning["mended"]) == (
        "articles/a.md",
        4,
        "unknown-key",
        False,
    )
    assert warning["text"].startswith("The key “flavour”")


def test_errors_end_with_one_and_are_told_with_their_lines(desk, capsys):
    for name in "ab":
        desk.article(f"{name}.md", "title: A\ndate: 2019-06-03\nid: same")
    code, out, err = run(desk, capsys)
    assert (code, out) == (1, "")
    assert "articles/b.md:4: error: The id “same” is also that of articles/a.md, line 4." in err
    code, out, _err = run(desk, capsys, "--json")
    assert (code, json.loads(out)["errors"]) == (1, 1)


def test_many_of_a_kind_are_one_line(desk, capsys):
    for number in range(40):
        desk.article(f"a{number:02}.md", "title: A\ndate: 2019-06-03\nflavour: salt")
    _code, _out, err = run(desk, capsys)
    assert err.splitlines() == ["articles/a00.md:4: The key “flavour” is not known. Left out. (and 39 more like this)"]
    desk.article("b.md", "title: B\ndate: 2019-06-03")
    _code, out, _err = run(desk, capsys, "--json")
    warning = json.loads(out)["warnings"][0]
    assert (warning["count"], len(warning["also"]), warning["also"][38]["file"]) == (40, 39, "articles/a39.md")


def test_locked_keys_take_the_passphrase_from_the_environment(desk, capsys, tmp_path, monkeypatch):
    desk.article("a.md", "title: A\ndate: 2019-06-03")
    desk.keys = tmp_path / "locked"
    create_keys(desk.keys, "sesame", Cost(2**15, 16 * 2**20))
    monkeypatch.setenv("PACKHORSE_PASSPHRASE", "wrong")
    assert run(desk, capsys)[0] == 1
    monkeypatch.setenv("PACKHORSE_PASSPHRASE", "sesame")
    assert run(desk, capsys)[0] == 0


def test_a_serial_is_a_number_from_one(desk, capsys):
    with pytest.raises(SystemExit) as caught:
        run(desk, capsys, "--serial", "0")
    assert caught.value.code == 2


def told():
    """Every report of a problem in the package: code and the names of its data, where both are written out."""
    for path in Path(reader.publish.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            about = ast.unparse(node.func)
            if about.endswith(("problems.error", "problems.warn", "problems.mended")) and len(node.args) == 3:
                whole = all(word.arg is not None for word in node.keywords)
                if whole and isinstance(node.args[2], ast.Constant):
                    yield node.args[2].value, {word.arg for word in node.keywords}


def test_every_problem_has_its_sentences_and_gives_what_they_name():
    found = list(told())
    assert len(found) > 30
    for code, given in found:
        wanted = set(re.findall(r"\{(\w+)\}", "".join(SENTENCES[code])))
        assert wanted <= given, code
