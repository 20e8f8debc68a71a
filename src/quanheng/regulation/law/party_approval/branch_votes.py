"""Sanctions before the branch meeting, and when it is passed over (articles 14 and 38)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

discussed = Rule(
    id="party_approval.14.discussed",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="处分须经支部大会",
    term_en="A sanction passes the branch meeting",
    means=(
        "A Party sanction is discussed by the branch meeting unless a listed ground lets a "
        "county-and-above body decide directly."
    ),
    means_zh=(
        "处分党员须经支部大会讨论决定；有涉密、跨地区单位、基层组织不能履职或者负责人涉案、县"
        "级以上管理、不能及时形成决议或者到会不过半数、提级办理等情形的，县级以上机关可以直接"
        "决定。"
    ),
    requires=fact("has_branch_discussion") | fact("is_branch_passed_over_lawfully"),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
        "party_constitution:42",
    ),
)


def _passed_over(
    direct_decision_ground: str | None, is_county_body_deciding: bool | None, *, on: date
) -> bool:
    return direct_decision_ground not in (None, "none") and bool(is_county_body_deciding)


passed_over = Derivation(
    id="party_approval.14.passed_over",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="可否不经支部大会",
    term_en="Whether the branch may be passed over",
    means=("A county-and-above body decides directly only on a listed ground; none on record is none."),
    means_zh="县级以上机关只有在所列情形下可以直接决定；没有记录的按没有对待。",
    fact="is_branch_passed_over_lawfully",
    reads=(),
    optional=(
        "direct_decision_ground",
        "is_county_body_deciding",
    ),
    reckon=_passed_over,
    cites=(
        "14",
        "38",
        "party_constitution:42",
    ),
)


quorum = Rule(
    id="party_approval.38.quorum",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="处分表决到会数",
    term_en="Quorum of a sanction vote",
    means="Over half of those due with a vote attend.",
    means_zh="讨论处分，到会有表决权的党员须超过应到会的半数。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=is_share(fact("branch_present"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
        "party_constitution:42",
    ),
)


passed = Rule(
    id="party_approval.38.pass",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="处分表决通过数",
    term_en="Figure of a sanction vote",
    means="Over half of those due agree.",
    means_zh="赞成人数超过应到会有表决权党员的半数为通过。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=is_share(fact("branch_yes"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
        "party_constitution:42",
    ),
)


heard = Rule(
    id="party_approval.38.heard",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="通知本人并准许申辩",
    term_en="Told and heard",
    means="The person is told of the meeting and may answer and be defended.",
    means_zh="会前通知本人，准许本人申辩、他人作证和辩护；本人拒不到会不影响会议进行。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=fact("is_accused_notified") & fact("could_accused_answer"),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
        "party_constitution:42",
    ),
)


chair = Rule(
    id="party_approval.38.chair",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="处分会议的主持",
    term_en="Who chairs",
    means="The secretary chairs, another leader if the secretary is the person concerned.",
    means_zh="会议由书记主持；书记是受处分人的，由其他负责人主持。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=(~fact("is_secretary_accused") & (fact("branch_convener") == "secretary"))
    | (fact("is_secretary_accused") & fact("branch_convener").isin(("deputy", "member"))),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
    ),
)


own_vote = Rule(
    id="party_approval.38.own_vote",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    verified=False,
    term="本人不参加自己的表决",
    term_en="No vote in one's own case",
    means=(
        "The person counts in the base but by default does not vote on the own case (not stated in the text)."
    ),
    means_zh="本人列入应到会人数，是否参加对自己处分的表决没有规定，默认不参加。",
    when=fact("branch_meeting_kind") == "discipline",
    requires=~fact("has_accused_voted"),
    effect=Effect.WARN,
    cites=(
        "14",
        "38",
    ),
)


minor = Rule(
    id="party_approval.14.minor",
    catalogue="br-discipline-vote",
    subject="branch_meeting",
    since=date(2022, 9, 1),
    term="基层纪委的批准权限",
    term_en="Authority of a base discipline body",
    means=(
        "A base discipline body approves only warnings and serious warnings, in its own "
        "cases, after the branch meeting."
    ),
    means_zh="基层纪委对自己立案的案件，经支部大会讨论后可以批准警告、严重警告处分。",
    when=fact("sanction_approver") == "base_discipline_body",
    requires=fact("approved_party_sanction").isin(("warning", "serious_warning"))
    & fact("has_branch_discussion")
    & fact("is_own_case"),
    effect=Effect.FORBID,
    cites=(
        "14",
        "38",
    ),
)
