"""任前档案审核: checked at motion and inspection; an open doubt suspends the procedure."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _has_doubt(
    is_file_alteration_suspected: bool | None,
    is_file_falsity_suspected: bool | None,
    are_key_fields_inconsistent: bool | None,
    are_key_originals_missing: bool | None,
    is_key_field_unaudited: bool | None,
    birth_consistency: str | None,
    on: date,
) -> bool | None:
    """Any ground; none only when all five are known to be absent."""
    held = (
        is_file_alteration_suspected,
        is_file_falsity_suspected,
        are_key_fields_inconsistent,
        are_key_originals_missing,
        is_key_field_unaudited,
    )
    if any(held) or birth_consistency == "problem":
        return True
    return None if None in held else False


appointment_doubt_entry = Derivation(
    id="personnel_files.appointment.doubt",
    catalogue="fl-pre-appointment",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="档案存疑",
    term_en="A doubt in the file",
    means="Suspected alteration or false material, inconsistent key fields, missing originals, a field never audited, birth records that differ.",
    means_zh="涂改嫌疑、材料造假嫌疑、重要信息不一致、重要原始材料缺失、重要信息未审核或者出生记载不一致。",
    fact="has_file_doubt",
    reads=(),
    optional=(
        "is_file_alteration_suspected",
        "is_file_falsity_suspected",
        "are_key_fields_inconsistent",
        "are_key_originals_missing",
        "is_key_field_unaudited",
        "birth_consistency",
    ),
    reckon=_has_doubt,
    cites=("appointment",),
)

appointment_checked_entry = Rule(
    id="personnel_files.appointment.checked",
    catalogue="fl-pre-appointment",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="动议和考察时审核档案",
    term_en="Checked at motion and at inspection",
    means="Checked at motion, again at inspection, and signed by who audits.",
    means_zh="提拔、调入、录用的，动议时审核档案，考察时再审核，审核人员签名负责。",
    when=fact("is_in_selection"),
    requires=fact("is_file_checked_at_motion")
    & fact("is_file_checked_at_inspection")
    & fact("is_file_audit_signed"),
    effect=Effect.FORBID,
    cites=("appointment",),
)

appointment_doubts_entry = Rule(
    id="personnel_files.appointment.doubts",
    catalogue="fl-pre-appointment",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="存疑未查清的暂停",
    term_en="An open doubt suspends",
    means="With a doubt the procedure is suspended until a finding with papers closes it.",
    means_zh="档案存疑的，有认定结论和材料以前，选拔任用程序暂停。",
    when=fact("is_in_selection") & fact("has_file_doubt"),
    requires=fact("are_file_doubts_closed") | ~fact("is_selection_continued"),
    effect=Effect.FORBID,
    cites=("appointment",),
)

appointment_notice_entry = Rule(
    id="personnel_files.appointment.notice",
    catalogue="fl-pre-appointment",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="公示后发现存疑的不任职",
    term_en="A doubt found after the notice began",
    means="A doubt found after the notice began: its result is not used and the appointment held.",
    means_zh="公示开始后发现存疑未查清的，不使用公示结果，暂缓任职。",
    when=fact("is_notice_begun") & fact("has_file_doubt"),
    requires=fact("are_file_doubts_closed") | ~fact("is_notice_result_used"),
    effect=Effect.FORBID,
    cites=("appointment",),
)
