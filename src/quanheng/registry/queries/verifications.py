"""The verification of a file: three ages, two histories, identity and family as claimed, as the papers show, as adopted."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from quanheng.access.models import Account
from quanheng.registry.core.file_dates import read_file_day, same_month
from quanheng.registry.core.file_law import BirthReading, governing_birth
from quanheng.registry.models import FileItem, FileReading, Person, Verification
from quanheng.registry.queries.sight import seen

DATED = {"born_on": "%Y.%m", "work_started_on": "%Y.%m", "party_joined_on": "%Y.%m"}


@dataclass(frozen=True)
class FieldSheet:
    """审核项目: one matter with what the record has, what each paper says (earliest first), and how it was settled."""

    field: str
    label: str
    held: str
    readings: tuple[FileReading, ...]
    running: Verification | None
    settled: Verification | None
    counts_on: date | None = None
    cites: tuple[str, ...] = ()

    @property
    def light(self) -> str:
        """Settled or in agreement passes; papers that differ, or a running verification, warn; no paper: unknown."""
        if self.running:
            return "warning"
        if self.settled:
            return "passed"
        if not self.readings:
            return "unknown"
        return "passed" if self._agrees else "warning"

    @property
    def _agrees(self) -> bool:
        if any(each.is_altered for each in self.readings):
            return False
        if self.field in DATED:
            held = read_file_day(self.held)
            return all(same_month(read_file_day(each.value), held) for each in self.readings)
        return len({each.value for each in self.readings}) == 1


def verification_sheet(person: Person, *, on: date) -> list[FieldSheet]:
    """Every matter of one person, in three queries; the caller found the person by a query that knows the actor."""
    rows = list(Verification.objects.filter(person=person).select_related("item").order_by("pk"))
    readings = list(_readings(person))
    births = [_birth(each) for each in readings if each.field == "born_on"]
    counts = governing_birth(births, on=on) if births else None
    return [
        FieldSheet(
            field,
            label,
            held_value(person, field),
            tuple(each for each in readings if each.field == field),
            next((row for row in rows if row.field == field and row.settled_on is None), None),
            next((row for row in reversed(rows) if row.field == field and row.settled_on), None),
            *(counts if counts and field == "born_on" else (None, ())),
        )
        for field, label in Verification.FIELDS
    ]


def held_value(person: Person, field: str) -> str:
    """What the record has of a matter, as a form would print it; "" for matters that are lines of the record."""
    value = getattr(person, field, None) if field in DATED else None
    return f"{value:{DATED[field]}}" if value else ""


def _readings(person: Person) -> QuerySet[FileReading]:
    return (
        FileReading.objects.filter(item__person=person)
        .select_related("item")
        .order_by(F("item__made_on").asc(nulls_last=True), "pk")
    )


def birth_readings(person: Person) -> list[BirthReading]:
    """What the papers say of the birth; one of no known day, or unreadable, leaves the law undecided."""
    return [_birth(each) for each in _readings(person).filter(field="born_on")]


def _birth(reading: FileReading) -> BirthReading:
    return BirthReading(read_file_day(reading.value), reading.item.made_on, reading.is_altered)


def open_verifications(*, by: Account, on: date, field: str = "") -> QuerySet[Verification]:
    """Verifications not settled yet of the people `by` may see."""
    rows = Verification.objects.filter(
        seen("registry.view", by=by, on=on, field="person__authority"), settled_on__isnull=True
    )
    rows = rows.filter(field=field) if field else rows
    return rows.select_related("person", "item").defer(
        "person__photo", "person__resume", "person__form_extra"
    )


def verification_of(*, by: Account, on: date, pk: int) -> Verification | None:
    """One verification of a person that `by` may see."""
    rows = Verification.objects.filter(seen("registry.view", by=by, on=on, field="person__authority"), pk=pk)
    return rows.select_related("person__authority", "item").first()


def catalogue(person: Person) -> list[FileItem]:
    """The papers of a file by class and number, with what they say; two queries."""
    rows = FileItem.objects.filter(person=person).prefetch_related("readings").order_by("number", "pk")
    return sorted(rows, key=lambda item: int(item.item_class))
