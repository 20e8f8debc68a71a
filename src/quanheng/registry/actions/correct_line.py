"""Correct a dated line: the row changes, the state before goes to the versions with the reason, who and when."""

import copy
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.check_line import check_line, place
from quanheng.registry.actions.keep_revision import keep_revision, require_reason
from quanheng.registry.actions.record_line import locked, present, refuse_strange, require_all, save_line
from quanheng.registry.models import Assignment, Person, Relative
from quanheng.registry.queries.family import SEALED, is_same
from quanheng.registry.queries.lines import kind_of, mark_of, snapshot

WHAT = "更正档案记录"


@action(
    "registry.line.correct",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["line"].person.authority.path,
    keeps=("reason",),
    also=lambda given: {"kind": kind_of(given["line"]).key, "fields": sorted(given["changes"])},
)
def correct_line(
    *, by: Account, at: datetime, line: Any, changes: Mapping[str, object], reason: str, seen: str = ""
) -> Any:
    """Write `changes` (field to value) into the line. `seen` is the mark of the state the user looked at.

    Refuses without a reason, without a change, with impossible dates, when it was changed in between.
    """
    kind = kind_of(line)
    require_all(by, kind, line.person, at=at, what=WHAT)
    require_reason(reason, what=WHAT)
    refuse_strange(kind, changes, what=WHAT)
    owner, row = open_line(line, seen=seen, what=WHAT)
    before, today = copy.copy(row), timezone.localdate(at)
    for field, value in changes.items():
        if not (isinstance(row, Relative) and field in SEALED and is_same(row, field, value)):
            setattr(row, field, value)
    if snapshot(row) == snapshot(before):
        raise Refused(text(WHAT), why=text("所填与现有信息相同，没有可更正的内容"))
    if isinstance(row, Assignment) and {"organisation_text", "title"} & _changed(before, row):
        place(row, today=today)
    check_line(kind, row, person=owner, today=today, what=WHAT, before=before)
    save_line(row, owner, at=at)
    keep_revision(
        by=by, at=at, person=owner, noun=kind.key, line=row.pk, before=snapshot(before), after=snapshot(row), reason=reason
    )  # fmt: skip
    present(owner, before, row, on=today)
    return row


def open_line(line: Any, *, seen: str, what: str) -> tuple[Person, Any]:
    """The person and the row as they are now, both held; refused when the row is gone or not as it was seen."""
    owner = locked(line.person)
    row: Any = type(line)._default_manager.select_for_update(of=("self",)).filter(pk=line.pk).first()
    if row is None or (seen and seen != mark_of(row)):
        raise Refused(
            text(what),
            why=text("您打开页面之后，这条记录已被更正或撤回"),
            remedy=text("先前的更正已保留；请查看最新信息后再决定是否更正"),
        )
    return owner, row


def _changed(before: Model, after: Model) -> set[str]:
    one, other = snapshot(before), snapshot(after)
    return {name for name, value in one.items() if other[name] != value}
