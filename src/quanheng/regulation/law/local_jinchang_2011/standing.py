"""指标（二）: exchange, audits, terms, records, openness, institutions."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

START = date(2011, 4, 25)

exchange_half = Rule(
    id="local_jinchang_2011.exchange_half",
    catalogue="kpi-exchange-50",
    subject="indicator",
    since=START,
    term="新提拔交流任职比例",
    term_en="Newly promoted by exchange",
    means="At least half of the leaders newly promoted in the year take the post by exchange, for each appointing committee.",
    means_zh="市、县区和市直有干部任免权的党委（党组）每年新提拔领导干部中，交流任职的原则上不低于百分之五十。",
    when=fact("promoted_leaders") > 0,
    requires=fact("promoted_by_exchange") * 100
    >= fact("promoted_leaders") * param("local_jinchang_2011.exchange_half_percent"),
    effect=Effect.WARN,
    cites=("exchange",),
)

rotate_overdue = Rule(
    id="local_jinchang_2011.rotate_overdue",
    catalogue="kpi-rotate-5y",
    subject="indicator",
    since=START,
    term="满五年未轮岗为零",
    term_en="None past five years",
    means="No middle leader of a city organ stays past five years in the post.",
    means_zh="市直中层干部满五年未轮岗的人数为零。",
    requires=fact("rotation_overdue_people") == 0,
    effect=Effect.WARN,
    cites=("exchange",),
)

exchange_overdue = Rule(
    id="local_jinchang_2011.exchange_overdue",
    catalogue="kpi-exchange-10y-must",
    subject="indicator",
    since=START,
    term="满十年未交流为零",
    term_en="None past ten years",
    means="No county team member or department chief stays past ten years in the post.",
    means_zh="县区党政班子成员和市直部门正职满十年未交流的人数为零。",
    requires=fact("exchange_overdue_people") == 0,
    effect=Effect.WARN,
    cites=("exchange",),
)

deputy_overdue = Rule(
    id="local_jinchang_2011.deputy_overdue",
    catalogue="kpi-exchange-deputy-10y",
    subject="indicator",
    since=START,
    term="副职满十年未交流为零",
    term_en="No deputy past ten years",
    means="No deputy of a city department stays past ten years in the post.",
    means_zh="市直部门副职满十年未交流的人数为零。",
    requires=fact("deputy_overdue_people") == 0,
    effect=Effect.WARN,
    cites=("exchange",),
)

exchange_plan = Rule(
    id="local_jinchang_2011.exchange_plan",
    catalogue="kpi-exchange-5y-plan",
    subject="indicator",
    since=START,
    term="满五年有交流计划",
    term_en="A plan at five years",
    means="Everyone of the group with five years in the post has a dated exchange plan.",
    means_zh="任现职满五年的班子成员和部门正职均有注明日期的交流计划。",
    when=fact("five_year_people") > 0,
    requires=fact("five_year_people_planned") >= fact("five_year_people"),
    effect=Effect.WARN,
    cites=("exchange",),
)

audit_three_years = Rule(
    id="local_jinchang_2011.audit_three_years",
    catalogue="kpi-audit-3y",
    subject="indicator",
    since=START,
    term="任中审计三年一遍",
    term_en="Audits every three years",
    means="Every audit target in post had a mid-term audit in the last thirty-six months.",
    means_zh="在任审计对象三十六个月内均已任中审计。",
    when=fact("audit_target_people") > 0,
    requires=fact("audited_people") >= fact("audit_target_people"),
    effect=Effect.WARN,
    cites=("audit",),
)

full_term = Rule(
    id="local_jinchang_2011.full_term",
    catalogue="kpi-full-term",
    subject="indicator",
    since=START,
    term="至少任满一届",
    term_en="At least a full term",
    means="No member of a county or township team leaves before a full term without a listed reason.",
    means_zh="县区、乡镇党政班子成员没有无规定理由未满一届离任的。",
    when=fact("leaving_team_members") > 0,
    requires=fact("leaving_early_unlisted") == 0,
    effect=Effect.WARN,
    cites=("term",),
)

record_coverage = Rule(
    id="local_jinchang_2011.record_coverage",
    catalogue="kpi-record-coverage",
    subject="indicator",
    since=START,
    term="全程纪实覆盖",
    term_en="Full records",
    means="Every promotion of the year has a complete signed record.",
    means_zh="当年提拔任用均有齐全并签名的全程纪实。",
    when=fact("promotion_cases") > 0,
    requires=fact("promotions_recorded") >= fact("promotion_cases"),
    effect=Effect.WARN,
    cites=("record",),
)

contract_units = Rule(
    id="local_jinchang_2011.contract_units",
    catalogue="kpi-contract-units",
    subject="indicator",
    since=START,
    term="聘用制单位",
    term_en="Institutions with contracts",
    means="From 2011 every institution uses contracts.",
    means_zh="2011年实行聘用制的事业单位达到百分之百。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.contract_units_first_year"))
    & (fact("institutions_total") > 0),
    requires=fact("institutions_contracted") >= fact("institutions_total"),
    effect=Effect.WARN,
    cites=("institution",),
)

contract_signed = Rule(
    id="local_jinchang_2011.contract_signed",
    catalogue="kpi-contract-signed",
    subject="indicator",
    since=START,
    term="聘用合同签订率",
    term_en="Contracts signed",
    means="From 2011 at least ninety-five percent of the staff who should have signed their contract.",
    means_zh="2011年聘用合同签订率不少于百分之九十五。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.contract_signed_first_year"))
    & (fact("contracts_due") > 0),
    requires=fact("contracts_signed") * 100
    >= fact("contracts_due") * param("local_jinchang_2011.contract_signed_percent"),
    effect=Effect.WARN,
    cites=("institution",),
)

posts_first_setup = Rule(
    id="local_jinchang_2011.posts_first_setup",
    catalogue="kpi-posts-first-setup",
    subject="indicator",
    since=date(2011, 7, 1),
    term="首次岗位设置",
    term_en="First setup of posts",
    means="From July 2011 every institution has its first setup of posts approved.",
    means_zh="2011年上半年，事业单位全部完成首次岗位设置。",
    when=fact("institutions_total") > 0,
    requires=fact("institutions_with_posts") >= fact("institutions_total"),
    effect=Effect.WARN,
    cites=("institution",),
)

posts_full_system = Rule(
    id="local_jinchang_2011.posts_full_system",
    catalogue="kpi-posts-first-setup",
    subject="indicator",
    since=START,
    term="全面建立岗位管理",
    term_en="The full system of posts",
    means="From 2015 every institution has the full system of posts.",
    means_zh="到2015年全面建立岗位设置管理制度。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.posts_full_system_first_year"))
    & (fact("institutions_total") > 0),
    requires=fact("institutions_with_system") >= fact("institutions_total"),
    effect=Effect.WARN,
    cites=("institution",),
)

spokesperson = Rule(
    id="local_jinchang_2011.spokesperson",
    catalogue="kpi-spokesperson",
    subject="indicator",
    since=START,
    term="新闻发言人制度",
    term_en="Spokespersons",
    means="From 2011 the city's and every county's organisation department has a spokesperson.",
    means_zh="2011年市、县区委组织部均建立新闻发言人制度。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.spokesperson_first_year"))
    & (fact("organisation_departments") > 0),
    requires=fact("departments_with_spokesperson") >= fact("organisation_departments"),
    effect=Effect.WARN,
    cites=("openness",),
)

openness_items = Rule(
    id="local_jinchang_2011.openness_items",
    catalogue="kpi-openness",
    subject="indicator",
    since=START,
    term="信息公开制度化",
    term_en="Openness by rule",
    means="From 2012 the items due are published on time (the plan says basically; all is a reading).",
    means_zh="到2012年应公开事项均按时公开（原文为基本实现，按全部公开理解，待确认）。",
    when=(fact("indicator_year") >= param("local_jinchang_2011.openness_items_first_year"))
    & (fact("openness_items_due") > 0),
    requires=fact("openness_items_on_time") >= fact("openness_items_due"),
    effect=Effect.WARN,
    cites=("openness",),
    verified=False,
)

nine_breakthroughs = Rule(
    id="local_jinchang_2011.nine_breakthroughs",
    catalogue="kpi-nine-breakthroughs",
    subject="indicator",
    since=START,
    term="九项重点突破项目",
    term_en="Nine projects",
    means="From 2012 all nine projects have their rules issued and on trial.",
    means_zh="到2012年九项重点突破项目制度均已出台并试行。",
    when=fact("indicator_year") >= param("local_jinchang_2011.breakthrough_first_year"),
    requires=fact("breakthrough_projects_done") >= param("local_jinchang_2011.breakthrough_projects"),
    effect=Effect.WARN,
    cites=("breakthrough",),
)
