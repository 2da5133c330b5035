import pytest

from reader.bundle.json_text import canonical_json, strict_json
from reader.errors import BundleError


def refused(code):
    return pytest.raises(BundleError, match=f"^{code}")


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
