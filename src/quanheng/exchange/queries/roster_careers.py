"""Sheet A02职务: the lines of careers, each with its unit and, where there is one, its seat."""

from typing import Any

from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.exchange.queries.registry_now import lines_now
from quanheng.exchange.queries.roster_lines import note_rows, person_of, require_period
from quanheng.exchange.queries.roster_seats import Read, give_seats, hold_quotas
from quanheng.exchange.queries.roster_units import CAREERS, ROLES, into_words, level_of
from quanheng.kernel.texts import text
from quanheng.registry.models import Assignment, Organisation

REMOVED = "0"
_KEY = ("from_on", "organisation_text", "title")


def plan_careers(roster: Roster, into: Context) -> None:
    """All rows are read first: seats are given in order of time, whatever the order of the rows."""
    existing = lines_now(Assignment, _KEY, into.people)
    seen: dict[tuple[object, ...], int] = {}
    reads: list[Read] = []
    note_rows(roster, CAREERS, Assignment, into)
    for row in roster.accepted(CAREERS):
        with into.row(row, Assignment, _label(row)):
            values = _values(row, into)
            person = values["person"]
            key = (person.pk, *(values[name] for name in _KEY))
            if key in seen:
                raise RowError("", text("与第{row}行重复", row=seen[key]))
            seen[key] = row.number
            found = existing.take(person, values)
            assert found is None or isinstance(found, Assignment)
            values["kind"] = values["kind"] or (found.kind if found else "main")
            reads.append(Read(row, person, values, found, _label(row)))
    give_seats(reads, into)
    hold_quotas(reads, into)
    for each in reads:
        with into.row(each.row, Assignment, each.label):
            if each.fault is not None:
                raise each.fault
            into.plan.settle(Assignment, each.found, each.values, label=each.label, place=place_of(each.row))


def _label(row: Row) -> str:
    return f"{row.text('name')} {row.text('organisation')}{row.text('post')}"


def _values(row: Row, into: Context) -> dict[str, Any]:
    require_period(row)
    if row.text("status") == REMOVED and row.on("until_on") is None:
        raise RowError("until_on", text("任职状态为已免，但没有免职时间"))
    unit = _unit(row, into)
    return {
        "person": person_of(row, into),
        "organisation": unit,
        "kind": _kind(row),
        "organisation_text": row.text("organisation"),
        "title": row.text("post"),
        "level": level_of(row),
        "role": ROLES.get(row.text("post_rank"), ""),
        "is_leading": row.flag("is_leading"),
        "is_grassroots": row.flag("is_grassroots"),
        "from_on": row.on("from_on"),
        "until_on": row.on("until_on"),
        "mode": into_words("selection_method", row.text("selection_method")),
        "is_exceptional": row.flag("is_exceptional"),
        "decided_by": row.text("decided_by"),
        "document": row.text("document"),
        "removal_document": row.text("removal_document"),
    }


def _kind(row: Row) -> str | None:
    """As far as the sheet says; a line on file keeps its kind when the sheet says none."""
    if "挂职" in row.text("post"):
        return "secondment"
    is_main = row.flag("is_main")
    return None if is_main is None else "main" if is_main else "concurrent"


def _unit(row: Row, into: Context) -> Organisation | None:
    name, code = row.text("organisation"), row.text("organisation_code")
    unit = into.units.find(name, code)
    if unit is None:
        message = text("系统中没有“{name}”这个机构，按文字保留", name=name)
        into.plan.warn(str(Assignment._meta.verbose_name), _label(row), place_of(row, "organisation"), message)
    return unit
