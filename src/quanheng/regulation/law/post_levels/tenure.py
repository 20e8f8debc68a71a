"""Township tenure since 2020, routes from ranks to leading posts, bars in an effect period, void settings."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.periods import Months
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.post_and_rank.ladder import months_held

START = date(2020, 3, 3)
RISING = (fact("move") == "promotion") & (fact("post_tier") == "township") & fact("is_leading_post")
BY_RANK = fact("step") == "rank_to_leader"
Held = Sequence[Mapping[str, Any]]
TOGETHER = fact("months_as_deputy") + fact("months_in_section_ranks")
DEPUTY, SECTION, UPPER = ("township_deputy",), ("rank_4", "rank_3"), ("rank_6", "rank_5")


def _beyond(held: Held, titles: tuple[str, ...], others: tuple[str, ...], on: date) -> Months:
    """Months in `titles` over and above those in `others`, so that the two add up without overlap."""
    both, less = months_held(held, titles + others, on=on), months_held(held, others, on=on)
    return Months(both - less, both.since)


def reckon_deputy(*, posts_held: Held, post_tier: str, on: date) -> Months:
    """Months in deputy posts of the target tier."""
    return months_held(posts_held, (f"{post_tier}_deputy",), on=on)


def reckon_section(*, posts_held: Held, on: date) -> Months:
    """Months in the section ranks outside the time as township deputy; higher ranks include the lower."""
    return _beyond(posts_held, SECTION + UPPER, DEPUTY, on)


def reckon_upper(*, posts_held: Held, on: date) -> Months:
    """Months in the first and second section ranks outside the time of the others."""
    return _beyond(posts_held, UPPER, DEPUTY + SECTION, on)


def reckon_included(*, months_in_upper_section_ranks: int, on: date) -> int:
    """Where only the higher ranks are known, they stand for the lower."""
    return months_in_upper_section_ranks


def reckon_resting(
    *,
    months_as_deputy: int,
    months_in_section_ranks: int,
    months_in_upper_section_ranks: int,
    chief_months: int,
    on: date,
) -> bool:
    """Whether the months suffice only with those in the higher ranks."""
    months = months_as_deputy + months_in_section_ranks
    return months - months_in_upper_section_ranks < chief_months <= months


def reckon_clerk(*, posts_held: Held, on: date) -> Months:
    """Months as first-grade clerk."""
    return months_held(posts_held, ("rank_2",), on=on)


as_deputy = Derivation(
    id="post_levels.held.deputy",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="任同层次副职年限",
    term_en="In deputy posts of the target tier",
    means="Months in deputy posts of the target tier, overlaps counted once.",
    means_zh="任同层次副职的整月数，重叠的只计算一次。",
    fact="months_as_deputy",
    reads=("posts_held", "post_tier"),
    reckon=reckon_deputy,
    cites=("tenure",),
)

in_section = Derivation(
    id="post_levels.held.section",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="任三级、四级主任科员年限",
    term_en="In 3rd and 4th section ranks",
    means="Months in the third and fourth section ranks, higher ones included; months as township deputy at the same time count once.",
    means_zh="任三级、四级主任科员（含较高职级）的整月数，与任乡科级副职重叠的只计算一次。",
    fact="months_in_section_ranks",
    reads=("posts_held",),
    reckon=reckon_section,
    cites=("tenure",),
)

included = Derivation(
    id="post_levels.held.included",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="较高职级包含较低职级",
    term_en="Higher ranks include the lower",
    means="Where only months in the first and second section ranks are known, they stand for the lower ones (our reading).",
    means_zh="只有一级、二级主任科员任职的，按包含较低职级计算（系本系统的理解）。",
    fact="months_in_section_ranks",
    reads=("months_in_upper_section_ranks",),
    reckon=reckon_included,
    cites=("tenure",),
    verified=False,
)

resting = Derivation(
    id="post_levels.chief.resting",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="年限依靠较高职级",
    term_en="Tenure rests on higher ranks",
    means="The months suffice only with those in the first and second section ranks.",
    means_zh="不计入一级、二级主任科员的时间就达不到规定年限。",
    fact="rests_on_higher_rank",
    reads=("months_as_deputy", "months_in_section_ranks", "months_in_upper_section_ranks"),
    params=("post_levels.chief_months",),
    reckon=reckon_resting,
    cites=("tenure",),
)

in_upper = Derivation(
    id="post_levels.held.upper",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="任一级、二级主任科员年限",
    term_en="In 1st and 2nd section ranks",
    means="Months in the first and second section ranks outside the time of the others.",
    means_zh="任一级、二级主任科员的整月数，与前述任职重叠的不重复计算。",
    fact="months_in_upper_section_ranks",
    reads=("posts_held",),
    reckon=reckon_upper,
    cites=("tenure",),
)

as_clerk = Derivation(
    id="post_levels.held.clerk",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="任一级科员年限",
    term_en="As first-grade clerk",
    means="Months as first-grade clerk, overlaps counted once.",
    means_zh="任一级科员的整月数，重叠的只计算一次。",
    fact="months_as_first_clerk",
    reads=("posts_held",),
    reckon=reckon_clerk,
    cites=("tenure",),
)

chief = Rule(
    id="post_levels.chief",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="晋升乡科级正职年限（2020年）",
    term_en="Tenure before township chief (2020)",
    means="To township chief: two years as township deputy, in the third and fourth section ranks, or in all of them together.",
    means_zh="晋升乡科级正职领导职务的，任乡科级副职、三级或者四级主任科员，或者合计，两年以上。",
    when=RISING & (fact("post_role") == "chief"),
    requires=(fact("months_as_deputy") >= param("post_levels.chief_months"))
    | (fact("months_in_section_ranks") >= param("post_levels.chief_months"))
    | (param("post_levels.chief_months") <= TOGETHER),
    effect=Effect.FORBID,
    cites=("tenure",),
)

chief_higher = Rule(
    id="post_levels.chief.higher",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="较高职级计入（待人工确认）",
    term_en="Higher ranks counted (to be confirmed)",
    means="A higher section rank is read as including the lower; a person confirms it.",
    means_zh="任一级、二级主任科员的时间按包含较低职级计入，须由人工确认。",
    when=RISING & (fact("post_role") == "chief") & fact("rests_on_higher_rank"),
    requires=fact("is_higher_rank_counted"),
    effect=Effect.WARN,
    cites=("tenure",),
)

deputy = Rule(
    id="post_levels.deputy",
    catalogue="tp-tenure-2020",
    subject="rank",
    since=START,
    term="晋升乡科级副职年限（2020年）",
    term_en="Tenure before township deputy (2020)",
    means="To township deputy: three years as first-grade clerk.",
    means_zh="晋升乡科级副职领导职务的，任一级科员三年以上。",
    when=RISING & (fact("post_role") == "deputy"),
    requires=fact("months_as_first_clerk") >= param("post_levels.deputy_months"),
    effect=Effect.FORBID,
    cites=("tenure",),
)

bureau_deputy_route = Rule(
    id="post_levels.routes.bureau_deputy",
    catalogue="rk-post-table",
    subject="rank",
    since=START,
    term="职级转任厅局级副职年限",
    term_en="Rank holder to bureau deputy",
    means="From ranks to bureau deputy: three years in the first and second researchers' ranks together.",
    means_zh="职级公务员担任厅局级副职的，任一级、二级调研员合计三年以上。",
    when=BY_RANK & (fact("post_tier") == "bureau") & (fact("post_role") == "deputy"),
    requires=fact("months_in_layer_ranks") >= param("post_levels.bureau_deputy_route_months"),
    effect=Effect.WARN,
    cites=("routes",),
    verified=False,
)

county_chief_route = Rule(
    id="post_levels.routes.county_chief",
    catalogue="rk-post-table",
    subject="rank",
    since=START,
    term="职级转任县处级正职年限",
    term_en="Rank holder to county chief",
    means="From ranks to county chief: two years in the third and fourth researchers' ranks together.",
    means_zh="职级公务员担任县处级正职的，任三级、四级调研员合计两年以上。",
    when=BY_RANK & (fact("post_tier") == "county") & (fact("post_role") == "chief"),
    requires=fact("months_in_layer_ranks") >= param("post_levels.county_chief_route_months"),
    effect=Effect.WARN,
    cites=("routes",),
    verified=False,
)

county_deputy_route = Rule(
    id="post_levels.routes.county_deputy",
    catalogue="rk-post-table",
    subject="rank",
    since=START,
    term="职级转任县处级副职年限",
    term_en="Rank holder to county deputy",
    means="From ranks to county deputy: three years in the first and second section ranks together.",
    means_zh="职级公务员担任县处级副职的，任一级、二级主任科员合计三年以上。",
    when=BY_RANK & (fact("post_tier") == "county") & (fact("post_role") == "deputy"),
    requires=fact("months_in_layer_ranks") >= param("post_levels.county_deputy_route_months"),
    effect=Effect.WARN,
    cites=("routes",),
    verified=False,
)
