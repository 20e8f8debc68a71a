"""Add a dated line to a record: any kind of the register. Appointments go through `open_assignment`, never through here."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.actions.seal import save_sealed
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.check_line import check_line, place
from quanheng.registry.actions.keep_revision import keep_revision
from quanheng.registry.actions.present_post import write_present_post
from quanheng.registry.actions.put_family import save_relative
from quanheng.registry.core.lines import LINES, LineKind
from quanheng.registry.models import Assignment, Person, Relative
from quanheng.registry.queries.careers import SEATED, runs
from quanheng.registry.queries.lines import model_of, snapshot

WHAT = "补录档案记录"


@action(
    "registry.line.record",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("kind", "reason"),
)
def record_line(
    *, by: Account, at: datetime, person: Person, kind: str, values: Mapping[str, object], reason: str = ""
) -> Any:
    """Write one line of `kind` (a key of the register) and its first version.

    Refuses impossible dates, a line that is there already, an overlapping spell, an open line in a seat of ours.
    """
    held = LINES[kind]
    require_all(by, held, person, at=at, what=WHAT)
    owner, today = locked(person), timezone.localdate(at)
    refuse_strange(held, values, what=WHAT)
    line = model_of(held)(person=owner, **values)
    if isinstance(line, Assignment):
        place(line, today=today)
    check_line(held, line, person=owner, today=today, what=WHAT)
    save_line(line, owner, at=at)
    keep_revision(
        by=by, at=at, person=owner, noun=kind, line=line.pk, before=None, after=snapshot(line), reason=reason
    )
    present(owner, line, on=today)
    return line


def save_line(line: Any, owner: Person, *, at: datetime) -> None:
    """Save a line of a person that is held, its words sealed. Family waits in a house without keys, as numbers do; the rest is refused there."""
    if isinstance(line, Relative):
        line.person = owner
        save_relative(line, at=at)
    else:
        save_sealed(line, record=owner, owner=owner.authority, at=at)


def locked(person: Person) -> Person:
    """The person as now, held until the act is over: changes to one record wait for each other."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


def require_all(by: Account, kind: LineKind, person: Person, *, at: datetime, what: str) -> None:
    """Whoever writes what is masked must be allowed to see it."""
    if kind.needs_sensitive:
        require(by, "registry.sensitive", path=person.authority.path, at=at, what=what)


def refuse_strange(kind: LineKind, values: Mapping[str, object], *, what: str) -> None:
    strange = sorted(set(values) - set(kind.fields))
    if strange:
        raise Refused(text(what), why=text("这些栏目不能在此更正：{fields}", fields="、".join(strange)))


def present(person: Person, *lines: object, on: date) -> None:
    """Say the present post anew when a seat held on the day was touched."""
    if any(isinstance(each, Assignment) and each.kind in SEATED and runs(each, on) for each in lines):
        write_present_post(person, on=on)
