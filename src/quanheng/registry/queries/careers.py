"""What a career says on a day: posts held, level, clocks. Reads lines already loaded; asks the database nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.kernel.dates import age_on, calendar_months
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.registry.models import Assignment, Person, Rank

SEATED = ("main", "concurrent")
"""Kinds of line that put somebody in a post; acting, secondment and study do not."""

LOADED = {"assignments": "career_lines", "ranks": "rank_lines"}
"""Where `with_careers` keeps the lines as plain lists: cheaper than a queryset for each person of a page."""


@dataclass(frozen=True)
class Clocks:
    """任职时钟: full months on a day; None where the file does not say."""

    age: int | None
    service: int | None
    in_post: Months | None
    at_level: Months | None
    since_promotion: Months | None
    probation_from_on: date | None
    grassroots: int | None


def runs(line: Assignment | Rank, on: date) -> bool:
    """Whether the line's half-open period holds the day."""
    return line.from_on <= on and (line.until_on is None or line.until_on > on)


def period(line: Assignment | Rank) -> Period:
    return Period(line.from_on, line.until_on)


def lines_of(person: Person) -> list[Assignment]:
    """The career in order of time, as prefetched."""
    return sorted(_loaded(person, "assignments"), key=lambda line: (line.from_on, line.pk))


def _loaded(person: Person, name: str) -> Iterable[Any]:
    """The prefetched lines themselves: `.all()` copies a queryset at every call, and a page of people calls hundreds of times."""
    kept: Iterable[Any] | None = getattr(person, LOADED[name], None)
    if kept is not None:
        return kept
    known: Mapping[str, Iterable[Any]] = getattr(person, "_prefetched_objects_cache", {})
    return known[name] if name in known else getattr(person, name).all()


def ranks_of(person: Person) -> Iterable[Rank]:
    """Spells at levels and in ranks, as prefetched."""
    return _loaded(person, "ranks")


def held_on(person: Person, on: date) -> list[Assignment]:
    """The seats held on a day, the main one first."""
    held = [line for line in lines_of(person) if line.kind in SEATED and runs(line, on)]
    return sorted(held, key=lambda line: (line.kind != "main", line.level or "999", line.from_on))


def level_spell(person: Person, on: date) -> Rank | None:
    """The recorded spell at the level held on a day."""
    spells = [each for each in ranks_of(person) if each.kind == "level" and runs(each, on)]
    return max(spells, key=lambda each: each.from_on, default=None)


def rank_spell(person: Person, on: date) -> Rank | None:
    """The spell in the rank (职级) held on a day."""
    spells = [each for each in ranks_of(person) if each.kind == "rank" and runs(each, on)]
    return max(spells, key=lambda each: each.from_on, default=None)


def level_on(person: Person, on: date) -> str | None:
    """The level code held on a day; None when the file does not say."""
    spell = level_spell(person, on)
    if spell:
        return spell.code
    return min((line.level for line in held_on(person, on) if line.level), default=None)


def months_at(person: Person, on: date, *, levels: Iterable[str], roles: Iterable[str] = ()) -> Months:
    """Full months in seats of these levels (and roles): tenures add up, overlaps count once, gaps do not."""
    wanted, kinds = set(levels), set(roles)
    spells = [
        period(line)
        for line in lines_of(person)
        if line.kind in SEATED and line.level in wanted and (not kinds or line.role in kinds)
    ]
    return months_in(spells, on=on)


def promoted_on(person: Person, on: date) -> date | None:
    """The day the level now held was reached; None when no earlier level is on file."""
    now = level_spell(person, on)
    if now is None:
        return None
    lower = [
        each
        for each in ranks_of(person)
        if each.kind == "level" and each.from_on < now.from_on and each.code > now.code
    ]
    return now.from_on if lower else None


def at_level(person: Person, on: date) -> Months | None:
    """Full months at the level now held: by the recorded spells, else by the seats."""
    code = level_on(person, on)
    if code is None:
        return None
    spells = [period(each) for each in ranks_of(person) if each.kind == "level" and each.code == code]
    return months_in(spells, on=on) if spells else months_at(person, on, levels=[code])


def in_post(person: Person, on: date) -> Months | None:
    """Full months in the main seat now held."""
    held = held_on(person, on)
    return Months.from_day(seated_since(person, held[0]), on=on) if held else None


def age(person: Person, on: date) -> int | None:
    return age_on(person.born_on, on) if person.born_on <= on else None


def clocks(person: Person, on: date) -> Clocks:
    """Every running clock of a person on a day."""
    held = held_on(person, on)
    promoted = promoted_on(person, on)
    probation = next(
        (line.probation_from_on for line in held if line.probation_from_on and not line.probation_result),
        None,
    )
    return Clocks(
        age=age(person, on),
        service=service_months(person, on),
        in_post=in_post(person, on),
        at_level=at_level(person, on),
        since_promotion=Months.from_day(promoted, on=on) if promoted else None,
        probation_from_on=probation,
        grassroots=grassroots_bounds(person, on)[0],
    )


def service_months(person: Person, on: date) -> int | None:
    """工龄 in months, by month as the forms give it (convention 2)."""
    if person.work_started_on is None or person.work_started_on > on:
        return None
    return calendar_months(person.work_started_on, on)


def grassroots_bounds(person: Person, on: date) -> tuple[int | None, int | None]:
    """Least and most months of grass-roots work: lines without a statement count only in the second.

    (None, None) when no line says anything at all.
    """
    worked = [line for line in lines_of(person) if line.kind != "study" and line.from_on <= on]
    if all(line.is_grassroots is None for line in worked):
        return None, None
    sure = months_in([period(line) for line in worked if line.is_grassroots], on=on)
    most = months_in([period(line) for line in worked if line.is_grassroots is not False], on=on)
    return sure, most


def counted_from(line: Assignment) -> date:
    """The day from which months in the post count: a merger of units begins a new line, not a new stay."""
    return line.counted_from_on or line.from_on


def seated_since(person: Person, seat: Assignment) -> date:
    """The start of an unbroken stay in the same seat, though it be written on several lines."""
    since = counted_from(seat)
    for line in reversed(lines_of(person)):
        same = line.kind in SEATED and (line.organisation_text, line.title) == (
            seat.organisation_text,
            seat.title,
        )
        if same and line.until_on is not None and line.until_on >= since > line.from_on:
            since = counted_from(line)
    return since
