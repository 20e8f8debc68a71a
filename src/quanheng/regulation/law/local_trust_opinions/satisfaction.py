"""满意度目标与评级: targets of the second and fifth year, the rating of a unit."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2008, 1, 1)


def _rating(
    rated_ballots: int,
    rated_satisfied: int,
    rated_basically_satisfied: int,
    rated_dissatisfied: int,
    rating_percent: int,
    rating_basic_percent: int,
    on: date,
) -> str | None:
    """Bands on exact counts; without ballots there is no rating."""
    if not rated_ballots:
        return None
    both = (rated_satisfied + rated_basically_satisfied) * 100
    if rated_satisfied <= rated_dissatisfied or both < rating_basic_percent * rated_ballots:
        return "below_bands"
    return "satisfied_unit" if both >= rating_percent * rated_ballots else "basically_satisfied_unit"


def _is_low(unit_rating: str, on: date) -> bool:
    return unit_rating == "below_bands"


selection_two = Rule(
    id="local_trust_opinions.selection_two",
    catalogue="kpi-sat-2y",
    subject="indicator",
    since=START,
    term="选任工作满意度两年目标",
    term_en="Satisfaction with selection, second year",
    means="From the end of the second year satisfied and basically satisfied ballots reach 80 percent, with more satisfied than dissatisfied (the printed year is damaged).",
    means_zh="第二年底起满意与基本满意之和不少于百分之八十，且满意率大于不满意率（原文年份损坏，待确认）。",
    when=(fact("opinions_year") >= param("local_trust_opinions.second_year"))
    & (fact("selection_ballots") > 0),
    requires=(
        (fact("selection_satisfied") + fact("selection_basically_satisfied")) * 100
        >= fact("selection_ballots") * param("local_trust_opinions.second_year_percent")
    )
    & (fact("selection_satisfied") > fact("selection_dissatisfied")),
    effect=Effect.WARN,
    cites=("target",),
    verified=False,
)

selection_five = Rule(
    id="local_trust_opinions.selection_five",
    catalogue="kpi-sat-5y",
    subject="indicator",
    since=START,
    term="选任工作满意度五年目标",
    term_en="Satisfaction with selection, fifth year",
    means="From the end of the fifth year satisfied and basically satisfied ballots reach 90 percent (the printed year is damaged).",
    means_zh="第五年底起满意与基本满意之和不少于百分之九十（原文年份损坏，待确认）。",
    when=(fact("opinions_year") >= param("local_trust_opinions.fifth_year"))
    & (fact("selection_ballots") > 0),
    requires=(fact("selection_satisfied") + fact("selection_basically_satisfied")) * 100
    >= fact("selection_ballots") * param("local_trust_opinions.fifth_year_percent"),
    effect=Effect.WARN,
    cites=("target",),
    verified=False,
)

prevention_two = Rule(
    id="local_trust_opinions.prevention_two",
    catalogue="kpi-sat-2y",
    subject="indicator",
    since=START,
    term="防治不正之风满意度两年目标",
    term_en="Satisfaction with prevention, second year",
    means="From the end of the second year satisfied and basically satisfied ballots reach 80 percent, with more satisfied than dissatisfied (the printed year is damaged).",
    means_zh="第二年底起满意与基本满意之和不少于百分之八十，且满意率大于不满意率（原文年份损坏，待确认）。",
    when=(fact("opinions_year") >= param("local_trust_opinions.second_year"))
    & (fact("prevention_ballots") > 0),
    requires=(
        (fact("prevention_satisfied") + fact("prevention_basically_satisfied")) * 100
        >= fact("prevention_ballots") * param("local_trust_opinions.second_year_percent")
    )
    & (fact("prevention_satisfied") > fact("prevention_dissatisfied")),
    effect=Effect.WARN,
    cites=("target",),
    verified=False,
)

prevention_five = Rule(
    id="local_trust_opinions.prevention_five",
    catalogue="kpi-sat-5y",
    subject="indicator",
    since=START,
    term="防治不正之风满意度五年目标",
    term_en="Satisfaction with prevention, fifth year",
    means="From the end of the fifth year satisfied and basically satisfied ballots reach 90 percent (the printed year is damaged).",
    means_zh="第五年底起满意与基本满意之和不少于百分之九十（原文年份损坏，待确认）。",
    when=(fact("opinions_year") >= param("local_trust_opinions.fifth_year"))
    & (fact("prevention_ballots") > 0),
    requires=(fact("prevention_satisfied") + fact("prevention_basically_satisfied")) * 100
    >= fact("prevention_ballots") * param("local_trust_opinions.fifth_year_percent"),
    effect=Effect.WARN,
    cites=("target",),
    verified=False,
)

rating = Derivation(
    id="local_trust_opinions.rating",
    catalogue="kpi-unit-rating",
    subject="indicator",
    since=START,
    term="被测评单位评级",
    term_en="Rating of a unit",
    means="Eighty percent: satisfied unit; seventy: basically satisfied; both with more satisfied than dissatisfied; otherwise below.",
    means_zh="满意率与基本满意率之和达到80％且满意率大于不满意率的为群众满意单位，达到70％不足80％的为群众基本满意单位，其余未达到。",
    fact="unit_rating",
    reads=("rated_ballots", "rated_satisfied", "rated_basically_satisfied", "rated_dissatisfied"),
    params=("local_trust_opinions.rating_percent", "local_trust_opinions.rating_basic_percent"),
    reckon=_rating,
    cites=("rating",),
)

rating_inquiry = Rule(
    id="local_trust_opinions.rating_inquiry",
    catalogue="kpi-unit-rating",
    subject="indicator",
    since=START,
    term="未达标单位须调查",
    term_en="Inquiry below the bands",
    means="A unit below the bands is inquired into (what follows stands after the break of the text).",
    means_zh="未达到比例要求的单位须调查了解（后果不详，原文中断）。",
    when=fact("unit_rating") == "below_bands",
    requires=fact("has_rating_inquiry"),
    effect=Effect.WARN,
    cites=("rating",),
)

low_evaluation = Derivation(
    id="local_trust_opinions.low_evaluation",
    catalogue="r-one-report-two-evals",
    subject="indicator",
    since=START,
    term="评议偏低（按本地评级）",
    term_en="A low result by the local bands",
    means="A unit below the bands has a low result in the evaluations.",
    means_zh="按本地评级未达到比例要求的，评议结果偏低。",
    fact="is_evaluation_low",
    reads=("unit_rating",),
    reckon=_is_low,
    cites=("rating",),
)
