"""Audits, their findings and the cases they are about, as somebody may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of, within
from quanheng.oversight.models import Audit, AuditFinding
from quanheng.procedure.models import Case
from quanheng.procedure.queries.cases import cases
from quanheng.selection.core.stage_facts import StageFacts
from quanheng.selection.queries.case_facts import case_facts

WORST_FIRST = ("forbidden", "unknown", "superior", "warning")


@dataclass(frozen=True)
class RuleCount:
    """问题统计: how many cases one rule was found at, by light."""

    rule: str
    term: str
    light: str
    count: int
    left: int
    """How many of them are not rectified yet."""


def auditable(*, by: Account, on: date) -> QuerySet[Authority]:
    """The authorities whose cases `by` may audit."""
    reached = Q(pk__in=[])
    for path in rights_of(by, on=on).paths("oversight.audit"):
        reached |= Q(path__startswith=path)
    return Authority.objects.filter(reached).order_by("path")


def audits(*, by: Account, on: date) -> QuerySet[Audit]:
    """The audits of the authorities where `by` holds oversight.audit, the newest first, with their open findings counted."""
    rows = Audit.objects.filter(within("oversight.audit", by=by, on=on)).select_related(
        "authority", "made_by"
    )
    failing = Count("findings", filter=~Q(findings__light="unknown"))
    unknown = Count("findings", filter=Q(findings__light="unknown"))
    left = Count("findings", filter=Q(findings__state="open"))
    return rows.annotate(failing=failing, unknown=unknown, left=left).order_by("-made_at", "-pk")


def findings(*, by: Account, on: date) -> QuerySet[AuditFinding]:
    """The findings of those audits."""
    seen = within("oversight.audit", by=by, on=on, field="audit__authority")
    return AuditFinding.objects.filter(seen).select_related("case", "audit__authority")


def counts(rows: QuerySet[AuditFinding]) -> list[RuleCount]:
    """Findings per rule and light, the worst and most frequent first."""
    grouped = rows.order_by().values_list("rule", "kept__term", "light")
    made = grouped.annotate(n=Count("pk"), left=Count("pk", filter=Q(state="open")))
    return sorted(
        (RuleCount(*row) for row in made),
        key=lambda each: (WORST_FIRST.index(each.light), -each.count, each.rule),
    )


def steps_between(
    *, by: Account, on: date, authority: Authority, from_on: date, to_on: date
) -> list[StageFacts]:
    """What was done from one day to another, both included, in the cases of one authority that `by` may view.

    Level by level: the cases of the authorities below it are audited as theirs.
    """
    seen = _running(cases(by=by, on=on), authority, from_on, to_on)
    return [step for step in case_facts(seen) if from_on <= step.on <= to_on]


def _running(seen: QuerySet[Case], authority: Authority, from_on: date, to_on: date) -> QuerySet[Case]:
    open_then = Q(closed_at__isnull=True) | Q(closed_at__date__gte=from_on)
    return seen.filter(open_then, authority=authority, opened_at__date__lte=to_on, motion__isnull=False)


def cases_in(steps: Sequence[StageFacts]) -> int:
    """How many cases the steps are of."""
    return len({step.case for step in steps})
