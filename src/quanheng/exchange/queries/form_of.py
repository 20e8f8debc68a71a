"""A person's 干部任免审批表, drawn from the registry; what a form brought and the registry does not model goes back in."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from quanheng.access.core.key_tree import Ring
from quanheng.access.queries.composed import records
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.registry.core.resume import Resume, ResumeLine
from quanheng.registry.core.resume_text import write
from quanheng.registry.models import Assignment, Education, Person, YearGrade
from quanheng.registry.queries.family import Member, family_of
from quanheng.registry.queries.numbers import number_of


def form_of(
    person: Person, *, on: date, current: str = "", proposed: str = "", leaving: str = "", reason: str = "", unit: str = "", filled_by: str = "",
    ring: Ring | None = None,
) -> AppointmentForm:
    """The form as of `on`, without the identity number and the family that `ring` does not open; `current` when the present post has changed since; `proposed` and `leaving` are the posts to take and to leave, in words."""
    extra = person.form_extra if isinstance(person.form_extra, dict) else {}
    return AppointmentForm(
        name=person.name,
        sex=person.get_sex_display(),
        born=f"{person.born_on:%Y%m}",
        ethnic_group=person.ethnic_group,
        native_place=person.native_place,
        birth_place=person.birth_place,
        party_joined=person.party_text or _month(person.party_joined_on),
        work_started=_month(person.work_started_on),
        age_limit_reached=extra.get("age_limit_reached", ""),
        health=person.health,
        professional_title=person.professional_title,
        speciality=person.speciality,
        **_education(person),
        current_post=current or person.current_post,
        proposed_post=proposed,
        post_to_leave=leaving,
        resume=person.resume or _resume(person),
        awards=person.awards or "无",
        assessment=person.appraisals or _grades(person, on),
        reason=reason,
        family=tuple(_member(each) for each in family_of(ring, person)[0]),
        reporting_unit=unit,
        former_age_limit=extra.get("former_age_limit", ""),
        age_reference=f"{on:%Y%m}",
        filled_on=f"{on:%Y%m%d}",
        filled_by=filled_by,
        identity_number=number_of(ring, person),
        photo=bytes(person.photo) if person.photo else b"",
        photo_unread="" if person.photo else extra.get("photo_unread", ""),
        version="3.2.1.16",
        unknown=tuple(extra.get("unknown", ())),
    )


def _month(on: date | None) -> str:
    return f"{on:%Y%m}" if on else ""


def _education(person: Person) -> dict[str, Any]:
    newest: dict[str, Education] = {row.mode: row for row in records(_printed, person=person.pk)}
    boxes: dict[str, Any] = {}
    for mode, prefix in (("fulltime", "full_time"), ("inservice", "in_service")):
        row = newest.get(mode)
        boxes[f"{prefix}_education"] = row.level if row else ""
        boxes[f"{prefix}_degree"] = row.degree if row else ""
        boxes[f"{prefix}_school"] = f"{row.school}{row.major}" if row else ""
    return boxes


def _printed(*, person: UUID) -> QuerySet[Education]:
    return Education.objects.filter(person=person, is_printed=True).order_by("until_on", "pk")


def _resume(person: Person) -> str:
    lines = Assignment.objects.filter(person=person).exclude(kind="concurrent").order_by("from_on", "pk")
    return write(Resume(tuple(ResumeLine(x.from_on, x.until_on, f"{x.organisation_text}{x.title}") for x in lines)))


def _grades(person: Person, on: date) -> str:
    rows = YearGrade.objects.filter(person=person, year__lt=on.year, year__gte=on.year - 2).order_by("year")
    return "；".join(f"{row.year}年度考核{row.grade}" for row in rows)


def _member(member: Member) -> FamilyMember:
    return FamilyMember(
        relation=member.relation,
        name=member.name,
        born=_month(member.born_on),
        political_status=member.political_status,
        work=member.post,
    )
