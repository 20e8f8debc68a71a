"""A case's motion, candidates and decision, as the acts and pages of this room need them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under
from quanheng.access.queries.composed import records
from quanheng.access.queries.jobs import Standing, standing_of
from quanheng.meeting.models import Item
from quanheng.procedure.models import Case
from quanheng.procedure.queries.cases import cases
from quanheng.selection.models import Candidate, ScreeningJob


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


def standing(case: Case, *, now: datetime) -> Standing[ScreeningJob] | None:
    """How the last screening beside the page stands, of a case the caller may see; None when there was none."""
    job = ScreeningJob.objects.filter(case=case).order_by("-pk").first()
    return standing_of(job, now=now) if job else None


def decision_of(case: Case) -> Decision:
    """The decision that passed; Item.DoesNotExist when there is none."""
    item = Item.objects.filter(case=case, state="passed").select_related("meeting", "person").latest("decided_at")
    assert item.decided_at is not None
    return Decision(item, timezone.localdate(item.decided_at))


def decided_candidate(case: Case) -> Candidate:
    """The candidate whom the committee decided on."""
    return Candidate.objects.select_related("person").get(case=case, person=decision_of(case).item.person)
