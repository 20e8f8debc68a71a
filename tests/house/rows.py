"""A row of every table for one place: an authority, and something of each noun that belongs to it. For tests of who sees what."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.apps import apps
from django.db import models

from quanheng.access.core.notes import CheckpointText, Key, Signature
from quanheng.access.models import Account, Authority, Grant, LogLeaf, LogSalt
from quanheng.access.queries.house_seal import seal_of
from quanheng.exchange.models import ExportChunk, ExportJob, ImportBatch, ImportChunk, ImportLine, ImportStage
from quanheng.exchange.queries.files import piece_at
from quanheng.exchange.queries.kept_lines import sealed_line
from quanheng.exchange.queries.plan import Line, Place
from quanheng.meeting.models import BodyMember, RollEntry
from quanheng.registry.models import DayValue, Person

DAY, MOMENT = date(2026, 1, 5), datetime(2026, 1, 5, 8, tzinfo=UTC)
MORE: dict[str, tuple[str, ...]] = {
    "registry.Revision": ("person",),
    "registry.Person": ("organisation",),
    "registry.Assignment": ("organisation",),
    "registry.SavedQuery": ("shared_with",),
}
"""Nullable references that are filled all the same."""
KEPT = {"term": "动议", "light": "passed", "means": "x", "means_zh": "x", "cites": [], "facts": {}, "missing": [], "remedy": None}
SAID: dict[str, dict[str, Any]] = {
    "disclosure.Objection": {"is_named": False},
    "procedure.Case": {"procedure": "promotion", "procedure_since": date(2019, 3, 3), "step": "motion"},
    "procedure.RecordEntry": {"step": "motion", "verb": "selection.motion.open"},
    "regulation.LayerAdoption": {"layer": "local_maiji"},
    "oversight.AuditFinding": {"stage": "motion", "kept": KEPT},
    "procedure.Task": {"permission": "selection.run"},
    "access.LogKey": {"key": Key("log.example", 1, bytes(32)).spelt},
    "access.Checkpoint": {
        "note": f"{CheckpointText('log.example', 1, bytes(32), 0).text}\n{Signature('log.example', bytes(4), bytes(64)).line}"
    },
}
"""What pages understand only in certain words."""
LEFT = frozenset({"access.Authority", "access.Account", "access.Grant"})
_numbers = count(1)
Rows = dict[str, set[Any]]


def nouns() -> list[type[models.Model]]:
    """Every table of our rooms, those first that others point to."""
    waiting = [model for model in apps.get_models() if model.__module__.startswith("quanheng.") and model._meta.label not in LEFT]
    ordered: list[type[models.Model]] = []
    while waiting:
        ready = [model for model in waiting if all(other in ordered for other in _needs(model))]
        assert ready, waiting
        ordered += ready
        waiting = [model for model in waiting if model not in ready]
    return sorted(ordered, key=lambda model: model._meta.label == "registry.Anchor")  # undone by what comes after it


def _needs(model: type[models.Model]) -> list[Any]:
    related = [field.related_model for field in _references(model)]
    return [other for other in related if other is not model and other._meta.label not in LEFT]


def _references(model: type[models.Model]) -> list[Any]:
    more = MORE.get(model._meta.label, ())
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey) and (not f.null or f.name in more)]


def furnish(authority: Authority, account: Account) -> Rows:
    """One row of everything under the authority; the primary keys by table."""
    made = furnished(authority, account)
    return {row._meta.db_table: {row.pk} for label, row in made.items() if label not in LEFT}


def furnished(authority: Authority, account: Account) -> dict[str, models.Model]:
    """The same as rows, by label."""
    grant = Grant.objects.create(account=account, role="party_group", authority=authority, from_on=DAY)
    made: dict[Any, models.Model] = {Authority: authority, Account: account, Grant: grant}
    for model in nouns():
        values = _values(model, made, authority.name)
        kept = model._default_manager.filter(pk=made[Person].pk) if model is DayValue else []  # made by a trigger
        made[model] = next(iter(kept), None) or model._default_manager.create(**values)
    _seat_another(made, authority.name)
    return {model._meta.label: row for model, row in made.items()}


def _seat_another(made: dict[Any, models.Model], mark: str) -> None:
    """The one member has stepped aside and spoken: without a second one present the figures of the vote could not be."""
    second = Account.objects.create(username=f"second-{next(_numbers)}", name=mark, created_at=MOMENT)
    member = BodyMember.objects.create(**_values(BodyMember, made | {Account: second}, mark))
    RollEntry.objects.create(**_values(RollEntry, made | {BodyMember: member}, mark))


def _values(model: type[models.Model], made: dict[Any, models.Model], mark: str) -> dict[str, Any]:
    given: dict[str, Any] = {field.name: made[field.related_model] for field in _references(model)} | _sealed(model, made, mark)
    for field in model._meta.concrete_fields:
        if field.name not in given and not (field.is_relation or field.has_default() or field.null or field.generated):
            value = _value(field, mark)
            if value is not None:
                given[field.name] = value
    placed = {"seq": made[LogLeaf].pk} if model is LogSalt else {"seq": _next_leaf()} if model is LogLeaf else {}
    return given | placed | ({"name": mark} if model is Person else {}) | SAID.get(model._meta.label, {})


def _next_leaf() -> int:
    """Leaves follow each other: past a gap the log could not close its next full tile."""
    return (LogLeaf.objects.order_by("-seq").values_list("seq", flat=True).first() or 0) + 1


def _sealed(model: type[models.Model], made: dict[Any, models.Model], mark: str) -> dict[str, Any]:
    """What an import or export keeps under the installation's key."""
    if model in (ImportChunk, ExportChunk):
        seal = seal_of(made[ImportBatch if model is ImportChunk else ExportJob])
        return {"number": 0, "data": seal.seal(b"x", place=piece_at(0))}
    if model is ImportLine:
        return {"noun": "x", "said": sealed_line(seal_of(made[ImportBatch]), Line("add", "x", mark, Place()))}
    return {"data": seal_of(made[ImportBatch]).seal(b"x", place="")} if model is ImportStage else {}


def _value(field: Any, mark: str) -> Any:
    if isinstance(field, models.AutoField | models.BigAutoField):
        return None
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.CharField | models.TextField):
        number = f"{next(_numbers)}"
        if field.name == "slug":
            return f"slug-{number}"
        return f"{mark}{number}"[: field.max_length] if len(mark) + len(number) <= (field.max_length or 999) else number
    if isinstance(field, models.DateTimeField):
        return MOMENT
    if isinstance(field, models.DateField):
        return DAY
    if isinstance(field, models.BooleanField):
        return True
    if isinstance(field, models.SmallIntegerField | models.PositiveSmallIntegerField):
        return 1
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BinaryField):
        return b"x"
    return [] if type(field).__name__ == "ArrayField" else next(_numbers)
