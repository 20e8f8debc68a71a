"""Years of recruits, of people who were absent, were under a case or refused: the result due."""

from datetime import date

from quanheng.kernel.dates import NO_DATE
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import workdays_inclusive
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits

SECOND, THIRD = date(2007, 1, 4), date(2020, 12, 28)
TOGETHER = ("civil_servant_appraisal.several",)


def reckon_recruit(*, assessment_year: int, recruit_last_on: date, on: date) -> str:
    """On recruit probation on 31 December: comments only."""
    return "ungraded" if recruit_last_on >= date(assessment_year, 12, 31) else "free"


def reckon_working_days(*, assessment_year: int, year_sick_days: int, on: date) -> int:
    """Working days of the year by the official calendar; asked only where leave is at issue."""
    return workdays_inclusive(date(assessment_year, 1, 1), date(assessment_year, 12, 31))


def _is_long(sick: int, personal: int | None, whole: int) -> bool:
    return 2 * (sick + (personal or 0)) > whole


def reckon_absence_2007(
    *, year_sick_days: int, year_personal_days: int | None, year_working_days: int, on: date
) -> str:
    """Leave of more than half the year: not assessed."""
    return "not_assessed" if _is_long(year_sick_days, year_personal_days, year_working_days) else "free"


def reckon_absence(
    *, year_sick_days: int, year_personal_days: int | None, year_working_days: int, on: date
) -> str:
    """Leave of more than half the year: assessed, no grade."""
    return "ungraded" if _is_long(year_sick_days, year_personal_days, year_working_days) else "free"


def reckon_case(
    *,
    assessment_year: int,
    year_case_opened_on: date,
    year_case_closed_on: date | None,
    year_case_result: str | None,
    on: date,
) -> str | None:
    """Open on 31 December: no comments, no grade; once closed by the result. With neither day nor result it is open."""
    end = date(assessment_year, 12, 31)
    if year_case_opened_on == NO_DATE or year_case_opened_on > end:
        return "free"
    if year_case_closed_on is None:
        return "no_comments" if year_case_result is None else None
    if year_case_closed_on <= end:
        return "free"
    if year_case_closed_on > on:
        return "no_comments"
    if year_case_result is None:
        return None
    return "no_comments" if year_case_result == "heavier" else "supplemented"


def reckon_refusal(
    *,
    has_refused_appraisal: bool,
    is_refusal_justified: bool | None,
    is_refusal_talked_over: bool | None,
    on: date,
) -> str | None:
    """Refused without good reason and still after education: incompetent."""
    if not has_refused_appraisal or is_refusal_justified or is_refusal_talked_over is False:
        return "free"
    return None if is_refusal_talked_over is None else "incompetent"


recruit_outcome = Derivation(
    id="civil_servant_appraisal.25.outcome",
    catalogue="k-recruit-year",
    subject="appraisal",
    since=SECOND,
    term="新录用试用期年度",
    term_en="Year of recruit probation",
    means="Still on recruit probation on 31 December: comments only.",
    means_zh="考核年度年末仍在新录用试用期内的，只写评语、不定等次。",
    fact="recruit_year_outcome",
    reads=("assessment_year", "recruit_last_on"),
    reckon=reckon_recruit,
    cites=("25",),
)

recruit = Rule(
    id="civil_servant_appraisal.25",
    catalogue="k-recruit-year",
    subject="appraisal",
    since=SECOND,
    term="新录用试用期不定等次",
    term_en="No grade on recruit probation",
    means="A recruit still on probation gets comments and no grade; after it the year is graded.",
    means_zh="新录用公务员在试用期内参加年度考核，只写评语，不定等次。",
    requires=fits("recruit_year_outcome"),
    unless=TOGETHER,
    effect=Effect.FORBID,
    cites=("25",),
)

working_days = Derivation(
    id="civil_servant_appraisal.27.days",
    catalogue="k-absent-year",
    subject="appraisal",
    since=SECOND,
    term="该年度工作日数",
    term_en="Working days of the year",
    means="Half of the year is counted in working days of the official calendar (our reading).",
    means_zh="考核年度按法定工作日计算（系本系统的理解）。",
    fact="year_working_days",
    reads=("assessment_year", "year_sick_days"),
    reckon=reckon_working_days,
    cites=("27",),
    verified=False,
)

absence_2007 = Derivation(
    id="civil_servant_appraisal.27.outcome.2007",
    catalogue="k-absent-year",
    subject="appraisal",
    since=SECOND,
    repealed=THIRD,
    term="病假事假超过半年（2007年）",
    term_en="Leave of more than half the year (2007)",
    means="Sick and personal leave of more than half the year: not assessed.",
    means_zh="病假、事假累计超过考核年度半年的，不进行考核。",
    fact="absence_year_outcome",
    reads=("year_sick_days", "year_working_days"),
    optional=("year_personal_days",),
    reckon=reckon_absence_2007,
    cites=("27",),
)

absence_outcome = Derivation(
    id="civil_servant_appraisal.27.outcome",
    catalogue="k-absent-year",
    subject="appraisal",
    since=THIRD,
    term="病假事假超过半年",
    term_en="Leave of more than half the year",
    means="Sick and personal leave of more than half the year: assessed without a grade.",
    means_zh="病假、事假累计超过考核年度半年的，参加考核，不定等次。",
    fact="absence_year_outcome",
    reads=("year_sick_days", "year_working_days"),
    optional=("year_personal_days",),
    reckon=reckon_absence,
    cites=("27",),
)

absence = Rule(
    id="civil_servant_appraisal.27",
    catalogue="k-absent-year",
    subject="appraisal",
    since=SECOND,
    term="病假事假超过半年的考核结果",
    term_en="Result after long leave",
    means="More than half the year on sick or personal leave: not assessed (2007), no grade (2020); exactly half is graded.",
    means_zh="病假、事假累计超过半年的，2007年规定不进行考核，2020年规定不定等次；恰好半年的正常定等次。",
    requires=fits("absence_year_outcome"),
    unless=TOGETHER,
    effect=Effect.FORBID,
    cites=("27",),
)

case_outcome = Derivation(
    id="civil_servant_appraisal.28.outcome",
    catalogue="k-investigated-year",
    subject="appraisal",
    since=SECOND,
    term="立案未结案年度",
    term_en="Year of an open case",
    means="Open at the end of the year: no comments, no grade; supplemented once closed without a sanction or with a warning.",
    means_zh="年末立案未结案的，不写评语、不定等次；结案后不给予处分或者给予警告的，补定等次。",
    fact="case_year_outcome",
    reads=("assessment_year", "year_case_opened_on"),
    optional=("year_case_closed_on", "year_case_result"),
    reckon=reckon_case,
    cites=("28",),
)

case = Rule(
    id="civil_servant_appraisal.28",
    catalogue="k-investigated-year",
    subject="appraisal",
    since=SECOND,
    term="立案未结案的考核结果",
    term_en="Result during an open case",
    means="An open case: no grade; supplemented afterwards unless a sanction heavier than a warning followed.",
    means_zh="立案未结案的不定等次；结案后除给予警告以上处分的以外，补定等次。",
    requires=fits("case_year_outcome"),
    unless=TOGETHER,
    effect=Effect.FORBID,
    cites=("28",),
)

case_comments = Rule(
    id="civil_servant_appraisal.28.comments",
    catalogue="k-investigated-year",
    subject="appraisal",
    since=SECOND,
    term="立案未结案不写评语",
    term_en="No comments during an open case",
    means="An open case: no comments either.",
    means_zh="立案未结案的，不写考核评语。",
    when=fact("case_year_outcome") == "no_comments",
    requires=~fact("has_year_comments"),
    effect=Effect.FORBID,
    cites=("28",),
)

refusal_outcome = Derivation(
    id="civil_servant_appraisal.refusal.outcome",
    catalogue="k-refuse-year",
    subject="appraisal",
    since=SECOND,
    term="拒不参加考核",
    term_en="Refusing to take part",
    means="Refusing without good reason, still after education: incompetent; without a record of education not yet.",
    means_zh="无正当理由不参加考核、经教育后仍拒绝参加的，确定为不称职；没有教育记录的尚不能确定。",
    fact="refusal_year_outcome",
    reads=("has_refused_appraisal",),
    optional=("is_refusal_justified", "is_refusal_talked_over"),
    reckon=reckon_refusal,
    cites=("refusal",),
)

refusal = Rule(
    id="civil_servant_appraisal.refusal",
    catalogue="k-refuse-year",
    subject="appraisal",
    since=SECOND,
    term="拒不参加考核的结果",
    term_en="Result of a refusal",
    means="A refusal that stands after education is graded incompetent.",
    means_zh="无正当理由、经教育后仍拒不参加考核的，直接确定为不称职等次。",
    when=fact("refusal_year_outcome") == "incompetent",
    requires=fact("appraised_grade") == "incompetent",
    effect=Effect.WARN,
    cites=("refusal",),
)

refusal_record = Rule(
    id="civil_servant_appraisal.refusal.record",
    catalogue="k-refuse-year",
    subject="appraisal",
    since=SECOND,
    term="拒不参加考核的记录",
    term_en="Records of the refusal",
    means="Nobody is graded incompetent for a refusal with good reason, or without a record of education.",
    means_zh="有正当理由或者没有教育记录的，不得以拒不参加考核为由确定为不称职。",
    when=fact("has_refused_appraisal") & (fact("appraised_grade") == "incompetent"),
    requires=fact("is_refusal_talked_over") & ~fact("is_refusal_justified"),
    effect=Effect.WARN,
    cites=("refusal",),
)
