"""公正委员会: odd, with a chair, of this case; two inquire, the majority decides."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_odd(
    appeal_committee_members: int,
    appeal_committee_recused: int | None,
    appeal_committee_filled: int | None,
    on: date,
) -> bool | None:
    """Those who really sit: without the recused, with those filled in."""
    if appeal_committee_recused and appeal_committee_filled is None:
        return None
    sitting = appeal_committee_members - (appeal_committee_recused or 0) + (appeal_committee_filled or 0)
    return sitting > 0 and sitting % 2 == 1


art_6_odd = Derivation(
    id="civil_servant_appeals.6.odd",
    catalogue="rm-committee",
    subject="appeal",
    since=date(2008, 5, 14),
    term="公正委员会人数为单数",
    term_en="An odd committee",
    means="Counted on those who sit: a recused member is filled in to stay odd.",
    means_zh="按实际审理的委员计算，回避的应当补足为单数。",
    fact="is_appeal_committee_odd",
    reads=("appeal_committee_members",),
    optional=(
        "appeal_committee_recused",
        "appeal_committee_filled",
    ),
    reckon=_is_odd,
    cites=("6",),
)

art_6_committee = Rule(
    id="civil_servant_appeals.6.committee",
    catalogue="rm-committee",
    subject="appeal",
    since=date(2008, 5, 14),
    term="公正委员会的组成",
    term_en="The fairness committee",
    means="An odd number, a chair named, members with an interest recused.",
    means_zh="公正委员会人数应当为单数，设主任，有利害关系的委员回避。",
    requires=fact("is_appeal_committee_odd")
    & fact("has_appeal_committee_chair")
    & fact("are_interested_members_recused"),
    effect=Effect.FORBID,
    cites=(
        "6",
        "civil_servant_law:95",
    ),
)

art_6_case = Rule(
    id="civil_servant_appeals.6.case",
    catalogue="rm-committee",
    subject="appeal",
    since=date(2022, 3, 19),
    term="一案一组建",
    term_en="A committee for each case",
    means="Since 2022 a fresh committee for each case, mostly of staff of the receiving body.",
    means_zh="2022年起，每一申诉案件专门组建公正委员会，以受理机关工作人员为主。",
    requires=fact("is_appeal_committee_of_case")
    & is_share(fact("appeal_committee_own_staff"), Share.GT_HALF, of=fact("appeal_committee_members")),
    effect=Effect.FORBID,
    cites=("6",),
)

art_25_inquiry_2008 = Rule(
    id="civil_servant_appeals.25.inquiry_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="二人以上调查",
    term_en="Two people inquire",
    means="At least two people inquire.",
    means_zh="调查应当由二人以上进行。",
    requires=fact("appeal_inquiry_people") >= param("civil_servant_appeals.inquiry_people_least"),
    effect=Effect.FORBID,
    cites=("25",),
)

art_25_inquiry = Rule(
    id="civil_servant_appeals.25.inquiry",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="二人以上调查",
    term_en="Two people inquire",
    means="At least two people inquire.",
    means_zh="调查应当由二人以上进行。",
    requires=fact("appeal_inquiry_people") >= param("civil_servant_appeals.inquiry_people_least"),
    effect=Effect.FORBID,
    cites=("25",),
    verified=False,
)

art_26_majority_2008 = Rule(
    id="civil_servant_appeals.26.majority_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="公正委员会少数服从多数",
    term_en="The committee decides by majority",
    means="The decision has the votes of more than half of the committee.",
    means_zh="审理意见须经公正委员会多数委员同意。",
    requires=is_share(fact("appeal_votes_for"), Share.GT_HALF, of=fact("appeal_committee_members")),
    effect=Effect.FORBID,
    cites=("26",),
)

art_26_majority = Rule(
    id="civil_servant_appeals.26.majority",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="公正委员会少数服从多数",
    term_en="The committee decides by majority",
    means="The decision has the votes of more than half of the committee.",
    means_zh="审理意见须经公正委员会多数委员同意。",
    requires=is_share(fact("appeal_votes_for"), Share.GT_HALF, of=fact("appeal_committee_members")),
    effect=Effect.FORBID,
    cites=("26",),
    verified=False,
)
