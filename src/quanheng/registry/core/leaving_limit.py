"""Until when the law keeps somebody who has left office from related work (离职从业限制). Advice only: what is related, people find out."""

from dataclasses import dataclass
from datetime import date

from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import judge

RULE, UNTIL = "civil_servant_law.107", "no_related_work_until"
COUNTY_DEPUTY = "132"
"""Codes of GB/T 12407 up to this one are of county level and above."""


@dataclass(frozen=True)
class Limit:
    """从业限制: the last day, and the clauses."""

    left_on: date
    last_day: date
    cites: tuple[str, ...]


def limit_on_related_work(
    *, left_on: date, level: str, role: str, is_leading: bool, on: date
) -> Limit | None:
    """The limit that still runs on the day, from the last post held; None when none does or the law does not say.

    >>> limit = limit_on_related_work(left_on=date(2025, 6, 15), level="131", role="chief", is_leading=True, on=date(2026, 11, 21))
    >>> limit.last_day, limit_on_related_work(left_on=date(2015, 1, 1), level="", role="other", is_leading=False, on=date(2026, 11, 21))
    (datetime.date(2028, 6, 15), None)
    """
    facts: dict[str, object] = {
        "left_public_service_on": left_on,
        "is_leading_member": is_leading and role in ("chief", "deputy"),
        "is_county_leading_post": is_leading and "" < level <= COUNTY_DEPUTY,
        "takes_related_work": True,
    }
    try:
        verdict = judge(facts, on=on, rules=[RULE])
    except NotInForce:
        return None
    days = [each.value for each in verdict.worked_out if each.fact == UNTIL]
    last = next((day for day in days if isinstance(day, date)), None)
    cites = tuple(cite for finding in verdict.findings for cite in finding.cites)
    return Limit(left_on, last, cites) if last and last >= on else None
