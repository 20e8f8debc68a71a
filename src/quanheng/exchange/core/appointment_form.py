"""The 干部任免审批表 on paper: from a form to the values printed, and to the PDF in official geometry."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from quanheng.exchange.core import pdf, photo
from quanheng.exchange.core.ages import age_at, age_limit_month, limit_years, years_and_months
from quanheng.exchange.core.appointment_form_geometry import Size
from quanheng.exchange.core.appointment_form_setting import setting
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.core.months import has_day, read_month
from quanheng.registry.core import resume
from quanheng.registry.core.resume_text import head

_TEMPLATE = pdf.DOCUMENTS / "appointment_form" / "appointment_form.typ"
Edition = Literal["", "3", "4"]
"""Which edition of the first page: the third, the fourth of 2025, or the one the form's own fields ask for."""
_DEAD = ("已去世", "已故", "去世")


def render(form: AppointmentForm, *, on: date, size: Size = "A4", edition: Edition = "") -> bytes:
    """The PDF; ages are counted at the form's own reference month, or at `on` when it names none."""
    return pdf.render(_TEMPLATE, setting(printed(form, on=on, edition=edition), size).drawn)


def type_sizes(form: AppointmentForm, *, on: date, size: Size = "A4") -> list[tuple[str, float]]:
    """Every shrinkable text and the point size it was given; under 8 it is hard to read and should be shortened."""
    return list(setting(printed(form, on=on), size).sizes)


def printed(form: AppointmentForm, *, on: date, edition: Edition = "") -> dict[str, object]:
    """Every value as it is printed.

    >>> values = printed(AppointmentForm(name="张三", born="197205"), on=date(2024, 6, 1))
    >>> values["person"]["born"], values["is_edition_four"]
    ('1972.05\\n（52岁）', False)
    """
    at = read_month(form.age_reference) or on
    told = resume.read(form.resume)
    return {
        "title": f"干部任免审批表 {form.name}",
        "is_edition_four": edition == "4" if edition else is_edition_four(form),
        "person": _person(form, at),
        "full_time": _study(
            form.full_time_education,
            form.full_time_degree,
            form.full_time_school,
            form.full_time_degree_school,
        ),
        "in_service": _study(
            form.in_service_education,
            form.in_service_degree,
            form.in_service_school,
            form.in_service_degree_school,
        ),
        "resume": [_line(line) for line in told.lines],
        "closing": list(told.closing),
        "awards": form.awards,
        "assessment": form.assessment,
        "reason": form.reason,
        "family": [_relative(member, at) for member in form.family],
        "reporting_unit": form.reporting_unit,
        "filled_on": _day(form.filled_on),
        "filled_by": form.filled_by,
        "photo": photo.as_svg(form.photo, 36.3, 49.2) if photo.is_printable(form.photo) else "",
    }


def is_edition_four(form: AppointmentForm) -> bool:
    """Whether the form carries the fields of the 2025 edition, which moves three cells of the first page."""
    return bool(form.age_limit_reached or form.former_age_limit)


def _person(form: AppointmentForm, at: date) -> Mapping[str, str]:
    born_on = read_month(form.born)
    return {
        "name": _spaced(form.name),
        "sex": form.sex,
        "born": f"{born_on:%Y.%m}\n（{age_at(born_on, at)}岁）" if born_on else form.born,
        "ethnic_group": form.ethnic_group,
        "native_place": form.native_place,
        "birth_place": form.birth_place,
        "party_joined": "\n".join(
            _pointed(part) for part in form.party_joined.replace(";", "；").split("；")
        ),
        "work_started": _pointed(form.work_started),
        "health": form.health,
        "age_limit": _age_limit(form, born_on),
        "professional_title": form.professional_title,
        "speciality": form.speciality,
        "current_post": form.current_post,
        "proposed_post": form.proposed_post,
        "post_to_leave": form.post_to_leave,
    }


def _age_limit(form: AppointmentForm, born_on: date | None) -> str:
    """The month written in the form, else the one the formula gives for its limit."""
    reached = read_month(form.age_limit_reached)
    limit = limit_years(form.former_age_limit)
    if reached is None and born_on and limit:
        reached = age_limit_month(born_on, limit)
    if reached is None:
        return form.age_limit_reached
    return f"{reached:%Y.%m}\n（{years_and_months(born_on, reached)}）" if born_on else f"{reached:%Y.%m}"


def _study(education: str, degree: str, school: str, degree_school: str) -> Mapping[str, str]:
    schools = [school] if degree_school in ("", school) else [school, degree_school]
    return {"what": "\n".join(filter(None, (education, degree))), "school": "\n".join(filter(None, schools))}


def _line(line: resume.ResumeLine) -> Mapping[str, object]:
    dates = head(line.from_on, line.until_on).rstrip() if line.from_on else ""
    return {"head": dates, "text": line.text, "notes": [f"（{note}）" for note in line.notes]}


def _relative(member: FamilyMember, at: date) -> Mapping[str, str]:
    born_on = read_month(member.born)
    is_dead = any(word in member.work for word in _DEAD)
    return {
        "relation": member.relation,
        "name": _spaced(member.name),
        "age": str(age_at(born_on, at)) if born_on and not is_dead else "",
        "political_status": member.political_status,
        "work": member.work,
    }


def _spaced(name: str) -> str:
    """Two-character names are set with a space between, as the editor prints them."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def _pointed(said: str) -> str:
    month = read_month(said)
    return f"{month:%Y.%m}" if month else said


def _day(said: str) -> str:
    on = read_month(said)
    if on is None:
        return said or "年　　月　　日"
    return f"{on.year}年{on.month}月{on.day}日" if has_day(said) else f"{on.year}年{on.month}月"
