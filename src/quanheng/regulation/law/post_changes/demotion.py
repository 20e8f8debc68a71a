"""降职: its steps, the level afterwards, rising again."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SINCE, UNTIL = date(2008, 2, 29), date(2020, 3, 3)


def _level(
    *,
    level_before_demotion: int,
    post_tier: str,
    post_role: str,
    top_bureau_chief: int,
    top_bureau_deputy: int,
    top_county_chief: int,
    top_county_deputy: int,
    top_township_chief: int,
    top_township_deputy: int,
    on: date,
) -> int | None:
    tops = {
        ("bureau", "chief"): top_bureau_chief,
        ("bureau", "deputy"): top_bureau_deputy,
        ("county", "chief"): top_county_chief,
        ("county", "deputy"): top_county_deputy,
        ("township", "chief"): top_township_chief,
        ("township", "deputy"): top_township_deputy,
    }
    top = tops.get((post_tier, post_role))
    return (
        None if top is None else max(level_before_demotion, top)
    )  # the smaller the number, the higher the level


def _regained(*, level_before_demotion: int, level_after_demotion: int, on: date) -> bool:
    return level_after_demotion != level_before_demotion


steps = Rule(
    id="post_changes.28.steps",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="降职程序",
    term_en="Steps of a demotion",
    means="Proposed, checked with the person heard, decided collectively.",
    means_zh="降职经提出建议、审核并听取本人意见、集体讨论决定。",
    when=fact("is_demotion"),
    requires=fact("is_demotion_proposed") & fact("is_demoted_person_heard") & fact("is_demotion_collective"),
    effect=Effect.WARN,
    cites=("28",),
)

layers = Rule(
    id="post_changes.25.layers",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="降低一个层次",
    term_en="One layer lower",
    means="A demotion normally lowers the post by one layer.",
    means_zh="降职一般降低一个职务层次。",
    when=fact("is_demotion"),
    requires=fact("layers_lowered") == param("post_changes.layers"),
    effect=Effect.WARN,
    cites=("25",),
)

level = Derivation(
    id="post_changes.28.level",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="降职后级别",
    term_en="Level after a demotion",
    means="A level above the top of the new band falls to that top; else it stays.",
    means_zh="级别高于新职务对应的最高级别的，降至该最高级别；其余不变。",
    fact="level_after_demotion",
    reads=("level_before_demotion", "post_tier", "post_role"),
    params=(
        "post_changes.top_bureau_chief",
        "post_changes.top_bureau_deputy",
        "post_changes.top_county_chief",
        "post_changes.top_county_deputy",
        "post_changes.top_township_chief",
        "post_changes.top_township_deputy",
    ),
    reckon=_level,
    cites=("28", "bands"),
)

regained = Derivation(
    id="post_changes.29.level",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="再晋升时级别",
    term_en="Level when rising again",
    means="A level that was lowered rises by the rules; one that was not lowered stays when the old layer is regained.",
    means_zh="降职时级别随之降低的，再晋升时按规定晋升级别；未降低的，恢复原层次时不再晋升级别。",
    fact="may_level_rise_again",
    reads=("level_before_demotion", "level_after_demotion"),
    reckon=_regained,
    cites=("29",),
)

rise = Rule(
    id="post_changes.29",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    repealed=UNTIL,
    gone="2020年起由公务员职务、职级与级别管理办法规定",
    term="降职后再晋升",
    term_en="Rising again after a demotion",
    means="After a year or more in the new post, with outstanding work and an inspection.",
    means_zh="降职后在新职位工作一年以上、实绩突出并经考察，方可再晋升。",
    when=fact("is_rise_after_demotion"),
    requires=(fact("new_post_months") >= param("post_changes.rise_months"))
    & fact("has_outstanding_results")
    & fact("has_selection_inspection"),
    effect=Effect.WARN,
    cites=("29",),
)
