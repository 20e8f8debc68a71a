"""How the older titles and the county ranks of 2015 became ranks on 2019-06-01."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START, EVE = date(2019, 6, 1), date(2019, 5, 31)
RANKS = {8: 12, 7: 11, 6: 9, 5: 7, 4: 5, 3: 3, 2: 2, 1: 1}  # old title to rank


def reckon_rank(*, old_title: int, on: date) -> int:
    """The rank that an old title became."""
    return RANKS[old_title]


def reckon_from(*, old_title_from_on: date, on: date) -> date:
    """The day the converted rank is counted from when the former time does not count."""
    return max(START, old_title_from_on)


def reckon_counted_from(*, old_title_from_on: date, on: date) -> date:
    """The day the converted rank is counted from when the former time counts."""
    return old_title_from_on


def reckon_system(*, county_rank_announced_on: date, on: date) -> str:
    """The rank system that a promotion falls under: announced from 2019-06-01 on, the new one."""
    return "county_2015" if county_rank_announced_on < START else "ranks_2019"


rank = Derivation(
    id="post_and_rank.conversion",
    catalogue="rk-convert-2019",
    subject="rank",
    since=START,
    term="套转职级",
    term_en="Rank converted to",
    means="Each former non-leading post became a rank.",
    means_zh="原巡视员套转为一级巡视员，副巡视员二级巡视员，调研员二级调研员，副调研员四级调研员，主任科员二级主任科员，副主任科员四级主任科员，科员一级科员，办事员二级科员。",
    fact="converted_rank",
    reads=("old_title",),
    reckon=reckon_rank,
    cites=("conversion",),
)

from_on = Derivation(
    id="post_and_rank.conversion.from",
    catalogue="rk-convert-2019",
    subject="rank",
    since=START,
    term="套转职级起算日期",
    term_en="Converted rank from",
    means="Without counting the former time: from 2019-06-01.",
    means_zh="原任职时间不连续计算的，套转职级自2019年6月1日起算。",
    fact="converted_from_on",
    reads=("old_title_from_on",),
    reckon=reckon_from,
    cites=("conversion",),
)

counted_from_on = Derivation(
    id="post_and_rank.conversion.counted",
    catalogue="rk-convert-2019",
    subject="rank",
    since=START,
    term="套转职级起算日期（连续计算）",
    term_en="Converted rank from, the former time counted",
    means="Counting the former time: from the day of the former post (unverified; both days are kept).",
    means_zh="原任职时间连续计算的，套转职级自任原非领导职务之日起算（未经核实，两个日期都保留）。",
    fact="converted_counted_from_on",
    reads=("old_title_from_on",),
    reckon=reckon_counted_from,
    cites=("conversion",),
    verified=False,
)

system = Derivation(
    id="post_and_rank.county_end",
    catalogue="pr-end",
    subject="rank",
    since=START,
    term="县以下职级改按新制度",
    term_en="County ranks give way",
    means="A promotion approved but not announced before 2019-06-01 falls under the new ranks.",
    means_zh="2019年6月1日前未公布的县以下职级晋升，按新的职级制度办理。",
    fact="rank_system",
    reads=("county_rank_announced_on",),
    reckon=reckon_system,
    cites=("conversion",),
)

closed = Rule(
    id="post_and_rank.county_end.closed",
    catalogue="pr-end",
    subject="rank",
    since=START,
    term="县以下职级记录截止",
    term_en="County rank closed",
    means="The record of a county rank of 2015 is closed at 2019-05-31; both ranks stay in the file.",
    means_zh="2015年县以下职级的记录截止到2019年5月31日，新旧职级均保留在档案中。",
    requires=fact("county_rank_closed_on") == EVE,
    effect=Effect.WARN,
    cites=("conversion",),
)
