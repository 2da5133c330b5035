import shutil
import subprocess
from dataclasses import replace

import pytest

from reader.bundle.signature import PublicKey, SecretKey, Signature, is_key_id, sign, verify
from reader.errors import BundleError

KEY = SecretKey(
    "0102030405060708",
    bytes.fromhex(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    ),
)
needs_minisign = pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")


def minisign(*arguments, folder):
    return subprocess.run(["minisign", *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_verifies_what_it_signed():
    signature = Signature.parse(sign(b"payload", KEY, "what this is"))
    verify(b"payload", signature, KEY.public)
    assert signature.trusted_comment == "what this is"
    assert signature.algorithm == b"ED"


def test_the_same_data_and_key_give_the_same_signature():
    assert sign(b"payload", KEY, "c") == sign(b"payload", KEY, "c")


def test_other_data_other_comment_or_other_key_is_wrong():
    signature = Signature.parse(sign(b"payload", KEY, "comment"))
    stranger = SecretKey.generate()
    cases = [
        (b"other", signature, KEY.public),
        (b"payload", replace(signature, trusted_comment="other"), KEY.public),
        (b"payload", replace(signature, algorithm=b"Ed"), KEY.public),
        (b"payload", signature, stranger.public),
        (b"payload", signature, PublicKey(KEY.key_id, stranger.public.key)),
        (b"payload", signature, PublicKey(KEY.key_id, b"short")),
    ]
    for data, other, public in cases:
        with pytest.raises(BundleError, match="signature-wrong"):
            verify(data, other, public)


def test_a_block_has_exactly_one_spelling():
    text = sign(b"payload", KEY, "comment")
    assert Signature.parse(text).to_text() == text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text + "\n",
        lambda text: text.replace("untrusted comment: ", "comment: "),
        lambda text: text.replace("\ntrusted comment: ", "\ntrusted: "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("=", ""),
        lambda text: text.replace("\nRU", "\nRV"),
        lambda text: text.replace("comment: x", "comment: \x1b[2J"),
        lambda text: text.replace("comment: x", "comment: " + "x" * 9000),
    ],
)
def test_a_damaged_block_is_malformed(change):
    with pytest.raises(BundleError, match="signature-malformed"):
        Signature.parse(change(sign(b"payload", KEY, "x")))


def test_key_numbers_are_printed_as_minisign_does():
    assert is_key_id(KEY.key_id)
    assert not is_key_id(KEY.key_id.lower() + "x")
    public = KEY.public.to_text()
    assert len(public) == 56
    assert PublicKey.parse(public) == KEY.public


@pytest.mark.parametrize("text", ["", "RW", "é", KEY.public.to_text()[:-1], KEY.public.to_text() + "\n", "A" * 56])
def test_other_text_is_no_public_key(text):
    with pytest.raises(BundleError, match="key-malformed"):
        PublicKey.parse(text)


def test_a_secret_key_does_not_show_itself():
    assert "secret" not in repr(KEY)


@needs_minisign
def test_minisign_verifies_our_signature(tmp_path):
    (tmp_path / "payload").write_bytes(b"payload")
    (tmp_path / "sig").write_text(sign(b"payload", KEY, "packhorse edition 3"))
    (tmp_path / "pub").write_text(KEY.public.to_file())
    done = minisign("-Vm", "payload", "-x", "sig", "-p", "pub", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "packhorse edition 3" in done.stdout
    with_text = minisign("-Vm", "payload", "-x", "sig", "-P", KEY.public.to_text(), folder=tmp_path)
    assert with_text.returncode == 0
    (tmp_path / "payload").write_bytes(b"other")
    assert minisign("-Vm", "payload", "-x", "sig", "-p", "pub", folder=tmp_path).returncode != 0
