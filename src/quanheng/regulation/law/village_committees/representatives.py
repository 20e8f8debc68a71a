"""Representatives' meeting and village groups (articles 25 to 28)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

make_up = Rule(
    id="village_committees.25.make_up",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="代表会议的组成",
    term_en="Make-up of the representatives' meeting",
    means="Representatives are four fifths of the body, women representatives a third.",
    means_zh="村民代表应当占代表会议组成人员的五分之四以上，妇女村民代表应当占三分之一以上。",
    requires=is_share(fact("village_representatives"), Share.GE_4_5, of=fact("representatives_body"))
    & is_share(fact("women_representatives"), Share.GE_1_3, of=fact("representatives_body")),
    effect=Effect.FORBID,
    cites=("25",),
)

per_household = Rule(
    id="village_committees.25.households",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="每五至十五户推选一人",
    term_en="One to five to fifteen households",
    means="One representative to every five to fifteen households.",
    means_zh="村民代表由村民按每五户至十五户推选一人。",
    requires=(
        fact("village_representatives") * param("village_committees.households_least")
        <= fact("village_households")
    )
    & (
        fact("village_households")
        <= fact("village_representatives") * param("village_committees.households_most")
    ),
    effect=Effect.FORBID,
    cites=("25",),
)

rep_quarter = Rule(
    id="village_committees.26.quarterly",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="代表会议每季度召开",
    term_en="Quarterly meeting",
    means="The representatives meet every quarter.",
    means_zh="村民代表会议每季度召开一次。",
    requires=fact("representatives_meetings_in_quarter") >= 1,
    effect=Effect.FORBID,
    cites=("26",),
)

rep_call = Rule(
    id="village_committees.26.call",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="召集代表会议",
    term_en="Calling the representatives",
    means="The representatives are called when a fifth of them ask.",
    means_zh="有五分之一以上的村民代表提议，应当召集村民代表会议。",
    when=is_share(fact("asking_representatives"), Share.GE_1_5, of=fact("village_representatives")),
    requires=fact("is_representatives_meeting_called"),
    effect=Effect.FORBID,
    cites=("26",),
)

rep_quorum = Rule(
    id="village_committees.26.quorum",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="代表会议到会数",
    term_en="Quorum of the representatives",
    means="Two thirds of the body attend.",
    means_zh="村民代表会议有三分之二以上的组成人员参加方可召开。",
    requires=is_share(fact("representatives_present"), Share.GE_2_3, of=fact("representatives_body")),
    effect=Effect.FORBID,
    cites=("26",),
)

rep_decide = Rule(
    id="village_committees.26.decision",
    catalogue="vc-representatives",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="代表会议表决",
    term_en="Decision of the representatives",
    means="They decide by over half of those present.",
    means_zh="所作决定应当经到会人员的过半数同意。",
    requires=is_share(fact("representatives_yes"), Share.GT_HALF, of=fact("representatives_present")),
    effect=Effect.FORBID,
    cites=("26",),
)

group_quorum = Rule(
    id="village_committees.28.quorum",
    catalogue="vc-group",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="村民小组会议到会数",
    term_en="Quorum of a group meeting",
    means="Two thirds of the adults or of the household delegates attend.",
    means_zh=("召开村民小组会议，应当有本组十八周岁以上的村民三分之二以上，或者三分之二以上的户的代表参加。"),
    requires=(
        (fact("group_meeting_kind") == "persons")
        & is_share(fact("group_present"), Share.GE_2_3, of=fact("group_adults"))
    )
    | (
        (fact("group_meeting_kind") == "households")
        & is_share(fact("group_present"), Share.GE_2_3, of=fact("group_households"))
    ),
    effect=Effect.FORBID,
    cites=("28",),
)

group_decide = Rule(
    id="village_committees.28.decision",
    catalogue="vc-group",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="村民小组会议表决",
    term_en="Decision of a group meeting",
    means="A group decides by over half of those present.",
    means_zh="所作决定应当经到会人员的过半数同意。",
    requires=is_share(fact("group_yes"), Share.GT_HALF, of=fact("group_present")),
    effect=Effect.FORBID,
    cites=("28",),
)

group_head = Rule(
    id="village_committees.28.head",
    catalogue="vc-group",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="村民小组组长",
    term_en="Head of a group",
    means="The group meeting chooses its head.",
    means_zh="村民小组组长由村民小组会议推选。",
    requires=fact("group_head_origin") == "group_meeting",
    effect=Effect.FORBID,
    cites=("28",),
)
