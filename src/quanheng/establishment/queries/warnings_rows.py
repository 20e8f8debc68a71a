"""Rows of warnings in words: who, in what post, due when, by which clause, how that is reckoned; and the feed of the home page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.core.warnings import KINDS, Kind, cites_of, due_on, retires_on
from quanheng.establishment.models import Contract
from quanheng.establishment.queries.warnings import COUNTY, Window, count_of, warnings, window_of
from quanheng.registry.models import Assignment, Delegateship, Person, Rank
from quanheng.registry.queries.careers import counted_from

HOME_MONTHS, HOME_MOST = 1, 99


@dataclass(frozen=True)
class Warning:
    """预警: one line of the list; `is_overdue` on the day looked from."""

    person: UUID
    name: str
    post: str
    began_on: date | None
    due_on: date
    cites: str
    is_overdue: bool


def lines(kind: Kind, rows: Iterable[Any], window: Window) -> list[Warning]:
    """The rows as the page and the workbook show them; asks the database nothing."""
    cites = cites_of(kind, window.day, window.layer)
    return [each for each in (_line(kind, row, window, cites) for row in rows) if each]


def _line(kind: Kind, row: Any, window: Window, cites: str) -> Warning | None:
    person: Person = row if isinstance(row, Person) else row.person
    began, due = _days(kind, row, window)
    if due is None:
        return None
    return Warning(person.key, person.name, _post(row, person), began, due, cites, due < window.day)


def _days(kind: Kind, row: Any, window: Window) -> tuple[date | None, date | None]:
    """When the clock began and when it is full."""
    if isinstance(row, Person):
        is_county = (row.level_then or "999") < COUNTY  # type: ignore[attr-defined]  # annotated by the query
        return row.born_on, retires_on(born_on=row.born_on, sex=row.sex, is_county=is_county, on=window.day)
    if isinstance(row, Delegateship | Contract):
        return row.from_on, row.until_on
    if kind.name == "audit":
        return row.due_order, due_on(kind, row.due_order, window.day, window.layer)
    if kind.name == "key_post":
        return counted_from(row), row.due_order
    if kind.name == "audit_leaving":
        return row.from_on, row.due_order
    if kind.name == "rotation":
        return counted_from(row), due_on(kind, counted_from(row), window.day, window.layer)
    began = row.probation_from_on if kind.name == "probation" else row.from_on
    return began, due_on(kind, began, window.day, window.layer)


def _post(row: Any, person: Person) -> str:
    if isinstance(row, Assignment):
        return str(row)
    if isinstance(row, Rank):
        return person.current_post
    if isinstance(row, Delegateship):
        return str(row)
    return str(row.organisation) if isinstance(row, Contract) else person.current_post


def listed(kind: Kind, window: Window, *, by: Account, on: date, most: int) -> list[Warning]:
    """The first lines of a kind, the most urgent first."""
    rows = warnings(kind, window, by=by, on=on).order_by("due_order", "pk")[:most]
    return lines(kind, rows, window)


def soon(*, by: Account, on: date, kinds: Sequence[str] = tuple(KINDS)) -> list[tuple[Kind, int]]:
    """For the home page: what falls due within a month or is overdue, and how many, counted to a hundred at most.

    Nothing for who may not view persons; a fixed number of questions.
    """
    if not rights_of(by, on=on).may("registry.view"):
        return []
    window = window_of(on, HOME_MONTHS)
    found = [(KINDS[name], count_of(KINDS[name], window, by=by, on=on, at_most=HOME_MOST)) for name in kinds]
    return [(kind, number) for kind, number in found if number]
