"""A case's motion, candidates and decision, as the acts and pages of this room need them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under
from quanheng.access.queries.composed import answers, records
from quanheng.access.queries.jobs import Standing, standing_of
from quanheng.meeting.models import Item
from quanheng.procedure.models import Case
from quanheng.procedure.queries.cases import cases
from quanheng.selection.models import AppointmentOrder, Candidate, Recommendation, ScreeningJob


@dataclass(frozen=True)
class Decision:
    """讨论决定: the item that passed and the day it was decided on."""

    item: Item
    decided_on: date


def selection_cases(*, by: Account, on: date) -> QuerySet[Case]:
    """Cases of this room that `by` may view, with their motions, newest first."""
    return cases(by=by, on=on).filter(motion__isnull=False).select_related("motion__post__organisation")


def selection_case(number: str, *, by: Account, on: date) -> Case | None:
    """One of them, by its number."""
    found: list[Case] = records(_numbered, paths=rights_of(by, on=on).paths("selection.view"), number=number)
    return found[0] if found else None


def _numbered(*, paths: tuple[str, ...], number: str) -> QuerySet[Case]:
    rows = Case.objects.filter(under(paths), motion__isnull=False, number=number)
    return rows.select_related("authority", "motion__post__organisation").order_by("pk")


def running_cases(*, by: Account, on: date, most: int) -> list[Case]:
    """The newest of them that are not closed."""
    return records(_running, most, paths=rights_of(by, on=on).paths("selection.view"))


def _running(most: int, *, paths: tuple[str, ...]) -> QuerySet[Case]:
    rows = Case.objects.filter(under(paths), motion__isnull=False, closed_at__isnull=True)
    return rows.select_related("authority", "motion__post__organisation").order_by("-opened_at")[:most]


def standing(case: Case, *, now: datetime) -> Standing[ScreeningJob] | None:
    """How the last screening beside the page stands, of a case the caller may see; None when there was none."""
    jobs = records(_jobs, case=case.pk)
    return standing_of(jobs[0], now=now) if jobs else None


def _jobs(*, case: int) -> QuerySet[ScreeningJob]:
    return ScreeningJob.objects.filter(case=case).order_by("-pk")[:1]


def candidates_ahead(case: Case) -> list[Candidate]:
    """The candidates beyond mere screening. Without their persons: joined, the database would go through all of the registry."""
    return records(_ahead, case=case.pk)


def _ahead(*, case: int) -> QuerySet[Candidate]:
    rows = Candidate.objects.filter(case=case, stage__in=("appointed", "proposed", "target", "forecast"))
    return rows.order_by().only("stage", "light", "reason", "case_id", "person_id")


def lights_of(case: Case) -> dict[str, int]:
    """How many of the screened stand under each light."""
    return dict(answers(_lights, case=case.pk))


def _lights(*, case: int) -> QuerySet[Candidate, Any]:
    rows = Candidate.objects.filter(case=case).exclude(light="")
    return rows.order_by().values_list("light").annotate(n=Count("pk"))


def rounds_of(case: Case) -> list[Recommendation]:
    """The rounds of recommendation, oldest first."""
    return records(_rounds, case=case.pk)


def _rounds(*, case: int) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(case=case).order_by("held_at", "pk")


def order_of(case: Case) -> AppointmentOrder | None:
    """The order that ended it, when there is one."""
    found: list[AppointmentOrder] = records(_orders, case=case.pk)
    return found[0] if found else None


def _orders(*, case: int) -> QuerySet[AppointmentOrder]:
    return AppointmentOrder.objects.filter(case=case).order_by("pk")


def decision_of(case: Case) -> Decision:
    """The decision that passed; Item.DoesNotExist when there is none."""
    item = Item.objects.filter(case=case, state="passed").select_related("meeting", "person").latest("decided_at")
    assert item.decided_at is not None
    return Decision(item, timezone.localdate(item.decided_at))


def decided_candidate(case: Case) -> Candidate:
    """The candidate whom the committee decided on."""
    return Candidate.objects.select_related("person").get(case=case, person=decision_of(case).item.person)
