"""The boxes of an appointment form as fields of a person; a month in the form does not blur a day in the registry."""

import re
from datetime import date
from typing import Any

from quanheng.access.models import as_found
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.core.months import has_day, read_month
from quanheng.exchange.queries.roster_units import into_words
from quanheng.registry.core import codes
from quanheng.registry.core.resume_text import canonical
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import beside

_EMPTY = ("(无)", "（无）")
_EXTRA = (
    "proposed_post", "post_to_leave", "reason", "reporting_unit", "age_limit_reached", "former_age_limit", "photo_unread", "unknown",
)  # fmt: skip


def person_values(form: AppointmentForm, found: Person | None, born_on: date) -> dict[str, Any]:
    """What the form says of the person; an empty box says nothing."""
    sex = codes.find("sex", form.sex) or ""
    return {
        "name": form.name,
        "sex": sex,
        "born_on": found.born_on if found else born_on,  # verified in the personal file: no form overrules it
        **number_values(found, form.identity_number, born_on=found.born_on if found else born_on, sex=sex),
        "ethnic_group": _words("ethnic_group", form.ethnic_group),
        "native_place": form.native_place,
        "birth_place": form.birth_place,
        **_party(form, found),
        "work_started_on": _kept(found, "work_started_on", form.work_started, read_month(form.work_started)),
        "health": _words("health", form.health),
        "professional_title": form.professional_title,
        "speciality": form.speciality,
        "current_post": form.current_post,
        "resume": kept_resume(found, form.resume),
        "awards": "无" if form.awards in _EMPTY else form.awards,
        "appraisals": "" if form.assessment in _EMPTY else form.assessment,
        "photo": form.photo or None,
        "form_extra": _extra(form, found),
    }


def number_values(found: Person | None, number: str, *, born_on: date, sex: str) -> dict[str, Any]:
    """The columns of an identity number; a number that is on file already is not written again, only checked again."""
    if not number:
        return {}
    columns = beside(number, born_on=born_on, sex=sex)
    is_known = found is not None and bytes(found.number_index or b"") == columns["number_index"]
    return columns if is_known else {"id_number": number, **columns}


def kept_resume(found: Person | None, said: str) -> str:
    """"" when the text only writes the same résumé in another manner."""
    return "" if found and found.resume and canonical(found.resume) == canonical(said) else said


def _words(table: str, said: str) -> str:
    """The label of the table, when the words are one of its wordings."""
    return into_words(table, codes.find(table, said) or said) if said else ""


def _kept(found: Person | None, name: str, said: str, month: date | None) -> date | None:
    """The registry's own day when the form only names its month."""
    held = getattr(found, name) if found else None
    if held and month and not has_day(said) and (held.year, held.month) == (month.year, month.month):
        return date.fromisoformat(held.isoformat())
    return month


def _party(form: AppointmentForm, found: Person | None) -> dict[str, Any]:
    """`200108；民建`: the month is the Party's, the names are other parties; a name alone is the political status."""
    parts = [part for part in re.split(r"[；;、\s]+", form.party_joined) if part]
    month = next((each for part in parts if (each := read_month(part))), None)
    status = next((code for part in parts if (code := codes.find("political_status", part))), None) if month is None else None
    held = found.political_status if found else ""
    return {
        "party_text": form.party_joined,
        "party_joined_on": _kept(found, "party_joined_on", next((part for part in parts if read_month(part)), ""), month),
        "political_status": "" if held else into_words("political_status", "01" if month else status or ""),
    }


def _extra(form: AppointmentForm, found: Person | None) -> dict[str, Any]:
    """What the registry has no field for, kept for the next form; unknown tags as they came."""
    said = {name: value for name in _EXTRA if (value := getattr(form, name))}
    if "unknown" in said:
        said["unknown"] = list(said["unknown"])
    held = as_found(found, "form_extra") if found else {}
    return {**held, **said} if isinstance(held, dict) else said
