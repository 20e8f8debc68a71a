"""End a running line: the first day on which it no longer holds. An end already written is corrected, not ended again."""

import copy
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.check_line import check_line
from quanheng.registry.actions.correct_line import open_line
from quanheng.registry.actions.keep_revision import keep_revision
from quanheng.registry.actions.record_line import present, require_all
from quanheng.registry.models import Assignment
from quanheng.registry.queries.lines import kind_of, snapshot

WHAT = "终止档案记录"


@action(
    "registry.line.end",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["line"].person.authority.path,
    keeps=("reason", "ends_on"),
    also=lambda given: {"kind": kind_of(given["line"]).key},
)
def end_line(
    *,
    by: Account,
    at: datetime,
    line: Any,
    ends_on: date,
    reason: str = "",
    document: str = "",
    seen: str = "",
) -> Any:
    """Set the end of the line. Refused when its kind does not run, when it has an end, when it ends before it begins."""
    kind = kind_of(line)
    require_all(by, kind, line.person, at=at, what=WHAT)
    owner, row = open_line(line, seen=seen, what=WHAT)
    if not kind.end or getattr(row, kind.end) is not None:
        raise Refused(
            text(WHAT),
            why=text("这条{noun}已写明终止时间，或者没有终止时间", noun=text(kind.label)),
            remedy=text("终止时间有误的，更正这条记录"),
        )
    before, today = copy.copy(row), timezone.localdate(at)
    setattr(row, kind.end, ends_on)
    if isinstance(row, Assignment) and document:
        row.removal_document = document
    check_line(kind, row, person=owner, today=today, what=WHAT, before=before)
    row.save()
    keep_revision(
        by=by, at=at, person=owner, noun=kind.key, line=row.pk, before=snapshot(before), after=snapshot(row), reason=reason
    )  # fmt: skip
    present(owner, before, on=today)
    return row
