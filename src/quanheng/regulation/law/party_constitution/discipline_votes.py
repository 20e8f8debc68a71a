"""Sanctions before the branch meeting, until the rules on approval of 2022 (article 42)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

discussed = Rule(
    id="party_constitution.42.discussed",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2017, 10, 24),
    repealed=date(2022, 9, 1),
    term="处分须经支部大会（党章）",
    term_en="A sanction passes the branch meeting (constitution)",
    means=(
        "A Party sanction is discussed by the branch meeting; in special cases a "
        "county-and-above body decides directly."
    ),
    means_zh="对党员的处分必须经支部大会讨论决定；特殊情况下县级以上机关可以直接决定。",
    requires=fact("has_branch_discussion") | fact("is_branch_passed_over_lawfully"),
    effect=Effect.FORBID,
    cites=("42",),
)


def _passed_over(is_county_body_deciding: bool | None, *, on: date) -> bool:
    return bool(is_county_body_deciding)


passed_over = Derivation(
    id="party_constitution.42.passed_over",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2017, 10, 24),
    repealed=date(2022, 9, 1),
    term="可否不经支部大会（党章）",
    term_en="Whether the branch may be passed over (constitution)",
    means="In special cases a county-and-above body decides directly; none on record is none.",
    means_zh="特殊情况下县级以上机关可以直接决定；没有记录的按没有对待。",
    fact="is_branch_passed_over_lawfully",
    reads=(),
    optional=("is_county_body_deciding",),
    reckon=_passed_over,
    cites=("42",),
)


quorum = Rule(
    id="party_constitution.42.quorum",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2017, 10, 24),
    repealed=date(2022, 9, 1),
    term="处分表决到会数（党章）",
    term_en="Quorum of a sanction vote (constitution)",
    means="Over half of those due with a vote attend.",
    means_zh="讨论处分，到会有表决权的党员须超过应到会的半数。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=is_share(fact("branch_present"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=("42",),
)


passed = Rule(
    id="party_constitution.42.pass",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2017, 10, 24),
    repealed=date(2022, 9, 1),
    term="处分表决通过数（党章）",
    term_en="Figure of a sanction vote (constitution)",
    means="Over half of those due agree.",
    means_zh="赞成人数超过应到会有表决权党员的半数为通过。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=is_share(fact("branch_yes"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=("42",),
)
