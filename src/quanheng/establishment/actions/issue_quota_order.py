"""Issue a quota order: the quotas it names end, and its own begin, all of them or none. The one way to set a quota."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.establishment.actions.change_quotas import begin, changes_of
from quanheng.establishment.core.orders import CITES, WHAT, OrderLine, check_changes, check_lines
from quanheng.establishment.models import QuotaOrder
from quanheng.establishment.permissions.ranks import approved_ranks, require_shares
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Organisation


@action(
    "establishment.quota_order.issue",
    label=WHAT,
    permission="establishment.edit",
    cites=CITES,
    keeps=("number", "kind", "issued_on", "over_until_on"),
    also=lambda given: {"lines": len(given["lines"])},
)
def issue_quota_order(
    *,
    by: Account,
    at: datetime,
    number: str,
    title: str,
    kind: str,
    issued_by: str,
    issued_on: date,
    lines: Sequence[OrderLine],
    over_until_on: date | None = None,
    note: str = "",
) -> QuotaOrder:
    """Asks `establishment.edit` over every organisation of the order.

    Refuses: no lines; a number used before; a raise that lowers, a cut that raises, an adjustment that does not come to
    nothing; a number below those in post without a day by which to come down; a quota from the same or a later day;
    shares of ranks that the law forbids.
    """
    _check_paper(number, kind, issued_on, today=timezone.localdate(at))
    check_lines(lines, issued_on=issued_on)
    units = _locked(lines)
    for unit in units.values():
        require(by, "establishment.edit", path=unit.authority.path, at=at, what=WHAT)
    changes = changes_of(lines, units)
    check_changes(kind, changes, over_until_on=over_until_on)
    _check_ranks(lines, units)
    order = QuotaOrder.objects.create(
        number=number.strip(),
        title=title.strip(),
        kind=kind,
        issued_by=issued_by.strip(),
        issued_on=issued_on,
        over_until_on=over_until_on,
        note=note.strip(),
    )
    begin(order, lines, units)
    return order


def _check_paper(number: str, kind: str, issued_on: date, *, today: date) -> None:
    if not number.strip():
        raise Refused(text(WHAT), why=text("没有批准文号"), remedy=text("填写机构编制部门的批准文号"))
    if kind not in dict(QuotaOrder.KINDS):
        raise Refused(text(WHAT), why=text("没有这一类批文：{kind}", kind=kind), remedy=text("选择批文类别"))
    if issued_on > today:
        raise Refused(
            text(WHAT), why=text("批准日期{day}晚于今天", day=issued_on), remedy=text("更正批准日期")
        )
    known = QuotaOrder.objects.filter(number=number.strip()).first()
    if known:
        raise Refused(
            text(WHAT),
            why=text("文号{number}的批文已登记（{day}，{title}）", number=known.number, day=known.issued_on, title=known.title),
            remedy=text("先前的登记已保留，不必再次登记"),
        )  # fmt: skip


def _locked(lines: Sequence[OrderLine]) -> dict[int, Organisation]:
    """The organisations of the order, held until it is through: appointments to them wait."""
    rows = Organisation.objects.select_for_update(of=("self",)).select_related("authority")
    units = {
        unit.pk: unit for unit in rows.filter(pk__in={line.organisation for line in lines}).order_by("pk")
    }
    for line in lines:
        unit = units[line.organisation]
        if unit.until_on is not None and unit.until_on <= line.from_on:
            raise Refused(
                text(WHAT),
                why=text("{organisation}已于{day}撤销", organisation=unit.name, day=unit.until_on),
                remedy=text("核对机构和生效日期"),
            )
    return units


def _check_ranks(lines: Sequence[OrderLine], units: dict[int, Organisation]) -> None:
    """The shares of the ranks as they will be once the order is in force."""
    for pk, unit in units.items():
        ranks = [line for line in lines if line.organisation == pk and line.what == "rank"]
        if ranks:
            on = max(line.from_on for line in ranks)
            numbers = approved_ranks(unit, on) | {line.code: line.number for line in ranks}
            require_shares(unit, numbers, on=on)
