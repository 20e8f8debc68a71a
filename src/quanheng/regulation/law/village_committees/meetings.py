"""Villagers' assembly and its matters (articles 21 to 24)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

call = Rule(
    id="village_committees.21.call",
    catalogue="vc-assembly",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="召集村民会议",
    term_en="Calling the assembly",
    means=("The assembly is called when a tenth of the villagers or a third of the representatives ask."),
    means_zh="有十分之一以上的村民或者三分之一以上的村民代表提议，应当召集村民会议。",
    when=is_share(fact("assembly_askers"), Share.GE_1_10, of=fact("village_adults"))
    | is_share(fact("asking_representatives"), Share.GE_1_3, of=fact("village_representatives")),
    requires=fact("is_assembly_called"),
    effect=Effect.FORBID,
    cites=("21",),
)

notice = Rule(
    id="village_committees.21.notice",
    catalogue="vc-assembly",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="村民会议提前通知",
    term_en="Notice of the assembly",
    means="The assembly is notified ten days before.",
    means_zh="召集村民会议，应当提前十天通知村民。",
    requires=later(fact("assembly_noticed_on"), days=param("village_committees.assembly_notice_days"))
    <= fact("assembly_on"),
    effect=Effect.FORBID,
    cites=("21",),
)

quorum = Rule(
    id="village_committees.22.quorum",
    catalogue="vc-assembly",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="村民会议到会数",
    term_en="Quorum of the assembly",
    means="Over half of the adults or two thirds of the household delegates attend.",
    means_zh="村民会议应当有十八周岁以上村民的过半数，或者三分之二以上的户的代表参加。",
    requires=(
        (fact("assembly_kind") == "persons")
        & is_share(fact("assembly_present"), Share.GT_HALF, of=fact("village_adults"))
    )
    | (
        (fact("assembly_kind") == "households")
        & is_share(fact("assembly_present"), Share.GE_2_3, of=fact("village_households"))
    ),
    effect=Effect.FORBID,
    cites=("22",),
)

decide = Rule(
    id="village_committees.22.decision",
    catalogue="vc-assembly",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="村民会议表决",
    term_en="Decision of the assembly",
    means="The assembly decides by over half of those present.",
    means_zh="村民会议所作决定应当经到会人员的过半数通过。",
    requires=is_share(fact("assembly_yes"), Share.GT_HALF, of=fact("assembly_present")),
    effect=Effect.FORBID,
    cites=("22",),
)

nine = Rule(
    id="village_committees.24.matters",
    catalogue="vc-decide-matters",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="须经村民会议决定的事项",
    term_en="Matters for the assembly",
    means=("Nine kinds of matters are decided by the assembly or by representatives with its mandate."),
    means_zh="涉及村民利益的九类事项，须经村民会议讨论决定，或者由村民会议授权村民代表会议讨论决定。",
    when=fact("village_matter") != "not_listed",
    requires=fact("village_matter_decider").isin(("assembly", "mandated_representatives")),
    effect=Effect.FORBID,
    cites=(
        "23",
        "24",
    ),
)
