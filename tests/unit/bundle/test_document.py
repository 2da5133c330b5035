import pytest

from reader.bundle.document import SignedDocument
from reader.bundle.signature import SecretKey
from reader.errors import BundleError
from reader.model.edition import Role

FIRST, SECOND, STRANGER = (SecretKey.generate() for _ in range(3))
KEYS = {key.key_id: key.public.key for key in (FIRST, SECOND)}
BOTH = Role((FIRST.key_id, SECOND.key_id), threshold=2)
EITHER = Role((FIRST.key_id, SECOND.key_id))


def refused(code):
    return pytest.raises(BundleError, match=f"^{code}")


def test_bytes_come_back_as_they_were():
    document = SignedDocument.sign(b'{"a":1}\n\nmore', [FIRST, SECOND], "two")
    parsed = SignedDocument.parse(document.to_bytes())
    assert parsed == document
    assert parsed.payload == b'{"a":1}\n\nmore'
    assert [signature.key_id for signature in parsed.signatures] == [FIRST.key_id, SECOND.key_id]


def test_a_threshold_counts_different_keys():
    twice = SignedDocument.sign(b"x", [FIRST, FIRST], "same key twice")
    with refused("signature-too-few"):
        twice.verify(BOTH, KEYS, "edition")
    SignedDocument.sign(b"x", [SECOND, FIRST], "").verify(BOTH, KEYS, "edition")


def test_unknown_keys_are_passed_over():
    SignedDocument.sign(b"x", [STRANGER, FIRST], "").verify(EITHER, KEYS, "edition")
    with refused("signature-too-few"):
        SignedDocument.sign(b"x", [STRANGER], "").verify(EITHER, KEYS, "edition")


def test_one_wrong_signature_of_a_known_key_refuses_the_document():
    good = SignedDocument.sign(b"x", [FIRST], "")
    bad = SignedDocument.sign(b"y", [SECOND], "")
    with refused("signature-wrong"):
        SignedDocument((*good.signatures, *bad.signatures), b"x").verify(EITHER, KEYS, "edition")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"{}", b"\n{}", b"untrusted comment: x\n\n{}"])
def test_other_bytes_are_malformed(data):
    with refused("document-malformed|signature-malformed"):
        SignedDocument.parse(data)
