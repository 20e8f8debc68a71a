"""检查与纪实: coverage of inspections, the record of a case, re-checking and attendance."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

coverage_full = Rule(
    id="selection_supervision.coverage.full",
    catalogue="r-special-check-coverage",
    subject="supervision",
    since=date(2014, 1, 1),
    term="选人用人检查覆盖",
    term_en="Coverage of inspections",
    means="A unit with appointment power was fully inspected within five years.",
    means_zh="对有用人权的单位，距上次普遍检查不超过五年。",
    when=fact("has_appointment_power"),
    requires=fact("judged_on")
    <= later(fact("last_full_check_on"), months=param("selection_supervision.full_check_months")),
    effect=Effect.WARN,
    cites=("coverage",),
)

coverage_due_list = Rule(
    id="selection_supervision.coverage.due_list",
    catalogue="r-special-check-coverage",
    subject="supervision",
    since=date(2014, 1, 1),
    term="检查安排提示",
    term_en="Inspection falls due",
    means="After three years a unit is put on the list for inspection.",
    means_zh="距上次普遍检查满三年的，列入检查安排。",
    when=fact("has_appointment_power"),
    requires=fact("judged_on")
    < later(fact("last_full_check_on"), months=param("selection_supervision.due_list_months")),
    effect=Effect.WARN,
    cites=("coverage",),
)

documentation_record = Rule(
    id="selection_supervision.documentation.record",
    catalogue="r-documentation",
    subject="supervision",
    since=date(2014, 1, 1),
    term="全程纪实",
    term_en="The full record",
    means="A case closes only when every stage is fully recorded and signed, not by the candidate.",
    means_zh="每个环节均有齐全的纪实并由记录人签名，记录人不得为人选本人，方可结案。",
    requires=(fact("documented_stages") >= fact("required_stages"))
    & fact("is_record_complete")
    & fact("is_record_signed")
    & ~fact("is_recorder_candidate"),
    effect=Effect.FORBID,
    cites=("documentation",),
)

recheck_share = Rule(
    id="selection_supervision.recheck.share",
    catalogue="r-12380-recheck",
    subject="supervision",
    since=date(2014, 1, 1),
    term="督办复核百分之二十",
    term_en="A fifth re-checked",
    means="At least a fifth of the supervised items is re-checked yearly.",
    means_zh="督办事项每年复核不少于百分之二十。",
    requires=fact("rechecked_items") * 100
    >= fact("supervised_items") * param("selection_supervision.recheck_percent"),
    effect=Effect.WARN,
    cites=("recheck",),
    verified=False,
)

attendance_meeting = Rule(
    id="selection_supervision.attendance.meeting",
    catalogue="r-supervisor-attends",
    subject="supervision",
    since=date(2014, 1, 1),
    term="任中派员列席",
    term_en="Superior staff attend",
    means="Superior staff attend the meetings where local rules ask for it.",
    means_zh="规定须派员列席的重要会议，上级派员列席。",
    when=fact("is_attendance_required"),
    requires=fact("is_superior_attending"),
    effect=Effect.WARN,
    cites=("attendance",),
    verified=False,
)

attendance_review = Rule(
    id="selection_supervision.attendance.review",
    catalogue="r-supervisor-attends",
    subject="supervision",
    since=date(2014, 1, 1),
    term="任前报审任后备案",
    term_en="Reviewed before, filed after",
    means="By local rules reviewed before and filed after the appointment.",
    means_zh="按地方规定任前报审、任后备案。",
    when=fact("is_attendance_required"),
    requires=fact("is_prereview_done") & fact("is_postfiling_done"),
    effect=Effect.WARN,
    cites=("attendance",),
    verified=False,
)
