"""纪律十不准: the ten prohibitions, sudden promotions when a chief leaves."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
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


def _of_2014(selection_conduct: str, on: date) -> bool:
    return selection_conduct in TEN


def _of_2019(selection_conduct: str, on: date) -> bool:
    return selection_conduct != "proper"


prohibitions_listed_2014 = Derivation(
    id="selection_regulations.prohibitions.listed_2014",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2014, 1, 14),
    repealed=date(2019, 3, 3),
    term="十不准（2014年）",
    term_en="The ten prohibitions of 2014",
    means="The ten kinds of conduct listed in 2014.",
    means_zh="2014年版列明的十项行为。",
    fact="is_prohibited_conduct",
    reads=("selection_conduct",),
    reckon=_of_2014,
    cites=("prohibitions",),
)

prohibitions_listed = Derivation(
    id="selection_regulations.prohibitions.listed",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2019, 3, 3),
    term="十不准",
    term_en="The ten prohibitions",
    means="The ten kinds of conduct of 2019, helping to canvass and cliques added (wording not verified).",
    means_zh="2019年版的十项行为，增加助选、团团伙伙等（措辞待核）。",
    fact="is_prohibited_conduct",
    reads=("selection_conduct",),
    reckon=_of_2019,
    cites=("prohibitions",),
    verified=False,
)

prohibitions_ten = Rule(
    id="selection_regulations.prohibitions.ten",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2014, 1, 14),
    term="十不准",
    term_en="The ten prohibitions",
    means="None of the ten prohibited kinds of conduct in selection.",
    means_zh="选拔任用工作中不得有十项禁止行为。",
    requires=~fact("is_prohibited_conduct"),
    effect=Effect.FORBID,
    cites=("prohibitions",),
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
