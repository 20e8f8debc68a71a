"""The people of a roster or one-page table as somebody may see them, and their cells in words (in Chinese, as papers are)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import Rights, rights_of
from quanheng.exchange.core.roster_table import Column, RosterTable
from quanheng.kernel.dates import age_on
from quanheng.registry.core.query import read_query
from quanheng.registry.models import Education, Organisation, Person, YearGrade
from quanheng.registry.queries.careers import held_on, in_post, level_spell
from quanheng.registry.queries.labels import label_of, level_of, posts_of, rank_of
from quanheng.registry.queries.numbers import masked, open_numbers
from quanheng.registry.queries.organisations import organisations
from quanheng.registry.queries.people import people, with_careers
from quanheng.registry.queries.selecting import selected
from quanheng.web.core.formats import ABSENT, format_duration

SERVING = "现职人员"
FLOORS = 12
"""Floors of organisations below one another that are gathered."""


@dataclass(frozen=True)
class Wanted:
    """名册范围: an organisation (and those below), an authority (and those below), or the conditions of a query."""

    organisation: str = ""
    authority: str = ""
    conditions: str = ""
    has_below: bool = True
    is_serving: bool = True


@dataclass(frozen=True)
class _Reader:
    """Who reads, for which day, and whether identity numbers are opened."""

    rights: Rights
    on: date
    is_open: bool
    numbers: Mapping[UUID, str]
    """Identity numbers that the reader's keys open."""

    def opens(self, person: Person) -> bool:
        is_there = person.pk in self.numbers or not person.id_number
        return self.is_open and is_there and self.rights.may("registry.sensitive", person.authority.path)


def roster_people(wanted: Wanted, *, by: Account, on: date, as_of: date) -> QuerySet[Person]:
    """The persons `by` may see, in no order; nobody when nothing was asked for. Raises Refused as the query room does."""
    seen = people(by=by, on=on, as_of=as_of).order_by()
    if wanted.conditions:
        rows = selected(read_query(wanted.conditions), by=by, on=on, as_of=as_of)
    elif wanted.organisation:
        rows = seen.filter(organisation__in=_units(wanted, by=by, on=on, as_of=as_of))
    elif wanted.authority:
        rows = seen.filter(authority__in=_authorities(wanted))
    else:
        return seen.none()
    return rows.filter(status__in=(SERVING, "1")) if wanted.is_serving and not wanted.conditions else rows


def name_of(wanted: Wanted, *, by: Account, on: date, as_of: date) -> str:
    """Whose roster it is: the unit's or the authority's name; "" when it is of a query."""
    if wanted.organisation:
        unit = organisations(by=by, on=on, as_of=as_of).filter(code=wanted.organisation).first()
        return unit.name if unit else ""
    found = Authority.objects.filter(code=wanted.authority).first() if wanted.authority else None
    return found.name if found else ""


def roster_table(
    rows: QuerySet[Person],
    columns: Sequence[Column],
    *,
    by: Account,
    on: date,
    as_of: date,
    title: str,
    unit: str,
    is_grouped: bool,
    is_open: bool,
    ring: Ring | None = None,
) -> RosterTable:
    """The whole table: a fixed number of queries. Numbers are masked unless `is_open`, the reader may see that person's and holds the key."""
    loaded = list(_loaded(rows))
    numbers = open_numbers(ring, loaded) if is_open else {}
    reader = _Reader(rights_of(by, on=on), as_of, is_open, numbers)
    persons = sorted(loaded, key=_by_unit(as_of) if is_grouped else _by_level(as_of))
    cells = [_CELLS[column.key] for column in columns]
    groups = (
        [(name, list(each)) for name, each in groupby(persons, key=_unit_name)]
        if is_grouped
        else [("", persons)]
    )
    has_masked = any(column.is_sensitive for column in columns) and not all(map(reader.opens, persons))
    return RosterTable(
        title,
        columns,
        [(name, [[cell(person, reader) for cell in cells] for person in each]) for name, each in groups],
        unit,
        as_of,
        "身份证号按权限隐去部分数字" if has_masked else "",
    )


def authorities_seen(*, by: Account, on: date) -> QuerySet[Authority]:
    """The authorities whose people `by` may see, the topmost first."""
    condition = Q(pk__in=[])
    for path in rights_of(by, on=on).paths("registry.view"):
        condition |= Q(path__startswith=path)
    return Authority.objects.filter(condition).order_by("path")


def _units(wanted: Wanted, *, by: Account, on: date, as_of: date) -> list[int]:
    """The unit and, floor by floor, those below it, as far as `by` may see them."""
    visible = organisations(by=by, on=on, as_of=as_of).order_by()
    found = floor = list(visible.filter(code=wanted.organisation).values_list("pk", flat=True))
    for _ in range(FLOORS if wanted.has_below else 0):
        floor = list(visible.filter(parent__in=floor).values_list("pk", flat=True))
        if not floor:
            break
        found = [*found, *floor]
    return found


def _authorities(wanted: Wanted) -> QuerySet[Authority]:
    top = Authority.objects.filter(code=wanted.authority).first()
    if top is None:
        return Authority.objects.none()
    return Authority.objects.filter(Q(path__startswith=top.path) if wanted.has_below else Q(pk=top.pk))


def _loaded(rows: QuerySet[Person]) -> QuerySet[Person]:
    studies = Education.objects.filter(is_printed=True).order_by("until_on", "pk")
    rows = with_careers(
        rows.select_related("authority", "organisation").defer("photo", "resume", "awards", "appraisals", "form_extra")
    )
    return rows.prefetch_related(
        Prefetch("educations", studies), Prefetch("year_grades", YearGrade.objects.order_by("year"))
    )


def _by_level(on: date) -> Callable[[Person], tuple[object, ...]]:
    def key(person: Person) -> tuple[object, ...]:
        held = held_on(person, on)
        levels = [line.level for line in held if line.level]
        return (
            min(levels, default="999"),
            held[0].post_id or 0 if held else 0,
            person.pinyin,
            str(person.pk),
        )

    return key


def _by_unit(on: date) -> Callable[[Person], tuple[object, ...]]:
    within = _by_level(on)

    def key(person: Person) -> tuple[object, ...]:
        unit = person.organisation
        return ((unit.order, unit.code) if unit else (10**9, ""), within(person))

    return key


def _unit_name(person: Person) -> str:
    unit: Organisation | None = person.organisation
    return unit.name if unit else "未注明单位"


def _month(on: date | None) -> str:
    return f"{on:%Y.%m}" if on else ""


def _study(person: Person, mode: str) -> Education | None:
    """The newest printed study of a kind."""
    rows = [row for row in person.educations.all() if row.mode == mode]
    return rows[-1] if rows else None


def _level_words(person: Person, mode: str) -> str:
    row = _study(person, mode)
    return f"{label_of('education', row.level)}{label_of('degree', row.degree)}" if row else ""


def _school_words(person: Person, mode: str) -> str:
    row = _study(person, mode)
    return f"{row.school}{row.major}" if row else ""


def _post_since(person: Person, on: date) -> str:
    held = held_on(person, on)
    return _month(held[0].from_on) if held else ""


def _level_since(person: Person, on: date) -> str:
    spell = level_spell(person, on)
    return _month(spell.from_on) if spell else ""


def _years_in_post(person: Person, on: date) -> str:
    months = in_post(person, on)
    return "" if months is None else format_duration(months, gettext)


def _grades(person: Person, on: date) -> str:
    rows = [row for row in person.year_grades.all() if on.year - 3 <= row.year < on.year]
    return "；".join(f"{row.year}年{label_of('appraisal_grade', row.grade)}" for row in rows)


def _identity(person: Person, reader: _Reader) -> str:
    shown = masked(person)
    return reader.numbers.get(person.pk, "") if reader.opens(person) else "" if shown == ABSENT else shown


Cell = Callable[[Person, _Reader], str]
_CELLS: Mapping[str, Cell] = {
    "name": lambda person, at: person.name,
    "organisation": lambda person, at: person.organisation.name if person.organisation else "",
    "post": lambda person, at: posts_of(person, at.on),
    "sex": lambda person, at: person.get_sex_display(),
    "born": lambda person, at: _month(person.born_on),
    "age": lambda person, at: str(age_on(person.born_on, at.on)) if person.born_on <= at.on else "",
    "ethnic_group": lambda person, at: label_of("ethnic_group", person.ethnic_group),
    "native_place": lambda person, at: person.native_place,
    "birth_place": lambda person, at: person.birth_place,
    "work_started": lambda person, at: _month(person.work_started_on),
    "party_joined": lambda person, at: person.party_text or _month(person.party_joined_on),
    "political_status": lambda person, at: label_of("political_status", person.political_status),
    "health": lambda person, at: label_of("health", person.health),
    "full_time": lambda person, at: _level_words(person, "fulltime"),
    "full_time_school": lambda person, at: _school_words(person, "fulltime"),
    "in_service": lambda person, at: _level_words(person, "inservice"),
    "in_service_school": lambda person, at: _school_words(person, "inservice"),
    "professional_title": lambda person, at: person.professional_title,
    "level": lambda person, at: level_of(person, at.on),
    "level_since": lambda person, at: _level_since(person, at.on),
    "rank": lambda person, at: rank_of(person, at.on),
    "post_since": lambda person, at: _post_since(person, at.on),
    "months_in_post": lambda person, at: _years_in_post(person, at.on),
    "status": lambda person, at: label_of("person_status", person.status),
    "grades": lambda person, at: _grades(person, at.on),
    "note": lambda person, at: "",
    "identity": _identity,
}
