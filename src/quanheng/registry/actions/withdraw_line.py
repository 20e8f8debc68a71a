"""Withdraw a line that should never have been written: the row goes, its whole state stays in the versions."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.registry.actions.correct_line import open_line
from quanheng.registry.actions.keep_revision import keep_revision, require_reason
from quanheng.registry.actions.record_line import present, require_all
from quanheng.registry.models import Revision
from quanheng.registry.queries.lines import kind_of, snapshot

WHAT = "撤回档案记录"


@action(
    "registry.line.withdraw",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["line"].person.authority.path,
    keeps=("reason",),
    also=lambda given: {"kind": kind_of(given["line"]).key},
)
def withdraw_line(*, by: Account, at: datetime, line: Any, reason: str, seen: str = "") -> Revision:
    """Remove the row and keep what it held, with the reason; refused without one."""
    kind = kind_of(line)
    require_all(by, kind, line.person, at=at, what=WHAT)
    require_reason(reason, what=WHAT)
    owner, row = open_line(line, seen=seen, what=WHAT)
    kept = keep_revision(
        by=by, at=at, person=owner, noun=kind.key, line=row.pk, before=snapshot(row), after=None, reason=reason
    )  # fmt: skip
    row.delete()
    present(owner, row, on=timezone.localdate(at))
    return kept
