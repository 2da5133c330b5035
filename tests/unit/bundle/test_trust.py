from dataclasses import replace

import pytest

from reader.bundle.document import SignedDocument
from reader.bundle.edition import encode_edition
from reader.bundle.fingerprint import fingerprint
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.layout import publication_id
from reader.bundle.root import decode_root, encode_root
from reader.bundle.signature import SecretKey
from reader.bundle.trust import VerifiedEdition, VerifiedRoot, verify_root_chain
from reader.errors import BundleError
from reader.model.edition import Edition, Role, Root

OLD, NEW, EDITOR, STRANGER = (SecretKey.generate() for _ in range(4))


def refused(code):
    return pytest.raises(BundleError, match=f"^{code}")


def keys(*secrets):
    return {key.key_id: key.public.key for key in secrets}


def role(*secrets, threshold=1):
    return Role(tuple(sorted(key.key_id for key in secrets)), threshold)


FIRST = Root(1, 1, keys(OLD, EDITOR), {"root": role(OLD), "edition": role(EDITOR), "withdraw": role(EDITOR)})
FIRST_PAYLOAD = encode_root(FIRST)
PUBLICATION = publication_id(FIRST_PAYLOAD)
SECOND = replace(
    FIRST, version=2, publication=PUBLICATION, keys=keys(NEW, EDITOR), roles={**FIRST.roles, "root": role(NEW)}
)
EDITION = Edition(PUBLICATION, 1, 3, "2026-02-01", 1, {"en": "Winter Review"})


def signed(payload, *secrets):
    return SignedDocument.sign(payload, secrets, "test").to_bytes()


def root_document(root, *secrets):
    return signed(encode_root(root), *secrets)


FIRST_DOCUMENT = root_document(FIRST, OLD)


def edition_document(edition=EDITION, *secrets):
    return signed(encode_edition(edition), *(secrets or (EDITOR,)))


def test_the_first_root_names_the_publication():
    verified = verify_root_chain([FIRST_DOCUMENT])
    assert verified.publication == PUBLICATION
    assert verified.fingerprint == fingerprint(FIRST_PAYLOAD)
    assert verified.root == FIRST
    assert verified.documents == (FIRST_DOCUMENT,)


def test_a_key_can_be_replaced():
    verified = verify_root_chain([FIRST_DOCUMENT, root_document(SECOND, OLD, NEW)])
    assert verified.root.version == 2
    assert verified.publication == PUBLICATION
    assert verified.fingerprint == fingerprint(FIRST_PAYLOAD)
    third = root_document(replace(SECOND, version=3, epoch=2), NEW)
    assert verified.advance(third).root.epoch == 2


def test_a_root_must_sign_itself():
    with refused("signature-too-few"):
        verify_root_chain([root_document(FIRST, EDITOR)])


@pytest.mark.parametrize("signers", [(OLD,), (NEW,), (STRANGER, NEW), (EDITOR, NEW), ()])
def test_a_new_root_needs_the_old_keys_and_its_own(signers):
    chain = verify_root_chain([FIRST_DOCUMENT])
    with refused("signature-too-few|signature-malformed|document-malformed"):
        chain.advance(root_document(SECOND, *signers))


def test_a_threshold_holds_on_both_sides_of_a_change():
    two = replace(FIRST, keys=keys(OLD, NEW, EDITOR), roles={**FIRST.roles, "root": role(OLD, NEW, threshold=2)})
    with refused("signature-too-few"):
        verify_root_chain([root_document(two, OLD, OLD)])
    chain = verify_root_chain([root_document(two, OLD, NEW)])
    following = replace(two, version=2, publication=chain.publication)
    with refused("signature-too-few"):
        chain.advance(root_document(following, NEW))
    assert chain.advance(root_document(following, NEW, OLD)).root.version == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": 3}, "root-version-wrong"),
        ({"publication": "a" * 26}, "publication-other"),
        ({"epoch": 1}, "root-epoch-lower"),
    ],
)
def test_a_new_root_must_follow_the_old_one(change, code):
    first = replace(FIRST, epoch=2)
    chain = verify_root_chain([root_document(first, OLD)])
    following = replace(SECOND, publication=chain.publication, epoch=2)
    with refused(code):
        chain.advance(root_document(replace(following, **change), OLD, NEW))


def test_a_chain_starts_at_version_1():
    with refused("root-missing"):
        verify_root_chain([])
    with refused("root-version-wrong"):
        verify_root_chain([root_document(SECOND, NEW)])
    with refused("root-version-wrong"):
        verify_root_chain([FIRST_DOCUMENT, FIRST_DOCUMENT])


def test_an_edition_is_verified_by_its_key():
    document = edition_document()
    verified = verify_root_chain([FIRST_DOCUMENT]).verify_edition(document)
    assert verified.edition == EDITION
    assert verified.document == document
    assert len(verified.sha256) == 64


@pytest.mark.parametrize("signer", [OLD, STRANGER])
def test_an_edition_needs_the_edition_key(signer):
    with refused("signature-too-few"):
        verify_root_chain([FIRST_DOCUMENT]).verify_edition(edition_document(EDITION, signer))


def test_a_replaced_edition_key_signs_no_more():
    second = replace(SECOND, keys=keys(OLD, NEW), roles={"root": role(OLD), "edition": role(NEW)})
    chain = verify_root_chain([FIRST_DOCUMENT, root_document(second, OLD)])
    with refused("signature-too-few"):
        chain.verify_edition(edition_document())
    chain.verify_edition(edition_document(replace(EDITION, root_version=2), NEW))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"publication": "a" * 26}, "publication-other"),
        ({"root_version": 2}, "root-missing"),
        ({"epoch": 2}, "edition-epoch-wrong"),
    ],
)
def test_an_edition_must_belong_to_the_root(change, code):
    with refused(code):
        verify_root_chain([FIRST_DOCUMENT]).verify_edition(edition_document(replace(EDITION, **change)))


def test_an_older_edition_is_read_under_a_later_root():
    chain = verify_root_chain([FIRST_DOCUMENT, root_document(replace(SECOND, epoch=2), OLD, NEW)])
    assert chain.verify_edition(edition_document()).edition.epoch == 1


def test_a_root_is_no_edition_and_an_edition_no_root():
    chain = verify_root_chain([FIRST_DOCUMENT])
    with refused("field-wrong .field=edition.type"):
        chain.verify_edition(signed(FIRST_PAYLOAD, EDITOR))
    with refused("field-wrong .field=root.type"):
        chain.advance(signed(encode_edition(EDITION), OLD))


def test_verified_types_cannot_be_made_by_hand():
    with pytest.raises(TypeError):
        VerifiedRoot(PUBLICATION, "", FIRST, ())
    with pytest.raises(TypeError):
        VerifiedEdition(EDITION, "", b"")
    with pytest.raises((TypeError, ValueError)):
        replace(verify_root_chain([FIRST_DOCUMENT]), publication="a" * 26)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"type": "edition"}, "field-wrong .field=root.type"),
        ({"type": None}, "field-wrong .field=root.type"),
        ({"format": 2}, "needs-newer-packhorse"),
        ({"format": "1"}, "field-wrong .field=root.format"),
        ({"requires": ["post-quantum"]}, "needs-newer-packhorse .need=post-quantum"),
        ({"version": 0}, "field-wrong .field=root.version"),
        ({"version": True}, "field-wrong .field=root.version"),
        ({"epoch": 0}, "field-wrong .field=root.epoch"),
        ({"publication": PUBLICATION}, "field-wrong .field=root.publication"),
        ({"version": 2}, "field-wrong .field=root.publication"),
        ({"version": 2, "publication": "../../etc"}, "field-wrong .field=root.publication"),
        ({"keys": []}, "field-wrong .field=root.keys"),
        ({"keys": {OLD.key_id: 7}}, "field-wrong .field=root.keys"),
        ({"keys": {OLD.key_id: NEW.public.to_text()}}, "field-wrong .field=root.keys"),
        ({"keys": {OLD.key_id: "RW"}}, "key-malformed"),
        ({"roles": {}}, "field-wrong .field=root.roles"),
        ({"roles": {"root": {"keys": [OLD.key_id], "threshold": 1}}}, "field-wrong .field=root.roles"),
        ({"roles": {"root": 1, "edition": 1}}, "field-wrong .field=root.roles.edition"),
        ({"roles": {"root": {"keys": [], "threshold": 1}}}, "field-wrong .field=root.roles.root.keys"),
        ({"roles": {"root": {"keys": [NEW.key_id], "threshold": 1}}}, "field-wrong .field=root.roles.root.keys"),
        ({"roles": {"root": {"keys": [OLD.key_id] * 2, "threshold": 2}}}, "field-wrong .field=root.roles.root.keys"),
        ({"roles": {"root": {"keys": [OLD.key_id], "threshold": 0}}}, "field-wrong .field=root.roles.root.threshold"),
        ({"roles": {"root": {"keys": [OLD.key_id], "threshold": 2}}}, "field-wrong .field=root.roles.root.threshold"),
        ({"roles": {"root": {"keys": [OLD.key_id]}}}, "field-missing .field=root.roles.root.threshold"),
    ],
)
def test_each_field_of_a_root_is_checked(change, code):
    with refused(code):
        decode_root(canonical_json({**strict_json(FIRST_PAYLOAD), **change}))


def test_one_key_under_two_numbers_is_not_two_keys():
    alias = SecretKey("00000000000000AA", OLD.secret)
    doubled = replace(
        FIRST, keys=keys(OLD, alias, EDITOR), roles={**FIRST.roles, "root": role(OLD, alias, threshold=2)}
    )
    with refused("field-wrong .field=root.roles.root.keys"):
        verify_root_chain([root_document(doubled, OLD, alias)])


def test_fields_of_the_future_are_ignored():
    assert decode_root(canonical_json({**strict_json(FIRST_PAYLOAD), "later": [1], "requires": []})) == FIRST
