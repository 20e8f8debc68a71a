"""学时: the five-year and yearly norms, leave, online hours, Party members, the local schemes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import add_years
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, PARTY = date(2015, 10, 1), date(2023, 10, 1), date(2019, 5, 1)
UPPER = fact("trainee_level") == "county_and_above"
LOWER = fact("trainee_level") == "township_and_below"
Trainings = Sequence[Mapping[str, Any]]


def _total(trainings: Trainings, field: str, from_on: date, on: date) -> int | None:
    if any(each.get("ended_on") is None for each in trainings):
        return None
    return sum(each.get(field) or 0 for each in trainings if from_on < each["ended_on"] <= on)


def _starts(training_window: str, training_plan_from_on: date | None, on: date) -> date | None:
    """The day before the first that counts."""
    if training_window == "rolling":
        return add_years(on, -5)
    return date.fromordinal(training_plan_from_on.toordinal() - 1) if training_plan_from_on else None


def _hours_5y(
    *, trainings: Trainings, training_window: str, training_plan_from_on: date | None, on: date
) -> int | None:
    starts = _starts(training_window, training_plan_from_on, on)
    return _total(trainings, "hours", starts, on) if starts else None


def _months_5y(
    *, trainings: Trainings, training_window: str, training_plan_from_on: date | None, on: date
) -> int | None:
    starts = _starts(training_window, training_plan_from_on, on)
    return _total(trainings, "months", starts, on) if starts else None


def _hours_year(*, trainings: Trainings, on: date) -> int | None:
    return _total(trainings, "hours", date(on.year - 1, 12, 31), on)


def _days_year(*, trainings: Trainings, on: date) -> int | None:
    return _total(trainings, "days", date(on.year - 1, 12, 31), on)


hours_5y = Derivation(
    id="cadre_training.14.hours",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="五年内培训学时",
    term_en="Hours in five years",
    means="The hours of trainings that ended in the rolling five years, or in the fixed plan, as chosen.",
    means_zh="按所选口径（滚动五年或者固定五年规划期）累计培训学时。",
    fact="training_hours_5y",
    reads=("trainings", "training_window"),
    optional=("training_plan_from_on",),
    reckon=_hours_5y,
    cites=("14",),
)

months_5y = Derivation(
    id="cadre_training.14.months",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="五年内培训月数",
    term_en="Months in five years",
    means="The months of trainings in the same five years.",
    means_zh="按同一口径累计培训月数。",
    fact="training_months_5y",
    reads=("trainings", "training_window"),
    optional=("training_plan_from_on",),
    reckon=_months_5y,
    cites=("14",),
)

hours_year = Derivation(
    id="cadre_training.14.hours_year",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="年度培训学时",
    term_en="Hours in the year",
    means="The hours of trainings that ended in the calendar year.",
    means_zh="当年累计培训学时。",
    fact="training_hours_year",
    reads=("trainings",),
    reckon=_hours_year,
    cites=("14.2",),
)

days_year = Derivation(
    id="cadre_training.14.days_year",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="年度培训天数",
    term_en="Days in the year",
    means="The days of trainings that ended in the calendar year.",
    means_zh="当年累计培训天数。",
    fact="training_days_year",
    reads=("trainings",),
    reckon=_days_year,
    cites=("14.2",),
)

upper = Rule(
    id="cadre_training.14.five_years",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="五年培训学时",
    term_en="Training in five years",
    means="County level and above: three months or 550 hours in five years.",
    means_zh="县处级以上领导干部、四级调研员以上五年内累计培训不少于三个月或者五百五十学时。",
    when=UPPER,
    requires=(fact("training_months_5y") >= param("cadre_training.five_year_months"))
    | (fact("training_hours_5y") >= param("cadre_training.five_year_hours")),
    effect=Effect.WARN,
    cites=("14",),
)

lower = Rule(
    id="cadre_training.14.yearly",
    catalogue="l-training-5y",
    subject="training",
    since=FIRST,
    term="年度培训学时",
    term_en="Training in the year",
    means="Township level and below: twelve days or ninety hours a year.",
    means_zh="乡科级、一级主任科员以下每年累计培训不少于十二天或者九十学时。",
    when=LOWER,
    requires=(fact("training_days_year") >= param("cadre_training.yearly_days"))
    | (fact("training_hours_year") >= param("cadre_training.yearly_hours")),
    effect=Effect.WARN,
    cites=("14.2",),
)

leave = Rule(
    id="cadre_training.15.leave",
    catalogue="l-training-5y",
    subject="training",
    since=SECOND,
    term="培训请假",
    term_en="Leave from a class",
    means="Leave is at most a seventh of the hours; beyond it the trainee is withdrawn from the class.",
    means_zh="请假累计不得超过总学时的七分之一，超过的按退学处理。",
    requires=fact("class_leave_hours") * param("cadre_training.leave_share") <= fact("class_hours"),
    effect=Effect.WARN,
    cites=("15",),
)

online = Rule(
    id="cadre_training.14.online",
    catalogue="l-online-hours",
    subject="training",
    since=FIRST,
    term="网络培训学时",
    term_en="Online hours",
    means="The online hours that the unit lays down are done; there is no national figure.",
    means_zh="完成单位规定的网络培训学时；全国没有统一数字。",
    requires=fact("online_training_hours") >= fact("online_hours_required"),
    effect=Effect.WARN,
    cites=("14.3",),
)

party_member = Rule(
    id="cadre_training.party_members",
    catalogue="l-party-member-hours",
    subject="training",
    since=PARTY,
    term="党员学时",
    term_en="Hours of a Party member",
    means="A Party member has 32 hours a year.",
    means_zh="党员每年集中学习培训不少于三十二学时。",
    when=fact("is_party_trainee"),
    requires=fact("party_training_hours") >= param("cadre_training.party_hours"),
    effect=Effect.WARN,
    cites=("party_members",),
)

party_leader = Rule(
    id="cadre_training.party_members.leaders",
    catalogue="l-party-member-hours",
    subject="training",
    since=PARTY,
    term="基层党组织班子成员学时",
    term_en="Hours of grass-roots leaders",
    means="Grass-roots secretaries and committee members have 56 hours a year and one concentrated class.",
    means_zh="基层党组织书记和班子成员每年不少于五十六学时，至少参加一次集中轮训。",
    when=fact("is_grassroots_party_leader"),
    requires=(fact("party_training_hours") >= param("cadre_training.party_leader_hours"))
    & (fact("concentrated_classes") >= param("cadre_training.party_leader_classes")),
    effect=Effect.WARN,
    cites=("party_members",),
)

new_staff = Rule(
    id="cadre_training.local.new_staff",
    catalogue="l-new-hr-staff-8h",
    subject="training",
    since=SECOND,
    term="组工干部岗前学时",
    term_en="Pre-service hours",
    means="New organisation-department staff have eight hours on selection law before service.",
    means_zh="新进组织人事干部岗前学习选任法规不少于八学时（本地方案）。",
    when=fact("is_new_personnel_staff"),
    requires=fact("selection_law_hours") >= param("cadre_training.new_staff_hours"),
    effect=Effect.WARN,
    cites=("local",),
    verified=False,
)

exam = Rule(
    id="cadre_training.local.exam",
    catalogue="l-exam-15pct",
    subject="training",
    since=SECOND,
    term="干部法规分值占比",
    term_en="Share of personnel law",
    means="Personnel law is at least fifteen percent of the qualification exam.",
    means_zh="领导干部任职资格考试中干部人事法规内容不低于百分之十五（本地方案）。",
    requires=fact("exam_law_marks") * 100 >= fact("exam_marks") * param("cadre_training.exam_percent"),
    effect=Effect.WARN,
    cites=("local",),
    verified=False,
)
