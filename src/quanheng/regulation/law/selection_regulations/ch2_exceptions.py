"""第二章: promotion step by step, exceptional promotion, its bans and its approval."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND = date(2002, 7, 9), date(2014, 1, 14)  # the versions of 2002 and 2014
PROMOTION = fact("move") == "promotion"
UPWARD = ("deputy_to_chief", "chief_to_upper_deputy", "skip")
EXCEPTION = ("selection_regulations.9", "selection_regulations.9.general")

stepwise = Rule(
    id="selection_regulations.9.stepwise",
    catalogue="a-stepwise",
    subject="candidacy",
    since=FIRST,
    term="逐级提拔",
    term_en="Step-by-step promotion",
    means="Promotion goes one rung at a time.",
    means_zh="提拔应当逐级进行。",
    when=PROMOTION | fact("step").isin(UPWARD),
    requires=fact("level_jump") <= 1,
    unless=EXCEPTION,
    effect=Effect.FORBID,
    cites=("9",),
)

exceptional_2002 = Rule(
    id="selection_regulations.9.general",
    catalogue="a-exceptional",
    subject="candidacy",
    since=FIRST,
    repealed=SECOND,
    term="破格提拔（2002年）",
    term_en="Exceptional promotion (2002)",
    means="An exception needs a ground.",
    means_zh="破格提拔须有规定的情形。",
    when=fact("is_exceptional"),
    requires=fact("exceptional_ground").isin(("outstanding", "special_need")),
    effect=Effect.FORBID,
    cites=("9",),
)

exceptional = Rule(
    id="selection_regulations.9",
    catalogue="a-exceptional",
    subject="candidacy",
    since=SECOND,
    term="破格提拔",
    term_en="Exceptional promotion",
    means="An exception needs a ground, a finished probation, a year since the last promotion, no second exception on tenure running, and at most one rung skipped.",
    means_zh="破格提拔须有规定的情形；试用期未满、提职不满一年、连续任职年限破格或者越两级的，不得破格。",
    when=fact("is_exceptional"),
    requires=fact("exceptional_ground").isin(("outstanding", "special_need"))
    & ~fact("is_on_post_probation")
    & (fact("months_since_last_promotion") >= param("selection_regulations.months_between_promotions"))
    & ~(fact("had_tenure_exception") & fact("is_tenure_exception"))
    & (fact("level_jump") <= param("selection_regulations.rungs_at_most")),
    effect=Effect.FORBID,
    cites=("9",),
)

exceptional_approval = Rule(
    id="selection_regulations.35.exception",
    catalogue="r-prior-report",
    subject="case",
    since=SECOND,
    term="破格、越级报批",
    term_en="Approval of an exception",
    means="An exception needs the consent of the superior organisation department beforehand, unless only education or the two-posts rule is broken.",
    means_zh="破格、越级提拔的，须事先报经上级组织部门同意；只突破学历或者两个职位要求的除外。",
    when=fact("is_exceptional"),
    requires=(fact("prior_report") == "agreed") | fact("exception_report_step").isin(("none", "year_end")),
    effect=Effect.ASK_SUPERIOR,
    cites=("9", "35"),
)
