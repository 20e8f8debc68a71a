"""The whole roster against the registry: what it would add, change, leave as it is, and what it cannot bring."""

import gc
import hashlib
from collections.abc import Callable
from datetime import date
from functools import partial

from quanheng.access.models import Authority
from quanheng.exchange.core import hzb, hzb_roster, workbook
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.kin import link_kin
from quanheng.exchange.queries.management import managers
from quanheng.exchange.queries.plan import Plan
from quanheng.exchange.queries.registry_now import note_photos, people_now, units_now
from quanheng.exchange.queries.roster_careers import plan_careers
from quanheng.exchange.queries.roster_lines import KINDS, plan_lines
from quanheng.exchange.queries.roster_people import PEOPLE, plan_people
from quanheng.exchange.queries.roster_units import (
    CAREERS,
    QUOTAS,
    SEATS,
    UNITS,
    plan_quotas,
    plan_seats,
    plan_units,
)
from quanheng.kernel.progress import Progress, silent

FAMILY = "A36家庭及社会关系"
_STEPS: tuple[Callable[[Roster, Context], None], ...] = (
    plan_units,
    plan_quotas,
    plan_seats,
    plan_people,
    plan_careers,
    *(partial(plan_lines, kind=kind) for kind in KINDS),
)


_last: list[tuple[str, Roster]] = []


def read_roster(content: bytes, file_name: str, progress: Progress = silent) -> Roster:
    """The workbook as read. The last one is kept, as a preview is mostly confirmed at once; `forget_roster` lets it go."""
    mark = file_name + hashlib.sha256(content).hexdigest()
    if _last and _last[0][0] == mark:
        return _last[0][1]
    was_on = gc.isenabled()
    gc.disable()  # a million small lasting objects: the collector would go through all of them again and again
    try:
        _last[:] = [(mark, _read(content, file_name, progress))]
    finally:
        if was_on:
            gc.enable()
    return _last[0][1]


def forget_roster() -> None:
    """Let go of the workbook read last."""
    _last.clear()


def _read(content: bytes, file_name: str, progress: Progress) -> Roster:
    """A workbook, or an exchange package of the cadre information systems; what it is decides, not its name."""
    hzb.refuse_by_name(content, file_name=file_name)
    if hzb.is_package(content):
        return hzb_roster.roster(hzb.read(content), file_name=file_name)
    return workbook.read(content, file_name=file_name, progress=progress)


def roster_plan(
    content: bytes, *, file_name: str, authority: Authority, paths: tuple[str, ...], on: date,
    progress: Progress = silent, is_as_found: bool = False,
) -> Plan:  # fmt: skip
    """The plan for a workbook or package imported for `authority` by somebody who may import under `paths`; Refused for no workbook.

    `is_as_found`: what is over quota or without a free seat is taken as it stands, with a note; else such rows stay out.
    """
    roster = read_roster(content, file_name, progress)
    plan = Plan()
    plan.problems(roster.all_problems(), "")
    people = people_now(numbers=_numbers(roster), names=_names(roster))
    if roster.photos:
        note_photos(people)
    into = Context(plan, managers(authority), roster, paths, units_now(_units(roster)), people, on, is_as_found)
    for number, step in enumerate(_STEPS):
        progress("compare", number, len(_STEPS))
        step(roster, into)
    link_kin(plan, people)
    return plan


def _units(roster: Roster) -> set[str]:
    """Codes and names of the units the file has seats, quotas or careers in."""
    keys = ("organisation_code", "organisation", "name")
    rows = (row for name in (UNITS, QUOTAS, SEATS, CAREERS) for row in roster.accepted(name))
    return {said for row in rows for key in keys if (said := row.text(key))}


def _numbers(roster: Roster) -> set[str]:
    return {number for sheet in roster.sheets.values() for row in sheet.rows if (number := row.text("identity_number"))}


def _names(roster: Roster) -> set[str]:
    people = {row.text("name") for row in roster.accepted(PEOPLE)}
    return people | {row.text("relative") for row in roster.accepted(FAMILY) if row.on("born_on")}
