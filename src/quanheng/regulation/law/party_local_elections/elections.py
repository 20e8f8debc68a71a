"""地方党组织选举: term, numbers, quorum, ballots, who is elected."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1994, 1, 26)
NEWEST = date(2020, 12, 28)

article_3 = Rule(
    id="party_local_elections.3",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="换届延期",
    term_en="Delay of the change of term",
    means="A change of term is delayed only with the superior's approval and by a year at most.",
    means_zh="延期换届须经上级批准，期限不超过一年。",
    when=fact("term_delay_months") > 0,
    requires=fact("is_delay_approved")
    & (fact("term_delay_months") <= param("party_local_elections.delay_months")),
    effect=Effect.FORBID,
    cites=("3",),
)

article_4 = Rule(
    id="party_local_elections.4",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="差额选举",
    term_en="Differential",
    means="Delegates and members are elected with more candidates than seats.",
    means_zh="代表、委员实行差额选举。",
    when=fact("party_office").isin(("delegate", "committee_member")),
    requires=fact("candidates_listed") > fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("4",),
)

article_4_delegates = Rule(
    id="party_local_elections.4.delegates",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="代表差额比例",
    term_en="Extra candidates for delegates",
    means="A fifth more candidates than delegates to elect.",
    means_zh="代表候选人差额不少于百分之二十。",
    when=fact("party_office") == "delegate",
    requires=fact("candidates_listed") >= fact("delegate_candidates_least"),
    effect=Effect.FORBID,
    cites=("delegate_share",),
)

article_4_members = Rule(
    id="party_local_elections.4.members",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="委员差额比例",
    term_en="Extra candidates for members",
    means="A tenth more candidates than members to elect (unverified).",
    means_zh="委员候选人差额不少于百分之十（未核实）。",
    when=fact("party_office") == "committee_member",
    requires=fact("candidates_listed") * 100
    >= fact("deputy_seats") * 100 + fact("deputy_seats") * param("party_local_elections.member_percent"),
    effect=Effect.FORBID,
    cites=("member_share",),
    verified=False,
)

article_4_secretaries = Rule(
    id="party_local_elections.4.secretaries",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="书记、副书记等额",
    term_en="Secretaries by equal numbers",
    means="Secretaries and deputy secretaries are elected with as many candidates as seats.",
    means_zh="书记、副书记实行等额选举。",
    when=fact("party_office").isin(("secretary", "deputy_secretary")),
    requires=fact("candidates_listed") == fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("4",),
)

article_6 = Rule(
    id="party_local_elections.6",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="无记名投票",
    term_en="Secret ballot",
    means="The ballot is secret.",
    means_zh="选举采用无记名投票。",
    requires=fact("is_secret_ballot"),
    effect=Effect.FORBID,
    cites=("6",),
)

article_24_congress = Rule(
    id="party_local_elections.24.congress",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=FIRST,
    term="代表大会到会过半数",
    term_en="Quorum of a congress",
    means="More than half of the delegates due attend the congress.",
    means_zh="代表大会选举须应到会代表过半数到会。",
    when=fact("election_meeting") == "congress",
    requires=is_share(fact("electors_present"), Share.GT_HALF, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("24",),
)

article_24_plenum = Rule(
    id="party_local_elections.24.plenum",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="全会到会超过三分之二",
    term_en="Quorum of a plenum",
    means="More than two thirds of those due attend the plenum; exactly two thirds is not enough.",
    means_zh="全委会选举须超过三分之二的委员到会，恰三分之二不足。",
    when=fact("election_meeting") == "plenum",
    requires=is_share(fact("electors_present"), Share.GT_2_3, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("24",),
)

article_28 = Rule(
    id="party_local_elections.28",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="监票人不得是候选人",
    term_en="Tellers are not candidates",
    means="No candidate serves as teller.",
    means_zh="候选人不得担任监票人、计票人。",
    requires=~fact("is_teller_candidate"),
    effect=Effect.FORBID,
    cites=("28",),
)

article_30 = Rule(
    id="party_local_elections.30",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="候选人按姓氏笔画排列",
    term_en="Order of names",
    means="Names stand by strokes, those of secretaries excepted.",
    means_zh="候选人以姓氏笔画为序，书记、副书记除外。",
    when=fact("party_office").isin(("delegate", "committee_member", "standing_member")),
    requires=fact("name_order") == "strokes",
    effect=Effect.FORBID,
    cites=("30",),
)

article_31 = Rule(
    id="party_local_elections.31",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="不得委托投票",
    term_en="No proxies",
    means="Nobody votes by proxy.",
    means_zh="不得委托他人代为投票。",
    requires=~fact("is_proxy_vote"),
    effect=Effect.FORBID,
    cites=("31",),
)

win = Rule(
    id="party_local_elections.win",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=FIRST,
    term="得票超过应到会半数当选",
    term_en="Win",
    means="A candidate needs more than half of those due to attend with the right to elect.",
    means_zh="得赞成票超过应到会有选举权人数半数的当选。",
    requires=is_share(fact("candidate_votes"), Share.GT_HALF, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("win",),
)

win_order = Rule(
    id="party_local_elections.win.order",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="以得票多者当选",
    term_en="Most votes win",
    means="Where more qualify than seats, those with the most votes are elected.",
    means_zh="过半数者多于应选名额的，以得票多的当选。",
    requires=fact("candidate_rank") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("win",),
)

win_tie = Rule(
    id="party_local_elections.win.tie",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="票数相等再次投票",
    term_en="Ties",
    means="A tie at the last seat is voted on again among the tied.",
    means_zh="末位票数相等的，就相等者再次投票。",
    when=fact("has_tie_at_last_seat"),
    requires=fact("tie_method") == "revote_tied",
    effect=Effect.FORBID,
    cites=("win",),
)

win_shortage = Rule(
    id="party_local_elections.win.shortage",
    catalogue="n-elect-local-2020",
    subject="party_election",
    since=NEWEST,
    term="当选人数不足",
    term_en="Seats missing",
    means="A further election, or fewer seats where more than half of the electors or the presidium agree and the number is close.",
    means_zh="不足的另行选举；接近应选名额的，经半数以上选举人或者主席团同意也可以减少名额。",
    when=fact("seats_filled") < fact("deputy_seats"),
    requires=(fact("shortage_handling") == "runoff")
    | (
        (fact("shortage_handling") == "reduce")
        & fact("is_number_close")
        & (
            fact("is_reduction_agreed")
            | is_share(fact("reduction_votes"), Share.GT_HALF, of=fact("electors_due"))
        )
    ),
    effect=Effect.FORBID,
    cites=("win",),
)
