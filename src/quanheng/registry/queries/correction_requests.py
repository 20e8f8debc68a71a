"""Requests for correction: a person's own, those an office has to answer, and what the home pages say of them."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers, records
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import CorrectionRequest, Person
from quanheng.registry.queries.numbers import masked
from quanheng.registry.queries.sight import among_composed, authorities_seen, seen

DAYS = ("born_on", "work_started_on", "party_joined_on")
FIELDS = (
    "name", "sex", "born_on", "id_number", "ethnic_group", "native_place", "birth_place", "growth_place", "health",
    "work_started_on", "party_joined_on", "political_status", "professional_title", "speciality",
)  # fmt: skip
LINES = {
    "assignment": "任职经历", "rank": "职务职级", "education": "学历学位", "training": "教育培训", "year_grade": "年度考核",
    "reward": "奖励", "sanction": "处分处理", "relative": "家庭成员", "title": "专业技术资格", "other": "其他",
}  # fmt: skip
"""Matters that are lines of the record: what was changed is said in the answer."""
_TOLD = timedelta(days=30)
_LONG = ("person__photo", "person__resume", "person__awards", "person__appraisals", "person__form_extra")
NUMBER = "id_number"
"""A request about it says what is wrong; the number itself is typed by who answers, from the card."""
MOST = 100


def matters() -> list[tuple[str, str]]:
    """Every matter somebody may ask about, with its Chinese name."""
    fields = [(name, str(Person._meta.get_field(name).verbose_name)) for name in FIELDS]  # type: ignore[union-attr]
    return [*fields, *LINES.items()]


def matter_label(matter: str) -> Text:
    """The name of a matter; words that are none stay as they are."""
    return text(
        dict(matters()).get(matter, "{said}"), **({} if matter in dict(matters()) else {"said": matter})
    )


def held_of(person: Person, matter: str) -> str:
    """What the record has of a basic field when the request is made; the identity number is not copied."""
    if matter == NUMBER:
        return masked(person)
    value = getattr(person, matter, "") if matter in FIELDS else ""
    return person.get_sex_display() if matter == "sex" else str(value or "")


def requests_of(person_key: UUID) -> QuerySet[CorrectionRequest]:
    """A person's own requests, newest first."""
    return CorrectionRequest.objects.filter(person=person_key).order_by("-asked_at", "-pk")


def requests_to_answer(*, by: Account, on: date, is_open: bool = True) -> QuerySet[CorrectionRequest]:
    """Requests of people whose records `by` keeps: those open, or those done with."""
    mine = seen("registry.edit", by=by, on=on, field="person__authority")
    rows = CorrectionRequest.objects.filter(mine)
    rows = rows.filter(state="open") if is_open else rows.exclude(state="open")
    return rows.select_related("person").defer(*_LONG)


def request_of(*, by: Account, on: date, pk: int) -> CorrectionRequest | None:
    mine = seen("registry.edit", by=by, on=on, field="person__authority")
    return CorrectionRequest.objects.filter(mine, pk=pk).select_related("person__authority").first()


def count_to_answer(*, by: Account, on: date) -> int:
    """How many wait, up to `MOST`; the own one is not for oneself to answer."""
    mine = authorities_seen("registry.edit", by=by, on=on)
    own = {"own": by.person_key} if by.person_key else {}
    return len(answers(_waiting, mine is None, authorities=list(mine or ()), **own))


def _waiting(is_all: bool, *, authorities: list[int], own: UUID | None = None) -> QuerySet[CorrectionRequest, Any]:
    rows = CorrectionRequest.objects.filter(among_composed(is_all, authorities, "person__authority"), state="open")
    return (rows.exclude(person=own) if own else rows).order_by().values_list("pk")[:MOST]


def answered_lately(*, by: Account, on: date) -> list[CorrectionRequest]:
    """The own requests answered within thirty days."""
    if by.person_key is None:
        return []
    since = timezone.make_aware(datetime.combine(on - _TOLD, time()))
    return records(_answered, person=by.person_key, since=since)


def _answered(*, person: UUID, since: datetime) -> QuerySet[CorrectionRequest]:
    return requests_of(person).filter(state__in=("accepted", "refused"), answered_at__gte=since)[:MOST]
