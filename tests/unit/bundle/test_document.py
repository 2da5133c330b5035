import pytest

from reader.bundle.document import SignedDocument, canonical_json, strict_json
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


def test_canonical_json_has_one_form():
    value = {"b": [1, True, None], "a": 'Ночь \u2028 "\n'}
    assert canonical_json(value) == '{"a":"Ночь \u2028 \\"\\n","b":[1,true,null]}'.encode()
    assert strict_json(canonical_json(value)) == value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json-malformed"),
        (b"{", "json-malformed"),
        (b"{} {}", "json-malformed"),
        (b"{'a':1}", "json-malformed"),
        (b"\xef\xbb\xbf{}", "json-malformed"),
        (b'"\xff"', "json-malformed"),
        (b'"\xed\xa0\x80"', "json-malformed"),
        (b'"\\ud800"', "json-malformed"),
        (b'{"\\udfff":1}', "json-malformed"),
        (b'"\\u0000"', "json-malformed"),
        (b'"a\nb"', "json-malformed"),
        (b'{"a":1,"a":1}', "json-key-doubled"),
        (b'{"a":1,"\\u0061":1}', "json-key-doubled"),
        (b"1.0", "json-number"),
        (b"1e3", "json-number"),
        (b"NaN", "json-number"),
        (b"-Infinity", "json-number"),
        (b"9007199254740992", "json-number"),
        (b"-9007199254740992", "json-number"),
        (b"1" * 5000, "json-number"),
        (b"[" * 17 + b"]" * 17, "json-too-deep"),
        (b'{"a":' * 17 + b"1" + b"}" * 17, "json-too-deep"),
        (b"[" * 100_000, "json-too-deep|json-malformed"),
    ],
)
def test_json_with_more_than_one_meaning_is_refused(data, code):
    with refused(code):
        strict_json(data)


@pytest.mark.parametrize(
    "data",
    [b"[" * 16 + b"]" * 16, b"9007199254740991", b'"\\ud83d\\udc34"', b'{"a":"' + b"[" * 40 + b'"}', b'"\\\\u0000"'],
)
def test_json_just_inside_the_rules_is_read(data):
    strict_json(data)
