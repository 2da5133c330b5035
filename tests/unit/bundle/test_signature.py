import shutil
import subprocess
from base64 import b64decode, b64encode
from dataclasses import replace

import pytest

from reader.bundle.keyfile import Cost, decode_secret_key, encode_secret_key
from reader.bundle.limits import MIB
from reader.bundle.signature import PublicKey, SecretKey, Signature, is_key_id, sign, verify
from reader.errors import BundleError, PublishError, QueryError

KEY = SecretKey(
    "0102030405060708",
    bytes.fromhex(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    ),
)
CHEAP = Cost(2**15, 16 * MIB)
needs_minisign = pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")


def no_passphrase() -> str:
    pytest.fail("asked for a passphrase")


def minisign(*arguments, folder, typed=""):
    return subprocess.run(
        ["minisign", *arguments], cwd=folder, input=typed, capture_output=True, text=True, check=False, timeout=60
    )


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


def test_a_key_file_without_a_passphrase_is_read_without_asking():
    assert decode_secret_key(encode_secret_key(KEY, None), no_passphrase) == KEY


def test_a_key_file_needs_its_passphrase():
    text = encode_secret_key(KEY, "creek bed", CHEAP)
    assert decode_secret_key(text, lambda: "creek bed") == KEY
    with pytest.raises(QueryError, match="passphrase-wrong"):
        decode_secret_key(text, lambda: "creek")


def test_an_empty_passphrase_is_refused():
    with pytest.raises(QueryError, match="passphrase-empty"):
        encode_secret_key(KEY, "")


def test_a_key_file_cannot_ask_for_all_memory():
    text = encode_secret_key(KEY, "p", CHEAP)
    comment, data = text.splitlines()
    raw = bytearray(b64decode(data))
    raw[46:54] = (2**40).to_bytes(8, "little")
    with pytest.raises(PublishError, match="key-file-too-costly"):
        decode_secret_key(f"{comment}\n{b64encode(raw).decode()}\n", no_passphrase)


@pytest.mark.parametrize(
    "change", [lambda t: "", lambda t: t[:50], lambda t: t.replace("untrusted", ""), lambda t: t * 50]
)
def test_a_damaged_key_file_is_malformed(change):
    with pytest.raises(PublishError, match="key-file-malformed"):
        decode_secret_key(change(encode_secret_key(KEY, None)), no_passphrase)


def test_a_changed_key_is_malformed():
    text = encode_secret_key(KEY, None)
    changed = text[:-20] + ("A" if text[-20] != "A" else "B") + text[-19:]
    with pytest.raises(PublishError, match="key-file-malformed"):
        decode_secret_key(changed, no_passphrase)


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


@needs_minisign
@pytest.mark.parametrize("passphrase", [None, "creek bed"])
@pytest.mark.parametrize("legacy", [False, True])
def test_we_verify_what_minisign_signs_with_our_key_file(tmp_path, passphrase, legacy):
    (tmp_path / "payload").write_bytes(b"payload")
    (tmp_path / "key").write_text(encode_secret_key(KEY, passphrase, CHEAP))
    more = ["-l"] if legacy else []
    done = minisign("-Sm", "payload", "-s", "key", "-x", "sig", *more, folder=tmp_path, typed=f"{passphrase}\n")
    assert done.returncode == 0, done.stderr
    signature = Signature.parse((tmp_path / "sig").read_text())
    verify(b"payload", signature, KEY.public)
    assert signature.algorithm == (b"Ed" if legacy else b"ED")


@needs_minisign
def test_we_read_key_files_that_minisign_made(tmp_path):
    assert minisign("-G", "-W", "-p", "pub", "-s", "key", folder=tmp_path).returncode == 0
    key = decode_secret_key((tmp_path / "key").read_text(), no_passphrase)
    assert key.public == PublicKey.parse((tmp_path / "pub").read_text().splitlines()[1])
    assert key.key_id.lstrip("0") in (tmp_path / "pub").read_text()
