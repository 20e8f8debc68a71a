"""基层党组织选举: attendance, candidates, papers, who is elected, by version."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1990, 6, 27)
PUBLIC = date(2011, 1, 1)
NEWEST = date(2020, 7, 13)

quorum_1990 = Rule(
    id="party_grassroots_elections.quorum.1990",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    repealed=NEWEST,
    term="到会超过五分之四（1990年）",
    term_en="More than four fifths (1990)",
    means="More than four fifths of those due attend, strictly read.",
    means_zh="到会人数须超过应到会人数的五分之四（从严理解）。",
    requires=is_share(fact("electors_present"), Share.GT_4_5, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("17",),
)

quorum_1990_explained = Rule(
    id="party_grassroots_elections.quorum.1990.explained",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    repealed=NEWEST,
    term="到会五分之四（1990年，从宽理解）",
    term_en="Four fifths (1990, explained)",
    means="Four fifths of those due attend; an explanation of 2016 accepts exactly four fifths.",
    means_zh="到会人数达到应到会人数的五分之四；2016年的说明认可恰五分之四。",
    requires=is_share(fact("electors_present"), Share.GE_4_5, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("17", "explained"),
)

quorum = Rule(
    id="party_grassroots_elections.quorum",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=NEWEST,
    term="到会不少于五分之四",
    term_en="Four fifths attend",
    means="Four fifths or more of those due with the right attend.",
    means_zh="到会人数不少于应到会有选举权人数的五分之四。",
    requires=is_share(fact("electors_present"), Share.GE_4_5, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("17",),
)

win_1990 = Rule(
    id="party_grassroots_elections.win.1990",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    repealed=NEWEST,
    term="得票超过实到会半数（1990年）",
    term_en="Half of those present (1990)",
    means="A candidate needs more than half of those present.",
    means_zh="得票超过实到会有选举权人数半数的当选。",
    requires=is_share(fact("candidate_votes"), Share.GT_HALF, of=fact("electors_present")),
    effect=Effect.FORBID,
    cites=("20",),
)

win = Rule(
    id="party_grassroots_elections.win",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=NEWEST,
    term="得票超过应到会半数",
    term_en="Half of those due",
    means="A candidate needs more than half of those due with the right.",
    means_zh="得票超过应到会有选举权人数半数的当选。",
    requires=is_share(fact("candidate_votes"), Share.GT_HALF, of=fact("electors_due")),
    effect=Effect.FORBID,
    cites=("20",),
)

candidates = Rule(
    id="party_grassroots_elections.candidates",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="委员差额百分之二十",
    term_en="A fifth more candidates",
    means="A fifth more candidates than committee members to elect.",
    means_zh="委员候选人差额不少于应选人数的百分之二十。",
    when=fact("party_office") == "committee_member",
    requires=fact("candidates_listed") * 100
    >= fact("deputy_seats") * 100 + fact("deputy_seats") * param("party_grassroots_elections.member_percent"),
    effect=Effect.FORBID,
    cites=("12",),
)

secretaries = Rule(
    id="party_grassroots_elections.secretaries",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="书记、副书记等额",
    term_en="Secretaries by equal numbers",
    means="Secretaries and deputy secretaries are elected with as many candidates as seats.",
    means_zh="书记、副书记实行等额选举。",
    when=fact("party_office").isin(("secretary", "deputy_secretary")),
    requires=fact("candidates_listed") == fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("12",),
)

voter = Rule(
    id="party_grassroots_elections.voter",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="选举权和被选举权",
    term_en="Who votes and may stand",
    means="Full members vote and may stand; probationary members and those under observation may not.",
    means_zh="正式党员有选举权和被选举权；预备党员和留党察看期间的党员没有。",
    requires=fact("party_voter_status").isin(("full", "restored")),
    effect=Effect.FORBID,
    cites=("5",),
)

left_out = Rule(
    id="party_grassroots_elections.left_out",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="不计算在应到会人数内",
    term_en="Left out of those due",
    means="Only the named reasons leave a member with the right to vote out of those due.",
    means_zh="有选举权的党员只有在列明的情形下才可以不计算在应到会人数内。",
    when=fact("is_elector_left_out"),
    requires=fact("elector_left_out_reason").isin(
        ("ill", "abroad", "suspended", "custody", "bedridden", "elsewhere", "mobile")
    ),
    effect=Effect.FORBID,
    cites=("left_out",),
)

papers = Rule(
    id="party_grassroots_elections.papers",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="收回不多于发出",
    term_en="Papers returned",
    means="With more papers returned than issued the election is void and held again.",
    means_zh="收回选票多于发出的，选举无效，须重新选举。",
    requires=fact("ballots_returned") <= fact("ballots_issued"),
    effect=Effect.FORBID,
    cites=("19",),
)

paper = Rule(
    id="party_grassroots_elections.paper",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="每票所选不多于名额",
    term_en="A valid paper",
    means="A paper with more names than seats is void.",
    means_zh="每张选票所选人数多于应选名额的无效。",
    requires=fact("choices_on_ballot") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("19",),
)

proxy = Rule(
    id="party_grassroots_elections.proxy",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="不得委托投票",
    term_en="No proxies",
    means="The absent may not have others vote for them.",
    means_zh="因故未出席会议的不得委托他人代为投票。",
    requires=~fact("is_proxy_vote"),
    effect=Effect.FORBID,
    cites=("18",),
)

public_scope = Rule(
    id="party_grassroots_elections.public.scope",
    catalogue="n-public-recommend",
    subject="party_election",
    since=PUBLIC,
    term="公推直选适用单位",
    term_en="Where public recommendation applies",
    means="Public recommendation with direct election belongs to the kinds of units named (local practice, no national text).",
    means_zh="公推直选适用于列明的单位类别（地方做法，无全国性法规）。",
    when=fact("is_public_direct"),
    requires=fact("public_recommend_scope").isin(("full", "pilot")),
    effect=Effect.WARN,
    cites=("public",),
    verified=False,
)
