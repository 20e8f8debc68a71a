"""Dismissal: the grounds, the days of absence in both readings, and who is protected. 辞退"""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, WORKDAYS = date(2006, 1, 1), date(2020, 12, 28)
ABSENT = fact("dismissal_ground") == "absence"
FIGURES = ("civil_servant_law.absence_days_in_row", "civil_servant_law.absence_days_in_year")


def _is_over(row: int | None, year: int | None, most_in_row: int, most_in_year: int) -> bool | None:
    if (row or 0) > most_in_row or (year or 0) > most_in_year:
        return True
    return None if row is None and year is None else False


def _by_days(
    *,
    absence_days_in_row: int,
    absence_days_in_year: int,
    absence_calendar_row: int | None,
    absence_calendar_year: int | None,
    on: date,
) -> bool | None:
    return _is_over(absence_calendar_row, absence_calendar_year, absence_days_in_row, absence_days_in_year)


def _by_workdays(
    *,
    absence_workdays_in_row: int | None,
    absence_workdays_in_year: int | None,
    absence_days_in_row: int,
    absence_days_in_year: int,
    on: date,
) -> bool | None:
    return _is_over(
        absence_workdays_in_row, absence_workdays_in_year, absence_days_in_row, absence_days_in_year
    )


def _years_in_row(*, incompetent_run: int, on: date) -> int:
    return incompetent_run


years_in_row = Derivation(
    id="civil_servant_law.88.years_in_row",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="连续不称职年数计算",
    term_en="Incompetent years in a row",
    means="The latest years running that were graded incompetent.",
    means_zh="按历年考核结果计算最近连续不称职的年数。",
    fact="incompetent_years_in_row",
    reads=("incompetent_run",),
    reckon=_years_in_row,
    cites=("88.2",),
)

by_days = Derivation(
    id="civil_servant_law.88.by_days",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="旷工天数（日历日口径）",
    term_en="Absence by calendar days",
    means="More than fifteen days in a row or more than thirty in a year, as printed.",
    means_zh="连续旷工超过十五天，或者一年内累计超过三十天（按条文所写天数）。",
    fact="is_absence_ground_by_days",
    reads=(),
    optional=("absence_calendar_row", "absence_calendar_year"),
    params=FIGURES,
    reckon=_by_days,
    cites=("88.absence",),
)

by_workdays = Derivation(
    id="civil_servant_law.88.by_workdays",
    catalogue="h-dismissal",
    subject="leaving",
    since=WORKDAYS,
    term="旷工天数（工作日口径）",
    term_en="Absence by working days",
    means="Since the rules of 2020 the days are read as working days.",
    means_zh="2020年辞退规定起，十五天、三十天按工作日计算。",
    fact="is_absence_ground_by_workdays",
    reads=(),
    optional=("absence_workdays_in_row", "absence_workdays_in_year"),
    params=FIGURES,
    reckon=_by_workdays,
    cites=("88.absence",),
)

absent_before = Rule(
    id="civil_servant_law.88.absence_before",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    repealed=WORKDAYS,
    term="旷工辞退",
    term_en="Dismissal for absence",
    means="Absence is a ground only beyond fifteen days in a row or thirty in a year.",
    means_zh="因旷工辞退的，须连续超过十五天或者一年内累计超过三十天。",
    when=ABSENT,
    requires=fact("is_absence_ground_by_days"),
    effect=Effect.FORBID,
    cites=("88.absence",),
)

absent = Rule(
    id="civil_servant_law.88.absence",
    catalogue="h-dismissal",
    subject="leaving",
    since=WORKDAYS,
    term="旷工辞退",
    term_en="Dismissal for absence",
    means="Absence is a ground only beyond fifteen working days in a row or thirty in a year.",
    means_zh="因旷工辞退的，须连续超过十五个工作日或者一年内累计超过三十个工作日。",
    when=ABSENT,
    requires=fact("is_absence_ground_by_workdays"),
    effect=Effect.FORBID,
    cites=("88.absence",),
)

readings_agree = Rule(
    id="civil_servant_law.88.readings",
    catalogue="h-dismissal",
    subject="leaving",
    since=WORKDAYS,
    term="两种天数口径一致",
    term_en="Both readings agree",
    means="Where calendar days and working days lead to different results the dismissal is held.",
    means_zh="日历日和工作日两种口径结果不一致的，暂缓辞退并提示。",
    when=ABSENT,
    requires=fact("is_absence_ground_by_days") == fact("is_absence_ground_by_workdays"),
    effect=Effect.WARN,
    cites=("88.absence",),
)

incompetent = Rule(
    id="civil_servant_law.88.incompetent",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="连续不称职辞退",
    term_en="Dismissal for incompetence",
    means="Two incompetent years running.",
    means_zh="连续两年年度考核不称职的，予以辞退。",
    when=fact("dismissal_ground") == "incompetent_twice",
    requires=fact("incompetent_years_in_row") >= param("civil_servant_law.incompetent_years"),
    effect=Effect.FORBID,
    cites=("88.2",),
)

listed = Rule(
    id="civil_servant_law.88.grounds",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="辞退情形",
    term_en="Grounds of dismissal",
    means="A dismissal rests on one of five grounds.",
    means_zh="辞退须符合五种法定情形之一。",
    requires=fact("dismissal_ground").isin(
        ("incompetent_twice", "refuses_arrangement", "refuses_transfer", "unfulfilled_duties", "absence")
    ),
    effect=Effect.FORBID,
    cites=("88.2",),
)

protected = Rule(
    id="civil_servant_law.89",
    catalogue="h-dismissal",
    subject="leaving",
    since=FIRST,
    term="不得辞退的人员",
    term_en="Not to be dismissed",
    means="No dismissal of the work-disabled, in the medical period, in pregnancy, maternity or nursing.",
    means_zh="因公致残丧失工作能力、在医疗期内、在孕期产假哺乳期内的，不得辞退。",
    when=fact("dismissal_ground") != "other_ground",
    requires=~fact("is_work_injury_disabled")
    & ~fact("is_in_medical_period")
    & ~fact("is_in_maternity_period"),
    effect=Effect.FORBID,
    cites=("89",),
)
