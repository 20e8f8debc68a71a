"""What every sheet of a file is read against: the registry as it stands, the rules of management, the importer's reach."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from quanheng.access.models import Authority
from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.core.roster_layout import layouts
from quanheng.exchange.queries.management import Managers
from quanheng.exchange.queries.plan import Place, Plan, RowError, column_said, place_of
from quanheng.exchange.queries.registry_now import People, Units
from quanheng.kernel.texts import Text, packed, text
from quanheng.registry.models import FileGap, Person, Relative


@dataclass
class Context:
    """One file being compared (比对): everything found so far, and the plan growing."""

    plan: Plan
    managers: Managers
    roster: Roster
    paths: tuple[str, ...]
    """Where the importer may import."""
    units: Units
    people: People
    on: date
    """The day of the import."""
    is_as_found: bool = False
    """Whether what is over quota is taken as it stands."""
    claimed: dict[UUID, str] = field(default_factory=dict)
    """Persons a row of this file is about, with its identity number."""
    by_number: dict[str, Person] = field(default_factory=dict)
    """The persons of this file that are taken, or stand in the registry already."""
    rejected: dict[str, int] = field(default_factory=dict)
    """Identity numbers of this file that are not taken, with their rows."""
    units_seen: dict[str, int] = field(default_factory=dict)
    quotas_seen: dict[tuple[Any, ...], int] = field(default_factory=dict)

    @contextmanager
    def row(self, row: Row, model: type[models.Model], label: str) -> Iterator[None]:
        """A fault found while a row is read keeps that row out, and only it."""
        try:
            yield
        except RowError as fault:
            place = place_of(row, fault.key) if fault.key in row.cells else Place(row.sheet, row.number, self._column(row.sheet, fault.key))
            self.plan.reject(str(model._meta.verbose_name), label, place, fault.message)
            self.note_gap(row, model, fault.message, fault.key)

    def note_gap(self, row: Row, model: type[models.Model], message: Text, key: str = "") -> None:
        """A line of a known person that stays out leaves a gap in the file, unless it merely says something twice."""
        person = self.by_number.get(row.text("identity_number"))
        if person is not None and key:
            source = f"{row.sheet} {row.number}"
            self.plan.gaps.append(FileGap(person=person, noun=str(model._meta.model_name), source=source, message=packed(_in_plain(model, message))))

    def _column(self, sheet: str, key: str) -> str:
        """The column of an empty cell, from another row that has it filled."""
        header = next((column.header for column in layouts()[sheet].columns if column.key == key), "")
        letter = next((row.cells[key].column for row in self.roster.sheets[sheet].rows if key in row.cells), "")
        return column_said(letter, header)

    def require(self, authority: Authority, key: str = "") -> None:
        """Keep out what somebody else manages."""
        if not authority.path.startswith(self.paths):
            raise RowError(key, text("由{authority}管理，不在您的管理权限内", authority=authority.name))


def _in_plain(model: type[models.Model], message: Text) -> Text:
    """A gap stays with the file, in plain: of family it quotes nothing."""
    return text("家庭成员有一行没有导入，原因见导入明细") if model is Relative else message


def on_or_before(first: date | None, second: date | None) -> bool:
    """Whether two dates stand in order; unknown ones do."""
    return first is None or second is None or first <= second
