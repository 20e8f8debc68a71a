"""Seats for the lines of careers: one seat, one holder, no more than the quota approves (B05); or as found, with a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from quanheng.establishment.core.board import Cell, Seat
from quanheng.establishment.permissions.seats import SEATED, require_in_quota
from quanheng.exchange.core.roster import Row
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.exchange.queries.registry_now import Stay, stays_now
from quanheng.kernel.periods import Period
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Assignment, Person, Post

Key = tuple[str, str, str]
"""Unit, level and role: what a quota is approved for."""
_ANY = Cell(0, "", "")
"""Rows of one file are told apart by `Key`: their units may have no number yet."""


@dataclass
class Read:
    """A row that is in order (已读行), before it is given a seat; `fault` when there is none for it."""

    row: Row
    person: Person
    values: dict[str, Any]
    found: Assignment | None
    label: str
    fault: RowError | None = None


def give_seats(reads: Sequence[Read], into: Context) -> None:
    """The first seat of the name that is free at the time: whoever sits now goes first, then the past in its order.

    Lines that have a seat already keep it. Who would sit now and finds none stays out, unless the file says how things stand.
    """
    stays = {id(post): list(rows) for post, rows in _stays(reads, into)}
    kept = {(each.person.pk, each.values["from_on"]) for each in reads if each.found and each.found.post_id}
    for each in sorted((each for each in reads if _wants(each, kept)), key=_turn):
        values = each.values
        seats = into.units.posts_of(values["organisation"], values["title"])
        stay = Stay(each.person.pk, values["from_on"], values["until_on"])
        free = next((post for post in seats if all(_apart(stay, other) for other in stays.setdefault(id(post), []))), None)
        if free is not None:
            stays[id(free)].append(stay)
            _seat(values, free)
        elif seats and _is_now(values, into.on):
            _without_seat(each, len(seats), into)


def _wants(each: Read, kept: set[tuple[Any, date]]) -> bool:
    values = each.values
    return values["kind"] in SEATED and values["organisation"] is not None and (each.person.pk, values["from_on"]) not in kept


def _without_seat(each: Read, seats: int, into: Context) -> None:
    post = f"{each.values['organisation_text']}{each.values['title']}"
    if into.is_as_found or each.found is not None:
        message = text("“{post}”的席位已满，未关联席位", post=post)
        into.plan.warn(str(Assignment._meta.verbose_name), each.label, place_of(each.row, "post"), message)
    else:
        message = text("“{post}”共{seats}席，均已有人；一席不能两人。确系现状的，上传时选“按现状登记”", post=post, seats=seats)
        each.fault = RowError("post", message)


def hold_quotas(reads: Sequence[Read], into: Context) -> None:
    """Who newly sits in a leading seat beyond the approved number stays out with the sum; as found, it is only said."""
    coming = [each for each in reads if each.fault is None and each.found is None and _is_leading_now(each, into.on)]
    if not coming:
        return
    held = _held(coming, reads, into)
    for each in sorted(coming, key=_turn):
        there = held.setdefault(cell_of(each.values["post"]), [])
        _require(each, there, into)
        if each.fault is None:
            there.append(_sitting(each))


def _require(each: Read, there: Sequence[Seat], into: Context) -> None:
    """The same stop as before every appointment; who sits in the cell already does not stand in their own way."""
    post, key = each.values["post"], str(each.person.pk)
    if any(seat.person == key and seat.period.contains(into.on) for seat in there):
        return
    others = [seat for seat in there if seat.person != key]
    on = max(each.values["from_on"], into.on)
    try:
        require_in_quota(post=post, on=on, approved=approved_number(into, cell_of(post)), seats=others)
    except Refused as refused:
        if into.is_as_found:
            into.plan.warn(str(Assignment._meta.verbose_name), each.label, place_of(each.row, "post"), refused.why)
        else:
            each.fault = RowError("post", refused.why)
    else:
        into.plan.filled.append(post)


def _sitting(each: Read) -> Seat:
    """The row as somebody in a seat."""
    post, values = each.values["post"], each.values
    period = Period(values["from_on"], values["until_on"])
    return Seat(_ANY, str(each.person.pk), each.person.name, post.name, period)


def cell_of(post: Post) -> Key:
    """The quota a seat counts for; a unit of this file has no other key yet than its code."""
    return post.organisation.code, post.level, post.role


def approved_number(into: Context, cell: Key) -> int | None:
    """Approved on the day of the import, this file's own quotas included; None when nothing is approved."""
    running = [each for each in into.units.quotas.get(cell[0], ()) if (each.level, each.role) == cell[1:] and is_running(each, into.on)]
    return max(running, key=lambda each: each.from_on).number if running else None


def is_running(line: Any, on: date) -> bool:
    """Whether a dated row holds on the day."""
    return bool(line.from_on <= on and (line.until_on is None or line.until_on > on))


def _held(coming: Sequence[Read], reads: Sequence[Read], into: Context) -> dict[Key, list[Seat]]:
    """Who sits there now or is to, by the registry, less those this file ends: one query."""
    units = {each.values["post"].organisation_id for each in coming if each.values["post"].organisation_id}
    ended = {each.found.pk for each in reads if each.found is not None and not _is_now(each.values, into.on)}
    later = Q(until_on__isnull=True) | Q(until_on__gt=into.on)
    rows = Assignment.objects.filter(later, kind__in=SEATED, post__organisation__in=units).order_by("post__order", "from_on", "pk")
    held: dict[Key, list[Seat]] = {}
    for pk, person, name, post, code, level, role, from_on, until_on in rows.values_list("pk", *_SITTING) if units else ():
        if pk not in ended:
            seat = Seat(_ANY, str(person), name, post, Period(from_on, until_on))
            held.setdefault((code, level, role), []).append(seat)
    return held


_SITTING = (
    "person_id", "person__name", "post__name", "post__organisation__code", "post__level", "post__role", "from_on", "until_on",
)  # fmt: skip


def _is_now(values: dict[str, Any], on: date) -> bool:
    """Running or still to come: the past as it was is never refused."""
    return values["until_on"] is None or values["until_on"] > on


def _is_leading_now(each: Read, on: date) -> bool:
    post = each.values.get("post")
    return isinstance(post, Post) and post.is_leading and _is_now(each.values, on)


def _turn(each: Read) -> tuple[bool, date, int]:
    return each.values["until_on"] is not None, each.values["from_on"], each.row.number


def _seat(values: dict[str, Any], post: Post) -> None:
    """Words of the row go before those of the seat."""
    values["post"] = post
    values["level"] = values["level"] or post.level
    values["role"] = values["role"] or post.role
    if values["is_leading"] is None:
        values["is_leading"] = post.is_leading


def _stays(reads: Sequence[Read], into: Context) -> Iterable[tuple[Post, list[Stay]]]:
    """Who sat and sits in every seat; whom this file ends, until then."""
    ends = {(each.person.pk, each.values["from_on"]): each.values["until_on"] for each in reads if each.found and each.values["until_on"]}
    held = stays_now(post.pk for seats in into.units.seats.values() for post in seats if post.pk)
    for seats in into.units.seats.values():
        for post in seats:
            rows = held.get(post.pk, []) if post.pk else []
            yield post, [Stay(row.person_id, row.from_on, ends.get((row.person_id, row.from_on), row.until_on)) for row in rows]


def _apart(one: Stay, other: Stay) -> bool:
    """Two stays that do not overlap; a day is shared by leaving and coming."""
    if one.person_id == other.person_id and one.from_on == other.from_on:
        return True
    return _ends(one) <= other.from_on or _ends(other) <= one.from_on


def _ends(stay: Stay) -> date:
    return stay.until_on or date.max
