"""Every field of every table is in one tier; what is sensitive or sealed is encrypted, or listed as plain with its reason."""

from collections import Counter
from typing import Any

from django.apps import apps

from quanheng.access.core.sealed_records import sealed_records
from quanheng.access.core.tiers import ENCRYPTED, TIERS, listed, plain_fields
from quanheng.access.models import Authority, HouseSealed, SealedText
from tests.house import tree

TABLES = [model for model in apps.get_models() if model.__module__.startswith("quanheng.")]
FIELDS = {
    f"{model._meta.app_label}.{model.__name__}.{field.name}": field
    for model in TABLES
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
}
PLAIN = [name for each in plain_fields() for name in each.fields]


def test_every_field_has_one_tier() -> None:
    counts = Counter(name for name, _ in listed())
    tree.nothing(f"no tier in access/data/field_tiers.toml: {name}" for name in FIELDS.keys() - counts.keys())
    tree.nothing(f"no such field: {name}" for name in counts.keys() - FIELDS.keys())
    tree.nothing(f"two tiers: {name}" for name, count in counts.items() if count > 1)
    assert {tier for _, tier in listed()} == set(TIERS)


def test_what_is_sensitive_or_sealed_is_encrypted_or_says_why_not() -> None:
    secret = {name for name, tier in listed() if tier in ENCRYPTED}
    encrypted = {name for name, field in FIELDS.items() if isinstance(field, SealedText | HouseSealed)}
    tree.nothing(f"neither encrypted nor listed as plain: {name}" for name in secret - encrypted - set(PLAIN))
    tree.nothing(f"listed as plain but encrypted: {name}" for name in encrypted & set(PLAIN))
    tree.nothing(f"encrypted but not sensitive or sealed: {name}" for name in encrypted - secret)
    tree.nothing(f"plain and not secret at all: {name}" for name in set(PLAIN) - secret)


def test_each_reason_stands_once_and_says_something() -> None:
    assert len(PLAIN) == len(set(PLAIN))
    assert all(len(each.why) > 20 for each in plain_fields())


def test_every_sealed_table_says_whose_keys_its_rows_are_under() -> None:
    tables = {label.rsplit(".", 1)[0] for label, field in FIELDS.items() if isinstance(field, SealedText)}
    tree.nothing(f"no line in access/data/sealed_records.toml: {label}" for label in tables - sealed_records().keys())
    for label, under in sealed_records().items():
        owner = _reached(apps.get_model(label), under.owner)
        assert owner is Authority, label
        _reached(apps.get_model(label), under.record)


def _reached(model: Any, way: str) -> Any:
    """The table at the end of a way; FieldDoesNotExist when there is none."""
    for step in way.split("__") if way else ():
        model = model._meta.get_field(step).related_model
    return model
