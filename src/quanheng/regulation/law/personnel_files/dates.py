"""参加工作、入党: the day that counts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, age_on
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _work_start(work_start_papers: Sequence[Mapping[str, Any]], on: date) -> date | None:
    """The earliest paper that fixes paid service or approves earlier time."""
    counted = [each for each in work_start_papers if each.get("kind") not in ("school", "unapproved")]
    days = [each.get("from_on") for each in counted]
    return None if not days or None in days else min(day for day in days if day is not None)


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _is_work_start(work_started_on: date, work_start_reckoned_on: date, on: date) -> bool:
    return _same_month(work_started_on, work_start_reckoned_on)


def _start_age(work_started_on: date, governing_birth_on: date, on: date) -> int | None:
    born, started = governing_birth_on, work_started_on
    if born in (NO_DATE, OPEN_ENDED) or started in (NO_DATE, OPEN_ENDED) or started < born:
        return None
    return age_on(born, started)


def _joined(branch_admitted_on: date, on: date) -> date:
    return branch_admitted_on


def _party_age(branch_converted_on: date, on: date) -> date | None:
    return branch_converted_on


def _party_age_then(branch_admitted_on: date, on: date) -> date | None:
    """Without a probation both fall on one day."""
    return branch_admitted_on if date(1969, 4, 1) <= branch_admitted_on < date(1977, 9, 1) else None


def _is_joined(party_joined_entered_on: date, party_joined_reckoned_on: date, on: date) -> bool:
    return _same_month(party_joined_entered_on, party_joined_reckoned_on)


work_start_day_entry = Derivation(
    id="personnel_files.work_start.day",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="应当认定的参加工作时间",
    term_en="Start of work that counts",
    means="From the first paper that fixed paid service; earlier time only with its approval, school time never.",
    means_zh="以最早确定工资性工作的材料为准；知青、参军、民办教师等以前经历须有批准材料，在校学习不计。",
    fact="work_start_reckoned_on",
    reads=("work_start_papers",),
    reckon=_work_start,
    cites=("work_start",),
)

work_start_same_entry = Derivation(
    id="personnel_files.work_start.same",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="所用参加工作时间",
    term_en="Start of work used",
    means="The month entered is the one of the papers.",
    means_zh="填写的年月与材料认定的相同。",
    fact="is_work_start_by_paper",
    reads=(
        "work_started_on",
        "work_start_reckoned_on",
    ),
    reckon=_is_work_start,
    cites=("work_start",),
)

work_start_entry = Rule(
    id="personnel_files.work_start",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="参加工作时间以材料为准",
    term_en="Start of work by the papers",
    means="The start of work is the one of the papers.",
    means_zh="参加工作时间应当与认定材料一致。",
    requires=fact("is_work_start_by_paper"),
    effect=Effect.WARN,
    cites=("work_start",),
)

work_start_break_entry = Rule(
    id="personnel_files.work_start.break",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="工龄中断须经认定",
    term_en="Breaks are decided",
    means="Breaks in service are decided by the personnel body.",
    means_zh="停薪留职、辞退等中断由人事部门认定。",
    when=fact("has_service_break"),
    requires=fact("is_service_break_decided"),
    effect=Effect.WARN,
    cites=("work_start",),
)

young_age_entry = Derivation(
    id="personnel_files.young.age",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="参加工作时年龄",
    term_en="Age at the start of work",
    means="From the birth that counts and the start of work.",
    means_zh="按认定的出生年月和参加工作时间计算。",
    fact="work_start_age",
    reads=(
        "work_started_on",
        "governing_birth_on",
    ),
    reckon=_start_age,
    cites=("young",),
)

young_entry = Rule(
    id="personnel_files.young",
    catalogue="fl-work-start",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="参加工作年龄合理",
    term_en="A plausible age at the start",
    means="Normally 16, 15 in special cases, arts and sports recruits apart; unverified, so it only advises.",
    means_zh="参加工作时一般不小于十六岁，特殊情形十五岁，文艺体育特招除外（未经核实，只作提示）。",
    requires=(fact("work_start_age") >= param("personnel_files.start_age_least"))
    | (
        (fact("work_start_age") >= param("personnel_files.start_age_exception"))
        & fact("has_young_start_exception")
    )
    | fact("is_arts_or_sports_recruit"),
    effect=Effect.WARN,
    cites=("young",),
    verified=False,
)

party_joined_entry = Derivation(
    id="personnel_files.party.joined",
    catalogue="fl-party-date",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="入党时间",
    term_en="Joining date",
    means="The day the branch meeting admitted him, not the superior's approval.",
    means_zh="入党时间为支部大会通过接收为预备党员之日，不是上级批准之日。",
    fact="party_joined_reckoned_on",
    reads=("branch_admitted_on",),
    reckon=_joined,
    cites=("party",),
)

party_age_entry = Derivation(
    id="personnel_files.party.age",
    catalogue="fl-party-date",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="党龄起算",
    term_en="Party age counts from",
    means="Party age counts from the day of full membership.",
    means_zh="党龄自转为正式党员之日起算。",
    fact="party_age_reckoned_on",
    reads=("branch_converted_on",),
    reckon=_party_age,
    cites=("party",),
)

no_probation_age_entry = Derivation(
    id="personnel_files.no_probation.age",
    catalogue="fl-party-date",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="没有预备期的党龄",
    term_en="Party age without probation",
    means="Admitted from April 1969 to August 1977: Party age from the same day; unverified.",
    means_zh="1969年4月至1977年8月入党的没有预备期，党龄自入党之日起算（未经核实）。",
    fact="party_age_reckoned_on",
    reads=("branch_admitted_on",),
    reckon=_party_age_then,
    cites=("no_probation",),
    verified=False,
)

party_same_entry = Derivation(
    id="personnel_files.party.same",
    catalogue="fl-party-date",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="填写的入党年月",
    term_en="Joining month entered",
    means="The month entered is the one of the branch meeting.",
    means_zh="档案填写的入党年月与支部大会日期相同。",
    fact="is_party_joined_right",
    reads=(
        "party_joined_entered_on",
        "party_joined_reckoned_on",
    ),
    reckon=_is_joined,
    cites=("party",),
)

party_entry = Rule(
    id="personnel_files.party",
    catalogue="fl-party-date",
    subject="personnel_file",
    since=date(1949, 10, 1),
    term="入党时间与党龄不得混用",
    term_en="Joining date and Party age kept apart",
    means="The joining date is the branch meeting's day and the Party age counts from full membership.",
    means_zh="入党时间填支部大会通过之日，党龄自转正之日起算。",
    requires=fact("is_party_joined_right") & (fact("party_age_counted_on") == fact("party_age_reckoned_on")),
    effect=Effect.FORBID,
    cites=("party",),
)
