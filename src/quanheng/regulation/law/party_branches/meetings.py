"""Votes, calendar and chairing of branch meetings (articles 11 to 14)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

quorum = Rule(
    id="party_branches.11.quorum",
    catalogue="br-quorum-general",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="支部党员大会到会数",
    term_en="Quorum of a branch meeting",
    means="Half or more of those due with a vote attend (not admission, conversion or elections).",
    means_zh=("到会有表决权的党员达到应到会有表决权党员的半数以上，方可表决（接收、转正和选举另有规定）。"),
    when=fact("branch_meeting_kind").isin(
        ("discipline", "restoration", "disposal", "commendation", "general")
    ),
    requires=is_share(fact("branch_present"), Share.GE_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=("11",),
)

can_pass = Rule(
    id="party_branches.11.can_pass",
    catalogue="br-quorum-general",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="到会数不足以通过",
    term_en="Present too few to pass anything",
    means="With exactly half present nothing can pass: more than half of those due must agree.",
    means_zh="恰半数到会时，任何事项都不可能通过，应当提示。",
    when=fact("branch_meeting_kind").isin(
        ("discipline", "restoration", "disposal", "commendation", "general")
    ),
    requires=is_share(fact("branch_present"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.WARN,
    cites=("11",),
)

passed = Rule(
    id="party_branches.11.pass",
    catalogue="br-pass-general",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="支部党员大会通过数",
    term_en="What passes",
    means="More than half of those due, not of those present, agree.",
    means_zh="赞成人数超过应到会有表决权党员的半数为通过。",
    when=fact("branch_meeting_kind").isin(
        ("discipline", "restoration", "disposal", "commendation", "general")
    ),
    requires=is_share(fact("branch_yes"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=("11",),
)

written = Rule(
    id="party_branches.11.written",
    catalogue="br-written-opinion",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    verified=False,
    term="一般表决不计书面意见",
    term_en="No written opinions in general votes",
    means="In general votes the text is silent: written opinions are not counted.",
    means_zh="一般表决没有书面意见计票的规定，默认不计。",
    when=fact("branch_meeting_kind").isin(
        ("discipline", "restoration", "disposal", "commendation", "general")
    ),
    requires=~fact("is_written_opinion_counted"),
    effect=Effect.WARN,
    cites=("11",),
)

committee = Rule(
    id="party_branches.12.quorum",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="支委会到会数",
    term_en="Quorum of the committee",
    means="Half or more of the committee are present.",
    means_zh="支部委员会会议须有半数以上委员到会方可进行。",
    requires=is_share(fact("branch_committee_present"), Share.GE_HALF, of=fact("branch_committee_size")),
    effect=Effect.WARN,
    cites=("12",),
)

quarterly = Rule(
    id="party_branches.11.quarterly",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="支部党员大会每季度一次",
    term_en="General meeting each quarter",
    means="General meeting each quarter at least once.",
    means_zh="支部党员大会一般每季度召开一次。",
    requires=fact("general_meetings_in_quarter") >= 1,
    effect=Effect.WARN,
    cites=("11",),
)

monthly = Rule(
    id="party_branches.12.monthly",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="支委会每月一次",
    term_en="Committee each month",
    means="Committee each month at least once.",
    means_zh="支部委员会会议一般每月召开一次。",
    requires=fact("committee_meetings_in_month") >= 1,
    effect=Effect.WARN,
    cites=("12",),
)

group = Rule(
    id="party_branches.13.monthly",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="党小组会每月一次",
    term_en="Group meeting each month",
    means="Group meeting each month at least once.",
    means_zh="党小组会一般每月召开一次。",
    requires=fact("group_meetings_in_month") >= 1,
    effect=Effect.WARN,
    cites=("13",),
)

convener = Rule(
    id="party_branches.14.convener",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="召集和主持",
    term_en="Who convenes",
    means="The secretary convenes and chairs, or hands over to the deputy or a member.",
    means_zh="支部党员大会由书记召集并主持；书记不能参加的，可以委托副书记或者委员。",
    requires=fact("branch_convener").isin(("secretary", "deputy", "member")),
    effect=Effect.WARN,
    cites=("14",),
)

first = Rule(
    id="party_branches.11.committee_first",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="重要事项先经支委会",
    term_en="Important matters pass the committee first",
    means="Important matters normally go to the committee before the general meeting.",
    means_zh="重要事项提交支部党员大会前，一般应当经支部委员会讨论。",
    when=fact("is_matter_important"),
    requires=fact("is_matter_discussed_by_committee"),
    effect=Effect.WARN,
    cites=(
        "11",
        "12",
    ),
)

village = Rule(
    id="party_branches.11.village",
    catalogue="br-committee-and-calendar",
    subject="branch_meeting",
    since=date(2018, 10, 28),
    term="村社区重要事项须经大会",
    term_en="Village and community matters",
    means="Village and community matters touching residents' interests go to the general meeting.",
    means_zh="村、社区涉及村民、居民利益的重要事项，须经支部党员大会讨论。",
    when=fact("is_residents_interest_matter"),
    requires=fact("is_matter_decided_by_general_meeting"),
    effect=Effect.WARN,
    cites=("11",),
)
