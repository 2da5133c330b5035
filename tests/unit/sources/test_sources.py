"""Folders and zips hand out bounded bytes of names that the format knows, and nothing else."""

import errno
import os
import zipfile

import pytest

from reader.bundle.layout import LATEST
from reader.bundle.limits import LIMITS
from reader.errors import BundleError, SourceError
from reader.sources import open_source
from tests.support.publisher import cut


@pytest.fixture(params=["folder", "zip"])
def source(request, publisher, tmp_path):
    bundle = publisher.publish(publisher.article("a"))
    path = bundle if request.param == "folder" else publisher.zipped(tmp_path / "tea tin.zip")
    with open_source(path) as opened:
        yield opened


def test_it_finds_publications_and_reads_ranges(source, publisher):
    assert source.publications() == (publisher.id,)
    whole = (publisher.folder / LATEST).read_bytes()
    assert source.size(publisher.id, LATEST) == len(whole)
    assert source.read(publisher.id, LATEST, 10, 20) == whole[10:30]
    assert source.read(publisher.id, LATEST, 0, 10**9) == whole
    assert source.read(publisher.id, LATEST, len(whole) + 5, 10) == b""


def test_what_is_not_there_is_told_apart(source, publisher):
    name = "editions/99.signed"
    assert source.size(publisher.id, name) is None
    with pytest.raises(SourceError) as error:
        source.read(publisher.id, name, 0, 10)
    assert error.value.code == "source-missing"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "seg/../latest.signed", "LATEST.SIGNED", ""])
def test_foreign_names_are_never_opened(source, publisher, name):
    with pytest.raises(SourceError):
        source.read(publisher.id, name, 0, 10)


def test_a_publications_own_folder_will_do(publisher):
    publisher.publish(publisher.article("a"))
    with open_source(publisher.folder) as source:
        assert source.publications() == (publisher.id,)


def test_links_out_of_the_folder_are_not_followed(publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    secret = tmp_path / "secret"
    secret.write_text("secret")
    latest = publisher.folder / LATEST
    latest.unlink()
    latest.symlink_to(secret)
    with open_source(publisher.bundle) as source:
        assert source.size(publisher.id, LATEST) is None
        with pytest.raises(SourceError):
            source.read(publisher.id, LATEST, 0, 10)


def test_an_empty_folder_and_nothing_at_all(tmp_path):
    with pytest.raises(SourceError) as error, open_source(tmp_path) as source:
        source.publications()
    assert error.value.code == "source-empty"
    with pytest.raises(SourceError) as error:
        open_source(tmp_path / "nothing")
    assert error.value.code == "source-absent"


def test_a_compressed_zip_is_refused(publisher, tmp_path):
    publisher.publish(publisher.article("a", body="snow " * 500))
    with pytest.raises(BundleError) as error:
        open_source(publisher.zipped(tmp_path / "z.zip", zipfile.ZIP_DEFLATED))
    assert error.value.code == "zip-compressed"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_doubled_entry_is_refused(publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    path = publisher.zipped(tmp_path / "z.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"{publisher.id}/{LATEST}", b"another")
    with pytest.raises(BundleError) as error:
        open_source(path)
    assert error.value.code == "zip-doubled-entry"


def test_an_encrypted_entry_is_refused(publisher, tmp_path):
    publisher.publish(publisher.article("a"))
    path = publisher.zipped(tmp_path / "z.zip")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the "encrypted" bit of the first central header
    path.write_bytes(bytes(data))
    with pytest.raises(BundleError) as error:
        open_source(path)
    assert error.value.code == "zip-encrypted"


def test_too_many_entries_are_refused(tmp_path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(LIMITS.zip_entries + 1):
            archive.writestr(f"{number}", b"")
    with pytest.raises(BundleError) as error:
        open_source(path)
    assert error.value.code == "zip-too-many-entries"


@pytest.mark.parametrize("keep", [0, 10, 100, 1000])
def test_a_cut_zip_is_refused(publisher, tmp_path, keep):
    publisher.publish(publisher.article("a"))
    path = publisher.zipped(tmp_path / "z.zip")
    cut(path, keep)
    with pytest.raises(BundleError) as error:
        open_source(path)
    assert error.value.code == "zip-damaged"


def test_slipping_names_in_a_zip_are_passed_over(tmp_path):
    path = tmp_path / "slip.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../../../tmp/slipped.txt", b"evil")
        archive.writestr("C:\\windows\\evil.dll", b"evil")
    with pytest.raises(SourceError) as error, open_source(path) as source:
        source.publications()
    assert error.value.code == "source-empty"
    assert not (tmp_path / "slipped.txt").exists()


@pytest.mark.parametrize("zipped", [False, True])
def test_a_disk_that_answers_nothing_any_more_is_gone(publisher, tmp_path, monkeypatch, zipped):
    """A pulled stick whose mount is still there fails at every touch, with an error that Path's questions do not expect."""
    publisher.publish(publisher.article("a"))
    path = publisher.zipped(tmp_path / "b.zip") if zipped else publisher.bundle
    source = open_source(path)

    def fail(*_args, **_more):
        raise OSError(errno.EIO, "Input/output error")

    with source, monkeypatch.context() as patch:
        for name in ("stat", "lstat", "scandir"):
            patch.setattr(os, name, fail)
        with pytest.raises(SourceError) as error:
            open_source(path)
        assert error.value.code == "source-absent"
        if zipped:
            patch.setattr(source, "_file", Broken())
        with pytest.raises(SourceError) as error:
            source.read(publisher.id, LATEST, 0, 10)
        assert error.value.code == "source-gone"


class Broken:
    """A file of a disk that is gone."""

    def seek(self, *_):
        raise OSError(errno.EIO, "Input/output error")

    read = seek

    def close(self):
        pass
