"""Settle a verification: the adopted value with its document; a date of the record then goes in by `correct_person`."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.actions.record_line import locked
from quanheng.registry.core.file_dates import read_file_day
from quanheng.registry.core.file_law import refuse_without_finding, refuse_wrong_birth
from quanheng.registry.models import Person, Verification
from quanheng.registry.queries.verifications import birth_readings

WHAT = "认定档案审核"
DATES = ("born_on", "work_started_on", "party_joined_on")
"""Matters that are fields of the person; the others are lines of the record, mended there."""


@action(
    "registry.verification.settle",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["verification"].person.authority.path,
    cites=("《关于认真做好干部出生日期管理工作的通知》",),
    keeps=("document",),
    also=lambda given: {"field": given["verification"].field},
)
def settle_verification(
    *,
    by: Account,
    at: datetime,
    verification: Verification,
    adopted: str,
    document: str,
    note: str = "",
    approved_on: date | None = None,
) -> Verification:
    """Adopt a value. `approved_on`: the birth date approved by the authority, where there is such an approval.

    A birth date must be the one that counts by law: the approved one, else that of the earliest paper on file.
    A change of the record needs the number of the finding; without one it is refused.
    """
    row = Verification.objects.select_for_update(of=("self",)).get(pk=verification.pk)
    person, on = locked(row.person), timezone.localdate(at)
    if row.settled_on:
        raise Refused(
            text(WHAT), why=text("已于{on}认定为“{adopted}”", on=row.settled_on, adopted=row.adopted)
        )
    if not adopted.strip():
        raise Refused(text(WHAT), why=text("没有填写认定的内容"))
    if row.field in DATES:
        _adopt_date(row, person, adopted, document, approved_on, by=by, at=at)
    elif adopted.strip() != row.claimed:
        refuse_without_finding(has_document=bool(document.strip()), on=on, what=WHAT)
    row.adopted, row.document, row.settled_on = adopted.strip(), document.strip(), on
    row.note = note.strip() or row.note
    row.save(update_fields=["adopted", "document", "settled_on", "note"])
    return row


def _adopt_date(
    row: Verification,
    person: Person,
    adopted: str,
    document: str,
    approved_on: date | None,
    *,
    by: Account,
    at: datetime,
) -> None:
    """The record changes only when its month does: a paper that names the month alone does not blur the day."""
    on, day, held = timezone.localdate(at), read_file_day(adopted), getattr(person, row.field)
    if day is None:
        raise Refused(
            text(WHAT),
            why=text("“{said}”不是年月或者年月日", said=adopted),
            remedy=text("写成1985.03或者1985-03-01"),
        )
    if row.field == "born_on":
        refuse_wrong_birth(day, birth_readings(person), on=on, approved_on=approved_on, what=WHAT)
    if held and (held.year, held.month) == (day.year, day.month) and (held == day or day.day == 1):
        return
    refuse_without_finding(has_document=bool(document.strip()), on=on, what=WHAT)
    reason = f"档案审核认定：{document.strip()}"
    correct_person(by=by, at=at, person=person, changes={row.field: day}, reason=reason)
