"""The paper file goes out or is consulted, is transferred, and comes back (A13); a file that is out cannot go out again."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import FileLoan, Person
from quanheng.registry.queries.file_items import whereabouts

WHAT, BACK = "登记档案流转", "登记档案归还"


@action(
    "registry.file_loan.record",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("kind", "on"),
)
def move_file(
    *,
    by: Account,
    at: datetime,
    person: Person,
    kind: str,
    on: date,
    counterpart: str,
    purpose: str,
    approved_by: str = "",
    due_on: date | None = None,
) -> FileLoan:
    """`kind` consult, borrow, transfer_out or transfer_in.

    Consulting and borrowing need an approval; borrowing a day to return, a transfer out a day for the receipt.
    """
    row = locked(person)
    if on > timezone.localdate(at):
        raise Refused(text(WHAT), why=text("{on}尚未到", on=on))
    _check_where(row, kind)
    _check_terms(kind, on, approved_by, due_on)
    # a consultation is over on its day; what is taken in has arrived
    returned_on = on if kind in ("consult", "transfer_in") else None
    if kind == "transfer_in":
        FileLoan.objects.filter(person=row, kind="transfer_out", returned_on__isnull=True).update(
            returned_on=on
        )
    return FileLoan.objects.create(
        person=row, kind=kind, on=on, counterpart=counterpart.strip(), purpose=purpose.strip(),
        approved_by=approved_by.strip(), due_on=due_on, returned_on=returned_on,
    )  # fmt: skip


@action(
    "registry.file_loan.return",
    label=BACK,
    permission="registry.edit",
    of=lambda given: given["loan"].person.authority.path,
    keeps=("on",),
)
def return_file(*, by: Account, at: datetime, loan: FileLoan, on: date) -> FileLoan:
    """A borrowed file is back, or the receipt of a transfer has come."""
    row = FileLoan.objects.select_for_update(of=("self",)).get(pk=loan.pk)
    if row.returned_on:
        raise Refused(text(BACK), why=text("已于{on}归还", on=row.returned_on))
    if on < row.on or on > timezone.localdate(at):
        raise Refused(
            text(BACK),
            why=text("归还日期{on}应在借出日期{lent}之后、今天之前", on=on, lent=row.on),
            remedy=text("核对归还日期"),
        )
    row.returned_on = on
    row.save(update_fields=["returned_on"])
    return row


def _check_where(person: Person, kind: str) -> None:
    out = whereabouts(person)
    if out is None or (kind == "transfer_in" and out.kind == "transfer_out"):
        return
    raise Refused(
        text(WHAT),
        why=text("档案已于{on}由{who}借出或转走，尚未归还", on=out.on, who=out.counterpart),
        remedy=text("先登记归还"),
    )


def _check_terms(kind: str, on: date, approved_by: str, due_on: date | None) -> None:
    if kind in ("consult", "borrow") and not approved_by.strip():
        raise Refused(text(WHAT), why=text("查阅、借阅没有批准人"), remedy=text("经批准后登记"))
    if kind in ("borrow", "transfer_out") and due_on is None:
        raise Refused(text(WHAT), why=text("没有填写应还（回执）日期"), remedy=text("填写应还（回执）日期"))
    if due_on and due_on < on:
        raise Refused(
            text(WHAT),
            why=text("应还日期{due}早于借出日期{on}", due=due_on, on=on),
            remedy=text("核对两个日期"),
        )
