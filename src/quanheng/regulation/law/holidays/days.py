"""Statutory days, working days between two days, and what is made up."""

from datetime import date

from quanheng.kernel.workdays import OFFICIAL, workdays_inclusive
from quanheng.regulation.core.derivations import Derivation

FIRST, SECOND, THIRD, FOURTH = date(1999, 9, 18), date(2008, 1, 1), date(2014, 1, 1), date(2025, 1, 1)


def _spring_start(*, on: date) -> str:
    return "eve" if SECOND <= on < THIRD or on >= FOURTH else "first"


def _counted(*, counted_from_on: date, counted_to_on: date, on: date) -> int | None:
    is_countable = 0 <= (counted_to_on - counted_from_on).days < 4000
    return workdays_inclusive(counted_from_on, counted_to_on) if is_countable else None


days = Derivation(
    id="holidays.days",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="全体公民放假天数",
    term_en="Statutory days",
    means="Ten days from 1999, eleven from 2008, thirteen from 2025.",
    means_zh="1999年十天，2008年起十一天，2025年起十三天。",
    fact="statutory_holiday_days",
    reads=(),
    params=("holidays.days",),
    reckon=lambda *, days, on: days,
    cites=("2",),
)

spring_days = Derivation(
    id="holidays.spring_days",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="春节天数",
    term_en="Spring Festival",
    means="Three days, four from 2025.",
    means_zh="春节三天，2025年起四天。",
    fact="spring_festival_days",
    reads=(),
    params=("holidays.spring_festival_days",),
    reckon=lambda *, spring_festival_days, on: spring_festival_days,
    cites=("2",),
)

spring_from = Derivation(
    id="holidays.spring_from",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="春节放假首日",
    term_en="First day of the Spring Festival",
    means="From the first day of the month; from 2008 to 2013 and since 2025 from the eve.",
    means_zh="自正月初一起；2008年至2013年和2025年起自除夕起。",
    fact="spring_festival_from",
    reads=(),
    reckon=_spring_start,
    cites=("2",),
)

labour_days = Derivation(
    id="holidays.labour_days",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="劳动节天数",
    term_en="Labour Day",
    means="Three days, one from 2008, two from 2025.",
    means_zh="劳动节三天，2008年起一天，2025年起两天。",
    fact="labour_day_days",
    reads=(),
    params=("holidays.labour_day_days",),
    reckon=lambda *, labour_day_days, on: labour_day_days,
    cites=("2",),
)

three_festivals = Derivation(
    id="holidays.three_festivals",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="清明端午中秋放假",
    term_en="Three festivals",
    means="Qingming, Dragon Boat and Mid-Autumn are holidays since 2008.",
    means_zh="清明、端午、中秋2008年起各放假一天。",
    fact="has_three_festivals",
    reads=(),
    reckon=lambda *, on: on >= SECOND,
    cites=("2",),
)

worked = Derivation(
    id="holidays.worked",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="是否工作日",
    term_en="Whether a working day",
    means="Weekdays that are no holiday and make-up days, by the yearly arrangement.",
    means_zh="按年度放假安排，非节假日的工作日和调休上班日为工作日。",
    fact="is_asked_day_worked",
    reads=("asked_day",),
    reckon=lambda *, asked_day, on: OFFICIAL.is_workday(asked_day),
    cites=("2",),
)

provisional = Derivation(
    id="holidays.provisional",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="放假安排是否未知",
    term_en="Whether the arrangement is unknown",
    means="A year without an arrangement is counted by weekends only and said so.",
    means_zh="没有当年放假安排的，仅按周末计算并提示。",
    fact="is_calendar_provisional",
    reads=("asked_day",),
    reckon=lambda *, asked_day, on: OFFICIAL.is_provisional(asked_day.year),
    cites=("2",),
)

counted = Derivation(
    id="holidays.counted",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="工作日数",
    term_en="Working days",
    means="Working days of the period, both ends counted.",
    means_zh="首尾均计入的工作日数。",
    fact="workdays_counted",
    reads=("counted_from_on", "counted_to_on"),
    reckon=_counted,
    cites=("2",),
)

compensated = Derivation(
    id="holidays.compensated",
    catalogue="conv-6",
    subject="date",
    since=FIRST,
    term="是否补假",
    term_en="Whether made up",
    means="A holiday for everyone that falls on a weekend is made up; one for some is not.",
    means_zh="全体公民放假的假日适逢周末的补假，部分公民放假的不补假。",
    fact="is_holiday_compensated",
    reads=("holiday_kind", "falls_on_weekend"),
    reckon=lambda *, holiday_kind, falls_on_weekend, on: holiday_kind == "everyone" and falls_on_weekend,
    cites=("6",),
)
