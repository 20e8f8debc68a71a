"""Set the approved number of seats of a unit, level and role from a day, by an approved order; the former one ends."""

from datetime import date, datetime

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import PostQuota
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Organisation

WHAT = "核定职数"


@action(
    "establishment.quota.set",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    cites=("《中华人民共和国公务员法》第四十三条",),
    keeps=("organisation", "level", "role", "number", "document", "from_on"),
)
def set_quota(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    level: str,
    role: str,
    number: int,
    from_on: date,
    document: str,
) -> PostQuota:
    """The quota in force ends on `from_on`. A later or equal one on record is refused, as is an order without a number.

    A number below the people in post is accepted: the board then shows the surplus.
    """
    unit = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    same = PostQuota.objects.filter(organisation=unit, level=level, role=role)
    _check(same.filter(from_on__gte=from_on).order_by("from_on").first(), document)
    same.filter(Q(until_on__isnull=True) | Q(until_on__gt=from_on), from_on__lt=from_on).update(
        until_on=from_on
    )
    return PostQuota.objects.create(
        organisation=unit, level=level, role=role, number=number, document=document.strip(), from_on=from_on
    )


def _check(later: PostQuota | None, document: str) -> None:
    if not document.strip():
        raise Refused(text(WHAT), why=text("没有批准文号"), remedy=text("填写机构编制部门的批准文号"))
    if later is not None:
        raise Refused(
            text(WHAT),
            why=text(
                "已有自{since}起的核定：{number}名（{document}）",
                since=later.from_on,
                number=later.number,
                document=later.document or "—",
            ),
            remedy=text("先前的核定已保留；新的核定须自更晚的日期起生效"),
        )
