"""Open the verification of one matter of a file: what is claimed, what the paper shows, the paper behind it (A12)."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import FileItem, Person, Verification

WHAT = "提出档案审核"


@action(
    "registry.verification.open",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("field",),
)
def open_verification(
    *,
    by: Account,
    at: datetime,
    person: Person,
    field: str,
    claimed: str,
    evidenced: str = "",
    item: FileItem | None = None,
    note: str = "",
) -> Verification:
    """One open verification a matter. Refuses a paper of somebody else's file."""
    row = locked(person)
    made = Verification(
        person=row,
        field=field,
        claimed=claimed.strip(),
        evidenced=evidenced.strip(),
        item=item,
        note=note.strip(),
        opened_on=timezone.localdate(at),
    )
    running = Verification.objects.filter(person=row, field=field, settled_on__isnull=True).first()
    if running:
        raise Refused(
            text(WHAT),
            why=text(
                "{field}的审核已于{on}提出，尚未认定",
                field=text(made.get_field_display()),
                on=running.opened_on,
            ),
            remedy=text("先认定，再提出新的审核"),
        )
    if item is not None and item.person_id != row.pk:
        raise Refused(text(WHAT), why=text("所选材料不在{name}的档案中", name=row.name))
    made.save(force_insert=True)
    return made
