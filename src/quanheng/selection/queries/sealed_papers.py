"""What a case keeps sealed: the inspection reports, and the remarks beside the answers and opinions it asked for."""

import json
from dataclasses import dataclass

from django.db.models import Model

from quanheng.access.models import Account
from quanheng.access.queries.sealed_rows import words_of
from quanheng.meeting.models import Item
from quanheng.procedure.models import Case
from quanheng.selection.models import InspectionReport, Must, Opinion


@dataclass(frozen=True)
class SealedPapers:
    """涉密材料: rows with sealed words, for one page."""

    reports: tuple[InspectionReport, ...]
    musts: tuple[Must, ...]
    opinions: tuple[Opinion, ...]

    def rows(self) -> list[Model]:
        return [*self.reports, *self.musts, *self.opinions]


def sealed_papers(case: Case) -> SealedPapers:
    """Callers have checked that the reader may see the case."""
    reports = InspectionReport.objects.filter(candidate__case=case)
    musts = (
        Must.objects.filter(candidate__case=case).exclude(note=b"").order_by("candidate", "recorded_at", "pk")
    )
    opinions = Opinion.objects.filter(case=case).exclude(note=b"").order_by("answered_on", "pk")
    few = "candidate__person", "candidate__case"
    return SealedPapers(
        tuple(reports.select_related(*few).order_by("pk")),
        tuple(musts.select_related(*few)),
        tuple(opinions.select_related("case")),
    )


def stands_aside(by: Account, case: Case) -> bool:
    """Whether the reader is one of the case's people, or stepped aside when it was discussed."""
    is_candidate = (
        by.person_key is not None
        and case.candidates.filter(person=by.person_key).exclude(stage="screened").exists()
    )
    return is_candidate or Item.objects.filter(case=case, recusals__member__account=by).exists()


def rating_words(report: InspectionReport) -> str:
    """优秀27票、称职8票; "" when there was no rating or it is not open."""
    said = words_of(report, "rating")
    return "、".join(f"{grade}{votes}票" for grade, votes in json.loads(said).items()) if said else ""
