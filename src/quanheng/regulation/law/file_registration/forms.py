"""公务员登记表: which forms are taken into the file."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

art_1 = Rule(
    id="file_registration.1",
    catalogue="fl-correct-not-overwrite",
    subject="personnel_file",
    since=date(2007, 1, 8),
    term="登记表归档条件",
    term_en="Forms taken into the file",
    means="Forms that disagree with the file, lack stamps or the standard form are not taken in.",
    means_zh="登记表与档案不一致、签章不全或者格式不规范的，不得归档。",
    when=fact("is_registration_form_taken"),
    requires=fact("is_registration_form_agreeing")
    & fact("is_registration_form_stamped")
    & fact("is_registration_form_standard"),
    effect=Effect.FORBID,
    cites=("1",),
)
