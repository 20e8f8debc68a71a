"""Seal what is written: a new data key for one record and one writing. Anybody may; reading needs the owner's key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Model

from quanheng.access.actions.node_keys import node_of
from quanheng.access.core.key_tree import seal_data_key
from quanheng.access.core.profiles import PROFILES, Profile
from quanheng.access.core.sealed_fields import Place, new_data_key, seal_field, unsealed
from quanheng.access.models import Authority, DataKey, record_name, sealed_names
from quanheng.access.queries.keys import has_keys
from quanheng.access.queries.sealed_rows import owner_of, record_of

_AT_ONCE = 5_000


@dataclass(frozen=True)
class Writing:
    """一次写入: the data key made for it; gone when the act is over."""

    profile: Profile
    key: bytes
    version: int
    owner: str

    def seal(self, words: str, *, table: str, row: object, field: str) -> bytes:
        place = Place(table=table, row=str(row), field=field, owner=self.owner)
        return seal_field(self.profile, self.key, words, place=place, version=self.version)


def begin_writing(record: Model, *, owner: Authority, at: datetime) -> Writing:
    """A data key for the record, sealed to its owner; the caller holds the record, so versions do not meet.

    Refused where the house has no recovery key: what nobody could ever open is not written.
    """
    node, name = node_of(owner, at=at), record_name(record)
    last = DataKey.objects.filter(record=name).aggregate(last=Max("version"))["last"] or 0
    profile, version = PROFILES[node.profile], last + 1
    key = new_data_key(profile)
    sealed = seal_data_key(profile, node.node, key, record=name, version=version)
    DataKey.objects.create(record=name, version=version, owner=owner, node=node, sealed=sealed)
    return Writing(profile, key, version, owner.code)


def begin_writings(records: Sequence[tuple[Model, Authority]], *, at: datetime) -> list[tuple[Writing, DataKey]]:
    """A data key each for many records of (row, owner), not stored yet: the caller stores them together with what it seals.

    One query for some thousand records and a few for each owner; the caller holds the records that are there already.
    """
    last: dict[str, int] = {}
    for start in range(0, len(records), _AT_ONCE):
        names = [record_name(row) for row, _ in records[start : start + _AT_ONCE]]
        known = DataKey.objects.filter(record__in=names).order_by().values("record").annotate(last=Max("version"))
        last |= dict(known.values_list("record", "last"))
    nodes = {owner.pk: node_of(owner, at=at) for owner in {owner.pk: owner for _, owner in records}.values()}
    made = []
    for row, owner in records:
        node, name = nodes[owner.pk], record_name(row)
        profile, version = PROFILES[node.profile], last.get(name, 0) + 1
        key = new_data_key(profile)
        sealed = seal_data_key(profile, node.node, key, record=name, version=version)
        kept = DataKey(record=name, version=version, owner=owner, node=node, sealed=sealed)
        made.append((Writing(profile, key, version, owner.code), kept))
    return made


def save_sealed(row: Model, *, record: Model, owner: Authority, at: datetime) -> None:
    """Save a row of a record; words in its sealed columns are sealed first. A new row gets its number before that."""
    words = words_taken(row)
    if row._state.adding:
        row.save(force_insert=True)
    put_sealed(row, words, begin_writing(record, owner=owner, at=at) if words else None)
    row.save()


def keep_sealed(row: Model, *, at: datetime) -> None:
    """Save a row of a table outside the files of persons, its words sealed as `data/sealed_records.toml` says.

    Unlike a file, a case goes on in a house without keys: then the words wait for `quanheng keys seal`.
    """
    words = words_taken(row)
    if row._state.adding:
        row.save(force_insert=True)
    put_sealed(row, words, _writing(row, at) if words else None)
    row.save()


def seal_unsaved(row: Model, *, at: datetime) -> None:
    """The same without saving, for a row that is stored in another way and has its number already."""
    words = words_taken(row)
    put_sealed(row, words, _writing(row, at) if words else None)


def _writing(row: Model, at: datetime) -> Writing | None:
    return begin_writing(record_of(row), owner=owner_of(row), at=at) if has_keys() else None


def words_taken(row: Model) -> dict[str, str]:
    """The words out of the sealed columns of a row; values that are sealed already stay."""
    words = {name: getattr(row, name) for name in sealed_names(row) if isinstance(getattr(row, name), str | date)}
    for name in words:
        setattr(row, name, b"")
    return {name: str(said) for name, said in words.items() if said}


def put_sealed(row: Model, words: dict[str, str], writing: Writing | None) -> None:
    """Words into the sealed columns of a row that has its number; without a writing they wait."""
    for name, said in words.items():
        sealed = writing.seal(said, table=row._meta.label_lower, row=row.pk, field=name) if writing else unsealed(said)
        setattr(row, name, sealed)
