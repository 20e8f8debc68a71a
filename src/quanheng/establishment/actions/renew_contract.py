"""Renew an employment contract: the former one ends as renewed, the new one names it."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.contract_terms import Terms
from quanheng.establishment.models import Contract
from quanheng.establishment.permissions.contracts import refuse_ended, require_terms
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

WHAT = "续签聘用合同"


@action(
    "establishment.contract.renew",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["contract"].organisation.authority.path,
    keeps=("kind", "signed_on", "from_on", "until_on"),
)
def renew_contract(
    *,
    by: Account,
    at: datetime,
    contract: Contract,
    kind: str,
    signed_on: date,
    from_on: date,
    until_on: date | None = None,
    is_full_time: bool = True,
    is_till_retirement_asked: bool = False,
) -> Contract:
    """The former contract ends on the first day of the new one, or on its own last day when a gap lies between.

    Refuses one that has ended, a first day not after the former's, and what the law forbids. No second probation.
    """
    old = (
        Contract.objects.select_for_update(of=("self",))
        .select_related("person", "organisation")
        .get(pk=contract.pk)
    )
    refuse_ended(old, what=WHAT)
    if from_on <= old.from_on:
        raise Refused(
            text(WHAT),
            why=text("新合同的起始日期{from_on}不晚于原合同的{since}", from_on=from_on, since=old.from_on),
            remedy=text("更正日期"),
        )
    require_terms(
        Terms(kind, from_on, until_on), person=old.person, organisation=old.organisation,
        is_first_job=False, is_asked=is_till_retirement_asked, what=WHAT,
    )  # fmt: skip
    old.ended_on, old.end_cause = min(from_on, old.until_on or from_on), "renewed"
    old.save(update_fields=["ended_on", "end_cause"])
    return Contract.objects.create(
        person=old.person, organisation=old.organisation, kind=kind, is_full_time=is_full_time,
        signed_on=signed_on, from_on=from_on, until_on=until_on, before=old,
    )  # fmt: skip
