import shutil
import subprocess
from base64 import b64decode, b64encode

import pytest

from reader.bundle.keyfile import Cost, decode_secret_key, encode_secret_key
from reader.bundle.limits import MIB
from reader.bundle.signature import PublicKey, SecretKey, Signature, verify
from reader.errors import PublishError, QueryError

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
