"""Recall of a member (article 16)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

recall_demand = Rule(
    id="village_committees.16.demand",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="罢免要求",
    term_en="Demand for recall",
    means=(
        "A recall is demanded by a fifth of those entitled or a third of the representatives, with reasons."
    ),
    means_zh=("本村五分之一以上有选举权的村民或者三分之一以上的村民代表联名，可以提出罢免要求并说明理由。"),
    requires=(
        is_share(fact("recall_signers"), Share.GE_1_5, of=fact("village_entitled"))
        | is_share(fact("recall_signing_representatives"), Share.GE_1_3, of=fact("village_representatives"))
    )
    & fact("is_recall_reasoned"),
    effect=Effect.FORBID,
    cites=("16",),
)

recall_answer = Rule(
    id="village_committees.16.answer",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="申辩权",
    term_en="Right to answer",
    means="The member may answer the demand.",
    means_zh="被提出罢免的村民委员会成员有权提出申辩意见。",
    requires=fact("could_recalled_member_answer"),
    effect=Effect.FORBID,
    cites=("16",),
)

recall_before = Rule(
    id="village_committees.16.vote.1998",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(1998, 11, 4),
    repealed=date(2010, 10, 28),
    term="罢免表决（1998年）",
    term_en="Recall vote (1998)",
    means="A recall passes by over half of all villagers entitled to vote.",
    means_zh="罢免须经有选举权的村民过半数通过。",
    requires=is_share(fact("recall_yes"), Share.GT_HALF, of=fact("village_entitled")),
    effect=Effect.FORBID,
    cites=("16",),
)

recall_vote = Rule(
    id="village_committees.16.vote",
    catalogue="vc-recall",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="罢免表决",
    term_en="Recall vote",
    means=("A recall needs over half of those registered to take part and over half of them to agree."),
    means_zh="罢免须有登记参加选举的村民过半数投票，并须经投票的村民过半数通过。",
    requires=is_share(fact("village_took_part"), Share.GT_HALF, of=fact("village_registered"))
    & is_share(fact("recall_yes"), Share.GT_HALF, of=fact("village_took_part")),
    effect=Effect.FORBID,
    cites=("16",),
)
