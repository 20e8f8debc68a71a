"""Put a paper into the catalogue of a file (ten classes), or a loose one into its place; note what a paper says."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import FileItem, FileReading, Person

WHAT, FILING, READING = "登记档案材料", "零散材料归档", "登记材料记载"


@action(
    "registry.file_item.record",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("item_class",),
)
def record_file_item(
    *,
    by: Account,
    at: datetime,
    person: Person,
    item_class: str,
    title: str,
    number: str = "",
    made_on: date | None = None,
    pages: int | None = None,
    received_on: date | None = None,
    is_loose: bool = False,
) -> FileItem:
    """Refuses a paper made after today, or filed before it was made, or a number already given in the class."""
    row, today = locked(person), timezone.localdate(at)
    received_on = received_on or (None if is_loose else today)
    _check_days(made_on, received_on, today, what=WHAT)
    _check_number(row, item_class, number, what=WHAT)
    return FileItem.objects.create(
        person=row, item_class=item_class, title=title.strip(), number=number.strip(), made_on=made_on,
        pages=pages, received_on=received_on, is_loose=is_loose,
    )  # fmt: skip


@action(
    "registry.file_item.file",
    label=FILING,
    permission="registry.edit",
    of=lambda given: given["item"].person.authority.path,
)
def file_item(*, by: Account, at: datetime, item: FileItem, item_class: str, number: str) -> FileItem:
    """A loose paper gets its class and number and is loose no more."""
    row = FileItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if not row.is_loose:
        raise Refused(text(FILING), why=text("“{title}”已归档", title=row.title))
    _check_number(row.person, item_class, number, what=FILING)
    row.item_class, row.number, row.is_loose = item_class, number.strip(), False
    row.received_on = timezone.localdate(at)
    row.save(update_fields=["item_class", "number", "is_loose", "received_on"])
    return row


@action(
    "registry.file_item.read",
    label=READING,
    permission="registry.edit",
    of=lambda given: given["item"].person.authority.path,
    keeps=("field",),
)
def record_reading(
    *, by: Account, at: datetime, item: FileItem, field: str, value: str, is_altered: bool = False
) -> FileReading:
    """What one paper says of one matter, as written; said anew it replaces what was noted of the same paper."""
    if not value.strip():
        raise Refused(text(READING), why=text("没有填写材料的记载"))
    noted, _is_new = FileReading.objects.update_or_create(
        item=item, field=field, defaults={"value": value.strip(), "is_altered": is_altered}
    )
    return noted


def _check_days(made_on: date | None, received_on: date | None, today: date, *, what: str) -> None:
    if made_on and made_on > today:
        raise Refused(text(what), why=text("形成时间{on}尚未到", on=made_on))
    if made_on and received_on and received_on < made_on:
        raise Refused(
            text(what),
            why=text("归档日期{received}早于形成时间{made}", received=received_on, made=made_on),
            remedy=text("核对两个日期"),
        )


def _check_number(person: Person, item_class: str, number: str, *, what: str) -> None:
    said = number.strip()
    other = (
        said
        and FileItem.objects.filter(person=person, item_class=item_class, number=said, is_loose=False).first()
    )
    if other:
        raise Refused(
            text(what),
            why=text(
                "第{item_class}类第{number}号已是“{title}”",
                item_class=item_class,
                number=said,
                title=other.title,
            ),
            remedy=text("换一个序号"),
        )
