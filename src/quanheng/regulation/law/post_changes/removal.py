"""免职和自然免除: when an act is needed and when the post ends by itself."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SINCE, UNTIL = date(2008, 2, 29), date(2020, 3, 3)
SELF_ENDING = ("penalty", "post_removal", "expulsion", "dismissed")
BY_ACT = ("promoted_out", "demoted", "transferred", "resigned", "retired")


def _by_itself(*, civil_leaving_event: str, on: date) -> bool:
    return civil_leaving_event in SELF_ENDING


act = Rule(
    id="post_changes.14.act",
    catalogue="cv-civil-removal",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="应当办理免职",
    term_en="Removal by act",
    means="Promoted out, demoted, transferred, resigned or retired: a removal act is issued.",
    means_zh="晋升离任、降职、转任、辞职调出、退休的，应当办理免职手续。",
    when=fact("civil_leaving_event").isin(BY_ACT),
    requires=fact("is_removal_act_issued"),
    effect=Effect.WARN,
    cites=("14",),
)

study = Rule(
    id="post_changes.14.study",
    catalogue="cv-civil-removal",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="离职学习超过一年免职",
    term_en="Removal for study over a year",
    means="Own study away for more than a year: a removal act is issued.",
    means_zh="非组织选派离职学习超过一年的，应当免职。",
    when=(fact("study_leave_months") > param("post_changes.study_months")) & ~fact("is_study_organised"),
    requires=fact("is_removal_act_issued"),
    effect=Effect.WARN,
    cites=("14",),
)

steps = Rule(
    id="post_changes.15",
    catalogue="cv-civil-removal",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="免职程序",
    term_en="Steps of a removal",
    means="Proposed, checked, decided collectively.",
    means_zh="免职经提出建议、审核、集体讨论决定。",
    when=fact("civil_leaving_event").isin(BY_ACT),
    requires=fact("is_removal_proposed") & fact("is_removal_checked") & fact("is_removal_collective"),
    effect=Effect.WARN,
    cites=("15",),
)

by_itself = Derivation(
    id="post_changes.16.by_itself",
    catalogue="cv-civil-removal",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="职务自然免除",
    term_en="The post ends by itself",
    means="A criminal penalty, removal from post or heavier, or dismissal ends the post by itself; a lowered grade does not.",
    means_zh="受刑事处罚、撤职以上处分、被辞退的，职务自然免除；降级的职务不变。",
    fact="is_post_ended_by_itself",
    reads=("civil_leaving_event",),
    reckon=_by_itself,
    cites=("16",),
)

filed = Rule(
    id="post_changes.16.filed",
    catalogue="cv-civil-removal",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="自然免除备案",
    term_en="Filing of the end",
    means="A post that ended by itself is reported for filing; no removal act is needed.",
    means_zh="职务自然免除的，报有关机关备案，无须另行免职。",
    when=fact("is_post_ended_by_itself"),
    requires=fact("is_post_end_filed"),
    effect=Effect.WARN,
    cites=("16",),
)
