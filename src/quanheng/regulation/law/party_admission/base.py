"""Who counts in the base of a branch vote: 应到会有表决权 and who may be left out."""

from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

REASONS = ("no_expression", "abroad", "custody", "bedridden", "away", "retired_elsewhere")


def _has_vote(party_status: str, branch_rights: str, *, on: date) -> bool:
    """A warning or removal from Party posts leaves the rights normal."""
    return party_status == "full" and branch_rights == "normal"


has_vote = Derivation(
    id="party_admission.base.vote",
    catalogue="br-vote-due",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="有无表决权",
    term_en="Whether a member has a vote",
    means=(
        "Full members with normal rights vote; probationary members and those on probation "
        "within the Party or suspended do not, until a decision restores them."
    ),
    means_zh=(
        "正式党员权利正常的有表决权；预备党员、留党察看期间或者期满尚未恢复权利、权利被中止的没有表决权。"
    ),
    fact="has_branch_vote",
    reads=(
        "party_status",
        "branch_rights",
    ),
    reckon=_has_vote,
    cites=(
        "20",
        "21",
        "party_constitution:7",
    ),
)


def _due(branch_members: list[dict[str, Any]], away_months: int, *, on: date) -> int:
    """A member without a vote is outside the base anyway and needs no consent."""
    voting = [each for each in branch_members if _has_vote(each["status"], each["rights"], on=on)]
    return sum(not _is_left_out(each, away_months) for each in voting)


def _is_left_out(member: dict[str, Any], away_months: int) -> bool:
    reason = member.get("reason", "none")
    if reason in ("abroad", "away") and member.get("absence_months", 0) < away_months:
        return False
    return reason in REASONS and bool(
        member.get("has_superior_consent") and member.get("has_meeting_consent")
    )


due = Derivation(
    id="party_admission.base.due",
    catalogue="br-vote-due",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="应到会有表决权人数",
    term_en="Members due with a vote",
    means="Full members with normal rights, less those validly left out.",
    means_zh="权利正常的正式党员人数，减去依规定可以不计的人数。",
    fact="branch_due",
    reads=("branch_members",),
    params=("party_admission.away_months",),
    reckon=_due,
    cites=(
        "20",
        "21",
        "left_out",
    ),
)


due_right = Rule(
    id="party_admission.base.counted",
    catalogue="br-vote-due",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="应到会人数须据实计算",
    term_en="The base is as the rules count it",
    means="The base used is the number of members due with a vote, no more and no less.",
    means_zh="计算到会和赞成比例的基数，须为应到会有表决权的党员人数。",
    requires=fact("branch_due_stated") == fact("branch_due"),
    effect=Effect.FORBID,
    cites=(
        "20",
        "21",
        "party_constitution:7",
    ),
)


left_out = Rule(
    id="party_admission.base.left_out",
    catalogue="br-left-out",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="不计入应到会的条件",
    term_en="Who may be left out of the base",
    means=(
        "A member is left out only for a listed reason, with the superior's consent and the "
        "meeting's resolution."
    ),
    means_zh=(
        "只有因病不能表达意志、自行出国半年以上、被限制人身自由、长期卧病不能自理、调出或者外"
        "出半年以上未转组织关系、离退休异地居住未转组织关系的，经上级同意并经支部大会通过，可"
        "以不计入应到会人数。"
    ),
    when=fact("is_left_out") & fact("has_branch_vote"),
    requires=(
        fact("left_out_reason").isin(("no_expression", "custody", "bedridden", "retired_elsewhere"))
        | (
            fact("left_out_reason").isin(("abroad", "away"))
            & (fact("branch_absence_months") >= param("party_admission.away_months"))
        )
    )
    & fact("is_left_out_agreed")
    & fact("is_left_out_passed"),
    effect=Effect.FORBID,
    cites=("left_out",),
)
