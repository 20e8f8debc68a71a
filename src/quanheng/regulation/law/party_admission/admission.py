"""Votes on admission and conversion: quorum, ballot, written opinions, pre-review, approval (articles 19 to 21, 33)."""

from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

quorum = Rule(
    id="party_admission.20.quorum",
    catalogue="br-admission-quorum",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="接收与转正到会数",
    term_en="Quorum of admission and conversion",
    means="Those present with a vote are more than half of those due.",
    means_zh="讨论接收、转正、延长、取消资格的，到会有表决权的人数必须超过应到会有表决权人数的半数。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=is_share(fact("branch_present"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=(
        "20",
        "33",
    ),
)


form_before = Rule(
    id="party_admission.21.form.1990",
    catalogue="br-admission-vote",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    repealed=date(2014, 5, 28),
    term="表决方式（1990年）",
    term_en="Form of the vote (1990)",
    means="The vote is by show of hands or ballot.",
    means_zh="表决采取举手或者投票方式。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=fact("branch_ballot_form").isin(("secret", "hands")),
    effect=Effect.FORBID,
    cites=("21",),
)


form = Rule(
    id="party_admission.21.form",
    catalogue="br-admission-vote",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="无记名投票",
    term_en="Secret ballot",
    means="The vote on admission and conversion is a secret ballot.",
    means_zh="接收、转正等表决采取无记名投票方式。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=fact("branch_ballot_form") == "secret",
    effect=Effect.FORBID,
    cites=("21",),
)


passed = Rule(
    id="party_admission.21.pass",
    catalogue="br-admission-vote",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="接收与转正通过数",
    term_en="Figure of admission and conversion",
    means="Votes in favour, valid written ones included, are more than half of those due.",
    means_zh="赞成人数（含会前正式书面意见）超过应到会有表决权的正式党员半数的，通过决议。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=is_share(fact("branch_yes"), Share.GT_HALF, of=fact("branch_due"))
    | is_share(fact("branch_yes") + fact("branch_written_yes"), Share.GT_HALF, of=fact("branch_due")),
    effect=Effect.FORBID,
    cites=(
        "21",
        "33",
    ),
)


written = Rule(
    id="party_admission.21.written",
    catalogue="br-written-opinion",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="会前书面意见",
    term_en="Written opinions before the meeting",
    means=(
        "A written opinion counts as a vote only when a member with a vote formally handed "
        "it in before the meeting."
    ),
    means_zh="书面意见只有由有表决权的党员在会前正式向支部提出的，才统计在票数内。",
    when=(fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")))
    & fact("is_written_opinion_counted"),
    requires=fact("is_opinion_handed_before") & fact("has_branch_vote"),
    effect=Effect.FORBID,
    cites=("21",),
)


written_presence = Rule(
    id="party_admission.21.presence",
    catalogue="br-written-opinion",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="书面意见不计到会",
    term_en="Written opinions are not presence",
    means="Who gave a written opinion is not counted as present.",
    means_zh="提出书面意见而未到会的，不计入到会人数。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=~fact("is_writer_counted_present"),
    effect=Effect.FORBID,
    cites=(
        "20",
        "21",
    ),
)


def _written_yes(branch_opinions: list[dict[str, Any]] | None, *, on: date) -> int:
    counted = [each for each in branch_opinions or () if each["is_handed_before"] and each["has_vote"]]
    return sum(bool(each["is_in_favour"]) for each in counted)


written_yes = Derivation(
    id="party_admission.21.written_yes",
    catalogue="br-written-opinion",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="会前书面赞成数",
    term_en="Written votes in favour",
    means=(
        "Written opinions in favour count when members with a vote handed them in before the "
        "meeting; none on record is none."
    ),
    means_zh="有表决权的党员会前正式提出的书面赞成意见计入票数；没有记录的为零。",
    fact="branch_written_yes",
    reads=(),
    optional=("branch_opinions",),
    reckon=_written_yes,
    cites=("21",),
)


one_by_one = Rule(
    id="party_admission.21.one_by_one",
    catalogue="br-one-by-one",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="逐个讨论表决",
    term_en="One by one",
    means="Two or more people are discussed and voted one by one.",
    means_zh="讨论两个以上的人的，应当逐个讨论和表决。",
    when=(fact("branch_targets") >= 2)
    & fact("branch_meeting_kind").isin(
        ("admission", "conversion", "extension", "cancellation", "discipline")
    ),
    requires=fact("is_voted_one_by_one"),
    effect=Effect.FORBID,
    cites=("21",),
)


pre_review = Rule(
    id="party_admission.19.pre_review",
    catalogue="br-pre-review",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="预审",
    term_en="Pre-review",
    means=(
        "The branch committee examines and the base committee passes a written pre-review before the meeting."
    ),
    means_zh="支部委员会审查，基层党委预审合格并书面通知，应在支部大会之前。",
    when=fact("branch_meeting_kind") == "admission",
    requires=fact("is_examined_by_branch_committee")
    & fact("is_pre_review_passed")
    & (fact("pre_reviewed_on") < fact("branch_meeting_on")),
    effect=Effect.FORBID,
    cites=(
        "19",
        "20",
    ),
)


leaving = Rule(
    id="party_admission.19.leaving",
    catalogue="br-pre-review",
    subject="branch_meeting",
    since=date(2014, 5, 28),
    term="即将离开单位",
    term_en="Leaving soon",
    means="Admission is normally not started for somebody leaving the unit within three months.",
    means_zh="三个月内将离开工作、学习单位的，一般不办理接收预备党员的手续。",
    when=(fact("branch_meeting_kind") == "admission") & fact("is_leaving_unit"),
    requires=fact("leaves_unit_on")
    > later(fact("branch_meeting_on"), months=param("party_admission.leaving_months")),
    effect=Effect.WARN,
    cites=("19",),
)


superior = Rule(
    id="party_admission.superior.window",
    catalogue="br-superior-window",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="上级三个月审批",
    term_en="Approval within three months",
    means="The higher committee decides within three months of the branch's decision.",
    means_zh="上级党委一般在支部决议后三个月内审批。",
    when=(fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")))
    & ~fact("is_approval_special"),
    requires=fact("superior_decided_on")
    <= later(fact("branch_meeting_on"), months=param("party_admission.approval_months")),
    effect=Effect.WARN,
    cites=("superior_window",),
)


def _resubmitted(approval_resubmitted_on: date | None, *, on: date) -> bool:
    return approval_resubmitted_on is not None and approval_resubmitted_on <= on


resubmitted = Derivation(
    id="party_admission.superior.resubmitted",
    catalogue="br-superior-window",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="超期后是否重新上报",
    term_en="Whether the case was resubmitted",
    means="Resubmitted when a day of resubmission is on record.",
    means_zh="有重新上报记录的视为已重新上报。",
    fact="is_approval_resubmitted",
    reads=(),
    optional=("approval_resubmitted_on",),
    reckon=_resubmitted,
    cites=("superior_window",),
)


superior_limit = Rule(
    id="party_admission.superior.limit",
    catalogue="br-superior-window",
    subject="branch_meeting",
    since=date(1990, 1, 1),
    term="审批不超过六个月",
    term_en="Approval within six months",
    means=("After six months the case is resubmitted with the reason on record, never left to lapse."),
    means_zh="最长不超过六个月；超过的应当重新上报并记录原因，不得默示失效。",
    when=fact("branch_meeting_kind").isin(("admission", "conversion", "extension", "cancellation")),
    requires=(
        fact("superior_decided_on")
        <= later(fact("branch_meeting_on"), months=param("party_admission.approval_limit_months"))
    )
    | fact("is_approval_resubmitted"),
    effect=Effect.FORBID,
    cites=("superior_window",),
)
