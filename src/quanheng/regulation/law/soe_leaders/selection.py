"""中央企业领导人员: how they are chosen, term and contract management, age."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

ways_2009_entry = Rule(
    id="soe_leaders.ways_2009",
    catalogue="p-soe",
    subject="enterprise",
    since=date(2009, 11, 6),
    repealed=date(2018, 7, 19),
    term="选拔方式（2009年）",
    term_en="Ways of selection in 2009",
    means="Before 2018 open selection and market appointment were not yet among the ways.",
    means_zh="2018年以前，公开遴选和市场化选聘尚未列为选拔方式。",
    when=fact("is_soe_leader_appointed"),
    requires=fact("soe_selection_way").isin(("internal", "exchange")),
    effect=Effect.WARN,
    cites=("ways",),
    verified=False,
)

ways_entry = Rule(
    id="soe_leaders.ways",
    catalogue="p-soe",
    subject="enterprise",
    since=date(2018, 7, 19),
    term="选拔方式",
    term_en="Ways of selection",
    means="Internal choice, exchange, open selection and market appointment.",
    means_zh="内部推选、外部交流、公开遴选、公开招聘和市场化选聘。",
    when=fact("is_soe_leader_appointed"),
    requires=fact("soe_selection_way") != "other",
    effect=Effect.WARN,
    cites=("ways",),
)

terms_entry = Rule(
    id="soe_leaders.terms",
    catalogue="p-soe",
    subject="enterprise",
    since=date(2018, 7, 19),
    term="任期制和契约化管理",
    term_en="Term and contract management",
    means="Leaders have a term and a contract.",
    means_zh="实行任期制和契约化管理，签订协议。",
    when=fact("is_soe_leader_appointed"),
    requires=fact("has_soe_term_agreement"),
    effect=Effect.WARN,
    cites=("terms",),
)

age_entry = Rule(
    id="soe_leaders.age",
    catalogue="p-soe",
    subject="enterprise",
    since=date(2009, 11, 6),
    term="任职年龄",
    term_en="Age limit",
    means="Normally not over sixty; unverified, so it only advises.",
    means_zh="任职年龄一般不超过六十岁（未经核实，只作提示）。",
    when=fact("is_soe_leader_appointed"),
    requires=fact("soe_leader_age") <= param("soe_leaders.age_most"),
    effect=Effect.WARN,
    cites=("age",),
    verified=False,
)
