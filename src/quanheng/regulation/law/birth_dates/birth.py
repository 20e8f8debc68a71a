"""出生日期: which date counts, changes, and lunar dates."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.birth_dates.lunar import lunar_month

FOUNDING = date(1949, 10, 1)


def _dated(birth_records: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    known = [each for each in birth_records if each.get("value_on") and each.get("formed_on")]
    return min(known, key=lambda each: each["formed_on"]) if len(known) == len(birth_records) > 0 else None


def _earliest(birth_records: Sequence[Mapping[str, Any]], on: date) -> date | None:
    first = _dated(birth_records)
    return first["value_on"] if first else None


def _altered(birth_records: Sequence[Mapping[str, Any]], on: date) -> bool | None:
    first = _dated(birth_records)
    return first.get("is_altered") if first else None


def _governing(
    birth_approved_on: date | None,
    has_birth_approval: bool | None,
    birth_earliest_on: date | None,
    is_birth_earliest_altered: bool | None,
    birth_household_on: date | None,
    on: date,
) -> date | None:
    """The approved date; else the earliest record, unless it was altered; old household books before 1949."""
    if birth_approved_on not in (None, NO_DATE, OPEN_ENDED):
        return birth_approved_on
    if (
        (has_birth_approval and birth_approved_on is None)
        or birth_earliest_on is None
        or is_birth_earliest_altered is not False
    ):
        return None
    if birth_earliest_on < FOUNDING and birth_household_on not in (None, NO_DATE, OPEN_ENDED):
        return birth_household_on
    return birth_earliest_on


def _is_used(birth_used_on: date, governing_birth_on: date, on: date) -> bool:
    used, counts = birth_used_on, governing_birth_on
    return (used.year, used.month) == (counts.year, counts.month)


def _is_same(
    birth_lunar_year: int,
    birth_lunar_month: int,
    birth_gregorian_on: date,
    birth_lunar_day: int | None,
    is_birth_lunar_leap: bool | None,
    has_birth_gregorian_day: bool | None,
    on: date,
) -> bool | None:
    """To the day where both have one, else whether the lunar month meets the Gregorian month."""
    span = lunar_month(birth_lunar_year, birth_lunar_month, is_leap=bool(is_birth_lunar_leap))
    if span is None or birth_gregorian_on in (NO_DATE, OPEN_ENDED):
        return None
    start, end = span
    day = birth_lunar_day or 0
    months = {(start.year, start.month), (end.year, end.month)}
    if not day or start + timedelta(days=day - 1) > end:
        return (birth_gregorian_on.year, birth_gregorian_on.month) in months
    exact = start + timedelta(days=day - 1)
    if has_birth_gregorian_day:
        return exact == birth_gregorian_on
    return (exact.year, exact.month) == (birth_gregorian_on.year, birth_gregorian_on.month)


order_earliest_entry = Derivation(
    id="birth_dates.order.earliest",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="最早形成材料的记载",
    term_en="Earliest record",
    means="The date in the earliest record of the file.",
    means_zh="档案中最早形成材料记载的出生日期。",
    fact="birth_earliest_on",
    reads=("birth_records",),
    reckon=_earliest,
    cites=("order",),
)

order_altered_entry = Derivation(
    id="birth_dates.order.altered",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="最早材料是否涂改",
    term_en="Whether the earliest record was altered",
    means="An altered earliest record cannot be taken as it is.",
    means_zh="最早形成的材料涂改的，不能直接采用。",
    fact="is_birth_earliest_altered",
    reads=("birth_records",),
    reckon=_altered,
    cites=("order",),
)

order_entry = Derivation(
    id="birth_dates.order",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="应当认定的出生日期",
    term_en="Birth that counts",
    means="The approved date, else the earliest record, for those born before the founding the old household book; an altered record needs an inquiry.",
    means_zh="依次为：批准认定的日期，最早形成材料的记载；建国前出生的依据原始户口底册；最早材料涂改的须查证。",
    fact="governing_birth_on",
    reads=(),
    optional=(
        "birth_approved_on",
        "has_birth_approval",
        "birth_earliest_on",
        "is_birth_earliest_altered",
        "birth_household_on",
    ),
    reckon=_governing,
    cites=("order",),
)

order_used_entry = Derivation(
    id="birth_dates.order.used",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="所用出生年月一致",
    term_en="The month used is the one that counts",
    means="Ages count by the month: the month used is the one that counts.",
    means_zh="年龄计算按年月，所用年月与认定的相同。",
    fact="is_governing_birth_used",
    reads=(
        "birth_used_on",
        "governing_birth_on",
    ),
    reckon=_is_used,
    cites=("order",),
)

order_counts_entry = Rule(
    id="birth_dates.order.counts",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="以认定的出生日期计算",
    term_en="The date that counts is used",
    means="Ages and retirement use the date that counts and no other.",
    means_zh="年龄、退休等计算应当使用认定的出生日期。",
    requires=fact("is_governing_birth_used"),
    effect=Effect.FORBID,
    cites=(
        "order",
        "file_registration:1",
    ),
)

change_entry = Rule(
    id="birth_dates.change",
    catalogue="fl-birth-date",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="更改须经批准并归档",
    term_en="A change needs approval and papers",
    means="A change is recognised only with the authority's approval, the household office's part and the papers in the file.",
    means_zh="更改出生日期须经干部主管部门批准、户籍机关同意，材料归档；否则不予承认。",
    when=fact("is_birth_changed"),
    requires=fact("is_birth_change_approved")
    & fact("are_birth_approval_papers_filed")
    & fact("is_household_office_agreed"),
    effect=Effect.FORBID,
    cites=("change",),
)

calendar_same_entry = Derivation(
    id="birth_dates.calendar.same",
    catalogue="fl-calendar",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="农历公历对照",
    term_en="Lunar against Gregorian",
    means="Converted by table: the same day, or overlapping months where a day is missing, is no difference.",
    means_zh="查表换算，同一日或者所在月份重叠的不属于不一致。",
    fact="is_birth_same_in_both_calendars",
    reads=(
        "birth_lunar_year",
        "birth_lunar_month",
        "birth_gregorian_on",
    ),
    optional=(
        "birth_lunar_day",
        "is_birth_lunar_leap",
        "has_birth_gregorian_day",
    ),
    reckon=_is_same,
    cites=("calendar",),
)

calendar_entry = Rule(
    id="birth_dates.calendar",
    catalogue="fl-calendar",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="农历记载的差异",
    term_en="A lunar record",
    means="Lunar and Gregorian records that are not the same day are asked about.",
    means_zh="农历与公历记载不是同一日的，须核实。",
    requires=fact("is_birth_same_in_both_calendars"),
    effect=Effect.WARN,
    cites=("calendar",),
)
