"""The command line as scripts use it: real processes, JSON lines, exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from reader.library.index import index_process_command
from tests.support.publisher import Publisher, flip

ROOT = Path(__file__).parents[2]


def run(*arguments, stdin=None, **environment):
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, input=stdin, env={**os.environ, **environment}
    )


def answers(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def bundle(publisher):
    return publisher.publish(
        publisher.section("news", "News"),
        publisher.article("pass", "Over the pass", "Snow closed the *winter road*.", section="news", tags=("snow",)),
        publisher.article("pass.ar", "عبر الممر", "أغلق الثلج طريق الشتاء.", language="ar", work="pass"),
        publisher.article("tea", "A tin of tea", "Two sticks in a tin of snow.", related=("pass",)),
    )


@pytest.fixture
def data(tmp_path, bundle):
    folder = tmp_path / "data"
    (change,) = answers(run("sync", bundle, "--json", "--data-dir", folder))
    assert (change["added"], change["from_serial"], change["to_serial"], change["trust"]) == (3, 0, 1, "first-use")
    return folder


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system knows no manners")
def test_indexing_in_the_background_lets_others_go_first(data):
    script = "import os, sys; from reader.cli.main import main; main(sys.argv[1:]); print(os.nice(0), file=sys.stderr)"
    command = [sys.executable, "-c", script, *index_process_command(data)[3:]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "indexed" in json.loads(done.stdout.splitlines()[-1])
    assert int(done.stderr.split()[-1]) > os.nice(0)


def test_a_publication_is_removed_and_comes_back(data, bundle):
    before = (data / "publications").stat()
    refused = run("remove", "Winter Review", "--data-dir", data, stdin="")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--yes" in refused.stderr
    assert (data / "publications").stat() == before
    (status,) = answers(run("status", "--json", "--data-dir", data))
    identity = status["publications"][0]["publication"]
    assert f"id {identity}" in run("status", "--data-dir", data).stdout
    (removed,) = answers(run("remove", identity, "--yes", "--json", "--data-dir", data))
    assert removed["bytes"] > status["publications"][0]["bytes"]
    assert {**removed, "bytes": 0} == {
        "publication": identity,
        "title": "Winter Review",
        "articles": 3,
        "bytes": 0,
        "own": False,
    }
    (status,) = answers(run("status", "--json", "--data-dir", data))
    assert (status["publications"], status["index"]) == ([], {"articles": 0, "waiting": 0})
    again = run("remove", identity, "--yes", "--data-dir", data)
    assert (again.returncode, again.stdout) == (1, "")
    forgotten = run("remove", "Winter Review", "--own", "--yes", "--data-dir", data)
    assert forgotten.returncode == 0
    assert "forgotten" in forgotten.stdout
    (change,) = answers(run("sync", bundle, "--json", "--data-dir", data))
    assert change["added"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are otherwise there")
@pytest.mark.parametrize(("typed", "code", "left"), [("n", 1, 1), ("", 1, 1), ("y", 0, 0)])
def test_on_a_terminal_it_is_asked_first(data, typed, code, left):
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "reader", "remove", "Winter Review", "--data-dir", data]
    with subprocess.Popen(command, cwd=ROOT, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.write(master, typed.encode() + b"\n")
        _said, asked = process.communicate(timeout=60)
    os.close(master)
    os.close(slave)
    assert process.returncode == code
    assert b"3 articles" in asked
    assert b"Remove it? [y/N]" in asked
    (status,) = answers(run("status", "--json", "--data-dir", data))
    assert len(status["publications"]) == left


def test_another_publication_of_the_same_name_is_told_of(data, tmp_path):
    forger = Publisher(tmp_path / "forger")
    forged = forger.publish(forger.article("lie", "A lie"))
    (known,) = answers(run("status", "--json", "--data-dir", data))[0]["publications"]
    (offer,) = answers(run("sync", forged, "--dry-run", "--json", "--data-dir", data))
    assert offer["namesakes"] == [known["fingerprint"]]
    done = run("sync", forged, "--data-dir", data)
    assert "take care" in done.stderr
    assert known["fingerprint"] in done.stderr


def test_the_fields_that_others_rely_on(data, publisher):
    (page,) = answers(run("search", "snow", "--json", "--data-dir", data))
    assert page["total"] == 2
    assert {"id", "title", "section", "date", "lang", "score", "snippet"} <= set(page["hits"][0])
    listed = answers(run("list", "section:news", "--json", "--data-dir", data))
    assert [one["id"] for one in listed] == ["pass"]
    assert {"title", "date", "lang", "section", "tags", "authors", "read", "starred"} <= set(listed[0])
    (shown,) = answers(run("show", "pass", "--json", "--data-dir", data))
    assert shown["body"] == "Snow closed the *winter road*."
    assert "winter road" in shown["html"]
    (story,) = [one for one in answers(run("related", "tea", "--json", "--data-dir", data)) if one["id"] == "pass"]
    assert "publisher" in story["why"]
    (state,) = answers(run("status", "--json", "--data-dir", data))
    assert state["publications"][0]["fingerprint"] == publisher.keyring.fingerprint
    assert state["index"] == {"articles": 3, "waiting": 0}
    (mended,) = answers(run("repair", "--json", "--data-dir", data))
    assert mended["indexed"] == 3


def test_formats_of_show(data):
    assert run("show", "pass", "--data-dir", data).stdout.rstrip().endswith("Snow closed the winter road.")
    assert "*winter road*" in run("show", "pass", "--format", "markdown", "--data-dir", data).stdout
    page = run("show", "pass.ar", "--format", "html", "--data-dir", data).stdout
    assert 'dir="rtl"' in page


def test_a_dry_run_writes_nothing(tmp_path, bundle):
    (offer,) = answers(run("sync", bundle, "--dry-run", "--json", "--data-dir", tmp_path / "data"))
    assert (offer["added"], offer["to_serial"], offer["dry_run"]) == (3, 1, True)
    (state,) = answers(run("status", "--json", "--data-dir", tmp_path / "data"))
    assert state["publications"] == []


def test_verify_says_what_is_wrong(bundle, publisher):
    (report,) = answers(run("verify", bundle, "--json"))
    assert (report["articles"], report["problems"]) == (3, [])
    segment = publisher.segment_files()[-1]
    flip(segment, segment.stat().st_size - 1)
    done = run("verify", bundle, "--json")
    assert done.returncode == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert segment.name in problem["file"]
    assert problem["text"].endswith(".")


def test_exit_codes_and_sentences(data, tmp_path, publisher):
    refused = run("show", "nothing", "--data-dir", data)
    assert refused.returncode == 1
    assert "nothing" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run("sync", "--data-dir", data).returncode == 2
    assert run("sync", tmp_path / "absent", "--data-dir", data).returncode == 1
    assert run("sync", "https://example.org/bundle", "--data-dir", data).returncode == 1
    assert run("sync", publisher.bundle, "--budget", "lots", "--data-dir", data).returncode == 1
    publisher.publish(publisher.article("new"))
    publisher.segment_files()[-1].unlink()
    assert run("sync", publisher.bundle, "--data-dir", data).returncode == 3


def test_what_a_budget_leaves_out_is_told(tmp_path, publisher):
    bundle = publisher.publish(publisher.article("atlas"), pictures=[("atlas", "thumb", bytes(range(256)) * 400)])
    sync = ("sync", bundle, "--data-dir", tmp_path / "data")
    (planned,) = answers(run(*sync, "--budget", "50KB", "--dry-run", "--json"))
    done = run(*sync, "--budget", "50KB")
    assert done.returncode == 0
    assert "the budget leaves out 102" in done.stdout
    (rest,) = answers(run(*sync, "--json"))
    assert planned["left"] == rest["bytes"] > 100_000
    assert rest["left"] == 0
    assert "budget" not in run(*sync).stdout


def test_the_wrong_fingerprint_is_refused(tmp_path, bundle):
    other = Publisher(tmp_path / "other").keyring.fingerprint
    done = run("sync", bundle, "--trust", other, "--data-dir", tmp_path / "data")
    assert done.returncode == 1
    assert "fingerprint" in done.stderr


def test_no_network_and_nothing_on_standard_error_in_a_pipe(data):
    done = run("search", "snow", "--data-dir", data)
    assert done.stderr == ""


def test_interrupting_breaks_nothing(tmp_path, publisher):
    publisher.publish(*[publisher.article(f"a{number}", body="snow " * 2000) for number in range(400)])
    command = [sys.executable, "-m", "reader", "sync", str(publisher.bundle), "--data-dir", str(tmp_path / "data")]
    for seconds in (0.2, 0.5, 0.8, 1.1):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _out, told = process.communicate()
        assert process.returncode in {0, 130, -signal.SIGINT}, told
    assert run(*command[3:]).returncode == 0
    (state,) = answers(run("status", "--json", "--data-dir", tmp_path / "data"))
    assert state["articles"] == 400
    assert state["index"]["waiting"] == 0


def test_a_broken_pipe_is_quiet(data):
    command = f"{sys.executable} -m reader list --data-dir {data} | head -n 0"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are Unix's")
def test_a_terminal_sees_progress_and_a_pipe_does_not(tmp_path, publisher):
    import pty

    bundle = publisher.publish(*[publisher.article(f"a{number}", body="snow " * 300) for number in range(300)])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reader", "sync", str(bundle), "--data-dir", str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True, check=True)
    os.close(theirs)
    seen = os.read(ours, 65536).decode()
    os.close(ours)
    assert "Fetching text" in seen
    assert "█" in seen
    assert seen.endswith("\x1b[K"), "the bar is wiped at the end"
    assert "█" not in done.stdout


def test_searches_are_kept_counted_and_removed(data, bundle):
    (kept,) = answers(run("saved", "--add", "snow", "--title", "Snow", "--json", "--data-dir", data))
    assert kept == {"id": kept["id"], "title": "Snow", "query": "snow", "publication": "", "total": 2, "new": 0}
    assert answers(run("saved", "--json", "--data-dir", data)) == [kept]
    assert "Snow: 2 found, 0 new" in run("saved", "--data-dir", data).stdout
    assert run("saved", "--remove", kept["id"], "--data-dir", data).returncode == 0
    gone = run("saved", "--remove", kept["id"], "--data-dir", data)
    assert (gone.returncode, gone.stderr.startswith("packhorse: There is no saved search")) == (1, True)
    assert answers(run("saved", "--json", "--data-dir", data)) == []


def test_a_word_with_a_minus_is_no_option(data, bundle):
    run("sync", bundle, "--data-dir", data)
    for words, found in ((("snow", "-road"), ["tea"]), (("-snow",), []), (("snow", "--limit", "5", "-tin"), ["pass"])):
        (page,) = answers(run("search", *words, "--lang", "en", "--json", "--data-dir", data))
        assert [hit["id"] for hit in page["hits"]] == found
    assert run("search", "snow", "--nonsense", "--data-dir", data).returncode == 2


def test_a_search_keeps_to_a_publication(data, publisher, tmp_path):
    other = Publisher(tmp_path / "other", "Summer Review")
    run("sync", other.publish(other.article("ice", "Ice", "Snow on ice.")), "--data-dir", data)
    for wanted, total in ((other.id, 1), (publisher.id, 2), ("", 3)):
        (page,) = answers(run("search", "snow", "--publication", wanted, "--json", "--data-dir", data))
        assert page["total"] == total
    (kept,) = answers(run("saved", "--add", "snow", "--publication", other.id, "--json", "--data-dir", data))
    assert (kept["publication"], kept["total"]) == (other.id, 1)
    assert "snow: 1 found, 0 new  (in Summer Review)" in run("saved", "--data-dir", data).stdout
    for verb in (("search", "snow"), ("saved", "--add", "snow")):
        refused = run(*verb, "--publication", "nobody", "--data-dir", data)
        assert (refused.returncode, "There is no publication “nobody”" in refused.stderr) == (1, True)


@pytest.fixture
def outdated(data):
    """A library whose index is of another version of the program: it is thrown away when it is opened."""
    manifest = data / "index" / "manifest.json"
    found = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**found, "schema": found["schema"] - 1}), "utf-8")
    return data


@pytest.mark.parametrize(
    ("asked", "field", "found"),
    [
        (("search", "snow"), "total", 2),
        (("related", "tea"), "id", "pass"),
        (("saved", "--add", "snow"), "total", 2),
    ],
)
def test_what_waits_is_indexed_before_it_is_asked_for(outdated, asked, field, found):
    done = run(*asked, "--json", "--data-dir", outdated)
    assert answers(done)[0][field] == found
    assert done.stderr == ""
    (status,) = answers(run("status", "--json", "--data-dir", outdated))
    assert status["index"] == {"articles": 3, "waiting": 0}


def test_a_search_while_another_program_indexes_says_so(outdated):
    with FileLock(outdated / "index.lock"):
        done = run("search", "snow", "--data-dir", outdated)
    assert done.returncode == 0
    assert "still being built" in done.stderr


def test_a_page_of_hits_has_facets_months_and_translations(data):
    (page,) = answers(run("search", "snow", "--facets", "--all-translations", "--json", "--data-dir", data))
    assert {"facets", "months", "meant"} <= set(page)
    assert page["hits"][0]["also"] == []
    refused = run("search", "snow", "--within", "glossary", "--data-dir", data)
    assert (refused.returncode, "no searching within glossary" in refused.stderr) == (1, True)


def test_counts_are_short_for_people_and_whole_for_programs(tmp_path, publisher):
    tags = tuple(f"tag{number:02}" for number in range(15))
    bundle = publisher.publish(publisher.article("many", "Many", "Snow.", tags=tags, date="2019-06-03"))
    data = tmp_path / "many"
    run("sync", bundle, "--data-dir", data)
    shown = run("search", "snow", "--facets", "--data-dir", data).stdout
    assert "tag09 1, and 5 more" in shown
    assert "year: 2019 1" in shown
    (page,) = answers(run("search", "snow", "--facets", "--json", "--data-dir", data))
    assert len(page["facets"]["tag"]) == 15


def test_a_search_for_nothing_says_so(data):
    done = run("search", " ", "--data-dir", data)
    assert done.returncode == 0
    assert "There is no word in this search." in done.stderr


def test_collections_are_filled_listed_and_taken_along(data):
    def collections(*arguments):
        return run("collections", *arguments, "--data-dir", data)

    (one,) = answers(collections("--add", "Snow", "pass", "tea", "--json"))
    assert one == {"id": one["id"], "title": "Snow", "articles": 2}
    assert answers(collections("--take-out", "snow", "tea", "--json"))[0]["articles"] == 1
    assert answers(collections("--rename", "Snow", "Ice", "--json"))[0]["title"] == "Ice"
    assert "Ice: 1" in collections().stdout
    listed = answers(run("list", f"collection:{one['id']}", "--json", "--data-dir", data))
    assert [each["id"] for each in listed] == ["pass"]
    assert collections("--export", "Ice", "--format", "markdown").stdout.startswith(
        "# Ice\n\n1. Over the pass, Winter Review"
    )
    assert collections("--remove", "Ice").returncode == 0
    refused = collections("--export", "Ice")
    assert (refused.returncode, "There is no collection “Ice”" in refused.stderr) == (1, True)
    assert collections("--add", "Tea", "nothing").returncode == 1
    assert answers(collections("--json")) == []


def test_where_nobody_can_be_asked_a_passphrase_is_an_error_with_a_next_step(tmp_path):
    done = run("keygen", tmp_path / "keys", stdin="")
    assert done.returncode == 1
    assert "--no-passphrase" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "keys").exists()
