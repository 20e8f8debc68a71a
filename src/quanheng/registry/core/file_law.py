"""What the law says of the entries of a personal file: which birth date counts, and that a correction needs a finding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.dates import NO_DATE
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge, work_out

COUNTS, CORRECT = "birth_dates.order.counts", "birth_dates.correct"


@dataclass(frozen=True)
class BirthReading:
    """出生日期记载: what one paper says, when it was made, whether it looks altered; None where that is not known."""

    value_on: date | None
    formed_on: date | None
    is_altered: bool


def birth_facts(readings: Sequence[BirthReading], *, approved_on: date | None) -> dict[str, object]:
    """The facts of the rule: the papers, and the date approved by the authority when there is one."""
    rows = [
        {"value_on": each.value_on, "formed_on": each.formed_on, "is_altered": each.is_altered}
        for each in readings
    ]
    return {
        "birth_records": rows,
        "birth_approved_on": approved_on or NO_DATE,
        "has_birth_approval": approved_on is not None,
        "birth_household_on": NO_DATE,
    }


def governing_birth(
    readings: Sequence[BirthReading], *, on: date, approved_on: date | None = None
) -> tuple[date, tuple[str, ...]] | None:
    """The birth date that counts and its clauses; None when the papers do not settle it.

    >>> papers = [BirthReading(date(1966, 3, 1), date(2000, 1, 1), False), BirthReading(date(1965, 3, 1), date(1984, 1, 1), False)]
    >>> governing_birth(papers, on=date(2026, 11, 21))[0]
    datetime.date(1965, 3, 1)
    """
    try:
        found = work_out(birth_facts(readings, approved_on=approved_on), "governing_birth_on", on=on)
    except NotInForce:
        return None
    if found is None or not isinstance(found.value, date):
        return None
    return found.value, tuple(str(cite) for cite in found.citations)


def refuse_wrong_birth(
    used: date, readings: Sequence[BirthReading], *, on: date, approved_on: date | None, what: str
) -> None:
    """Refuse a birth date that is not the one that counts, or that the papers do not settle."""
    facts = birth_facts(readings, approved_on=approved_on) | {"birth_used_on": used}
    finding = _judged(facts, COUNTS, on=on)
    if finding is None or finding.light is Light.PASSED or finding.is_advisory:
        return
    counts = governing_birth(readings, on=on, approved_on=approved_on)
    if counts is None:
        why: Text = text("档案材料不能认定出生日期：没有登记材料的记载和形成时间，或者最早形成的材料有涂改")
        remedy = text("登记各份材料的记载；确需依批准文件认定的，填写批准认定的日期")
    else:
        why = text(
            "应当认定的出生年月为{counts}，所填为{used}", counts=f"{counts[0]:%Y.%m}", used=f"{used:%Y.%m}"
        )
        remedy = text("按最早形成材料的记载认定，或者填写干部主管部门批准认定的日期")
    raise Refused(text(what), why=why, cites=finding.cites, remedy=remedy)


def refuse_without_finding(*, has_document: bool, on: date, what: str) -> None:
    """A field is corrected by a finding; the old value stays readable and every age is reckoned anew, here always."""
    facts: dict[str, object] = {
        "is_file_field_changed": True,
        "has_field_finding": has_document,
        "is_old_value_kept": True,
        "are_dates_recomputed": True,
        "is_same_day_typing_error": False,
        "is_file_change_logged": True,
    }
    finding = _judged(facts, CORRECT, on=on)
    if finding is not None and finding.light is Light.FORBIDDEN:
        raise Refused(
            text(what),
            why=text("更正档案记载没有认定结论"),
            cites=finding.cites,
            remedy=text("填写认定文号"),
        )


def _judged(facts: dict[str, object], rule: str, *, on: date) -> Finding | None:
    try:
        return next(iter(judge(facts, on=on, rules=[rule]).findings), None)
    except NotInForce:
        return None
