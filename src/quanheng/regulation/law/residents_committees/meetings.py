"""The residents' meeting: call, quorum, vote, replacement of members (articles 9 and 10)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

quorum = Rule(
    id="residents_committees.9.quorum",
    catalogue="rc-meeting",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="居民会议到会数",
    term_en="Quorum of the residents' meeting",
    means=(
        "Over half attend: of adults, of household delegates or of group delegates, by the kind of meeting."
    ),
    means_zh="居民会议须有全体十八周岁以上居民、户代表或者居民小组代表的过半数出席。",
    requires=is_share(fact("residents_present"), Share.GT_HALF, of=fact("residents_due")),
    effect=Effect.FORBID,
    cites=("9",),
)

decision = Rule(
    id="residents_committees.9.decision",
    catalogue="rc-meeting",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="居民会议表决",
    term_en="Decision of the residents' meeting",
    means="It decides by over half of those present.",
    means_zh="居民会议的决定由出席人的过半数通过。",
    requires=is_share(fact("residents_yes"), Share.GT_HALF, of=fact("residents_present")),
    effect=Effect.FORBID,
    cites=("9",),
)

call = Rule(
    id="residents_committees.10.call",
    catalogue="rc-meeting",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="召集居民会议",
    term_en="Calling the residents' meeting",
    means="It is called when a fifth of adults, a fifth of households or a third of groups ask.",
    means_zh=(
        "有五分之一以上的十八周岁以上居民、五分之一以上的户或者三分之一以上的居民小组提议，应当召集居民会议。"
    ),
    when=is_share(fact("asking_residents"), Share.GE_1_5, of=fact("resident_adults"))
    | is_share(fact("asking_households"), Share.GE_1_5, of=fact("resident_households"))
    | is_share(fact("asking_groups"), Share.GE_1_3, of=fact("resident_groups")),
    requires=fact("is_residents_meeting_called"),
    effect=Effect.FORBID,
    cites=("10",),
)

replace = Rule(
    id="residents_committees.10.replace",
    catalogue="rc-meeting",
    subject="residents_committee",
    since=date(1990, 1, 1),
    term="撤换和补选",
    term_en="Replacing members",
    means=("Only the residents' meeting replaces and by-elects members; no separate petition figure is set."),
    means_zh="居民会议有权撤换和补选居民委员会成员，撤换不另设联名人数。",
    requires=fact("residents_member_replaced_by") == "meeting",
    effect=Effect.FORBID,
    cites=("10",),
)
