"""公开选拔和竞争上岗: when they are used, in 2014 and since 2019. Their steps have their own instruments."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SECOND, THIRD = date(2014, 1, 14), date(2019, 3, 3)  # the versions of 2014 and 2019

public_2014 = Rule(
    id="selection_regulations.50.public",
    catalogue="a-open-selection-need",
    subject="case",
    since=SECOND,
    repealed=THIRD,
    term="公开选拔适用（2014年）",
    term_en="When open selection is used (2014)",
    means="Open selection where a post is vacant and the place or department has nobody suitable.",
    means_zh="职位空缺且本地区本部门没有合适人选的，方进行公开选拔。",
    when=fact("selection_method") == "public",
    requires=fact("is_post_vacant") & ~fact("has_suitable_inside"),
    effect=Effect.WARN,
    cites=("15",),
)

competitive_2014 = Rule(
    id="selection_regulations.50.competitive",
    catalogue="cv-open-selection-versions",
    subject="case",
    since=SECOND,
    repealed=THIRD,
    term="竞争上岗适用（2014年）",
    term_en="When competitive selection is used (2014)",
    means="Competitive selection where many inside qualify and opinions do not settle.",
    means_zh="本单位符合条件人数较多且意见不易集中的，方进行竞争上岗。",
    when=fact("selection_method") == "competitive",
    requires=fact("has_many_qualified_inside") & ~fact("is_opinion_concentrated"),
    effect=Effect.WARN,
    cites=("15",),
)

way = Rule(
    id="selection_regulations.15.way",
    catalogue="cv-open-selection-versions",
    subject="case",
    since=THIRD,
    term="公开选拔、竞争上岗只产生人选",
    term_en="Only a way to produce candidates",
    means="Open and competitive selection only produce candidates: recommendation and inspection follow.",
    means_zh="公开选拔、竞争上岗只是产生人选的方式，仍须按规定推荐、考察、决定。",
    when=fact("selection_method").isin(("public", "competitive")),
    requires=fact("is_procedure_complete"),
    effect=Effect.WARN,
    cites=("15",),
)

need = Rule(
    id="selection_regulations.15.need",
    catalogue="a-open-selection-need",
    subject="case",
    since=THIRD,
    term="公开选拔、竞争上岗适用",
    term_en="When open selection is used",
    means="Open or competitive selection has a written reason and normally is for a deputy's post.",
    means_zh="进行公开选拔、竞争上岗的，书面说明理由，一般适用于副职职位。",
    when=fact("selection_method").isin(("public", "competitive")),
    requires=fact("has_method_reason") & (fact("post_role") == "deputy"),
    effect=Effect.WARN,
    cites=("15",),
)

approval = Rule(
    id="selection_regulations.15.approval",
    catalogue="a-open-selection-need",
    subject="case",
    since=THIRD,
    term="放宽条件报批",
    term_en="Approval of wider conditions",
    means="Conditions wider than the qualification rules are approved by the superior department.",
    means_zh="报名条件突破规定资格的，报上级组织部门审核同意。",
    when=fact("selection_method").isin(("public", "competitive")) & fact("is_condition_widened"),
    requires=fact("prior_report") == "agreed",
    effect=Effect.ASK_SUPERIOR,
    cites=("15",),
    verified=False,
)
