"""A plan as rows ready for the database: what is added, changed, settled and noted, table by table. Nothing is written here."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models.fields.related import ForeignKey

from quanheng.access.core.chain import plain
from quanheng.access.core.sealed_fields import kept
from quanheng.access.models import DataKey, HouseKept, KeptJSON, KeptWords, SealedText, Shut, in_version
from quanheng.establishment.models import PostQuota
from quanheng.exchange.core import copy_text
from quanheng.exchange.queries.plan import UNTOLD, Plan
from quanheng.exchange.queries.registry_now import CHILDREN
from quanheng.registry.models import Assignment, FileGap, Organisation, Person, Post, Rank, Relative, Revision

KEYED: tuple[type[models.Model], ...] = (Organisation, Post)
"""Other rows point to these: they get their keys now, from the database's own sequence."""
_NUMBERED = (*KEYED, Relative)
"""Rows that have their keys before they are written; what is sealed in family lines is bound to theirs."""
TABLES: tuple[type[models.Model], ...] = (Organisation, Post, Person, DataKey, PostQuota, *CHILDREN)
_ROWS, _LETTERS = 5_000, 4_000_000
"""In one piece, at most: photographs make rows long."""
_REASON = 300
_BUILT_IN = "django.db.models.fields"


@dataclass(frozen=True)
class Piece:
    """Some rows of one table in COPY's text form (一段): what to do with them, and their columns."""

    verb: str
    model: type[models.Model]
    columns: tuple[str, ...]
    rows: int
    text: str


def pieces_of(plan: Plan, *, batch: int) -> Iterator[Piece]:
    """Everything the plan would write, in the order in which it must be written; what must hold still comes first."""
    give_keys(plan)
    preset_levels(plan)
    preset_authorities(plan)
    yield from _held(plan)
    for model in TABLES:
        yield from _added(model, plan.new.get(model, ()))
    yield from _settled(plan)
    yield from _added(FileGap, plan.gaps)
    for model, changed in plan.changed.items():
        yield from _changed(model, changed)
    yield from _cut("note", Revision, _NOTES, _notes(plan, f"第{batch}批导入"))


def give_keys(plan: Plan) -> None:
    """New units and seats, by the sequence; numbers never used again when the import is given up are no loss."""
    for model in KEYED:
        rows = [row for row in plan.new.get(model, ()) if row.pk is None]
        if rows:
            with connection.cursor() as cursor:
                sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
                cursor.execute(sequence, [model._meta.db_table, len(rows)])
                for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
                    row.pk = key


def cells_of(plan: Plan) -> list[tuple[int, str, str]]:
    """Unit, level and role of the leading seats the plan newly fills; after their units have got their keys."""
    return sorted({(post.organisation.pk, post.level, post.role) for post in plan.filled})


def preset_levels(plan: Plan) -> None:
    """The level of new persons, as the database would work it out from their lines: it then finds nothing to change."""
    new = {row.pk: row for row in plan.new.get(Person, ()) if isinstance(row, Person)}
    for line in plan.new.get(Assignment, ()):
        assert isinstance(line, Assignment)
        if line.person_id in new and line.kind == "main" and line.level and line.until_on is None:
            held = new[line.person_id].level
            new[line.person_id].level = min(held, line.level) if held else line.level
    spells = [
        row
        for row in plan.new.get(Rank, ())
        if isinstance(row, Rank) and row.kind == "level" and row.until_on is None
    ]
    for spell in sorted(spells, key=lambda row: row.from_on):
        if spell.person_id in new:
            new[spell.person_id].level = spell.code


def preset_authorities(plan: Plan) -> None:
    """The same of the authority that stands with the ranks of new persons."""
    new = {row.pk: row for row in plan.new.get(Person, ()) if isinstance(row, Person)}
    for row in plan.new.get(Rank, ()):
        assert isinstance(row, Rank)
        if row.person_id in new:
            row.authority_id = new[row.person_id].authority_id


def _held(plan: Plan) -> Iterator[Piece]:
    """Units that get somebody, and persons that are there already: nobody else may change them meanwhile."""
    rows = [row for model in CHILDREN for row in plan.new.get(model, ())]
    rows += [row for changed in plan.changed.values() for row, _before in changed]
    new = {row.pk for model in (Organisation, Person) for row in plan.new.get(model, ())}
    units = {key for row in rows if (key := _key(row, Organisation, "organisation")) is not None} - new
    people = {key for row in rows if (key := _key(row, Person, "person")) is not None} - new
    yield from _cut("hold", Organisation, ("id",), ((key,) for key in sorted(units)))
    yield from _cut("hold", Person, ("key",), ((key,) for key in sorted(people)))


def _key(row: models.Model, model: type[models.Model], name: str) -> Any:
    """The key of the unit or person that a row is, or belongs to."""
    return row.pk if isinstance(row, model) else getattr(row, f"{name}_id", None)


def _added(model: type[models.Model], rows: Iterable[models.Model]) -> Iterator[Piece]:
    has_own = model in _NUMBERED or isinstance(model._meta.pk, models.UUIDField)
    fields = [
        each
        for each in model._meta.concrete_fields
        if (has_own or not each.primary_key) and not each.generated
    ]
    read = [_reader(each) for each in fields]
    yield from _cut(
        "add", model, tuple(str(each.column) for each in fields), ([cell(row) for cell in read] for row in rows)
    )


def _settled(plan: Plan) -> Iterator[Piece]:
    """What the file says again settles earlier gaps."""
    new = {row.pk for row in plan.new.get(Person, ())}
    people = {person for person, _noun in plan.complete} - new
    gaps = FileGap.objects.filter(person__in=people).order_by("pk") if people else FileGap.objects.none()
    over = [gap.pk for gap in gaps if (gap.person_id, gap.noun) in plan.complete]
    yield from _cut("settle", FileGap, ("id",), ((key,) for key in over))


def _changed(
    model: type[models.Model], changed: Sequence[tuple[models.Model, dict[str, Any]]]
) -> Iterator[Piece]:
    """The key, which of the fields change (a bit for each), and their values; what does not change is left empty."""
    fields = [
        each for each in model._meta.concrete_fields if any(each.name in before for _row, before in changed)
    ]
    read = [_reader(each) for each in fields]
    key = model._meta.pk
    assert key is not None

    def cells(row: models.Model, before: dict[str, Any]) -> list[Any]:
        which = sum(1 << place for place, each in enumerate(fields) if each.name in before)
        return [
            row.pk,
            which,
            *(cell(row) if each.name in before else None for each, cell in zip(fields, read, strict=True)),
        ]

    columns = (str(key.column), *(str(each.column) for each in fields))
    yield from _cut("change", model, columns, (cells(row, before) for row, before in changed))


_NOTES = ("person_id", "organisation_id", "noun", "line", "before", "after", "reason")


def _notes(plan: Plan, reason: str) -> Iterator[list[Any]]:
    """A line for every correction: what stood there, what stands there now; who and when is known only when it is written."""
    for model, rows in plan.changed.items():
        for row, before in rows:
            person = row.pk if isinstance(row, Person) else getattr(row, "person_id", None)
            unit = (
                None
                if person
                else row.pk
                if isinstance(row, Organisation)
                else getattr(row, "organisation_id", None)
            )
            told = {name: old for name, old in before.items() if name not in UNTOLD}
            if not told:
                continue
            was = {name: _kept(row._meta.get_field(name), old) for name, old in told.items()}
            now = {name: _kept(field := row._meta.get_field(name), _now(row, field)) for name in told}
            yield [person, unit, str(model._meta.model_name), str(row.pk), _json(was), _json(now), reason]


def _now(row: models.Model, field: Any) -> Any:
    """What is sealed is not opened for it."""
    return row.__dict__[field.attname] if isinstance(field, HouseKept) else getattr(row, field.name)


def _kept(field: Any, value: Any) -> Any:
    """A value as JSON; of a photo only its size, of another record its key, of what is sealed the sealed value."""
    if isinstance(field, SealedText):
        return kept(bytes(value))
    if isinstance(field, KeptWords | KeptJSON):
        return in_version(value)
    if isinstance(value, bytes | memoryview):
        return f"{value.length if isinstance(value, Shut) else len(value)}字节"
    if isinstance(value, models.Model):
        return str(value.pk)
    return plain({"": value})[""]


def _cut(
    verb: str, model: type[models.Model], columns: tuple[str, ...], rows: Iterable[Sequence[Any]]
) -> Iterator[Piece]:
    said: list[str] = []
    length = 0
    for row in rows:
        said.append(copy_text.line(row))
        length += len(said[-1])
        if len(said) == _ROWS or length > _LETTERS:
            yield Piece(verb, model, columns, len(said), "".join(said))
            said, length = [], 0
    if said:
        yield Piece(verb, model, columns, len(said), "".join(said))


def _reader(field: "models.Field[Any, Any]") -> Callable[[models.Model], Any]:
    """How a row's cell of this field is written: our own kinds of field prepare their values themselves."""
    name = field.attname
    if isinstance(field, ForeignKey):
        return lambda row: _pointed(row, field)
    if isinstance(field, models.JSONField):
        return lambda row: _json(getattr(row, name))
    if isinstance(field, HouseKept):
        return lambda row: field.pre_save(row, add=True)
    if isinstance(field, models.BinaryField):
        return lambda row: None if getattr(row, name) is None else bytes(getattr(row, name))
    if type(field).__module__.startswith(_BUILT_IN):
        return lambda row: getattr(row, name)
    return lambda row: field.get_db_prep_save(getattr(row, name), connection)


def _pointed(row: models.Model, field: "ForeignKey[Any, Any]") -> Any:
    """Keys are taken from the object: it may have got its own after it was set here."""
    if field.is_cached(row):
        related = field.get_cached_value(row)
        return None if related is None else related.pk
    return getattr(row, field.attname)


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
