"""Conditions, inspection and notice under the trial rules of 2007 (articles 16 to 18, 28, 35)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _age_adjusted(has_provincial_consent: bool | None, *, on: date) -> bool:
    return bool(has_provincial_consent)


age_adjusted = Derivation(
    id="recruitment.16.age_adjusted",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="年龄条件是否经批准调整",
    term_en="Whether the age condition was adjusted",
    means="Adjusted with provincial consent; none on record is no.",
    means_zh="年龄条件调整须经省级以上主管部门批准；没有记录的按没有批准对待。",
    fact="is_age_adjusted",
    reads=(),
    optional=("has_provincial_consent",),
    reckon=_age_adjusted,
    cites=("16",),
)


age = Rule(
    id="recruitment.16.age",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="报考年龄",
    term_en="Age of applicants",
    means="Applicants are 18 to 35 unless the province adjusts it.",
    means_zh="报考者一般为十八周岁以上、三十五周岁以下，经省级以上主管部门批准可以调整。",
    requires=(
        (fact("applicant_age") >= param("recruitment.age_least"))
        & (fact("applicant_age") <= param("recruitment.age_most"))
    )
    | fact("is_age_adjusted"),
    effect=Effect.FORBID,
    cites=("16",),
)


def _education_adjusted(has_provincial_consent: bool | None, *, on: date) -> bool:
    return bool(has_provincial_consent)


education_adjusted = Derivation(
    id="recruitment.16.education_adjusted",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="学历条件是否经批准调整",
    term_en="Whether the education condition was adjusted",
    means="Adjusted with provincial consent; none on record is no.",
    means_zh="学历条件调整须经省级以上主管部门批准；没有记录的按没有批准对待。",
    fact="is_education_adjusted",
    reads=(),
    optional=("has_provincial_consent",),
    reckon=_education_adjusted,
    cites=("16",),
)


education = Rule(
    id="recruitment.16.education",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="报考学历",
    term_en="Education of applicants",
    means="Junior college or above unless the province adjusts it.",
    means_zh="报考者具有大学专科以上文化程度，经省级以上主管部门批准可以调整。",
    requires=(fact("education_rank") >= param("recruitment.education_floor")) | fact("is_education_adjusted"),
    effect=Effect.FORBID,
    cites=("16",),
)


kin = Rule(
    id="recruitment.18.kin",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="报考回避",
    term_en="Kin of the post",
    means="No application for a post where kin would have to be avoided.",
    means_zh="不得报考录用后即构成回避关系的职位。",
    requires=~fact("would_be_avoided"),
    effect=Effect.FORBID,
    cites=("18",),
)


foreign = Rule(
    id="recruitment.16.foreign",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="不得设置无关条件",
    term_en="No condition foreign to the post",
    means="Announcements set no condition foreign to the post.",
    means_zh="不得设置与职位要求无关的报考资格条件。",
    requires=~fact("has_foreign_condition"),
    effect=Effect.FORBID,
    cites=("16",),
)


cheated = Rule(
    id="recruitment.35.cheating",
    catalogue="rt-eligibility",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="作弊五年内不得报考",
    term_en="Five years after cheating",
    means="No application within five years of serious cheating.",
    means_zh="有作弊等严重违纪行为的，五年内不得报考公务员。",
    when=fact("has_cheated"),
    requires=fact("applied_on") >= later(fact("cheated_on"), months=param("recruitment.cheating_months")),
    effect=Effect.FORBID,
    cites=("35",),
)


team = Rule(
    id="recruitment.team.size",
    catalogue="rt-steps-2007",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="考察组人数",
    term_en="Inspection team",
    means="The inspection team has two or more members.",
    means_zh="考察组由两人以上组成。",
    requires=fact("recruit_inspectors") >= param("recruitment.inspectors_least"),
    effect=Effect.FORBID,
    cites=("team",),
)


def _days(recruit_notice_from: date, recruit_notice_to: date, *, on: date) -> int:
    return (recruit_notice_to - recruit_notice_from).days + 1


days = Derivation(
    id="recruitment.28.days",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="公示期改按工作日计算，见公务员法第三十二条。",
    term="公示天数",
    term_en="Days of the notice",
    means="Calendar days of the printed period, both ends counted.",
    means_zh="印发的公示起止日之间的天数，首尾均计。",
    fact="recruit_notice_days",
    reads=(
        "recruit_notice_from",
        "recruit_notice_to",
    ),
    reckon=_days,
    cites=("28",),
)


notice = Rule(
    id="recruitment.28.notice",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="自2019年6月1日起公示期见公务员法第三十二条。",
    term="公示七天",
    term_en="Notice of seven days",
    means="A notice put up before 2019-06-01 lasts seven calendar days.",
    means_zh="2019年6月1日前公示的，公示期为七天。",
    when=~fact("is_notice_by_workdays"),
    requires=fact("recruit_notice_days") >= param("recruitment.notice_days"),
    effect=Effect.FORBID,
    cites=("28",),
)


contents = Rule(
    id="recruitment.28.contents",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="公示内容",
    term_en="Contents of the notice",
    means=("The notice names organ, name, sex, exam number, school or unit, and a telephone for complaints."),
    means_zh="公示内容包括招录机关、姓名、性别、准考证号、毕业院校或者工作单位、监督电话。",
    requires=fact("is_recruit_notice_complete"),
    effect=Effect.FORBID,
    cites=("28",),
)


problem = Rule(
    id="recruitment.28.problem",
    catalogue="rt-approve-or-file",
    subject="recruitment",
    since=date(2007, 11, 6),
    repealed=date(2019, 11, 26),
    gone="2019年规定的相应条文未见，不作推断。",
    term="公示反映问题的处理",
    term_en="Problems reported in the notice",
    means="A serious problem proven bars recruitment; one not provable in time holds it back.",
    means_zh="反映有影响录用的问题并查实的，不予录用；一时难以查实的，暂缓录用，待查清后再定。",
    when=fact("recruit_objection").isin(("proven", "unproven")),
    requires=((fact("recruit_objection") == "proven") & (fact("recruit_decision") == "rejected"))
    | ((fact("recruit_objection") == "unproven") & (fact("recruit_decision") == "held")),
    effect=Effect.FORBID,
    cites=("28",),
)
