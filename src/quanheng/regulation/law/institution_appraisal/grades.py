"""等次: the scale by year, the warning first, the term, dual posts, and who may ask for review."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_term_qualified(is_term_targets_met: bool, annual_below_qualified: int, on: date) -> bool:
    return is_term_targets_met and annual_below_qualified == 0


grades_1995_entry = Rule(
    id="institution_appraisal.grades_1995",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(1995, 12, 14),
    term="三个等次",
    term_en="Three grades",
    means="Before 2014 the annual grades are excellent, qualified and unqualified.",
    means_zh="2014年以前的年度考核分为优秀、合格、不合格。",
    when=fact("assessment_year") < param("institution_appraisal.four_grades_year"),
    requires=fact("institution_grade").isin(("excellent", "qualified", "unqualified", "ungraded")),
    effect=Effect.FORBID,
    cites=("grades",),
)

grades_entry = Rule(
    id="institution_appraisal.grades",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(2014, 7, 1),
    term="四个等次",
    term_en="Four grades",
    means="From the year 2014 excellent, qualified, basically qualified and unqualified.",
    means_zh="2014年度起分为优秀、合格、基本合格、不合格。",
    when=fact("assessment_year") >= param("institution_appraisal.four_grades_year"),
    requires=fact("institution_grade") != "other_scale",
    effect=Effect.FORBID,
    cites=(
        "institution_regulations:21",
        "grades",
    ),
)

caution_entry = Rule(
    id="institution_appraisal.caution",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(1995, 12, 14),
    repealed=date(2014, 7, 1),
    term="先予告诫",
    term_en="A warning first",
    means="A doubtful grade is preceded by a warning of three to six months.",
    means_zh="难以确定等次的，先予三至六个月告诫，再定合格或者不合格。",
    when=fact("is_grade_doubtful"),
    requires=(fact("institution_caution_months") >= param("institution_appraisal.caution_months_least"))
    & (fact("institution_caution_months") <= param("institution_appraisal.caution_months_most")),
    effect=Effect.WARN,
    cites=("caution",),
    gone="2014年起设基本合格等次",
)

both_term_entry = Derivation(
    id="institution_appraisal.both.term",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="聘期考核合格的条件",
    term_en="When the term is qualified",
    means="Term targets met with every annual grade qualified or better.",
    means_zh="完成聘期目标任务且各年度均为合格以上的，聘期考核为合格。",
    fact="is_term_qualified",
    reads=(
        "is_term_targets_met",
        "annual_below_qualified",
    ),
    reckon=_is_term_qualified,
    cites=(
        "both",
        "institution_regulations:21",
    ),
)

both_term_grade_entry = Rule(
    id="institution_appraisal.both.term_grade",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="聘期合格",
    term_en="Qualified for the term",
    means="Where the condition holds, the term is graded qualified.",
    means_zh="符合条件的，聘期考核应当定为合格。",
    when=fact("is_term_qualified"),
    requires=fact("term_grade") == "qualified",
    effect=Effect.WARN,
    cites=(
        "both",
        "institution_regulations:21",
    ),
)

both_entry = Rule(
    id="institution_appraisal.both",
    catalogue="o-assess-institution",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="双岗双考",
    term_en="Assessed in both posts",
    means="Who holds both kinds of post is assessed in both.",
    means_zh="同时在管理和专业技术岗位任职的，两个岗位均应考核。",
    when=fact("holds_dual_posts"),
    requires=fact("is_assessed_in_both"),
    effect=Effect.WARN,
    cites=("both",),
)

review_entry = Rule(
    id="institution_appraisal.review",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="可以复核的等次",
    term_en="Grades open to review",
    means="Review and appeal are open only against the two lower grades.",
    means_zh="只有基本合格、不合格可以申请复核、提出申诉。",
    when=fact("is_institution_review_asked"),
    requires=fact("institution_grade").isin(("basically_qualified", "unqualified")),
    effect=Effect.WARN,
    cites=("review",),
)
