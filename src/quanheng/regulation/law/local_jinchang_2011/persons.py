"""轮岗交流: middle leaders at five years, teams and chiefs at ten, deputies at ten."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

START = date(2011, 4, 25)

rotation = Rule(
    id="local_jinchang_2011.rotation",
    catalogue="kpi-rotate-5y",
    subject="tenure",
    since=START,
    term="中层满五年必须轮岗",
    term_en="Middle leaders rotate",
    means="A middle leader of a city organ rotates at five years in the post.",
    means_zh="市直党政群机关中层干部在同一职位任职满五年的，必须轮岗。",
    when=fact("is_city_middle_leader"),
    requires=fact("months_in_same_post") < param("local_jinchang_2011.rotation_months"),
    effect=Effect.WARN,
    cites=("exchange",),
)

exchange_ten = Rule(
    id="local_jinchang_2011.exchange_ten",
    catalogue="kpi-exchange-10y-must",
    subject="tenure",
    since=START,
    term="满十年必须交流",
    term_en="Exchange at ten years",
    means="A county team member or chief of a city department is exchanged at ten years in the post.",
    means_zh="县区党政领导班子成员和市直部门正职在同一职位任职满十年的，必须交流。",
    when=fact("is_exchange_group"),
    requires=fact("months_in_same_post") < param("local_jinchang_2011.exchange_months"),
    effect=Effect.WARN,
    cites=("exchange",),
)

exchange_deputy = Rule(
    id="local_jinchang_2011.exchange_deputy",
    catalogue="kpi-exchange-deputy-10y",
    subject="tenure",
    since=START,
    term="副职满十年应当交流",
    term_en="Deputies at ten years",
    means="A deputy of a city department should be exchanged at ten years in the post.",
    means_zh="市直部门副职在同一职位任职满十年的，应当交流。",
    when=fact("is_city_department_deputy"),
    requires=fact("months_in_same_post") < param("local_jinchang_2011.deputy_months"),
    effect=Effect.WARN,
    cites=("exchange",),
)

full_term_case = Rule(
    id="local_jinchang_2011.full_term_case",
    catalogue="kpi-full-term",
    subject="tenure",
    since=START,
    term="班子成员任满一届",
    term_en="A full term",
    means="A member of a county, district or township team leaves before the end of the term only for a listed reason.",
    means_zh="县区、乡镇党政班子成员原则上至少任满一届，有规定理由的除外。",
    when=fact("is_local_party_team_member") & fact("has_left_before_term"),
    requires=fact("term_leaving_reason") != "other_reason",
    effect=Effect.WARN,
    cites=("term", "leader_terms:4"),
)

exchange_planned = Rule(
    id="local_jinchang_2011.exchange_planned",
    catalogue="kpi-exchange-5y-plan",
    subject="tenure",
    since=START,
    term="满五年列入交流计划",
    term_en="A plan at five years",
    means="A member of the group with five years in the post has a dated exchange plan.",
    means_zh="县区党政领导班子成员和市直部门正职在同一职位任职满五年的，有计划交流。",
    when=fact("is_exchange_group")
    & (fact("months_in_same_post") >= param("local_jinchang_2011.plan_months")),
    requires=fact("has_exchange_plan"),
    effect=Effect.WARN,
    cites=("exchange",),
)

audit_due = Rule(
    id="local_jinchang_2011.audit_due",
    catalogue="kpi-audit-3y",
    subject="economic_audit",
    since=START,
    term="三年内任中审计",
    term_en="Audited within three years",
    means="An audit target in post has a mid-term audit every three years.",
    means_zh="审计对象任职期间每三年任中审计一遍。",
    when=fact("is_audit_subject"),
    requires=fact("judged_on") <= fact("next_audit_due_on"),
    effect=Effect.WARN,
    cites=("audit",),
)
