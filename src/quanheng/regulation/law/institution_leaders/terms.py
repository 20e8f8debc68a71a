"""事业单位领导人员: term, years in one post, probation and service; all unverified, so they advise."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

term_entry = Rule(
    id="institution_leaders.term",
    catalogue="o-leaders-institution",
    subject="institution",
    since=date(2015, 5, 1),
    term="任期三至五年",
    term_en="Term of three to five years",
    means="The term is three to five years.",
    means_zh="事业单位领导人员任期一般为三至五年。",
    when=fact("is_institution_leader"),
    requires=(fact("institution_leader_term_years") >= param("institution_leaders.term_years_least"))
    & (fact("institution_leader_term_years") <= param("institution_leaders.term_years_most")),
    effect=Effect.WARN,
    cites=("term",),
    verified=False,
)

term_post_entry = Rule(
    id="institution_leaders.term.post",
    catalogue="o-leaders-institution",
    subject="institution",
    since=date(2015, 5, 1),
    term="同一岗位不超过十年",
    term_en="Ten years in one post",
    means="Ten years at most in one post.",
    means_zh="在同一岗位连续任职一般不超过十年。",
    when=fact("is_institution_leader"),
    requires=fact("institution_leader_years_in_post") <= param("institution_leaders.post_years_most"),
    effect=Effect.WARN,
    cites=("term",),
    verified=False,
)

probation_entry = Rule(
    id="institution_leaders.probation",
    catalogue="o-leaders-institution",
    subject="institution",
    since=date(2015, 5, 1),
    term="试用期一年",
    term_en="A year of probation",
    means="Leaders have a year of probation.",
    means_zh="提任领导人员实行一年试用期。",
    when=fact("is_institution_leader"),
    requires=fact("institution_leader_probation") == param("institution_leaders.probation_months"),
    effect=Effect.WARN,
    cites=("probation",),
    verified=False,
)

service_entry = Rule(
    id="institution_leaders.service",
    catalogue="o-leaders-institution",
    subject="institution",
    since=date(2015, 5, 1),
    term="工作年限五年以上",
    term_en="Five years of service",
    means="Five years of service or more.",
    means_zh="领导人员工作年限应当在五年以上。",
    when=fact("is_institution_leader"),
    requires=fact("institution_leader_service_years") >= param("institution_leaders.service_years_least"),
    effect=Effect.WARN,
    cites=("service",),
    verified=False,
)
