"""Non-leading posts from 2006-04-09 to 2019-05-31: years, levels, the highest of each place."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START, END = date(2006, 4, 9), date(2019, 6, 1)
GONE = "非领导职务改为职级"
YEARS = {2: "clerk", 3: "clerk", 4: "clerk", 5: "researcher", 6: "researcher", 7: "inspector", 8: "inspector"}
LEVELS = {  # lowest and highest level of each post (a smaller number is higher)
    8: (13, 8),
    7: (15, 10),
    6: (18, 12),
    5: (20, 14),
    4: (22, 16),
    3: (24, 17),
    2: (26, 18),
    1: (27, 19),
}
HIGHEST = {"central": 8, "provincial": 8, "city": 6, "county": 4, "township": 2}


def reckon_needed(
    *, new_old_title: int, clerk_months: int, researcher_months: int, inspector_months: int, on: date
) -> int:
    """Months needed in the next lower post or the leading post of its layer."""
    months = {"clerk": clerk_months, "researcher": researcher_months, "inspector": inspector_months}
    return 0 if new_old_title == 1 else months[YEARS[new_old_title]]


def reckon_highest(*, title_place: str, on: date) -> int:
    """The highest non-leading post of a place."""
    return HIGHEST[title_place]


def reckon_top(*, old_title: int, on: date) -> int:
    """The highest level of a post."""
    return LEVELS[old_title][1]


def reckon_bottom(*, old_title: int, on: date) -> int:
    """The lowest level of a post."""
    return LEVELS[old_title][0]


needed = Derivation(
    id="nonleading_posts.11.needed",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="晋升非领导职务所需年限",
    term_en="Months needed for a non-leading post",
    means="Three years up to 主任科员, four to 副调研员 and 调研员, five to 副巡视员 and 巡视员.",
    means_zh="晋升科员至主任科员三年，副调研员、调研员四年，副巡视员、巡视员五年。",
    fact="step_months_needed",
    reads=("new_old_title",),
    params=tuple(f"nonleading_posts.{each}_months" for each in ("clerk", "researcher", "inspector")),
    reckon=reckon_needed,
    cites=("11", "post_changes:20"),
)

tenure = Rule(
    id="nonleading_posts.11",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="晋升非领导职务年限",
    term_en="Tenure before a non-leading post",
    means="The months in the next lower non-leading post, or the leading post of its layer, reach those needed.",
    means_zh="在下一级非领导职务或者该层次领导职务任职达到规定年限。",
    requires=fact("step_months") >= fact("step_months_needed"),
    effect=Effect.FORBID,
    cites=("11", "post_changes:20"),
)

highest = Derivation(
    id="nonleading_posts.5.highest",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="可设的最高非领导职务",
    term_en="Highest non-leading post of a place",
    means="Central and provincial organs up to 巡视员, cities 调研员, counties 主任科员, townships 科员.",
    means_zh="中央、省级机关最高设巡视员，直辖市的区和设区的市调研员，县主任科员，乡镇科员。",
    fact="title_highest",
    reads=("title_place",),
    reckon=reckon_highest,
    cites=("5",),
)

ceiling = Rule(
    id="nonleading_posts.5",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="机关可设的非领导职务",
    term_en="Non-leading posts of the place",
    means="No non-leading post above the highest of the place, save with central consent for special need.",
    means_zh="不得超过该层级机关可设的最高非领导职务；特殊需要须经中央公务员主管部门同意。",
    requires=(fact("old_title") <= fact("title_highest")) | fact("is_central_consent_given"),
    effect=Effect.FORBID,
    cites=("5", "16"),
)

top = Derivation(
    id="nonleading_posts.13.top",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="非领导职务对应的最高级别",
    term_en="Highest level of the non-leading post",
    means="The highest level of each non-leading post.",
    means_zh="各非领导职务对应的最高级别。",
    fact="title_level_top",
    reads=("old_title",),
    reckon=reckon_top,
    cites=("post_levels:13",),
)

bottom = Derivation(
    id="nonleading_posts.13.bottom",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="非领导职务对应的最低级别",
    term_en="Lowest level of the non-leading post",
    means="The lowest level of each non-leading post.",
    means_zh="各非领导职务对应的最低级别。",
    fact="title_level_bottom",
    reads=("old_title",),
    reckon=reckon_bottom,
    cites=("post_levels:13",),
)

within = Rule(
    id="nonleading_posts.13",
    catalogue="rk-nonleading-2006",
    subject="rank",
    since=START,
    repealed=END,
    gone=GONE,
    term="级别在非领导职务对应范围内",
    term_en="Level within the band of the non-leading post",
    means="The level lies within the band of the non-leading post (a smaller number is higher).",
    means_zh="级别应当在非领导职务对应的级别范围内（数字小的级别高）。",
    requires=(fact("salary_level") >= fact("title_level_top"))
    & (fact("salary_level") <= fact("title_level_bottom")),
    effect=Effect.FORBID,
    cites=("post_levels:13",),
)
