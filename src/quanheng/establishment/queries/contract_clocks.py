"""Clocks of employment contracts: those running out, probations ending, those past their end and not settled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers
from quanheng.establishment.models import Contract
from quanheng.kernel.dates import add_months
from quanheng.registry.models import Organisation
from quanheng.registry.queries.sight import authorities_seen, units_seen
from quanheng.registry.queries.sight import seen as seen_by

VIEW = "establishment.view"
CLOCKS = ("ending", "trial", "overdue", "current")
"""合同到期 · 试用期满 · 逾期未办 · 在签."""
MOST = 1000
"""Counting stops here: a list shows that there are more, not how many millions."""


def contracts(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    clock: str = "current",
    months: int = 6,
    organisation: str = "",
) -> QuerySet[Contract]:
    """Contracts of one clock on `as_of`, the most urgent first; `months` ahead for what is still to come."""
    day = as_of or on
    rows = Contract.objects.filter(units_seen(VIEW, by=by, on=on), _of_clock(clock, day, months))
    if organisation:
        rows = rows.filter(organisation__code=organisation)
    rows = rows.select_related("person", "organisation").only(*_SHOWN)
    return rows.order_by(due_field(clock), "pk")


_SHOWN = (
    "kind", "is_full_time", "from_on", "until_on", "probation_until_on", "ended_on",
    "person__name", "organisation__code", "organisation__name",
)  # fmt: skip


def due_field(clock: str) -> str:
    """The day by which a clock's list is ordered."""
    return {"trial": "probation_until_on", "current": "from_on"}.get(clock, "until_on")


def how_many(lists: Sequence[QuerySet[Contract]]) -> list[int]:
    """The number of rows of each list, counted no further than MOST: one question."""
    asked = [rows.order_by().values("pk")[:MOST].query.sql_with_params() for rows in lists]
    counts = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) AS counted)" for sql, _ in asked)  # noqa: S608  Django's own SQL
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [value for _, values in asked for value in values])
        return list(cursor.fetchone() or ())


def how_many_each(
    *, by: Account, on: date, as_of: date | None = None, organisation: Organisation
) -> dict[str, int]:
    """The numbers of every clock of one unit in one question, each said no further than MOST."""
    day = as_of or on
    mine = authorities_seen(VIEW, by=by, on=on)
    if mine is not None and organisation.authority_id not in mine:
        return dict.fromkeys(CLOCKS, 0)
    found = answers(_counts, unit=organisation.pk, day=day, horizon=add_months(day, 6))
    numbers = next((each for _unit, *each in found), [0] * len(CLOCKS))
    return {clock: min(number, MOST) for clock, number in zip(CLOCKS, numbers, strict=True)}


def _counts(*, unit: int, day: date, horizon: date) -> QuerySet[Contract, Any]:
    rows = Contract.objects.filter(_is_open(day), organisation=unit).order_by().values_list("organisation")
    return rows.annotate(**{each: Count("pk", filter=_due(each, day, horizon)) for each in CLOCKS})


def contract(*, by: Account, on: date, pk: int) -> Contract | None:
    """One contract that `by` may edit."""
    may = seen_by("establishment.edit", by=by, on=on, field="organisation__authority")
    return Contract.objects.filter(may, pk=pk).select_related("person", "organisation__authority").first()


_RENEWAL = Contract.objects.filter(before=OuterRef("pk"))


def _of_clock(clock: str, day: date, months: int) -> Q:
    """Ended on the day or before is over; a contract past its last day without an end on record is overdue."""
    return _is_open(day) & _due(clock, day, add_months(day, months))


def _is_open(day: date) -> Q:
    return (Q(ended_on__isnull=True) | Q(ended_on__gt=day)) & Q(from_on__lte=day)


def _due(clock: str, day: date, horizon: date) -> Q:
    """Of the contracts that are open."""
    if clock == "ending":
        return Q(until_on__gt=day, until_on__lte=horizon) & Q(~Exists(_RENEWAL))
    if clock == "trial":
        return Q(probation_until_on__gt=day, probation_until_on__lte=horizon)
    if clock == "overdue":
        return Q(until_on__lte=day)
    return Q(until_on__isnull=True) | Q(until_on__gt=day)
