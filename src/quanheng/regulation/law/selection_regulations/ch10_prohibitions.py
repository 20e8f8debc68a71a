"""纪律十不准: the ten prohibitions, sudden promotions when a chief leaves."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

TEN = (
    "over_quota",
    "seeking",
    "procedure",
    "leaking",
    "concealing",
    "canvassing",
    "meddling",
    "sudden",
    "cronyism",
    "falsifying",
)


ADDED = ("helping_canvass", "cliques")

prohibitions_ten = Rule(
    id="selection_regulations.prohibitions.ten",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2014, 1, 14),
    term="十不准",
    term_en="The ten prohibitions",
    means="None of the ten prohibited kinds of conduct in selection.",
    means_zh="选拔任用工作中不得有十项禁止行为。",
    requires=~fact("selection_conduct").isin(TEN),
    effect=Effect.FORBID,
    cites=("prohibitions",),
)

prohibitions_added = Rule(
    id="selection_regulations.prohibitions.added",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2019, 3, 3),
    term="十不准（2019年增加）",
    term_en="Prohibitions added in 2019",
    means="No helping to canvass and no cliques, added in 2019 (wording not verified).",
    means_zh="不准助选、搞团团伙伙等，2019年增加（措辞待核）。",
    requires=~fact("selection_conduct").isin(ADDED),
    effect=Effect.FORBID,
    cites=("prohibitions",),
    verified=False,
)

prohibitions_sudden = Rule(
    id="selection_regulations.prohibitions.sudden",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2014, 1, 14),
    term="离任前突击提拔",
    term_en="Sudden promotions before leaving",
    means="No promotions within three months before a chief's leaving is settled, or after it, unless agreed by the superior (three months is a local figure).",
    means_zh="主要领导离任确定或者到龄前三个月内及其后，不得突击提拔、调整干部，报上级同意的除外（三个月系地方规定）。",
    when=fact("is_chief_departing"),
    requires=(
        later(fact("decided_on"), months=param("selection_regulations.sudden_months"))
        <= fact("chief_leaves_on")
    )
    | fact("is_departure_reported"),
    effect=Effect.FORBID,
    cites=("prohibitions",),
)
