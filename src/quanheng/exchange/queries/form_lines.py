"""What a form holds in rows: studies, family, and the résumé as career lines where the registry has none."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.core.months import has_day, read_month
from quanheng.exchange.queries.plan import Place, Plan, RowError, column_said
from quanheng.exchange.queries.registry_now import People, family_now
from quanheng.exchange.queries.roster_units import into_words
from quanheng.kernel.texts import text
from quanheng.registry.core import codes, resume
from quanheng.registry.models import Assignment, Education, Person, Relative
from quanheng.registry.queries.family import is_born_in, is_same

_STUDIES = (("fulltime", "full_time", "QuanRiZhiJiaoYu_XueLi"), ("inservice", "in_service", "ZaiZhiJiaoYu_XueLi"))
_STUDYING = ("学习", "毕业", "就读", "读书", "本科生", "研究生")


@dataclass
class FormLines:
    """The rows the persons of the forms have already (已有行): two queries, and one for who has a career on file."""

    people: People
    studies: dict[UUID, list[Education]] = field(default_factory=lambda: defaultdict(list))
    family: dict[UUID, list[Relative]] = field(default_factory=lambda: defaultdict(list))
    careers: set[UUID] = field(default_factory=set)

    def __post_init__(self) -> None:
        known = [person.pk for same in self.people.by_month.values() for person in same]
        for study in Education.objects.filter(person__in=known).order_by("pk"):
            self.studies[study.person_id].append(study)
        for relative in family_now(known):
            self.family[relative.person_id].append(relative)
        self.careers = set(Assignment.objects.filter(person__in=known).values_list("person_id", flat=True))


def plan_form_lines(name: str, form: AppointmentForm, person: Person, lines: FormLines, plan: Plan) -> None:
    """Rows of one form; what the file does not name stays."""
    for mode, prefix, tag in _STUDIES:
        _study(Place(name, None, tag), mode, prefix, form, person, lines, plan)
    for number, member in enumerate(form.family, start=1):
        _relative(Place(name, None, column_said("JiaTingChengYuan", f"第{number}人")), number, member, person, lines, plan)
    if person.pk not in lines.careers and form.resume:
        _career(Place(name, None, "JianLi（简历）"), form.resume, person, plan)


def _settle(plan: Plan, model: type[models.Model], found: models.Model | None, values: dict[str, Any], label: str, place: Place) -> None:
    try:
        plan.settle(model, found, values, label=label, place=place)
    except RowError as fault:
        plan.reject(str(model._meta.verbose_name), label, place, fault.message)


def _study(place: Place, mode: str, prefix: str, form: AppointmentForm, person: Person, lines: FormLines, plan: Plan) -> None:
    """A box is one study, its school and subject in one text; a study of that level on file is left as it is."""
    level, degree = getattr(form, f"{prefix}_education"), getattr(form, f"{prefix}_degree")
    if not level and not degree:
        return
    same = [each for each in lines.studies.get(person.pk, ()) if each.mode == mode and (not level or _is_level(each.level, level))]
    school = getattr(form, f"{prefix}_school") or getattr(form, f"{prefix}_degree_school")
    values = {"person": person, "mode": mode, "level": level, "degree": degree, "school": school}
    if same:
        values = {"degree": "" if same[-1].degree else degree}
    _settle(plan, Education, same[-1] if same else None, values, f"{person.name} {level}{degree}", place)


def _is_level(held: str, said: str) -> bool:
    return held == said or (codes.find("education", held) is not None and codes.find("education", held) == codes.find("education", said))


def _relative(place: Place, number: int, member: FamilyMember, person: Person, lines: FormLines, plan: Plan) -> None:
    if not member.name or not member.relation:
        plan.reject(str(Relative._meta.verbose_name), f"{person.name} {member.relation}", place, text("称谓和姓名不能为空"))
        return
    code = codes.find("kinship", member.relation)
    relation = into_words("kinship", code) if code else member.relation
    known = lines.family.get(person.pk, [])
    found = next((each for each in known if each.relation == relation and is_same(each, "name", member.name)), None)
    if found is not None:
        known.remove(found)
        found.person = person
    born_on = read_month(member.born)
    if found and born_on and not has_day(member.born) and is_born_in(found, born_on):
        born_on = None  # the day on file is kept
    values = {
        "person": person, "name": member.name, "relation": relation, "born_on": born_on,
        "political_status": member.political_status, "post": member.work, "order": number if found is None else None,
    }  # fmt: skip
    _settle(plan, Relative, found, values, f"{person.name} {relation}", place)


def _career(place: Place, written: str, person: Person, plan: Plan) -> None:
    """Only periods that could be read; the text itself is kept with the person in any case."""
    for line in resume.read(written).lines:
        if line.from_on is None or not line.text:
            continue
        kind = "study" if any(word in line.text for word in _STUDYING) else "work"
        values = {"person": person, "kind": kind, "title": line.text, "from_on": line.from_on, "until_on": line.until_on}
        if line.until_on and line.until_on < line.from_on:
            plan.reject(str(Assignment._meta.verbose_name), f"{person.name} {line.text}", place, text("第{number}行：截止年月早于起始年月", number=line.number))
        else:
            _settle(plan, Assignment, None, values, f"{person.name} {line.text}", place)
