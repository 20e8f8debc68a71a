"""Management grades are posts; staff grades of county institutions wait for their text; bars while a sanction runs."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

START, SANCTIONS = date(2006, 1, 1), date(2020, 7, 1)
RISES = fact("institution_rise").isin(("post", "staff_grade", "title"))
FROM_DEMERIT = ("demerit", "major_demerit", "downgrade", "removal")

vacancy = Rule(
    id="institution_posts.management",
    catalogue="ig-institution-management-grades",
    subject="rank",
    since=START,
    term="管理岗位须有空缺",
    term_en="A management grade is a post",
    means="Appointment to a management grade is appointment to a post with a vacancy.",
    means_zh="聘用到管理岗位等级，应当有相应的岗位空缺。",
    when=fact("institution_rise") == "post",
    requires=fact("is_institution_post_vacant"),
    effect=Effect.WARN,
    cites=("management",),
)

not_for_eligibility = Rule(
    id="institution_posts.management.display",
    catalogue="ig-institution-management-grades",
    subject="rank",
    since=START,
    term="等级不作任职资格折算",
    term_en="Grades do not make eligibility",
    means="The layer that a grade stands for in practice is shown, never used for eligibility.",
    means_zh="管理岗位等级与行政层次的对应（如七级职员对应科级）只供显示，不作为任职资格依据。",
    requires=~fact("is_grade_used_for_eligibility"),
    effect=Effect.WARN,
    cites=("management",),
)

county_grades = Rule(
    id="institution_posts.county_grades",
    catalogue="ig-county-institution-grades",
    subject="rank",
    since=START,
    term="县以下职员等级规则未载入",
    term_en="County staff grades are not loaded",
    means="Without the local text nothing is computed; civil-service years are not used by analogy.",
    means_zh="县以下事业单位职员等级规则未载入的，不作计算，也不套用公务员职级年限。",
    when=fact("institution_rise") == "staff_grade",
    requires=fact("is_local_grade_text_loaded") & ~fact("are_civil_service_years_used"),
    effect=Effect.WARN,
    cites=("county_grades",),
    verified=False,
)

block = Rule(
    id="institution_posts.sanction",
    catalogue="ig-sanction-block",
    subject="rank",
    since=SANCTIONS,
    term="处分期内不得晋升岗位、职员等级、职称",
    term_en="No promotion while a sanction runs",
    means="Managers of public institutions: no promotion of post, staff grade or title while a state sanction runs.",
    means_zh="事业单位管理人员在政务处分期内，不得晋升岗位、职员等级和职称。",
    when=fact("is_public_unit_manager") & RISES,
    requires=fact("state_windows_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("state_sanctions:20",),
)

pay = Rule(
    id="institution_posts.sanction.pay",
    catalogue="ig-sanction-block",
    subject="rank",
    since=SANCTIONS,
    term="记过以上处分期内不得晋升薪级",
    term_en="No pay grade from demerit on",
    means="From demerit on, no rise of the pay grade while the sanction runs.",
    means_zh="受记过以上处分的，处分期内不得晋升薪级。",
    when=fact("is_public_unit_manager")
    & (fact("institution_rise") == "pay")
    & fact("year_sanction_kind").isin(FROM_DEMERIT),
    requires=fact("state_windows_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("state_sanctions:20",),
)

lowered = Rule(
    id="institution_posts.sanction.lowered",
    catalogue="ig-sanction-block",
    subject="rank",
    since=SANCTIONS,
    term="撤职降低岗位或者职员等级",
    term_en="Removal lowers the post or staff grade",
    means="Removal from post lowers the post or the staff grade.",
    means_zh="受撤职处分的，降低岗位或者职员等级。",
    when=fact("is_public_unit_manager") & (fact("year_sanction_kind") == "removal"),
    requires=fact("is_institution_post_lowered"),
    effect=Effect.FORBID,
    cites=("state_sanctions:20",),
)
