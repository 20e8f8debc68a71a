"""Who holds which rank since when, and what the law says of the next one: years, grades, the number of the unit (A04).

`on` is the day whose rights count, `as_of` the day whose facts are judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, prefetch_related_objects

from quanheng.access.models import Account, Authority
from quanheng.access.queries.composed import answers, one_of
from quanheng.establishment.core.rank_ladder import (
    BARS,
    GATES,
    LADDER,
    TENURE,
    TITLES,
    Held,
    next_rank,
    number_of,
    results_in_span,
    rise_facts,
)
from quanheng.establishment.models import RankQuota
from quanheng.establishment.permissions.ranks import rank_bodies
from quanheng.registry.core.readings import grade_of
from quanheng.registry.core.restrictions import restrictions
from quanheng.registry.models import Person, Rank
from quanheng.registry.queries.careers import SEATED, lines_of, rank_spell, ranks_of
from quanheng.registry.queries.careers_of_many import load_careers, year_results
from quanheng.registry.queries.sight import seen
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Verdict, judge

Cell = tuple[int, str]
"""A unit and a rank."""


@dataclass(frozen=True)
class RankClock:
    """职级时钟: a person in a rank, the next one, what the law says of rising to it, and the numbers of the unit."""

    person: Person
    spell: Rank
    target: str | None
    verdict: Verdict | None
    """None at the top of the ladder, outside it, and on days before there were ranks."""

    approved: int | None
    held: int
    """Counted only where there is an approved number."""


def ranked(
    *, by: Account, on: date, as_of: date, rank: str = "", organisation: str = "", authority: str = ""
) -> QuerySet[Rank]:
    """The spells in ranks of the ladder that run on the day, of persons `by` may see; longest in rank first by `from_on`."""
    rows = Rank.objects.filter(_running(as_of), seen("registry.view", by=by, on=on))
    rows = rows.filter(kind="rank", code__in=[rank] if rank in LADDER else LADDER)
    if organisation:
        rows = rows.filter(person__organisation__code=organisation)
    if authority:
        path = Authority.objects.filter(code=authority).values_list("path", flat=True).first() or "\x01"
        rows = rows.filter(person__authority__path__startswith=path)
    return rows.select_related("person__organisation").only(*_SHOWN)


_SHOWN = (
    "kind", "code", "from_on", "until_on", "person__name", "person__organisation",
    "person__organisation__name", "person__organisation__authority",
)  # fmt: skip


def rank_clocks(spells: Sequence[Rank], *, as_of: date) -> list[RankClock]:
    """What the law says of each; the same number of questions for one spell and for many. Bars are not looked at."""
    persons = [spell.person for spell in spells]
    load_careers(persons, lines=Q(is_leading=True, kind__in=SEATED), ranks=Q(kind="rank"))
    results = year_results(persons)
    wanted = {_cell(spell.person, next_rank(spell.code)) for spell in spells} - {None}
    approved, held = _numbers({each for each in wanted if each}, as_of)
    bodies = rank_bodies(person.organisation.authority_id for person in persons if person.organisation)
    return [
        _clock(each.person, each, next_rank(each.code), bodies, approved, held, results[each.person_id], as_of, with_bars=False)
        for each in spells
    ]


def rank_clock_of(
    person: Person, *, as_of: date, with_bars: bool, target: str | None = None
) -> RankClock | None:
    """One person's; None without a rank of the ladder. `with_bars` also asks sanctions, which not everybody may read.

    `target` is the rank to be given, the next one if not said.
    """
    load_careers([person])
    if with_bars:
        prefetch_related_objects([person], "sanctions")
    spell = rank_spell(person, as_of)
    if spell is None or number_of(spell.code) is None:
        return None
    target = target or next_rank(spell.code)
    cell = _cell(person, target)
    approved, held = _numbers({cell} if cell else set(), as_of)
    bodies = rank_bodies([person.organisation.authority_id]) if person.organisation else {}
    results = year_results([person])[person.pk]
    return _clock(person, spell, target, bodies, approved, held, results, as_of, with_bars=with_bars)


def _clock(
    person: Person,
    spell: Rank,
    target: str | None,
    bodies: Mapping[int, str | None],
    approved: Mapping[Cell, int],
    held: Mapping[Cell, int],
    results: Mapping[int, str],
    as_of: date,
    *,
    with_bars: bool,
) -> RankClock:
    if target is None:
        return RankClock(person, spell, None, None, None, 0)
    cell = _cell(person, target)
    number, there = (approved.get(cell), held.get(cell, 0)) if cell else (None, 0)
    body = bodies.get(person.organisation.authority_id) if person.organisation else None
    facts = rise_facts(
        rank=spell.code, since_on=spell.from_on, target=target, held=_held(person), body=body
    ) | {
        "annual_results": results_in_span(_grades(results), since_on=spell.from_on, on=as_of),
        "is_rank_quota_free": None if number is None else there < number,
    }
    rules = (*TENURE, *GATES, *(BARS if with_bars else ()))
    if with_bars:
        facts |= restrictions(person.sanctions.all(), as_of)
    try:
        verdict = judge(facts, on=as_of, rules=rules)
    except NotInForce:
        verdict = None
    return RankClock(person, spell, target, verdict, number, there)


def _held(person: Person) -> list[Held]:
    """Ranks of the ladder and leading posts, as the law calls them."""
    ranks = [
        (f"rank_{number}", each.from_on, each.until_on)
        for each in ranks_of(person)
        if each.kind == "rank" and (number := number_of(each.code))
    ]
    posts = [
        (TITLES[line.level], line.from_on, line.until_on)
        for line in lines_of(person)
        if line.kind in SEATED and line.is_leading and line.level in TITLES
    ]
    return ranks + posts


def _grades(results: Mapping[int, str]) -> dict[int, str | None]:
    return {year: grade_of(said) for year, said in results.items()}


def _numbers(cells: set[Cell], on: date) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """The approved number of each rank in each unit, and the holders where there is a number: two questions."""
    units, ranks = {unit for unit, _ in cells}, {rank for _, rank in cells}
    quotas = answers(_approved, on=on, units=sorted(units), ranks=tuple(sorted(ranks)))
    approved = {(unit, rank): number for unit, rank, number in quotas}
    limited, numbered = {unit for unit, _ in approved}, {rank for _, rank in approved}
    counted = answers(_holders, on=on, units=sorted(limited), ranks=tuple(sorted(numbered)))
    return approved, {(unit, rank): number for unit, rank, number in counted}


def _approved(*, on: date, units: list[int], ranks: tuple[str, ...]) -> QuerySet[RankQuota, Any]:
    rows = RankQuota.objects.filter(_running(on), one_of(units, "organisation", "bigint"), rank__in=ranks)
    return rows.order_by("from_on").values_list("organisation", "rank", "number")


def _holders(*, on: date, units: list[int], ranks: tuple[str, ...]) -> QuerySet[Rank, Any]:
    rows = Rank.objects.filter(_running(on), one_of(units, "person__organisation", "bigint"), kind="rank", code__in=ranks)
    return rows.order_by().values_list("person__organisation", "code").annotate(number=Count("person", distinct=True))


def _cell(person: Person, rank: str | None) -> Cell | None:
    return (person.organisation_id, rank) if rank and person.organisation_id else None


def _running(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
