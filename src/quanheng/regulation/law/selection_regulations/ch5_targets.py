"""第五章 考察: who may not become an inspection target, item by item and version by version."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SECOND, THIRD = date(2014, 1, 14), date(2019, 3, 3)  # the versions of 2014 and 2019
USED = fact("move").isin(("promotion", "further_use"))

political = Rule(
    id="selection_regulations.24.1",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=THIRD,
    term="违反政治纪律",
    term_en="Breach of political discipline",
    means="No breach of political discipline and rules.",
    means_zh="违反政治纪律和政治规矩的，不得列为考察对象。",
    when=USED,
    requires=~fact("has_political_breach"),
    effect=Effect.FORBID,
    cites=("24.1",),
)

recognition = Rule(
    id="selection_regulations.24.2",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="群众公认度",
    term_en="Public recognition",
    means="Public recognition is not low.",
    means_zh="群众公认度不高的，不得列为考察对象。",
    when=USED,
    requires=~fact("has_low_recognition"),
    effect=Effect.FORBID,
    cites=("24.2",),
)

three_years = Rule(
    id="selection_regulations.24.3.three_years",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    repealed=THIRD,
    term="近三年考核等次（2014年）",
    term_en="Grades of the last three years (2014)",
    means="No grade of basically competent or worse in the last three years.",
    means_zh="近三年年度考核有基本称职以下等次的，不得列为考察对象。",
    when=USED,
    requires=fact("weak_grades_3y") == 0,
    effect=Effect.FORBID,
    cites=("24.3",),
)

last_year = Rule(
    id="selection_regulations.24.3",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=THIRD,
    term="上一年考核等次",
    term_en="Last year's grade",
    means="Last year's grade is not basically competent or worse.",
    means_zh="上一年年度考核为基本称职以下等次的，不得列为考察对象。",
    when=USED,
    requires=~fact("last_year_grade").isin(("basically_competent", "incompetent")),
    effect=Effect.FORBID,
    cites=("24.3",),
)

canvassing = Rule(
    id="selection_regulations.24.4",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=THIRD,
    term="跑官、拉票",
    term_en="Canvassing",
    means="No canvassing for office.",
    means_zh="有跑官、拉票等非组织行为的，不得列为考察对象。",
    when=USED,
    requires=~fact("has_canvassed"),
    effect=Effect.FORBID,
    cites=("24.4",),
)

abroad = Rule(
    id="selection_regulations.24.5",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="配偶移居国（境）外",
    term_en="Spouse abroad",
    means="Neither the spouse abroad nor, without a spouse, all children; special posts excepted.",
    means_zh="配偶已移居国（境）外，或者没有配偶、子女均已移居的，除特殊岗位外不得列为考察对象。",
    when=USED,
    requires=~(fact("is_spouse_abroad") | (~fact("has_spouse") & fact("is_every_child_abroad")))
    | fact("is_special_post"),
    effect=Effect.FORBID,
    cites=("24.5",),
)

restricted = Rule(
    id="selection_regulations.24.6",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="影响期",
    term_en="Restricting period",
    means="No admonition, treatment or sanction whose effect runs.",
    means_zh="受诫勉、组织处理、党纪政务处分等，影响期未满的，不得列为考察对象。",
    when=USED,
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("24.6",),
)

still_felt = Rule(
    id="selection_regulations.24.6.felt",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="影响期满仍影响使用",
    term_en="Effect still felt",
    means="No admonition, treatment or sanction that still matters after its effect ran out.",
    means_zh="受诫勉、组织处理、党纪政务处分等，影响期满仍影响使用的，不得列为考察对象。",
    when=USED,
    requires=~fact("is_restriction_still_felt"),
    effect=Effect.FORBID,
    cites=("24.6",),
)

other_bar = Rule(
    id="selection_regulations.24.7",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=THIRD,
    term="其他不宜情形",
    term_en="Otherwise unfit",
    means="Not otherwise unfit.",
    means_zh="有其他原因不宜提拔或者进一步使用的，不得列为考察对象。",
    when=USED,
    requires=~fact("has_other_bar"),
    effect=Effect.FORBID,
    cites=("24.7",),
)

restriction_advised = Rule(
    id="selection_regulations.24.6.advised",
    catalogue="b-target-disqualified",
    subject="candidacy",
    since=SECOND,
    term="影响期（待核依据）",
    term_en="Restricting period (unverified ground)",
    means="No restriction that rests on an unverified figure runs: it is shown, it does not bar.",
    means_zh="依据尚未核实的影响期只作提示，不作禁止。",
    when=USED,
    requires=fact("restriction_advised_until") < fact("judged_on"),
    effect=Effect.WARN,
    cites=("24.6",),
    verified=False,
)
