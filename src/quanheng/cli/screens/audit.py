"""A special inspection from the command line: counts per rule, and the findings as a workbook."""

from datetime import date
from pathlib import Path

from django.db.models import QuerySet
from rich.console import Console
from rich.table import Column, Table

from quanheng.access.actions.scope import acting_as
from quanheng.access.models import Account, Authority
from quanheng.cli.screens import ready
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.verdicts import light_named
from quanheng.oversight.actions.run_audit import run_audit
from quanheng.oversight.core.workbook import workbook
from quanheng.oversight.models import Audit, AuditFinding
from quanheng.oversight.queries.audits import auditable, counts, findings
from quanheng.oversight.queries.lines import lines
from quanheng.web.screens import clock

WHAT = "专项检查"


def run(
    console: Console,
    *,
    authority: str,
    from_on: date,
    to_on: date,
    ordered_by: str,
    username: str,
    out: Path | None,
) -> None:
    """Refused for an authority that is not there or not the account's, and for a file of another kind."""
    ready.require_ready()
    ready.check_ending(out, (".xlsx",), what=WHAT)
    by = ready.account_named(username, what=WHAT, needs="检查")
    with acting_as(by, on=clock.today()):
        made = run_audit(
            by=by,
            at=clock.now(),
            authority=_authority(authority, by),
            from_on=from_on,
            to_on=to_on,
            ordered_by=ordered_by,
        )
        _tell(console, made, findings(by=by, on=clock.today()).filter(audit=made), out)


def _tell(console: Console, made: Audit, found: QuerySet[AuditFinding], out: Path | None) -> None:
    """Counts per rule; the findings themselves go into the file, readable by its owner only."""
    period = f"{made.from_on} — {made.to_on}"
    console.print(
        f"● {made.authority} · {period} · {made.cases}件 / cases · {made.steps}个环节 / steps", soft_wrap=True
    )
    table = Table(Column("规则 / rule", overflow="fold"), "检查内容 / matter", "结论 / light", "事项 / cases")
    for each in counts(found):
        light = light_named(each.light)
        table.add_row(each.rule, each.term, f"{light.sign}{light.word}", str(each.count))
    console.print(table if table.row_count else "没有发现问题 / nothing found")
    if out is not None:
        out.touch(mode=0o600)
        out.write_bytes(workbook(lines(found)))
        console.print(f"● {out}", soft_wrap=True)


def _authority(code: str, by: Account) -> Authority:
    found = auditable(by=by, on=clock.today()).filter(code=code).first()
    if found is None:
        raise Refused(
            text(WHAT),
            why=text("没有“{code}”这一级党委，或不在您的检查权限内", code=code),
            remedy=text("用 --authority 指定管理权限树上的代码"),
        )
    return found
