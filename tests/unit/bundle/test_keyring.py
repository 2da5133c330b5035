import os
import shutil
import stat
import subprocess
import sys

import pytest

from reader.bundle.edition import encode_edition
from reader.bundle.keyfile import Cost
from reader.bundle.keyring import create_keys, load_keys
from reader.bundle.limits import MIB
from reader.errors import BundleError, PublishError, QueryError
from reader.model.edition import Edition


def no_passphrase() -> str:
    pytest.fail("asked for a passphrase")


def edition(keyring, serial=1):
    return encode_edition(Edition(keyring.publication, 1, serial, "2026-01-01", 1, {"en": "T"}))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "keys"


def test_keys_are_loaded_as_they_were_made(folder):
    made = create_keys(folder, None)
    loaded = load_keys(folder, no_passphrase)
    assert loaded == made
    assert loaded.sign_edition(edition(made)) == made.sign_edition(edition(made))


def test_a_signed_edition_names_what_it_is(folder):
    keyring = create_keys(folder, None)
    document = keyring.sign_edition(edition(keyring, 3))
    assert f"trusted comment: packhorse edition 3 of {keyring.publication}\n".encode() in document
    assert keyring.root.verify_edition(document).edition.serial == 3


def test_an_edition_of_another_publication_is_not_signed(folder, tmp_path):
    keyring, other = create_keys(folder, None), create_keys(tmp_path / "other", None)
    with pytest.raises(BundleError, match=r"^publication-other"):
        keyring.sign_edition(edition(other))


def test_a_passphrase_locks_both_keys(folder):
    made = create_keys(folder, "creek bed", Cost(2**15, 16 * MIB))
    assert load_keys(folder, lambda: "creek bed") == made
    with pytest.raises(QueryError, match=r"^passphrase-wrong"):
        load_keys(folder, lambda: "creek")
    assert "encrypted" in (folder / "root.key").read_text()


def test_an_empty_passphrase_makes_nothing(folder):
    with pytest.raises(QueryError, match=r"^passphrase-empty"):
        create_keys(folder, "")
    assert not folder.exists()


def test_the_page_to_print_shows_the_fingerprint(folder):
    keyring = create_keys(folder, None)
    for name in ("fingerprint.txt", "fingerprint.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert keyring.fingerprint in text
        assert keyring.publication in text
        assert keyring.edition_key.key_id in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_reads_keys(folder):
    create_keys(folder, None)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in ("root.key", "edition.key"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["root.key", "edition.key", "root.pub", "root/1.signed", "fingerprint.html"])
def test_nothing_is_written_over(folder, name):
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")
    with pytest.raises(PublishError, match=r"^keys-exist"):
        create_keys(folder, None)
    assert (folder / name).read_text() == "mine"
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / name]


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(PublishError, match=r"^keys-"):
        create_keys(tmp_path / "file", None)
    with pytest.raises(PublishError, match=r"^keys-not-written"):
        create_keys(tmp_path / "file" / "below", None)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(folder):
    folder.mkdir(mode=0o500)
    with pytest.raises(PublishError, match=r"^keys-not-written"):
        create_keys(folder, None)


@pytest.mark.parametrize("name", ["edition.key", "root/1.signed"])
def test_a_missing_file_is_told(folder, name):
    create_keys(folder, None)
    (folder / name).unlink()
    with pytest.raises(PublishError, match=r"^keys-missing"):
        load_keys(folder, no_passphrase)


def test_a_folder_in_place_of_a_key_is_told(folder):
    create_keys(folder, None)
    (folder / "edition.key").unlink()
    (folder / "edition.key").mkdir()
    with pytest.raises(PublishError, match=r"^keys-unreadable"):
        load_keys(folder, no_passphrase)


def test_the_root_key_may_be_kept_elsewhere(folder):
    made = create_keys(folder, None)
    (folder / "root.key").unlink()
    assert load_keys(folder, no_passphrase) == made


def test_a_key_of_another_publication_is_refused(folder, tmp_path):
    create_keys(folder, None)
    create_keys(tmp_path / "other", None)
    shutil.copy(tmp_path / "other" / "edition.key", folder / "edition.key")
    with pytest.raises(PublishError, match=r"^key-not-in-root"):
        load_keys(folder, no_passphrase)
    shutil.copy(folder / "root.key", folder / "edition.key")
    with pytest.raises(PublishError, match=r"^key-not-in-root"):
        load_keys(folder, no_passphrase)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_minisign_checks_a_signed_document_as_the_format_says(folder):
    keyring = create_keys(folder, None)
    (folder / "latest.signed").write_bytes(keyring.sign_edition(edition(keyring)))
    (folder / "payload").write_bytes(edition(keyring))
    done = subprocess.run(
        ["minisign", "-Vm", "payload", "-x", "latest.signed", "-p", "edition.pub"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"packhorse edition 1 of {keyring.publication}" in done.stdout
