"""Exceptions that nobody has stated: judged without them. 未说明的例外"""

from datetime import date

from quanheng.regulation.core.presumptions import unless_stated

over_quota_approved = unless_stated(
    id="selection_regulations.quota.unapproved",
    catalogue="a-quota",
    subject="post",
    since=date(2002, 7, 9),
    term="超配未说明获批",
    term_en="Over-quota not said to be approved",
    means="Over-quota counts as approved only where the superior has agreed to its report.",
    means_zh="没有说明超职数配备已报经上级同意的，按未获批准判断。",
    fact="is_over_quota_approved",
    at_issue=("held_seats", "quota_seats"),
    granted_by={"report_matter": "over_quota", "prior_report": "agreed"},
    cites=("quota",),
)

recommendation_waived = unless_stated(
    id="selection_regulations.16.unwaived",
    catalogue="b-recommendation-required",
    subject="recommendation",
    since=date(2002, 7, 9),
    term="未说明免予民主推荐",
    term_en="Recommendation not said to be waived",
    means="The recommendation counts as waived only where the superior has agreed to its report.",
    means_zh="没有说明不经民主推荐已报经上级同意的，按应当民主推荐判断。",
    fact="is_recommendation_waived",
    at_issue=("has_meeting_recommendation", "has_talk_recommendation"),
    granted_by={"report_matter": "no_recommendation", "prior_report": "agreed"},
    cites=("16",),
)

special_post = unless_stated(
    id="selection_regulations.24.5.ordinary",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=date(2014, 1, 14),
    term="未说明属于特殊岗位",
    term_en="Not said to be a special post",
    means="A post counts as special only where the exception for it was approved.",
    means_zh="没有说明因特殊岗位需要并经批准的，按一般岗位判断。",
    fact="is_special_post",
    at_issue=("is_spouse_abroad", "is_every_child_abroad"),
    granted_by={"is_abroad_exception_approved": True},
    cites=("24.5",),
)

notice_exempt = unless_stated(
    id="selection_regulations.42.not_exempt",
    catalogue="b-public-notice",
    subject="notice",
    since=date(2002, 7, 9),
    term="未说明免予公示",
    term_en="Notice not said to be exempt",
    means="A notice that was posted was due, unless the post is a special one.",
    means_zh="已经公示而没有说明属于特殊岗位的，按应当公示判断。",
    fact="is_notice_exempt",
    at_issue=(
        "notice_printed_from_on",
        "notice_printed_until_on",
        "notice_posted_on",
        "notice_workdays",
        "notice_days",
        "notice_until",
        "open_objections",
    ),
    granted_by={"is_special_post": True},
    cites=("42",),
)

departure_reported = unless_stated(
    id="selection_regulations.prohibitions.unreported",
    catalogue="f-discipline-10",
    subject="supervision",
    since=date(2014, 1, 14),
    term="未说明离任前已报批",
    term_en="Departure not said to be reported",
    means="Changes before a chief leaves count as agreed only where the superior has agreed to the report.",
    means_zh="没有说明主要领导离任前调整干部已报经上级同意的，按未报告判断。",
    fact="is_departure_reported",
    at_issue=("is_chief_departing", "chief_leaves_on"),
    granted_by={"report_matter": "chief_leaving", "prior_report": "agreed"},
    cites=("prohibitions",),
)

scope_adjusted = unless_stated(
    id="selection_regulations.19.unadjusted",
    catalogue="b-recommendation-scope-change-of-term",
    subject="recommendation",
    since=date(2002, 7, 9),
    term="未说明范围调整理由",
    term_en="Adjusted scope not explained",
    means="A scope counts as adjusted with a reason only where the reason is stated.",
    means_zh="没有说明推荐范围调整理由的，按规定范围判断。",
    fact="is_scope_adjusted_with_reason",
    at_issue=("groups_absent", "department_groups_absent"),
    granted_by={"claimed_exception": "scope_adjusted"},
    cites=("19",),
)

internal_post = unless_stated(
    id="selection_regulations.28.not_internal",
    catalogue="b-inspection-steps",
    subject="inspection",
    since=date(2002, 7, 9),
    term="未说明内设机构职位",
    term_en="Not said to be an internal post",
    means="A post counts as one of an internal unit only where that is stated.",
    means_zh="没有说明内设机构职位的，考察步骤不得简化。",
    fact="is_internal_post",
    at_issue=("inspection_steps_missing",),
    granted_by={"scope_body": "internal_unit"},
    cites=("28",),
)
