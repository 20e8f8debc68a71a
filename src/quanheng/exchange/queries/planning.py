"""The one door to the plans: which reader goes with which kind of file."""

from datetime import date

from quanheng.access.models import Authority
from quanheng.exchange.queries.forms_plan import forms_plan
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.roster_plan import read_roster, roster_plan


def plan_of(kind: str, content: bytes, *, file_name: str, authority: Authority, paths: tuple[str, ...], on: date) -> Plan:
    """What the file would do now."""
    plan = roster_plan if kind == "roster" else forms_plan
    return plan(content, file_name=file_name, authority=authority, paths=paths, on=on)


def forget() -> None:
    """Let go of the workbook kept between preview and confirmation."""
    read_roster.cache_clear()
