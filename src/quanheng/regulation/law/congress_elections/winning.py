"""当选: turnout, majorities, ties, further elections, results."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)
REVIEW = date(2015, 8, 29)


def repeat_due(
    *,
    deputy_seats: int,
    seats_filled: int,
    registered_voters: int | None,
    voters_took_part: int | None,
    ballots_returned: int | None,
    is_decisively_illegal: bool | None,
    is_winner_excluded: bool | None,
    on: date,
) -> str:
    """A void round is held again, missing seats are filled by a further election, a later gap by a by-election."""
    is_short = None not in (registered_voters, voters_took_part) and not Share.GT_HALF.holds(
        voters_took_part or 0, registered_voters or 0
    )
    is_over = None not in (ballots_returned, voters_took_part) and (ballots_returned or 0) > (
        voters_took_part or 0
    )
    if is_short or is_over or is_decisively_illegal:
        return "rerun"
    if seats_filled < deputy_seats:
        return "runoff"
    return "by_election" if is_winner_excluded else "none"


article_45_turnout = Rule(
    id="congress_elections.45.turnout",
    catalogue="el-direct-turnout",
    subject="election",
    since=FIRST,
    term="选民过半数参加",
    term_en="Turnout",
    means="A direct election is valid when more than half of the registered voters take part.",
    means_zh="直接选举须选区全体选民过半数参加投票，选举有效。",
    when=fact("election_stage").isin(("direct", "direct_by_election")),
    requires=is_share(fact("voters_took_part"), Share.GT_HALF, of=fact("registered_voters")),
    effect=Effect.FORBID,
    cites=("45",),
)

article_45_runoff_turnout = Rule(
    id="congress_elections.45.runoff.turnout",
    catalogue="el-runoff",
    subject="election",
    since=FIRST,
    term="另行选举参加人数",
    term_en="Turnout of a further election",
    means="More than half of the registered voters should take part in a further election too (not stated in the law).",
    means_zh="另行选举一般也应有过半数选民参加（法律未规定，提示）。",
    when=fact("election_stage") == "direct_runoff",
    requires=is_share(fact("voters_took_part"), Share.GT_HALF, of=fact("registered_voters")),
    effect=Effect.WARN,
    cites=("runoff_turnout",),
    verified=False,
)

article_45_direct = Rule(
    id="congress_elections.45.direct",
    catalogue="el-direct-win",
    subject="election",
    since=FIRST,
    term="直接选举当选",
    term_en="Win in a direct election",
    means="A candidate needs more than half of the voters who took part.",
    means_zh="直接选举中，获得参加投票的选民过半数选票的始得当选。",
    when=fact("election_stage").isin(("direct", "direct_by_election")),
    requires=is_share(fact("candidate_votes"), Share.GT_HALF, of=fact("voters_took_part")),
    effect=Effect.FORBID,
    cites=("45",),
)

article_45_order = Rule(
    id="congress_elections.45.order",
    catalogue="el-direct-win",
    subject="election",
    since=FIRST,
    term="以得票多者当选",
    term_en="Most votes win",
    means="Where more people qualify than seats, those with the most votes are elected.",
    means_zh="过半数的人数超过应选名额的，以得票多的当选。",
    requires=fact("candidate_rank") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("45.p3",),
)

article_45_indirect = Rule(
    id="congress_elections.45.indirect",
    catalogue="el-indirect-win",
    subject="election",
    since=FIRST,
    term="间接选举当选",
    term_en="Win in an indirect election",
    means="A candidate needs more than half of all deputies, present or not, in every round.",
    means_zh="间接选举中，获得全体代表过半数选票的始得当选，另行选举亦同。",
    when=fact("election_stage").isin(("indirect", "indirect_by_election", "indirect_runoff")),
    requires=is_share(fact("candidate_votes"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("45",),
)

article_45_tie = Rule(
    id="congress_elections.45.tie",
    catalogue="el-tie",
    subject="election",
    since=FIRST,
    term="票数相等",
    term_en="Ties",
    means="A tie at the last seat is voted on again among the tied only; no lots, no age.",
    means_zh="票数相等不能确定当选人的，只就相等者再次投票，以票多者当选；不得抽签、论年龄。",
    when=fact("has_tie_at_last_seat"),
    requires=fact("tie_method") == "revote_tied",
    effect=Effect.FORBID,
    cites=("45.p3",),
)

article_45_runoff_list = Rule(
    id="congress_elections.45.runoff.list",
    catalogue="el-runoff",
    subject="election",
    since=FIRST,
    term="另行选举候选人",
    term_en="Candidates of a further election",
    means="The candidates follow the order of the first round.",
    means_zh="另行选举根据第一次投票得票多少的顺序确定候选人。",
    when=fact("election_stage").isin(("direct_runoff", "indirect_runoff")),
    requires=fact("is_list_by_first_round"),
    effect=Effect.FORBID,
    cites=("45.p4",),
)

article_45_runoff_third = Rule(
    id="congress_elections.45.runoff.third",
    catalogue="el-runoff",
    subject="election",
    since=FIRST,
    term="县乡另行选举当选",
    term_en="Win in a further direct election",
    means="County and township: the most votes, and no fewer than a third of the ballots.",
    means_zh="县级、乡级另行选举以得票多的当选，得票数不得少于选票的三分之一。",
    when=fact("election_stage") == "direct_runoff",
    requires=is_share(fact("candidate_votes"), Share.GE_1_3, of=fact("ballots_returned")),
    effect=Effect.FORBID,
    cites=("45.p5",),
)

article_44_repeat = Derivation(
    id="congress_elections.44.repeat",
    catalogue="el-rerun",
    subject="election",
    since=FIRST,
    term="重新选举与另行选举之别",
    term_en="Re-run or further election",
    means="A void round is held again, missing seats take a further election, a later exclusion a by-election.",
    means_zh="选举无效的重新选举，名额未选足的另行选举，其后取消当选的补选。",
    fact="repeat_due",
    reads=("deputy_seats", "seats_filled"),
    optional=(
        "registered_voters",
        "voters_took_part",
        "ballots_returned",
        "is_decisively_illegal",
        "is_winner_excluded",
    ),
    reckon=repeat_due,
    cites=("44.p1", "45", "45.p4", "57", "58"),
)

article_45_third = Rule(
    id="congress_elections.45.third",
    catalogue="el-runoff",
    subject="election",
    since=EQUAL,
    term="另行选举仍不足（浙江）",
    term_en="After a failed further election (Zhejiang)",
    means="Zhejiang holds no third election where the further one leaves seats open.",
    means_zh="浙江：另行选举仍不足的，不再进行第三次选举（地方规定）。",
    when=fact("province") == "zhejiang",
    requires=~fact("is_third_round_held"),
    effect=Effect.WARN,
    cites=("third_round",),
    verified=False,
)

article_46 = Rule(
    id="congress_elections.46",
    catalogue="el-result",
    subject="election",
    since=FIRST,
    term="宣布选举结果",
    term_en="Result declared",
    means="The election committee declares the result of a direct election, the presidium that of an indirect one.",
    means_zh="选举结果由选举委员会或者主席团确定是否有效并宣布。",
    when=fact("election_regime").isin(("direct", "indirect")),
    requires=((fact("election_regime") == "direct") & (fact("result_declared_by") == "election_committee"))
    | ((fact("election_regime") == "indirect") & (fact("result_declared_by") == "presidium")),
    effect=Effect.FORBID,
    cites=("46",),
)

article_47 = Rule(
    id="congress_elections.47",
    catalogue="el-result",
    subject="election",
    since=REVIEW,
    term="代表资格审查确认",
    term_en="Mandates reviewed and confirmed",
    means="No deputy is seated before the qualifications are reviewed and the mandate confirmed.",
    means_zh="代表资格须经审查并确认有效。",
    requires=fact("are_qualifications_reviewed") & fact("is_mandate_confirmed"),
    effect=Effect.FORBID,
    cites=("47",),
)

article_47_list = Rule(
    id="congress_elections.47.list",
    catalogue="el-result",
    subject="election",
    since=REVIEW,
    term="代表名单公布",
    term_en="List of deputies published",
    means="The list of deputies is published before the first session.",
    means_zh="代表名单在每届第一次会议前公布。",
    requires=fact("deputy_list_on") < fact("first_session_on"),
    effect=Effect.FORBID,
    cites=("47",),
)
