"""纸质选票: the ballots balance, void ones stay in the base, over-marking, illegible marks, two posts."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

ALWAYS = date(1979, 1, 1)

paper_issued = Rule(
    id="ballot_counts.paper.issued",
    catalogue="bt-identity-paper",
    subject="tally",
    since=ALWAYS,
    term="发出等于收回加未收回",
    term_en="Issued balance",
    means="Issued equals returned and not returned together.",
    means_zh="发出票数等于收回与未收回之和。",
    requires=fact("ballots_issued") == fact("ballots_returned") + fact("ballots_unreturned"),
    effect=Effect.FORBID,
    cites=("identity_paper",),
)

paper_returned = Rule(
    id="ballot_counts.paper.returned",
    catalogue="bt-identity-paper",
    subject="tally",
    since=ALWAYS,
    term="收回等于有效加无效",
    term_en="Returned balance",
    means="Returned equals valid and void together.",
    means_zh="收回票数等于有效与无效之和。",
    requires=fact("ballots_returned") == fact("ballots_valid") + fact("ballots_void"),
    effect=Effect.FORBID,
    cites=("identity_paper",),
)

paper_more = Rule(
    id="ballot_counts.paper.more",
    catalogue="bt-identity-paper",
    subject="tally",
    since=ALWAYS,
    term="收回不多于发出",
    term_en="No more returned than issued",
    means="With more ballots returned than issued the round is void.",
    means_zh="收回多于发出的，本轮投票无效。",
    requires=fact("ballots_returned") <= fact("ballots_issued"),
    effect=Effect.FORBID,
    cites=("identity_paper",),
)

paper_took_part = Rule(
    id="ballot_counts.paper.took_part",
    catalogue="bt-identity-paper",
    subject="tally",
    since=ALWAYS,
    term="收回不多于参加人数",
    term_en="No more returned than voters",
    means="No more ballots than people who took part.",
    means_zh="收回票数不多于参加投票人数。",
    requires=fact("ballots_returned") <= fact("people_took_part"),
    effect=Effect.FORBID,
    cites=("identity_paper", "congress_elections:44.p1"),
)

void_in_base = Rule(
    id="ballot_counts.void_in_base",
    catalogue="bt-void-in-base",
    subject="tally",
    since=ALWAYS,
    term="无效票在基数内",
    term_en="Void ballots stay in the base",
    means="The base is valid and void ballots together.",
    means_zh="以参加投票者为基数的，无效票不得从基数中剔除。",
    requires=fact("base_used") == fact("took_part_base"),
    effect=Effect.FORBID,
    cites=("void_in_base",),
)

choices_over_seats = Rule(
    id="ballot_counts.choices_over_seats",
    catalogue="bt-choices-over-seats",
    subject="tally",
    since=ALWAYS,
    term="多选票作废",
    term_en="Over-marking voids",
    means="A ballot with more choices than seats is void, with fewer it is valid.",
    means_zh="所选多于应选名额的作废，少于的有效。",
    requires=fact("choices_on_ballot") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("choices_over_seats", "congress_elections:44.p2"),
)

illegible = Rule(
    id="ballot_counts.illegible",
    catalogue="bt-illegible",
    subject="tally",
    since=ALWAYS,
    term="无法辨认票的处理",
    term_en="Illegible marks",
    means="Illegible marks are treated by the policy.",
    means_zh="无法辨认票按确定的办法处理。",
    requires=((fact("illegible_effect") == "all_counts") & (fact("illegible_treatment") == "all_counts"))
    | ((fact("illegible_effect") == "ballot_void") & (fact("illegible_treatment") == "ballot_void"))
    | ((fact("illegible_effect") == "readable_counts") & (fact("illegible_treatment") == "readable_counts"))
    | ((fact("illegible_effect") == "meeting_decides") & (fact("illegible_treatment") == "meeting_decides")),
    effect=Effect.FORBID,
    cites=("illegible",),
)

illegible_before = Rule(
    id="ballot_counts.illegible.before",
    catalogue="bt-illegible",
    subject="tally",
    since=ALWAYS,
    term="处理办法事先确定",
    term_en="Policy fixed before",
    means="The policy is fixed before the vote and printed in the election method.",
    means_zh="处理办法在投票前确定并载入选举办法，不得计票后决定。",
    requires=~fact("is_illegible_policy_late"),
    effect=Effect.FORBID,
    cites=("illegible",),
)

two_posts = Rule(
    id="ballot_counts.two_posts",
    catalogue="bt-two-posts",
    subject="tally",
    since=ALWAYS,
    term="一票两职",
    term_en="One person for two posts",
    means="One person marked for two posts is treated as the rules of the place say.",
    means_zh="同一人填写两个职务的，按规定处理。",
    when=fact("two_post_effect") != "none",
    requires=((fact("two_post_effect") == "marks_void") & (fact("two_post_treatment") == "marks_void"))
    | ((fact("two_post_effect") == "ballot_void") & (fact("two_post_treatment") == "ballot_void"))
    | ((fact("two_post_effect") == "cascade") & (fact("two_post_treatment") == "cascade")),
    effect=Effect.FORBID,
    cites=("two_posts",),
)
