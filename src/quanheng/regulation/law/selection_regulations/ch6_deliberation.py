"""第六章 讨论决定: what may be put to the meeting, quorum, majority, opinions, recusal."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions

not_to_meeting = Rule(
    id="selection_regulations.36",
    catalogue="b-not-to-meeting",
    subject="meeting",
    since=THIRD,
    term="不得提交会议讨论",
    term_en="Not to be put to the meeting",
    means="Only what was recommended and inspected, and has no open question, goes to the meeting.",
    means_zh="未按规定推荐考察，或者廉政结论、个人事项、信访、档案、巡视审计、请示批复未了的，不得提交会议讨论。",
    requires=fact("is_procedure_complete")
    & fact("has_integrity_opinion")
    & ~fact("is_discipline_dissenting")
    & ~fact("is_matters_in_doubt")
    & ~fact("is_petition_open")
    & ~fact("is_file_in_doubt")
    & ~fact("is_audit_open")
    & fact("prior_report").isin(("not_needed", "agreed")),
    effect=Effect.FORBID,
    cites=("36",),
)

quorum = Rule(
    id="selection_regulations.38.quorum",
    catalogue="b-quorum-2-3",
    subject="meeting",
    since=FIRST,
    term="三分之二以上到会",
    term_en="Quorum of two thirds",
    means="At least two thirds of the members are present.",
    means_zh="讨论决定干部任免，须有三分之二以上成员到会。",
    requires=fact("members_present") * param("selection_regulations.quorum_of")
    >= fact("members_should_attend") * param("selection_regulations.quorum_part"),
    effect=Effect.FORBID,
    cites=("38",),
)

majority = Rule(
    id="selection_regulations.39.majority",
    catalogue="b-decision-over-half",
    subject="meeting",
    since=FIRST,
    term="应到会成员超过半数同意",
    term_en="More than half of the members agree",
    means="More than half of the members who should attend agree.",
    means_zh="以应到会成员超过半数同意形成决定。",
    requires=fact("votes_for") * 2 > fact("members_should_attend"),
    effect=Effect.FORBID,
    cites=("39",),
)

opinions = Rule(
    id="selection_regulations.38.opinions",
    catalogue="b-member-opinion",
    subject="meeting",
    since=SECOND,
    term="逐一表态",
    term_en="Every member's opinion",
    means="Every member present states an opinion.",
    means_zh="与会成员逐一发表同意、不同意或者缓议等明确意见。",
    requires=fact("opinions_stated") >= fact("members_present"),
    effect=Effect.WARN,
    cites=("38",),
)

chief_last = Rule(
    id="selection_regulations.38.chief_last",
    catalogue="b-member-opinion",
    subject="meeting",
    since=THIRD,
    term="主要负责人末位表态",
    term_en="Chief spoke last",
    means="The chief states an opinion last.",
    means_zh="主要负责人最后表态。",
    requires=fact("is_chief_last"),
    effect=Effect.FORBID,
    cites=("38",),
)

meeting_recusal = Rule(
    id="selection_regulations.53.meeting",
    catalogue="b-recusal",
    subject="meeting",
    since=FIRST,
    term="讨论回避",
    term_en="Recusal in the meeting",
    means="Nobody takes part in a decision on himself or on kin.",
    means_zh="讨论涉及本人及其亲属的，必须回避。",
    requires=~fact("has_related_attendee"),
    effect=Effect.FORBID,
    cites=("53",),
)
