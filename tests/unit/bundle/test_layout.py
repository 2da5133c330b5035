import hashlib

import pytest

from reader.bundle import layout

DIGEST = hashlib.sha256(b"any").hexdigest()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (layout.LATEST, "latest.signed"),
        (layout.edition_name(12), "editions/12.signed"),
        (layout.root_name(256), "root/256.signed"),
        (layout.dictionary_name(DIGEST), f"dict/{DIGEST}.zst"),
        (layout.segment_name(DIGEST), f"seg/{DIGEST[:2]}/{DIGEST}.seg"),
    ],
)
def test_every_name_that_we_write_is_one_that_we_open(name, expected):
    assert name == expected
    assert layout.is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "latest.signed\n",
        "latest.signed/",
        "/latest.signed",
        "./latest.signed",
        "LATEST.SIGNED",
        "root/0.signed",
        "root/01.signed",
        "root/1234.signed",
        "root/\u0661.signed",
        "root/-1.signed",
        "editions/../latest.signed",
        "editions\\1.signed",
        "editions/99999999999999999.signed",
        f"dict/{DIGEST.upper()}.zst",
        f"dict/{DIGEST}.zst.part",
        f"seg/00/{DIGEST}.seg" if DIGEST[:2] != "00" else f"seg/11/{DIGEST}.seg",
        f"seg/{DIGEST}.seg",
        f"seg/{DIGEST[:2]}/../{DIGEST}.seg",
        "C:latest.signed",
        "\\\\server\\share\\latest.signed",
        "latest.signed\0",
    ],
)
def test_no_other_name_is_opened(name):
    assert not layout.is_name(name)


def test_a_publication_is_named_after_its_first_root():
    name = layout.publication_id(b"root")
    assert name == "jajustitpylddo5dahk2zk3opo"
    assert layout.is_publication_id(name)


@pytest.mark.parametrize("name", ["", "a" * 25, "a" * 27, "A" * 26, "a" * 25 + "1", "a" * 26 + "\n", "../" + "a" * 23])
def test_other_folders_are_no_publications(name):
    assert not layout.is_publication_id(name)
