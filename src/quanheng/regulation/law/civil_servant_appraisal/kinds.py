"""Which rules assess whom, the scale of grades, and the share of excellent."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import GRADES

FIRST, SECOND, THIRD = date(1994, 1, 1), date(2007, 1, 4), date(2020, 12, 28)
LEADERS = date(2019, 4, 7)  # the leaders' own regulations
COUNTED = fact("appraised_count") * param("civil_servant_appraisal.excellent_percent_most")


def _regime(kind: str, is_leader: bool, on: date) -> str:
    if kind == "institution_staff":
        return "institutions"
    if kind == "worker":
        return "workers"
    if is_leader:
        return "leaders_2019" if on >= LEADERS else "leaders_own"
    return "civil_2020" if on >= THIRD else "civil_2007" if on >= SECOND else "civil_1994"


def reckon_regime(*, appraisee_kind: str, is_member_of_leading_body: bool, on: date) -> str:
    """The rules by which the person is assessed on a day."""
    return _regime(appraisee_kind, is_member_of_leading_body, on)


def reckon_graded(*, appraised_grade: str, on: date) -> bool:
    """Whether the result is a grade; 不定等次 and 未参加 are states."""
    return appraised_grade in GRADES


def reckon_most(*, appraised_count: int, excellent_percent_most: int, on: date) -> int:
    """The whole number of excellent grades within the share, rounded down."""
    return appraised_count * excellent_percent_most // 100


def reckon_most_approved(
    *,
    appraised_count: int,
    is_excellent_share_approved: bool,
    excellent_percent_most: int,
    excellent_percent_approved: int,
    on: date,
) -> int:
    """As above; the larger share where it was approved."""
    percent = excellent_percent_approved if is_excellent_share_approved else excellent_percent_most
    return appraised_count * percent // 100


regime = Derivation(
    id="civil_servant_appraisal.regime",
    catalogue="k-assess-kinds",
    subject="appraisal",
    since=FIRST,
    term="适用的考核规定",
    term_en="Appraisal rules that apply",
    means="Leading members of an organ follow their own rules, other civil servants the appraisal rules.",
    means_zh="机关领导成员按领导干部考核的规定考核，其他公务员按公务员考核规定考核。",
    fact="appraisal_regime",
    reads=("appraisee_kind", "is_member_of_leading_body"),
    reckon=reckon_regime,
    cites=("scope",),
)

graded = Derivation(
    id="civil_servant_appraisal.graded",
    catalogue="k-assess-kinds",
    subject="appraisal",
    since=SECOND,
    term="是否已定等次",
    term_en="Whether the year is graded",
    means="Comments without a grade and not taking part are states, not grades.",
    means_zh="不定等次和未参加考核是状态，不是等次。",
    fact="is_year_graded",
    reads=("appraised_grade",),
    reckon=reckon_graded,
    cites=("grades",),
)

three_grades = Rule(
    id="civil_servant_appraisal.grades.1994",
    catalogue="k-assess-kinds",
    subject="appraisal",
    since=FIRST,
    repealed=SECOND,
    term="考核等次（1994年）",
    term_en="Grades (1994)",
    means="Before 2007 there was no grade basically competent.",
    means_zh="2007年以前年度考核没有基本称职等次。",
    requires=fact("appraised_grade") != "basically_competent",
    effect=Effect.FORBID,
    cites=("grades",),
)

forms = Rule(
    id="civil_servant_appraisal.forms",
    catalogue="k-assess-kinds",
    subject="appraisal",
    since=date(2019, 6, 1),
    term="公务员考核方式",
    term_en="Forms of appraisal",
    means="Civil servants are assessed regularly, specially and periodically (yearly).",
    means_zh="公务员考核分为平时考核、专项考核和定期考核（年度考核）。",
    when=fact("appraisee_kind").isin(("civil_servant", "by_reference")) & ~fact("is_member_of_leading_body"),
    requires=fact("appraisal_form").isin(("regular", "special", "periodic", "annual")),
    effect=Effect.WARN,
    cites=("civil_servant_law:36",),
)

most_before_2020 = Rule(
    id="civil_servant_appraisal.share.most",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=FIRST,
    repealed=THIRD,
    term="优秀比例上限（2020年以前）",
    term_en="Largest share of excellent (before 2020)",
    means="Excellent: at most 15 percent (1994), 20 percent (2007) of those assessed.",
    means_zh="优秀等次最多不超过参加考核人数的百分之十五（1994年）、百分之二十（2007年）。",
    requires=fact("excellent_count") * 100 <= COUNTED,
    effect=Effect.FORBID,
    cites=("share",),
)

usual = Rule(
    id="civil_servant_appraisal.share.usual",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=FIRST,
    repealed=THIRD,
    term="优秀比例一般上限",
    term_en="Usual share of excellent",
    means="Excellent: generally within 10 percent (1994), 15 percent (2007) of those assessed.",
    means_zh="优秀等次一般不超过参加考核人数的百分之十（1994年）、百分之十五（2007年）。",
    requires=fact("excellent_count") * 100
    <= fact("appraised_count") * param("civil_servant_appraisal.excellent_percent_usual"),
    effect=Effect.WARN,
    cites=("share",),
)

most = Rule(
    id="civil_servant_appraisal.share",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=THIRD,
    term="优秀比例上限",
    term_en="Largest share of excellent",
    means="Excellent: within 20 percent of those assessed, with consent within 25 percent.",
    means_zh="优秀等次一般掌握在参加考核人数的百分之二十以内，经同级公务员主管部门同意可以到百分之二十五。",
    requires=(fact("excellent_count") * 100 <= COUNTED)
    | (
        fact("is_excellent_share_approved")
        & (
            fact("excellent_count") * 100
            <= fact("appraised_count") * param("civil_servant_appraisal.excellent_percent_approved")
        )
    ),
    effect=Effect.FORBID,
    cites=("share",),
)

number_before_2020 = Derivation(
    id="civil_servant_appraisal.share.number.1994",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=FIRST,
    repealed=THIRD,
    term="优秀名额（2020年以前）",
    term_en="Number of excellent (before 2020)",
    means="The most people who may be graded excellent, rounded down.",
    means_zh="优秀等次名额按比例上限计算，只取整数部分。",
    fact="excellent_most",
    reads=("appraised_count",),
    params=("civil_servant_appraisal.excellent_percent_most",),
    reckon=reckon_most,
    cites=("share",),
)

number = Derivation(
    id="civil_servant_appraisal.share.number",
    catalogue="k-excellent-ratio",
    subject="appraisal",
    since=THIRD,
    term="优秀名额",
    term_en="Number of excellent",
    means="The most people who may be graded excellent, by the approved share where there is one, rounded down.",
    means_zh="优秀等次名额按比例上限（经批准的按批准的比例）计算，只取整数部分。",
    fact="excellent_most",
    reads=("appraised_count", "is_excellent_share_approved"),
    params=(
        "civil_servant_appraisal.excellent_percent_most",
        "civil_servant_appraisal.excellent_percent_approved",
    ),
    reckon=reckon_most_approved,
    cites=("share",),
)
