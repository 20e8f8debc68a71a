"""诫勉: the window, the written examination, the answer to an inquiry letter, the follow-up."""

from datetime import date

from quanheng.kernel.dates import corresponding_day
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(2015, 1, 1)

window_over = Rule(
    id="admonition.effect.window",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="诫勉影响期已满",
    term_en="The window of the admonition is over",
    means="For six months after an admonition no promotion, more important use or rank promotion.",
    means_zh="受到诫勉的，六个月内不得提拔、进一步使用和晋升职级。",
    when=(fact("sanction_family") == "admonition")
    & fact("personnel_act").isin(("promotion", "further_use", "rank_promotion")),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("effect",),
)

self_check_due = Derivation(
    id="admonition.self_check.due",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="书面检查期限",
    term_en="Written examination due",
    means="A written examination is handed in within five working days.",
    means_zh="诫勉对象五个工作日内提交书面检查。",
    fact="admonition_selfcheck_due_on",
    reads=("admonition_selfcheck_received_on",),
    params=("admonition.self_check_workdays",),
    reckon=lambda *, admonition_selfcheck_received_on, self_check_workdays, on: last_workday_after(
        admonition_selfcheck_received_on, self_check_workdays
    ),
    cites=("self_check",),
)

self_check = Rule(
    id="admonition.self_check",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="书面检查按期",
    term_en="Written examination in time",
    means="A written examination is handed in within five working days.",
    means_zh="诫勉对象五个工作日内提交书面检查。",
    requires=fact("admonition_selfcheck_handed_on") <= fact("admonition_selfcheck_due_on"),
    effect=Effect.WARN,
    cites=("self_check",),
)

letter_due = Derivation(
    id="admonition.letter.due",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="函询答复期限",
    term_en="Answer to the inquiry letter due",
    means="An inquiry letter is answered within fifteen working days.",
    means_zh="收到函询后十五个工作日内书面答复。",
    fact="inquiry_letter_due_on",
    reads=("inquiry_letter_received_on",),
    params=("admonition.letter_workdays",),
    reckon=lambda *, inquiry_letter_received_on, letter_workdays, on: last_workday_after(
        inquiry_letter_received_on, letter_workdays
    ),
    cites=("letter",),
)

letter = Rule(
    id="admonition.letter",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="函询答复按期",
    term_en="Answer to the inquiry letter in time",
    means="An inquiry letter is answered within fifteen working days.",
    means_zh="收到函询后十五个工作日内书面答复。",
    requires=fact("inquiry_letter_answered_on") <= fact("inquiry_letter_due_on"),
    effect=Effect.WARN,
    cites=("letter",),
)

followup_due = Derivation(
    id="admonition.followup.due",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="诫勉回访之日",
    term_en="Follow-up due",
    means="The follow-up is due when the six months are over.",
    means_zh="诫勉满六个月，应当了解改正情况。",
    fact="admonition_followup_due_on",
    reads=("admonished_on",),
    params=("admonition.months",),
    reckon=lambda *, admonished_on, months, on: corresponding_day(admonished_on, months),
    cites=("followup",),
)

followup = Rule(
    id="admonition.followup",
    catalogue="h-admonish-6m",
    subject="sanction",
    since=FIRST,
    term="诫勉期满回访",
    term_en="Followed up",
    means="When six months are over the correction is followed up and reported.",
    means_zh="诫勉满六个月后应当回访了解改正情况并报告。",
    when=fact("judged_on") >= fact("admonition_followup_due_on"),
    requires=fact("is_admonition_followed_up"),
    effect=Effect.WARN,
    cites=("followup",),
)
