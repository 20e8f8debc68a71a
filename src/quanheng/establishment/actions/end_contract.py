"""End an employment contract with its cause; the person's grades in the unit end with it."""

from datetime import date, datetime

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.contract_terms import GROUNDS, ending_findings
from quanheng.establishment.models import Contract, Engagement
from quanheng.establishment.permissions.contracts import refuse_ended
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.facts import CATALOGUE

WHAT = "终止、解除聘用合同"
FACTS = {
    "absence_workdays_in_row",
    "absence_workdays_in_year",
    "unqualified_years_in_row",
    "refuses_post_change",
}
CAUSES = tuple(code for code, _ in Contract.ENDS if code not in ("renewed", "succeeded"))


@action(
    "establishment.contract.end",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["contract"].organisation.authority.path,
    keeps=("ended_on", "cause", "ground", "notice_on"),
)
def end_contract(
    *,
    by: Account,
    at: datetime,
    contract: Contract,
    ended_on: date,
    cause: str,
    ground: str = "",
    notice_on: date | None = None,
    **facts: int | bool | None,
) -> Contract:
    """`ended_on` is the first day without it; `cause` one of CAUSES, `ground` what the unit rests its ending on, `facts` what of FACTS is known of it.

    Refuses one that has ended, a day before its first, and an ending whose ground or notice the law does not let pass.
    """
    if cause not in CAUSES or (ground and ground not in GROUNDS) or facts.keys() - FACTS:
        raise ValueError(f"unknown cause, ground or fact: {cause!r} {ground!r} {sorted(facts)}")
    row = Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    refuse_ended(row, what=WHAT)
    if ended_on < row.from_on:
        raise Refused(
            text(WHAT),
            why=text("终止日期{on}早于合同起始日期{since}", on=ended_on, since=row.from_on),
            remedy=text("更正日期"),
        )
    reason = "staff_leaves" if cause == "person" else ground if cause == "unit" else ""
    if reason:
        told = {"contract_end_reason": reason, "contract_notice_on": notice_on, "contract_ended_on": ended_on}
        _ask_law({**facts, **told}, on=ended_on)
    row.ended_on, row.end_cause = ended_on, cause
    row.save(update_fields=["ended_on", "end_cause"])
    _end_grades(row, ended_on)
    return row


def _ask_law(facts: dict[str, object], *, on: date) -> None:
    known = {name: value for name, value in facts.items() if value is not None}
    for finding in ending_findings(known, on=on):
        lacking = [Text(CATALOGUE[name].zh) for name in finding.missing]
        raise Refused(
            text(WHAT),
            why=text("{rule}：{means}", rule=text(finding.rule.term), means=text(finding.rule.means_zh)),
            cites=finding.cites,
            remedy=text("补充：{facts}", facts=lacking[0])
            if lacking
            else finding.remedy or text("达到条件后再办理"),
        )


def _end_grades(contract: Contract, on: date) -> None:
    """A grade rests on a contract: what the person holds in the unit ends on the same day."""
    held = Engagement.objects.filter(
        person=contract.person_id, organisation=contract.organisation_id, from_on__lt=on
    )
    held.filter(Q(until_on__isnull=True) | Q(until_on__gt=on)).update(until_on=on)
