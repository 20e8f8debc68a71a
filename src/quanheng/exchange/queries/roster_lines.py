"""The sheets of dated lines (A05, A06, A08, A11, A14, A15, A36, A99Z1): each row as a row of a table, by its natural key."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.exchange.queries.registry_now import Lines, lines_now
from quanheng.exchange.queries.roster_units import into_words
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.models import (
    Education,
    Intake,
    Person,
    ProfessionalTitle,
    Rank,
    Relative,
    Reward,
    Sanction,
    ServiceProgramme,
    Training,
    YearGrade,
)
from quanheng.registry.queries.family import index_of_name

Values = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A sheet of lines (子集): its table, what tells one row from another, and how a row is read."""

    sheet: str
    model: type[models.Model]
    key: tuple[str, ...]
    label: str
    values: Callable[[Row], Values | None]
    """None: the row belongs to another table of the same sheet."""
    is_once: bool = False
    """Whether a second row with the same key is a fault."""


def plan_lines(roster: Roster, into: Context, *, kind: Kind) -> None:
    """Every row of the sheet that belongs to this table."""
    existing = lines_now(kind.model, kind.key, into.people)
    seen: dict[tuple[object, ...], int] = {}
    note_rows(roster, kind.sheet, kind.model, into)
    for row in roster.accepted(kind.sheet):
        label = f"{row.text('name')} {row.raw(kind.label)}"
        with into.row(row, kind.model, label):
            values = kind.values(row)
            if values is not None:
                _take(row, kind, {**values, "person": person_of(row, into)}, existing, seen, label, into)


def note_rows(roster: Roster, sheet: str, model: type[models.Model], into: Context) -> None:
    """Whose lines of this kind the file brings, and which rows of theirs the reader could not read."""
    for row in roster.sheets[sheet].rows if sheet in roster.sheets else ():
        person = into.by_number.get(row.text("identity_number"))
        if person is not None:
            into.plan.complete.add((person.pk, str(model._meta.model_name)))
        if row.is_rejected and row.problems:
            into.note_gap(row, model, row.problems[0].message, row.problems[0].header or "-")


def _take(
    row: Row, kind: Kind, values: Values, existing: Lines, seen: dict[tuple[object, ...], int], label: str, into: Context
) -> None:
    person = values["person"]
    if kind.model is Relative:
        values["name_index"] = index_of_name(person.pk, values["name"])
    key = (person.pk, *(values.get(name) for name in kind.key))
    twin = key if kind.is_once else (*key, repr(sorted((name, str(value)) for name, value in values.items())))
    if twin in seen:
        raise RowError("", text("与第{row}行重复", row=seen[twin]))
    seen[twin] = row.number
    into.plan.settle(kind.model, existing.take(person, values), values, label=label, place=place_of(row))


def person_of(row: Row, into: Context) -> Person:
    """Whose line it is: a person of this file, or one known already whom the importer may change."""
    number = row.text("identity_number")
    if number in into.rejected:
        raise RowError("identity_number", text("A01人员第{row}行未能导入，本行也不导入", row=into.rejected[number]))
    person = into.by_number.get(number)
    if person is None:
        person = into.people.numbered(number)
        if person is None:
            raise RowError("identity_number", text("A01人员表中没有此人，系统中也没有"))
        into.require(person.authority, "identity_number")
        into.by_number[number] = person
    if person.name != row.text("name"):
        raise RowError("name", text("与身份证号所属的“{name}”姓名不一致", name=person.name))
    return person


def require_period(row: Row, *, start: str = "from_on", end: str = "until_on") -> None:
    """A line needs its first day, and may not end before it."""
    if row.on(start) is None:
        raise RowError(start, text("不能为空，无法计算任职年限"))
    until_on = row.on(end)
    if until_on is not None and until_on < row.on(start):  # type: ignore[operator]
        raise RowError(end, text("早于起始日期{start}", start=f"{row.on(start):%Y-%m-%d}"))


def rank(row: Row) -> Values:
    require_period(row)
    is_level, said = row.text("kind") == "职务层次", row.text("level")
    if is_level and said not in codes.table("post_level"):
        said = codes.find("post_level", codes.label("post_level_zb09", said)) or said
    if is_level and said not in codes.table("post_level"):
        raise RowError("level", text("“{said}”不是职务层次", said=row.raw("level")))
    return {
        "kind": "level" if is_level else "rank",
        "code": said,
        "from_on": row.on("from_on"),
        "until_on": row.on("until_on"),
        "document": row.text("document"),
    }


def professional_title(row: Row) -> Values:
    name = row.text("title_name") or row.raw("title")
    if not name:
        raise RowError("title_name", text("不能为空"))
    return {"name": name, "gained_on": row.on("acquired_on"), "route": into_words("qualification_route", row.text("route"))}


def education(row: Row) -> Values:
    level = into_words("education", row.text("education")) or row.text("education_name")
    degree = row.text("degree_name") or into_words("degree", row.text("degree"))
    if not level and not degree:
        raise RowError("education", text("学历和学位不能都为空"))
    if not row.text("mode"):
        raise RowError("mode", text("不能为空"))
    until_on, from_on = row.on("left_on"), row.on("entered_on")
    if from_on and until_on and until_on < from_on:
        raise RowError("left_on", text("早于起始日期{start}", start=f"{from_on:%Y-%m-%d}"))
    return {
        "mode": "fulltime" if row.text("mode") == "1" else "inservice",
        "level": level,
        "degree": degree,
        "school": row.text("school"),
        "major": row.text("major"),
        "from_on": from_on,
        "until_on": until_on or row.on("degree_on"),
        "is_printed": row.flag("is_printed"),
    }


def training(row: Row) -> Values:
    require_period(row)
    if row.count("hours") is None:
        raise RowError("hours", text("不能为空，无法计算学时"))
    return {
        "name": row.text("course"),
        "from_on": row.on("from_on"),
        "until_on": row.on("until_on") or row.on("from_on"),
        "hours": row.count("hours"),
        "organiser": row.text("organiser"),
    }


def sanction_code(row: Row) -> str:
    """Code of table discipline, by the name and by the wordings of the award code; "" for a reward."""
    said = row.text("kind")
    listed = codes.table("award_punishment").get(said)
    if said in codes.table("discipline"):
        return said
    words = [row.text("title"), row.raw("kind"), *((listed.label, *listed.also) if listed else ())]
    found = next((code for word in words if word and (code := codes.find("discipline", word))), "")
    return found or (said if said.startswith("02") else "")


def reward(row: Row) -> Values | None:
    if sanction_code(row):
        return None
    return {"name": row.text("title"), "approved_on": row.on("approved_on"), "approved_by": row.text("approved_by")}


def sanction(row: Row) -> Values | None:
    code = sanction_code(row)
    if not code:
        return None
    if row.on("approved_on") is None:
        raise RowError("approved_on", text("处分处理的生效日期不能为空，无法计算影响期"))
    return {
        "code": code,
        "name": row.text("title"),
        "effective_on": row.on("approved_on"),
        "approved_by": row.text("approved_by"),
        "months": row.count("impact_months"),
        "conduct_from_on": row.on("conduct_from_on"),
        "conduct_until_on": row.on("conduct_until_on"),
        "lifted_on": row.on("revoked_on"),
    }


def year_grade(row: Row) -> Values:
    return {"year": row.count("year"), "grade": into_words("appraisal_result", row.text("result"))}


def relative(row: Row) -> Values:
    said = row.text("relation")
    table = "kinship" if said in codes.table("kinship") else "kinship_a36"
    return {
        "name": row.text("relative"),
        "relation": into_words(table, said),
        "born_on": row.on("born_on"),
        "political_status": row.raw("political_status"),
        "post": row.text("work"),
        "is_abroad": row.flag("has_emigrated"),
        "order": row.count("position"),
    }


def intake(row: Row) -> Values | None:
    """How a civil servant came in: by examination, where the sheet says so."""
    if not row.flag("was_examined"):
        return None
    if row.on("recruited_on") is None:
        raise RowError("recruited_on", text("考试录用的录用时间不能为空"))
    return {"kind": "examined", "on": row.on("recruited_on")}


def selected_graduate(row: Row) -> Values | None:
    since = row.on("selected_graduate_on")
    if not row.flag("is_selected_graduate"):
        return None
    if since is None:
        raise RowError("selected_graduate_on", text("选调生的进入时间不能为空，无法确定批次"))
    return {"kind": "selected_graduate", "batch": since.year, "from_on": since}


KINDS = (
    Kind("A05职务职级", Rank, ("kind", "from_on"), "level", rank, is_once=True),
    Kind("A06专业技术", ProfessionalTitle, ("name",), "title_name", professional_title),
    Kind("A08学历学位", Education, ("mode", "level", "school"), "education_name", education),
    Kind("A11培训", Training, ("name", "from_on"), "course", training),
    Kind("A14奖惩", Reward, ("name", "approved_on"), "title", reward),
    Kind("A14奖惩", Sanction, ("code", "effective_on"), "title", sanction, is_once=True),
    Kind("A15考核", YearGrade, ("year",), "year", year_grade, is_once=True),
    Kind("A36家庭及社会关系", Relative, ("relation", "name_index"), "relation", relative),
    Kind("A99Z1补充", Intake, ("kind", "on"), "recruited_on", intake),
    Kind("A99Z1补充", ServiceProgramme, ("kind", "from_on"), "selected_graduate_on", selected_graduate),
)
