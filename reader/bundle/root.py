"""The payload of a root document: a publication's keys and who may sign what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.bundle.fields import Fields
from reader.bundle.json_text import canonical_json, strict_json
from reader.bundle.layout import is_publication_id
from reader.bundle.limits import LIMITS
from reader.bundle.requirements import FORMAT, check_requirements
from reader.bundle.signature import PublicKey
from reader.errors import BundleError
from reader.model.edition import Role, Root

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT_ROLE = "root"
EDITION_ROLE = "edition"
WITHDRAW_ROLE = "withdraw"
_NEEDED_ROLES = (ROOT_ROLE, EDITION_ROLE)


def encode_root(root: Root) -> bytes:
    """The canonical payload of a root. Version 1 names no publication: the publication is named after it."""
    fields: dict[str, object] = {
        "type": "root",
        "format": FORMAT,
        "version": root.version,
        "epoch": root.epoch,
        "keys": {key_id: PublicKey(key_id, key).to_text() for key_id, key in root.keys.items()},
        "roles": {name: {"keys": sorted(role.keys), "threshold": role.threshold} for name, role in root.roles.items()},
    }
    if root.publication:
        fields["publication"] = root.publication
    return canonical_json(fields)


def decode_root(payload: bytes) -> Root:
    """Read a root's payload. Nothing is verified by this.

    Raises:
        BundleError: ``needs-newer-packhorse``, ``root-too-many-versions``, ``key-malformed``, ``field-missing``,
            ``field-wrong``, and what ``strict_json`` raises.
    """
    fields = Fields(strict_json(payload), "root")
    check_requirements(fields, "root")
    version = fields.integer("version", least=1)
    if version > LIMITS.root_versions:
        raise BundleError("root-too-many-versions", version=version, most=LIMITS.root_versions)
    publication = fields.text("publication", "")
    if (version == 1) != (not publication) or (publication and not is_publication_id(publication)):
        fields.wrong("publication")
    keys = _keys(fields)
    return Root(version, fields.integer("epoch", least=1), keys, _roles(fields, keys), publication)


def _keys(fields: Fields) -> dict[str, bytes]:
    keys = {}
    for key_id, text in fields.mapping("keys").items():
        if not isinstance(text, str):
            fields.wrong("keys")
        public = PublicKey.parse(text)
        if public.key_id != key_id:
            fields.wrong("keys")
        keys[key_id] = public.key
    return keys


def _roles(fields: Fields, keys: Mapping[str, bytes]) -> dict[str, Role]:
    roles = {}
    for name in fields.mapping("roles"):
        roles[name] = _role(Fields(fields.mapping("roles")[name], f"root.roles.{name}"), keys)
    if any(name not in roles for name in _NEEDED_ROLES):
        fields.wrong("roles")
    return roles


def _role(fields: Fields, keys: Mapping[str, bytes]) -> Role:
    members = fields.texts("keys")
    if not members or any(member not in keys for member in members):
        fields.wrong("keys")
    if len({keys[member] for member in members}) != len(members):
        fields.wrong("keys")
    return Role(members, fields.integer("threshold", least=1, most=len(members)))
