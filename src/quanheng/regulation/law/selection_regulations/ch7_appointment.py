"""第七章 任职: public notice, objections, probation, talk."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2002, 7, 9), date(2014, 1, 14)  # the versions of 2002 and 2014
NOTIFIED = ("bureau", "county", "township")

notice_2002 = Rule(
    id="selection_regulations.42.days",
    catalogue="b-public-notice",
    subject="notice",
    since=FIRST,
    repealed=SECOND,
    term="任前公示（2002年）",
    term_en="Public notice (2002)",
    means="Seven to fifteen days of public notice after the decision.",
    means_zh="任前公示一般为七至十五天。",
    when=fact("post_tier").isin(NOTIFIED) & (fact("move") == "promotion") & ~fact("is_notice_exempt"),
    requires=fact("is_posted_after_decision")
    & (fact("notice_days") >= param("selection_regulations.notice_days_least"))
    & (fact("notice_days") <= param("selection_regulations.notice_days_most")),
    effect=Effect.FORBID,
    cites=("42",),
)

notice = Rule(
    id="selection_regulations.42.workdays",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="任前公示",
    term_en="Public notice",
    means="At least five working days of public notice, after the decision, up to its end.",
    means_zh="讨论决定后公示，公示期不少于五个工作日，公示期内不得撤下。",
    when=fact("post_tier").isin(NOTIFIED) & (fact("move") == "promotion") & ~fact("is_notice_exempt"),
    requires=fact("is_posted_after_decision")
    & (fact("notice_workdays") >= param("selection_regulations.notice_workdays"))
    & fact("is_full_period_up"),
    effect=Effect.FORBID,
    cites=("42",),
)

notice_ended = Rule(
    id="selection_regulations.42.ended",
    catalogue="b-public-notice",
    subject="appointment",
    since=FIRST,
    term="公示期满",
    term_en="End of the notice period",
    means="No appointment before the notice has run to its last day.",
    means_zh="公示期满后方可办理任职。",
    when=~fact("is_notice_exempt"),
    requires=fact("notice_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("42",),
)

notice_on_time = Rule(
    id="selection_regulations.42.on_time",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="按印发日期张贴",
    term_en="Posted when printed to begin",
    means="The notice goes up on the day it is printed to begin.",
    means_zh="公示按印发的起始日期张贴。",
    when=~fact("is_notice_exempt"),
    requires=fact("is_posted_on_time"),
    effect=Effect.WARN,
    cites=("42",),
)

notice_exception = Rule(
    id="selection_regulations.42.exception",
    catalogue="b-public-notice",
    subject="notice",
    since=SECOND,
    term="破格公示说明",
    term_en="Exception stated in the notice",
    means="For an exceptional promotion the notice states the circumstances and the reason.",
    means_zh="破格提拔的，公示中说明破格的具体情形和理由。",
    when=fact("is_exceptional") & ~fact("is_notice_exempt"),
    requires=fact("is_exception_stated"),
    effect=Effect.FORBID,
    cites=("42",),
)

objections = Rule(
    id="selection_regulations.42.objections",
    catalogue="b-notice-objections",
    subject="notice",
    since=FIRST,
    term="公示反映查核",
    term_en="Objections checked",
    means="Every specific objection is checked and has a result before the appointment.",
    means_zh="公示期间的具体反映查核办结后方可办理任职。",
    when=~fact("is_notice_exempt"),
    requires=fact("open_objections") == 0,
    effect=Effect.FORBID,
    cites=("42",),
)

probation = Rule(
    id="selection_regulations.43.length",
    catalogue="b-probation-1y",
    subject="appointment",
    since=FIRST,
    term="试用期一年",
    term_en="Probation of one year",
    means="A newly promoted leader in such a post is on probation for one year.",
    means_zh="提任实行试用期的领导职务，试用期为一年。",
    when=fact("is_probation_post") & (fact("move") == "promotion"),
    requires=fact("probation_months") == param("selection_regulations.probation_months"),
    effect=Effect.FORBID,
    cites=("43",),
)

confirmation = Rule(
    id="selection_regulations.43.confirmation",
    catalogue="b-probation-1y",
    subject="appointment",
    since=FIRST,
    term="试用期满考核",
    term_en="Assessment after probation",
    means="Confirmation only after the last day of probation and an assessment as competent.",
    means_zh="试用期满并经考核胜任的，方可正式任职。",
    when=fact("is_confirmation"),
    requires=(fact("probation_until") < fact("judged_on")) & fact("is_probation_assessed"),
    effect=Effect.FORBID,
    cites=("43",),
)

talk = Rule(
    id="selection_regulations.44.talk",
    catalogue="b-appointment-talk",
    subject="appointment",
    since=FIRST,
    term="任职谈话",
    term_en="Appointment talk",
    means="A designated person talks with the appointee.",
    means_zh="任职前指定专人谈话。",
    requires=fact("has_appointment_talk"),
    effect=Effect.WARN,
    cites=("44",),
)
