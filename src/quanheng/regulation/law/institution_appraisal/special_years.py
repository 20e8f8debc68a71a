"""特殊年度: refusal, first jobs, sanctions; leave and open cases by analogy."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, last_day
from quanheng.kernel.expressions import Expression, fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FITTING = {
    "free": ("excellent", "qualified", "basically_qualified", "unqualified"),
    "not_excellent": ("qualified", "basically_qualified", "unqualified"),
    "at_best_basic": ("basically_qualified", "unqualified"),
    "unqualified": ("unqualified",),
    "ungraded": ("ungraded",),
    "no_comments": ("ungraded",),
}


def fits(outcome: str) -> Expression:
    """The condition that the recorded grade is one the outcome allows."""
    first, *rest = (
        (fact(outcome) == word) & fact("institution_grade").isin(grades) for word, grades in FITTING.items()
    )
    for each in rest:
        first = first | each
    return first


def _sanctioned(
    assessment_year: int,
    institution_sanction: str,
    institution_sanction_on: date | None,
    institution_sanction_lifted_on: date | None,
    sanction_caution: int,
    sanction_lowering: int,
    on: date,
) -> str | None:
    """By the text in force when the sanction took effect; nothing once it was lifted."""
    start, lifted = institution_sanction_on, institution_sanction_lifted_on
    if institution_sanction == "none" or start == NO_DATE:
        return "free"
    if start is None or start == OPEN_ENDED:
        return None
    if institution_sanction == "warning":
        return "not_excellent" if assessment_year == start.year else "free"
    if start >= date(2023, 11, 6):
        years = 1 if institution_sanction == "demerit" else 2
        return "ungraded" if 0 <= assessment_year - start.year < years else "free"
    last = last_day(start, sanction_caution if institution_sanction == "demerit" else sanction_lowering)
    end = date(assessment_year, 12, 31)
    is_over = last < end or start > end or (lifted not in (None, NO_DATE) and lifted <= end)
    if is_over:
        return "free"
    return "at_best_basic" if institution_sanction == "demerit" else "unqualified"


def _heavier(one: str, other: str) -> str:
    order = ("free", "not_excellent", "at_best_basic", "ungraded", "no_comments", "unqualified")
    return max(one, other, key=order.index)


BY_PARTY = {"incompetent": "unqualified", "supplemented": "free", "not_assessed": "free"}


def _firm(
    is_institution_appraisal_refused: bool,
    is_first_job_year: bool | None,
    assessment_year: int | None,
    institution_entry_on: date | None,
    institution_sanction_outcome: str | None,
    party_year_outcome: str | None,
    on: date,
) -> str | None:
    """Refusal, then a first job of less than half the year, then sanctions; the heavier of Party and staff sanction."""
    if is_institution_appraisal_refused:
        return "unqualified"
    short = _is_short(is_first_job_year, assessment_year, institution_entry_on)
    if short is None or institution_sanction_outcome is None:
        return None
    if short:
        return "ungraded"
    party = party_year_outcome or "free"
    return _heavier(institution_sanction_outcome, BY_PARTY.get(party, party))


def _is_short(is_first: bool | None, year: int | None, entry: date | None) -> bool | None:
    """Whether less than half of the year was worked in a first job."""
    if not is_first:
        return is_first
    if year is None or entry is None:
        return None
    whole = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    worked = (date(year, 12, 31) - max(entry, date(year, 1, 1))).days + 1
    return 2 * max(worked, 0) < whole


def _analogy(
    institution_leave_workdays: int | None,
    institution_workdays_in_year: int | None,
    is_case_open_at_year_end: bool | None,
    is_manager_sanctioned_by_law: bool | None,
    on: date,
) -> str | None:
    """Leave of more than half the year, then an open case, then a manager's sanction read as lowering."""
    leave, whole = institution_leave_workdays, institution_workdays_in_year
    if leave is not None and whole is not None and 2 * leave > whole:
        return "ungraded"
    if is_case_open_at_year_end:
        return "no_comments"
    if is_manager_sanctioned_by_law:
        return "ungraded"
    known = (leave, whole, is_case_open_at_year_end, is_manager_sanctioned_by_law)
    return None if None in known else "free"


special_sanctioned_entry = Derivation(
    id="institution_appraisal.special.sanctioned",
    catalogue="o-assess-sanctioned",
    subject="appraisal",
    since=date(2012, 9, 1),
    term="受处分年度的考核结果",
    term_en="Result of a sanctioned year",
    means="Until 2023-11-05: warning not excellent that year, demerit below qualified and lowering or removal unqualified while they run; since then demerit comments only that year, lowering that year and the next.",
    means_zh="2023年11月6日前：警告当年不得优秀，记过期内不得合格以上，降低岗位等级、撤职期内不得基本合格以上；之后：警告当年不得优秀，记过当年、降低岗位等级当年和次年只写评语。",
    fact="institution_sanction_outcome",
    reads=(
        "assessment_year",
        "institution_sanction",
    ),
    optional=(
        "institution_sanction_on",
        "institution_sanction_lifted_on",
    ),
    params=(
        "institution_appraisal.sanction_caution",
        "institution_appraisal.sanction_lowering",
    ),
    reckon=_sanctioned,
    cites=("institution_sanctions:effect",),
)

special_firm_entry = Derivation(
    id="institution_appraisal.special.firm",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="明文规定的考核结果",
    term_en="Result due by the text",
    means="In order: refusal unqualified, a first job of under half the year comments only, sanctions, with the heavier of Party and staff ones.",
    means_zh="依次为：拒不参加定为不合格，初次就业不满半年只写评语，受处分的按处分（与党纪处分取重）。",
    fact="institution_firm_outcome",
    reads=("is_institution_appraisal_refused",),
    optional=(
        "is_first_job_year",
        "assessment_year",
        "institution_entry_on",
        "institution_sanction_outcome",
        "party_year_outcome",
    ),
    reckon=_firm,
    cites=("special",),
)

analogy_outcome_entry = Derivation(
    id="institution_appraisal.analogy.outcome",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="参照公务员的考核结果",
    term_en="Result by analogy",
    means="Leave of over half the year ungraded, an open case no comments, a manager's heavier state sanction as lowering; unverified.",
    means_zh="病事假超过半年的不定等次，年末立案未结的不写评语，管理人员受记大过以上政务处分的按降低岗位等级（未经核实）。",
    fact="institution_analogy_outcome",
    reads=(),
    optional=(
        "institution_leave_workdays",
        "institution_workdays_in_year",
        "is_case_open_at_year_end",
        "is_manager_sanctioned_by_law",
    ),
    reckon=_analogy,
    cites=("analogy",),
    verified=False,
)

special_entry = Rule(
    id="institution_appraisal.special",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="特殊年度的考核结果",
    term_en="Result of a special year",
    means="Refusal, short first jobs and sanctions have the result of the rules.",
    means_zh="拒不参加、初次就业不满半年和受处分的，按规定确定结果。",
    requires=fits("institution_firm_outcome"),
    effect=Effect.FORBID,
    cites=(
        "special",
        "institution_sanctions:effect",
    ),
)

sanctioned_entry = Rule(
    id="institution_appraisal.sanctioned",
    catalogue="o-assess-sanctioned",
    subject="appraisal",
    since=date(2012, 9, 1),
    term="受处分年度的等次",
    term_en="Grade of a sanctioned year",
    means="A sanctioned year has the grade the sanction leaves.",
    means_zh="受处分的年度，按处分的影响确定等次。",
    requires=fits("institution_sanction_outcome"),
    effect=Effect.FORBID,
    cites=("institution_sanctions:effect",),
)

analogy_entry = Rule(
    id="institution_appraisal.analogy",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="参照确定的结果",
    term_en="Result by analogy",
    means="Long leave and open cases follow the civil servants' rules by analogy; it only advises.",
    means_zh="长期病事假、立案未结案的，参照公务员考核规定确定结果（未经核实，只作提示）。",
    requires=fits("institution_analogy_outcome"),
    effect=Effect.WARN,
    cites=("analogy",),
    verified=False,
)

special_sent_entry = Rule(
    id="institution_appraisal.special.sent",
    catalogue="o-assess-special",
    subject="appraisal",
    since=date(2023, 1, 12),
    term="派出人员由用人单位考核",
    term_en="People sent out",
    means="Assessed by the employing unit with facts from outside.",
    means_zh="派出学习、执行任务和经批准离岗创新的，由用人单位考核并参考派出期间情况。",
    when=fact("is_sent_out"),
    requires=fact("is_assessed_by_employer"),
    effect=Effect.WARN,
    cites=("special",),
)
