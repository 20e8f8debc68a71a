"""People of the registry as rows of the standard workbook: what an import of the same file would read back unchanged."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from quanheng.access.core.key_tree import Ring
from quanheng.exchange.core.roster import Value
from quanheng.exchange.core.roster_layout import Column, layouts
from quanheng.exchange.queries.roster_units import GROUP, ROLES, STAFFING
from quanheng.registry.core import codes, identity
from quanheng.registry.models import (
    Assignment,
    Education,
    Intake,
    Organisation,
    Person,
    ProfessionalTitle,
    Rank,
    Relative,
    Reward,
    Sanction,
    ServiceProgramme,
    Training,
    YearGrade,
)  # fmt: skip
from quanheng.registry.queries.family import Member, open_family
from quanheng.registry.queries.numbers import open_numbers

Cells = dict[str, Value]
_PERSON = {
    "name": "name", "sex": "sex", "born_on": "born_on", "native_place": "native_place", "birth_place": "birth_place", "raised_in": "growth_place",
    "ethnic_group": "ethnic_group", "health": "health", "work_started_on": "work_started_on", "party_text": "party_text",
    "political_status": "political_status", "party_joined_on": "party_joined_on", "person_category": "category", "person_status": "status",
    "speciality": "speciality", "current_post": "current_post", "professional_title": "professional_title", "resume": "resume",
    "awards": "awards", "assessment": "appraisals", "registered_on": "registered_on", "staffing_type": "staffing_type",
}  # fmt: skip
_RANKS = {"level": "职务层次", "rank": "职级"}
_ROLE_CODES = {role: rank for rank, role in ROLES.items()}
_IS_MAIN = {"main": True, "concurrent": False}


def sheets_of(
    people: Iterable[Person], *, may_see: Callable[[Person], bool], ring: Ring | None = None
) -> dict[str, list[Cells]]:
    """Rows by sheet, one query a table; identity numbers whole and family at all only where `may_see` says so.

    Who makes a file beside the page holds no key: sealed numbers and family stay out of it, and the file is known not to have them.
    """
    found: dict[str, list[Cells]] = {"A01人员": []}
    for sheet, _key, cells in rows_of(people, may_see=may_see, ring=ring):
        found.setdefault(sheet, []).append(cells)
    return found


def rows_of(
    people: Iterable[Person], *, may_see: Callable[[Person], bool], ring: Ring | None = None
) -> Iterator[tuple[str, UUID, Cells]]:
    """The same, each row with its person's key: persons first, then table by table."""
    known = {person.pk: person for person in people}
    opened = open_numbers(ring, known.values())
    numbers = {key: _number(opened.get(key, ""), may_see(person)) for key, person in known.items()}
    for key, person in known.items():
        yield "A01人员", key, _person(person, numbers[key])
    for sheet, model, cells in _SHEETS:
        for owner, row in _lines(model, known, may_see, ring):
            said = cells(row)
            if said is not None:
                who: Cells = {"name": known[owner].name, "identity_number": numbers[owner]}
                yield sheet, owner, _readable(sheet, who | said)


def _lines(
    model: type[Any], known: Mapping[UUID, Person], may_see: Callable[[Person], bool], ring: Ring | None
) -> list[tuple[UUID, Any]]:
    """Whose line and the line, of one table; family where it may be seen, as far as it opens."""
    rows = model._default_manager.filter(person__in=known).order_by("pk")
    if model is Assignment:
        rows = rows.select_related("organisation")
    if model is not Relative:
        return [(row.person_id, row) for row in rows]
    shown = [row for row in rows if may_see(known[row.person_id])]
    members = open_family(ring, shown)
    return [(row.person_id, members[row.pk]) for row in shown if row.pk in members]


def unit_cells(unit: Organisation) -> Cells:
    """A row of B01单位."""
    is_group = unit.kind == codes.label("organisation_kind", GROUP)
    staffing: Cells = {key: unit.staffing.get(label) for label, key in STAFFING.items()}
    cells: Cells = {
        "name": unit.name, "short_name": unit.short_name, "organisation_code": unit.code, "parent_code": unit.parent.code if unit.parent else None,
        "social_credit_code": unit.credit_code, "division": unit.place, "level": unit.level, "category": None if is_group else unit.kind,
        "kind": GROUP if is_group else None, "remark": unit.note, "position": unit.order,
    }  # fmt: skip
    return _readable("B01单位", cells | staffing)


def _person(person: Person, number: str) -> Cells:
    unit = person.organisation
    cells: Cells = {key: getattr(person, name) for key, name in _PERSON.items()}
    return _readable("A01人员", cells | {"identity_number": number, "statistics_unit": unit.name if unit else None})


def _number(number: str, may_see: bool) -> str:
    return number if may_see or not number else identity.mask(number)


def _readable(sheet: str, cells: Mapping[str, Value]) -> Cells:
    """Words that are in no table of a column that wants a code stay out: an empty cell changes nothing, a wrong one is rejected."""
    columns = {column.key: column for column in layouts()[sheet].columns}
    return {key: value for key, value in cells.items() if value not in (None, "") and _is_known(columns[key], value)}


def _is_known(column: Column, value: Value) -> bool:
    return column.kind != "code" or any(codes.find(table, str(value)) is not None for table in column.options)


def _assignment(row: Assignment) -> Cells:
    return {
        "organisation": row.organisation_text,
        "organisation_code": row.organisation.code if row.organisation else None,
        "post": row.title,
        "is_leading": row.is_leading,
        "from_on": row.from_on,
        "document": row.document,
        "selection_method": row.mode,
        "is_exceptional": row.is_exceptional,
        "status": "已免" if row.until_on else "在任",
        "until_on": row.until_on,
        "removal_document": row.removal_document,
        "is_main": _IS_MAIN.get(row.kind),
        "is_grassroots": row.is_grassroots,
        "post_level": row.level,
        "post_rank": _ROLE_CODES.get(row.role),
        "decided_by": row.decided_by,
    }


def _rank(row: Rank) -> Cells:
    return {"kind": _RANKS[row.kind], "level": row.code, "from_on": row.from_on, "document": row.document, "until_on": row.until_on}


def _title(row: ProfessionalTitle) -> Cells:
    return {"title_name": row.name, "acquired_on": row.gained_on, "route": row.route}


def _education(row: Education) -> Cells:
    is_listed = any(codes.find(table, row.level) is not None for table in ("education", "education_gb4658")) if row.level else False
    return {
        "education": row.level if is_listed else None,
        "education_name": row.level,
        "degree_name": row.degree,
        "entered_on": row.from_on,
        "left_on": row.until_on,
        "school": row.school,
        "major": row.major,
        "mode": "1" if row.mode == "fulltime" else "2",
        "is_printed": row.is_printed,
    }


def _training(row: Training) -> Cells | None:
    """The sheet knows whole hours only; a row it cannot say stays out."""
    if row.hours % 1:
        return None
    return {"course": row.name, "from_on": row.from_on, "until_on": row.until_on, "hours": int(row.hours), "organiser": row.organiser}


def _reward(row: Reward) -> Cells:
    return {"title": row.name, "approved_on": row.approved_on, "approved_by": row.approved_by}


def _sanction(row: Sanction) -> Cells:
    return {
        "title": row.name, "kind": row.code, "approved_on": row.effective_on, "approved_by": row.approved_by, "revoked_on": row.lifted_on,
        "conduct_from_on": row.conduct_from_on, "conduct_until_on": row.conduct_until_on, "impact_months": row.months,
    }  # fmt: skip


def _year_grade(row: YearGrade) -> Cells:
    return {"result": row.grade, "year": row.year}


def _relative(row: Member) -> Cells:
    return {
        "relative": row.name, "relation": row.relation, "born_on": row.born_on, "political_status": row.political_status,
        "work": row.post, "position": row.order, "has_emigrated": row.is_abroad,
    }  # fmt: skip


def _intake(row: Intake) -> Cells | None:
    return {"was_examined": True, "recruited_on": row.on} if row.kind == "examined" else None


def _programme(row: ServiceProgramme) -> Cells | None:
    if row.kind != "selected_graduate":
        return None
    return {"is_selected_graduate": True, "selected_graduate_on": row.from_on}


_SHEETS: tuple[tuple[str, type[Any], Callable[[Any], Cells | None]], ...] = (
    ("A02职务", Assignment, _assignment),
    ("A05职务职级", Rank, _rank),
    ("A06专业技术", ProfessionalTitle, _title),
    ("A08学历学位", Education, _education),
    ("A11培训", Training, _training),
    ("A14奖惩", Reward, _reward),
    ("A14奖惩", Sanction, _sanction),
    ("A15考核", YearGrade, _year_grade),
    ("A36家庭及社会关系", Relative, _relative),
    ("A99Z1补充", Intake, _intake),
    ("A99Z1补充", ServiceProgramme, _programme),
)
