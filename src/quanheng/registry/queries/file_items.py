"""Where paper files are: what is out, what is overdue, what lies loose; and what agencies report of a person."""

from datetime import date

from django.db.models import Q, QuerySet

from quanheng.access.models import Account
from quanheng.registry.models import AgencyFact, FileItem, FileLoan, Person
from quanheng.registry.queries.sight import seen

OUT = ("borrow", "transfer_out")
_LONG = ("person__photo", "person__resume", "person__awards", "person__appraisals", "person__form_extra")


def whereabouts(person: Person) -> FileLoan | None:
    """The loan or transfer by which the file is away now; None when it is here."""
    return (
        FileLoan.objects.filter(person=person, kind__in=OUT, returned_on__isnull=True)
        .order_by("-on", "-pk")
        .first()
    )


def loans_of(person: Person) -> QuerySet[FileLoan]:
    """Everything that happened to one file, newest first."""
    return FileLoan.objects.filter(person=person).order_by("-on", "-pk")


def files_out(*, by: Account, on: date, overdue_on: date | None = None) -> QuerySet[FileLoan]:
    """Files away of the people `by` may see; only those due before `overdue_on` when it is given."""
    late = Q(due_on__lt=overdue_on) if overdue_on else Q()
    mine = seen("registry.view", by=by, on=on, field="person__authority")
    rows = FileLoan.objects.filter(mine & late, kind__in=OUT, returned_on__isnull=True, due_on__isnull=False)
    return rows.select_related("person").defer(*_LONG)


def loose_items(*, by: Account, on: date) -> QuerySet[FileItem]:
    """Papers not filed yet."""
    mine = seen("registry.view", by=by, on=on, field="person__authority")
    return FileItem.objects.filter(mine, is_loose=True).select_related("person").defer(*_LONG)


def item_of(*, by: Account, on: date, pk: int) -> FileItem | None:
    mine = seen("registry.view", by=by, on=on, field="person__authority")
    return FileItem.objects.filter(mine, pk=pk).select_related("person__authority").first()


def loan_of(*, by: Account, on: date, pk: int) -> FileLoan | None:
    mine = seen("registry.view", by=by, on=on, field="person__authority")
    return FileLoan.objects.filter(mine, pk=pk).select_related("person__authority").first()


def agency_facts(*, by: Account, on: date, person: Person) -> QuerySet[AgencyFact]:
    """What agencies report of a person, for who may see what is sensitive there; nothing for anybody else."""
    mine = seen("registry.sensitive", by=by, on=on, field="person__authority")
    return AgencyFact.objects.filter(mine, person=person).order_by("-on", "-pk")
