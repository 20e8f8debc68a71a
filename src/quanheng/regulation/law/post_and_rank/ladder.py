"""The ladder of ranks: the lowest rank of a post, the levels of a rank, the years for the next, the ranks a body may set."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2019, 6, 1)
LOWEST = {  # article 9; the last row follows the pattern
    "bureau_chief": 12,
    "bureau_deputy": 11,
    "county_chief": 9,
    "county_deputy": 7,
    "township_chief": 5,
    "township_deputy": 3,
}
LEVELS = {  # article 8: lowest and highest level of each rank (a smaller number is higher)
    12: (13, 8),
    11: (15, 10),
    10: (17, 11),
    9: (18, 12),
    8: (19, 13),
    7: (20, 14),
    6: (21, 15),
    5: (22, 16),
    4: (23, 17),
    3: (24, 18),
    2: (26, 18),
    1: (27, 19),
}
POSTS = {
    12: "bureau_deputy",
    10: "county_chief",
    8: "county_deputy",
    6: "township_chief",
    4: "township_deputy",
}
SET = {  # article 10: lowest and highest rank of each body
    "central": (1, 12),
    "provincial": (1, 12),
    "sub_provincial": (1, 12),
    "sub_provincial_district_team": (11, 12),
    "sub_provincial_district": (1, 10),
    "prefecture_team": (12, 12),
    "prefecture": (1, 11),
    "county_team": (8, 11),
    "county": (1, 9),
}


def reckon_lowest(*, leading_post: str, on: date) -> int | None:
    """The lowest rank of a leading post; not told above bureau chief."""
    return LOWEST.get(leading_post)


def reckon_top(*, held_rank: int, on: date) -> int:
    """The highest level of a rank."""
    return LEVELS[held_rank][1]


def reckon_bottom(*, held_rank: int, on: date) -> int:
    """The lowest level of a rank."""
    return LEVELS[held_rank][0]


def reckon_set_top(*, rank_body: str, on: date) -> int:
    """The highest rank that a body may set."""
    return SET[rank_body][1]


def reckon_set_bottom(*, rank_body: str, on: date) -> int:
    """The lowest rank that a body, or a team, may set."""
    return SET[rank_body][0]


def reckon_needed(*, target_rank: int, on: date, **months: int) -> int | None:
    """The months needed for a rank; the lowest rank needs none."""
    return 0 if target_rank == 1 else months[f"rank_{target_rank}_months"]


def months_held(posts_held: Sequence[Mapping[str, Any]], titles: Sequence[str], *, on: date) -> Months:
    """Months in any of the titles, overlaps counted once."""
    held = [each for each in posts_held if each["title"] in titles]
    ends = [None if (end := each.get("until_on")) in (None, OPEN_ENDED) else end for each in held]
    return months_in([Period(each["from_on"], end) for each, end in zip(held, ends, strict=True)], on=on)


def reckon_months(*, posts_held: Sequence[Mapping[str, Any]], target_rank: int, on: date) -> Months:
    """Months in the rank below the target or in the leading post that the text names beside it."""
    return months_held(posts_held, (f"rank_{target_rank - 1}", POSTS.get(target_rank, "")), on=on)


lowest = Derivation(
    id="post_and_rank.9.lowest",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="领导职务对应的最低职级",
    term_en="Lowest rank of a leading post",
    means="Each layer of leading posts has its lowest rank.",
    means_zh="厅局级正职对应一级巡视员，副职二级巡视员；县处级正职二级调研员，副职四级调研员；乡科级正职二级主任科员，副职四级主任科员。",
    fact="lowest_rank",
    reads=("leading_post",),
    reckon=reckon_lowest,
    cites=("9",),
)

at_least = Rule(
    id="post_and_rank.9",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="不低于最低职级",
    term_en="At or above the lowest rank",
    means="The rank of a leading post's holder is not below the lowest rank of the post.",
    means_zh="领导职务兼任的职级不得低于该职务对应的最低职级。",
    requires=fact("held_rank") >= fact("lowest_rank"),
    effect=Effect.FORBID,
    cites=("9",),
)

top = Derivation(
    id="post_and_rank.8.top",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="职级对应的最高级别",
    term_en="Highest level of a rank",
    means="The highest level of each rank.",
    means_zh="各职级对应的最高级别。",
    fact="rank_level_top",
    reads=("held_rank",),
    reckon=reckon_top,
    cites=("8",),
)

bottom = Derivation(
    id="post_and_rank.8.bottom",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="职级对应的最低级别",
    term_en="Lowest level of a rank",
    means="The lowest level of each rank.",
    means_zh="各职级对应的最低级别。",
    fact="rank_level_bottom",
    reads=("held_rank",),
    reckon=reckon_bottom,
    cites=("8",),
)

within = Rule(
    id="post_and_rank.8",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="级别在职级对应范围内",
    term_en="Level within the band of the rank",
    means="The level lies within the band of the rank (a smaller number is higher).",
    means_zh="级别应当在职级对应的级别范围内（数字小的级别高）。",
    requires=(fact("salary_level") >= fact("rank_level_top"))
    & (fact("salary_level") <= fact("rank_level_bottom")),
    effect=Effect.FORBID,
    cites=("8",),
)

set_top = Derivation(
    id="post_and_rank.10.top",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="本机关可设置的最高职级",
    term_en="Highest rank of the body",
    means="The highest rank that each kind of body may set.",
    means_zh="各级机关可以设置的最高职级。",
    fact="highest_rank_set",
    reads=("rank_body",),
    reckon=reckon_set_top,
    cites=("10",),
)

set_bottom = Derivation(
    id="post_and_rank.10.bottom",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="本机关（班子）可设置的最低职级",
    term_en="Lowest rank of the body",
    means="The lowest rank that each kind of body or team may set.",
    means_zh="各级机关、领导班子可以设置的最低职级。",
    fact="lowest_rank_set",
    reads=("rank_body",),
    reckon=reckon_set_bottom,
    cites=("10",),
)

may_set = Rule(
    id="post_and_rank.10",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="本机关可以设置的职级",
    term_en="Ranks that the body may set",
    means="A body gives only ranks that bodies of its kind may set.",
    means_zh="机关只能在规定的范围内设置和晋升职级。",
    requires=(fact("target_rank") <= fact("highest_rank_set"))
    & (fact("target_rank") >= fact("lowest_rank_set")),
    effect=Effect.FORBID,
    cites=("10",),
)

needed = Derivation(
    id="post_and_rank.18.needed",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="晋升职级所需年限",
    term_en="Months needed for a rank",
    means="The years in the rank below, or in the leading post named beside it, for each rank.",
    means_zh="晋升各职级所需的下一级职级或者相应领导职务的任职年限。",
    fact="rank_months_needed",
    reads=("target_rank",),
    params=tuple(f"post_and_rank.rank_{rank}_months" for rank in range(2, 13)),
    reckon=reckon_needed,
    cites=("18",),
)

held = Derivation(
    id="post_and_rank.18.held",
    catalogue="g-ladder-civil",
    subject="rank",
    since=START,
    term="任下一级职级或者相应领导职务年限",
    term_en="Months held toward a rank",
    means="Months in the rank below or the leading post named beside it, overlaps counted once.",
    means_zh="任下一级职级或者相应领导职务的整月数，重叠的只计算一次。",
    fact="rank_months",
    reads=("posts_held", "target_rank"),
    reckon=reckon_months,
    cites=("18",),
)
