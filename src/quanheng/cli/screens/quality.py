"""The data-quality rules from the command line, for a nightly timetable: every rule over everybody the account keeps."""

from rich.console import Console
from rich.table import Column, Table

from quanheng.access.actions.scope import acting_as
from quanheng.cli.screens import ready
from quanheng.registry.actions.count_quality import WHAT, count_quality
from quanheng.registry.queries.quality import days_counted, rule_counts
from quanheng.web.screens import clock


def run(console: Console, *, username: str) -> None:
    """Refused for an account that keeps nobody."""
    ready.require_ready()
    by = ready.account_named(username, what=WHAT, needs="核查")
    with console.status("正在核查 … / checking"):
        found = count_quality(by=by, at=clock.now())
    today = clock.today()
    with acting_as(by, on=today):
        counts = rule_counts(by=by, on=today, days=days_counted(by=by, on=today))
    table = Table(Column("规则 / rule"), Column("人数 / people", justify="right"), box=None)
    for each in sorted(counts, key=lambda told: -told.count):
        if each.count:
            table.add_row(f"{each.rule.zh} / {each.rule.en}", f"{each.count:,}")
    console.print(table)
    console.print(f"● 发现{found:,}处 / {found:,} issues", soft_wrap=True)
