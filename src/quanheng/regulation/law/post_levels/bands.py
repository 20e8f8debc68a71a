"""Levels of leading posts, the level after a promotion, and levels by years."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.nonleading_posts.titles import LEVELS as TITLE_LEVELS
from quanheng.regulation.law.post_and_rank.ladder import LEVELS as RANK_LEVELS

FIRST, SECOND = date(2006, 4, 9), date(2020, 3, 3)
BANDS = {  # article 12 (2006), article 5 (2020): lowest and highest level (a smaller number is higher)
    "national_chief": (1, 1),
    "national_deputy": (4, 2),
    "provincial_chief": (8, 4),
    "provincial_deputy": (10, 6),
    "bureau_chief": (13, 8),
    "bureau_deputy": (15, 10),
    "sub_bureau_chief": (15, 10),
    "sub_bureau_deputy": (17, 11),
    "county_chief": (18, 12),
    "county_deputy": (20, 14),
    "township_chief": (22, 16),
    "township_deputy": (24, 17),
}
SUB_BUREAU_DEPUTY_2006 = (18, 12)  # the one row that changed
NO_STEP = (10, 8, 6, 4)  # ranks whose promotion brings no step inside the band


def band(post: str, on: date) -> tuple[int, int]:
    """The lowest and the highest level of a layer on a day."""
    return SUB_BUREAU_DEPUTY_2006 if post == "sub_bureau_deputy" and on < SECOND else BANDS[post]


def reckon_top(*, leading_post: str, on: date) -> int:
    """The highest level of the layer."""
    return band(leading_post, on)[1]


def reckon_bottom(*, leading_post: str, on: date) -> int:
    """The lowest level of the layer."""
    return band(leading_post, on)[0]


def _raised(level: int, bottom: int, top: int) -> int:
    """Below the band its lowest level, inside it one level up, at its top as before."""
    return bottom if level > bottom else max(level - 1, top) if level >= top else level


def reckon_post_level(*, salary_level: int, new_post: str, on: date) -> int:
    """The level after promotion to a leading post."""
    return _raised(salary_level, *band(new_post, on))


def reckon_title_level(*, salary_level: int, new_old_title: int, on: date) -> int:
    """The level after promotion to a non-leading post of 2006."""
    return _raised(salary_level, *TITLE_LEVELS[new_old_title])


def reckon_rank_level(*, salary_level: int, target_rank: int, on: date) -> int:
    """The level after promotion to a rank; four ranks bring no step inside the band."""
    bottom, top = RANK_LEVELS[target_rank]
    if target_rank in NO_STEP and salary_level <= bottom:
        return salary_level
    return _raised(salary_level, bottom, top)


def reckon_levels(*, credited_years: int, level_years: int, on: date) -> int:
    """Levels for the accumulated years."""
    return credited_years // level_years


def reckon_extra(
    *,
    grass_chief: str,
    months_in_present_post: int,
    is_every_year_passed: bool,
    extra_level_months: int,
    on: date,
) -> int:
    """One extra level for each full span of a county or township chief in the post."""
    counts = grass_chief != "none" and is_every_year_passed
    return months_in_present_post // extra_level_months if counts else 0


top = Derivation(
    id="post_levels.5.top",
    catalogue="rk-post-table",
    subject="rank",
    since=FIRST,
    term="职务对应的最高级别",
    term_en="Highest level of the post",
    means="The highest level of each layer of leading posts.",
    means_zh="各层次领导职务对应的最高级别。",
    fact="post_level_top",
    reads=("leading_post",),
    reckon=reckon_top,
    cites=("5",),
)

bottom = Derivation(
    id="post_levels.5.bottom",
    catalogue="rk-post-table",
    subject="rank",
    since=FIRST,
    term="职务对应的最低级别",
    term_en="Lowest level of the post",
    means="The lowest level of each layer of leading posts.",
    means_zh="各层次领导职务对应的最低级别。",
    fact="post_level_bottom",
    reads=("leading_post",),
    reckon=reckon_bottom,
    cites=("5",),
)

within = Rule(
    id="post_levels.5",
    catalogue="rk-post-table",
    subject="rank",
    since=FIRST,
    term="级别在职务对应范围内",
    term_en="Level within the band of the post",
    means="The level lies within the band of the leading post (a smaller number is higher).",
    means_zh="级别应当在领导职务对应的级别范围内（数字小的级别高）。",
    requires=(fact("salary_level") >= fact("post_level_top"))
    & (fact("salary_level") <= fact("post_level_bottom")),
    effect=Effect.FORBID,
    cites=("5",),
)

post_level = Derivation(
    id="post_levels.on_promotion.post",
    catalogue="rk-level-on-promotion",
    subject="rank",
    since=FIRST,
    term="晋升领导职务后的级别",
    term_en="Level after promotion to a post",
    means="Below the new band: its lowest level; already inside: one level up; at the top as before.",
    means_zh="晋升领导职务后，级别低于新对应范围的定为最低一级，已在范围内的晋升一级，已到最高的不变。",
    fact="level_due",
    reads=("salary_level", "new_post"),
    reckon=reckon_post_level,
    cites=("on_promotion",),
)

title_level = Derivation(
    id="post_levels.on_promotion.title",
    catalogue="rk-level-on-promotion",
    subject="rank",
    since=FIRST,
    repealed=date(2019, 6, 1),
    gone="非领导职务改为职级，晋升后的级别按职级确定",
    term="晋升非领导职务后的级别",
    term_en="Level after promotion to a non-leading post",
    means="As for leading posts, without exceptions.",
    means_zh="晋升非领导职务后级别的确定与领导职务相同，没有例外。",
    fact="level_due",
    reads=("salary_level", "new_old_title"),
    reckon=reckon_title_level,
    cites=("on_promotion",),
)

rank_level = Derivation(
    id="post_levels.on_promotion.rank",
    catalogue="rk-level-on-promotion",
    subject="rank",
    since=SECOND,
    term="晋升职级后的级别",
    term_en="Level after promotion to a rank",
    means="As for posts; to 一级, 三级调研员 and 一级, 三级主任科员 no step when already inside the band.",
    means_zh="晋升职级后级别的确定与职务相同；晋升一级、三级调研员和一级、三级主任科员，已在范围内的不晋升级别。",
    fact="level_due",
    reads=("salary_level", "target_rank"),
    reckon=reckon_rank_level,
    cites=("on_promotion",),
)

level_set = Rule(
    id="post_levels.on_promotion",
    catalogue="rk-level-on-promotion",
    subject="rank",
    since=FIRST,
    term="晋升后级别正确",
    term_en="Right level after the promotion",
    means="The level set after a promotion is the one due.",
    means_zh="晋升后应当按规定确定级别。",
    requires=fact("level_set") == fact("level_due"),
    effect=Effect.FORBID,
    cites=("on_promotion",),
)

levels = Derivation(
    id="post_levels.by_years",
    catalogue="rk-level-by-years",
    subject="rank",
    since=FIRST,
    term="按考核结果晋升级别",
    term_en="Levels earned by the grades",
    means="Every five accumulated years of competent or better: one level; other years neither count nor start anew.",
    means_zh="累计五年考核称职以上的晋升一个级别；其他年度不计算，也不重新起算。",
    fact="levels_earned",
    reads=("credited_years",),
    params=("post_levels.level_years",),
    reckon=reckon_levels,
    cites=("by_years",),
)

extra = Derivation(
    id="post_levels.extra",
    catalogue="rk-level-by-years",
    subject="rank",
    since=FIRST,
    repealed=SECOND,
    gone="2020年办法没有这一规定",
    term="基层主要领导另晋升级别",
    term_en="Extra levels of grass-roots chiefs",
    means="County and township chiefs: one extra level for each full five years in the post, every year passed.",
    means_zh="县（市）、乡镇党政主要领导任现职每满五年且考核合格的，另晋升一个级别。",
    fact="extra_levels",
    reads=("grass_chief", "months_in_present_post", "is_every_year_passed"),
    params=("post_levels.extra_level_months",),
    reckon=reckon_extra,
    cites=("extra",),
)
