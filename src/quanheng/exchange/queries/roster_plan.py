"""The whole roster against the registry: what it would add, change, leave as it is, and what it cannot bring."""

import gc
from datetime import date
from functools import lru_cache

from quanheng.access.models import Authority
from quanheng.exchange.core import workbook
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.kin import link_kin
from quanheng.exchange.queries.management import managers
from quanheng.exchange.queries.plan import Place, Plan
from quanheng.exchange.queries.registry_now import people_now, units_now
from quanheng.exchange.queries.roster_careers import plan_careers
from quanheng.exchange.queries.roster_lines import KINDS, plan_lines
from quanheng.exchange.queries.roster_people import PEOPLE, plan_people
from quanheng.exchange.queries.roster_units import plan_quotas, plan_seats, plan_units
from quanheng.kernel.texts import text

FAMILY, FURTHER = "A36家庭及社会关系", "A99Z1补充"


@lru_cache(maxsize=1)
def read_roster(content: bytes, file_name: str) -> Roster:
    """The workbook as read. The last one is kept, as a preview is mostly confirmed at once; `cache_clear` lets it go."""
    was_on = gc.isenabled()
    gc.disable()  # a million small lasting objects: the collector would go through all of them again and again
    try:
        return workbook.read(content, file_name=file_name)
    finally:
        if was_on:
            gc.enable()


def roster_plan(content: bytes, *, file_name: str, authority: Authority, paths: tuple[str, ...], on: date) -> Plan:
    """The plan for a workbook imported for `authority` by somebody who may import under `paths`; Refused for no workbook."""
    roster = read_roster(content, file_name)
    plan = Plan()
    plan.problems(roster.all_problems(), "")
    people = people_now(numbers=_numbers(roster), names=_names(roster))
    into = Context(plan, managers(authority), roster, paths, units_now(), people)
    plan_units(roster, into)
    plan_quotas(roster, into)
    plan_seats(roster, into, on=on)
    plan_people(roster, into)
    plan_careers(roster, into)
    for kind in KINDS:
        plan_lines(roster, kind, into)
    link_kin(plan, people)
    if roster.accepted(FURTHER):
        plan.warn("", FURTHER, Place(FURTHER), text("本表只作核对，系统暂不保存其中的栏目"))
    return plan


def _numbers(roster: Roster) -> set[str]:
    return {number for sheet in roster.sheets.values() for row in sheet.rows if (number := row.text("identity_number"))}


def _names(roster: Roster) -> set[str]:
    people = {row.text("name") for row in roster.accepted(PEOPLE)}
    return people | {row.text("relative") for row in roster.accepted(FAMILY) if row.on("born_on")}
