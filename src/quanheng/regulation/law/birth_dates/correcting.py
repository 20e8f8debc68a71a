"""更正: by a finding, never by writing over."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

correct_entry = Rule(
    id="birth_dates.correct",
    catalogue="fl-correct-not-overwrite",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="更正须有认定",
    term_en="Corrected by a finding",
    means="A finding, the old value readable, dates recomputed; a typing error of the same day is logged.",
    means_zh="更正档案记载须有认定结论，原记载保留，年龄、年限、退休时间重新计算；当日录入差错须留痕。",
    when=fact("is_file_field_changed"),
    requires=(fact("has_field_finding") & fact("is_old_value_kept") & fact("are_dates_recomputed"))
    | (fact("is_same_day_typing_error") & fact("is_file_change_logged")),
    effect=Effect.FORBID,
    cites=("correct",),
)

correct_earlier_entry = Rule(
    id="birth_dates.correct.earlier",
    catalogue="fl-correct-not-overwrite",
    subject="personnel_file",
    since=date(2006, 1, 1),
    term="原决定列出待查",
    term_en="Earlier decisions are listed",
    means="Decisions taken on the wrong age are listed for review and not undone by the system.",
    means_zh="依据错误年龄作出的决定列出待查，系统不自行撤销。",
    when=fact("is_file_field_changed"),
    requires=fact("are_earlier_decisions_listed") & ~fact("are_earlier_decisions_undone"),
    effect=Effect.WARN,
    cites=("correct",),
)
