"""Sheet A02职务: the lines of careers, each with its unit and, where there is one, its seat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.exchange.queries.registry_now import Stay, lines_now, stays_now
from quanheng.exchange.queries.roster_lines import note_rows, person_of, require_period
from quanheng.exchange.queries.roster_units import CAREERS, ROLES, into_words, level_of
from quanheng.kernel.texts import text
from quanheng.registry.models import Assignment, Organisation, Person, Post

REMOVED = "0"
_KEY = ("from_on", "organisation_text", "title")
_SEATED = ("main", "concurrent")


@dataclass
class _Read:
    """A row that is in order (已读行), before it is given a seat."""

    row: Row
    person: Person
    values: dict[str, Any]
    found: Assignment | None


def plan_careers(roster: Roster, into: Context) -> None:
    """All rows are read first: seats are given in order of time, whatever the order of the rows."""
    existing = lines_now(Assignment, _KEY, into.people)
    seen: dict[tuple[object, ...], int] = {}
    reads: list[_Read] = []
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
            reads.append(_Read(row, person, values, found))
    _give_seats(reads, into)
    for each in reads:
        with into.row(each.row, Assignment, _label(each.row)):
            into.plan.settle(Assignment, each.found, each.values, label=_label(each.row), place=place_of(each.row))


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


def _kind(row: Row) -> str:
    if "挂职" in row.text("post"):
        return "secondment"
    return "concurrent" if row.flag("is_main") is False else "main"


def _unit(row: Row, into: Context) -> Organisation | None:
    name, code = row.text("organisation"), row.text("organisation_code")
    unit = into.units.find(name, code)
    if unit is None:
        message = text("系统中没有“{name}”这个机构，按文字保留", name=name)
        into.plan.warn(str(Assignment._meta.verbose_name), _label(row), place_of(row, "organisation"), message)
    return unit


def _give_seats(reads: Iterable[_Read], into: Context) -> None:
    """The first seat of the name that is free at the time: whoever sits now goes first, then the past in its order.

    Lines that have a seat already keep it.
    """
    stays = {id(post): list(rows) for post, rows in _stays(into)}
    kept = {(each.person.pk, each.values["from_on"]) for each in reads if each.found and each.found.post_id}
    wanting = [each for each in reads if each.values["kind"] in _SEATED and each.values["organisation"] and (each.person.pk, each.values["from_on"]) not in kept]
    for each in sorted(wanting, key=_turn):
        values = each.values
        seats = into.units.posts_of(values["organisation"], values["title"])
        stay = Stay(each.person.pk, values["from_on"], values["until_on"])
        free = next((post for post in seats if all(_apart(stay, other) for other in stays.setdefault(id(post), []))), None)
        if free is not None:
            stays[id(free)].append(stay)
            _seat(values, free)
        elif seats and values["until_on"] is None:
            message = text("“{post}”的席位已满，未关联席位", post=f"{values['organisation_text']}{values['title']}")
            into.plan.warn(str(Assignment._meta.verbose_name), _label(each.row), place_of(each.row, "post"), message)


def _turn(each: _Read) -> tuple[bool, date, int]:
    return each.values["until_on"] is not None, each.values["from_on"], each.row.number


def _seat(values: dict[str, Any], post: Post) -> None:
    """Words of the row go before those of the seat."""
    values["post"] = post
    values["level"] = values["level"] or post.level
    values["role"] = values["role"] or post.role
    if values["is_leading"] is None:
        values["is_leading"] = post.is_leading


def _stays(into: Context) -> Iterable[tuple[Post, list[Stay]]]:
    held = stays_now()
    for seats in into.units.seats.values():
        for post in seats:
            yield post, held.get(post.pk, []) if post.pk else []


def _apart(one: Stay, other: Stay) -> bool:
    """Two stays that do not overlap; a day is shared by leaving and coming."""
    if one.person_id == other.person_id and one.from_on == other.from_on:
        return True
    return _ends(one) <= other.from_on or _ends(other) <= one.from_on


def _ends(stay: Stay) -> date:
    return stay.until_on or date.max

