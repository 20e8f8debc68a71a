"""The yearly result of Party members under Party discipline or an open Party case, year by year and version by version."""

from datetime import date

from quanheng.kernel.dates import NO_DATE
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.law.civil_servant_appraisal.outcomes import fits

FIRST, REPLY, JOINT = date(1998, 4, 8), date(2016, 1, 1), date(2010, 8, 23)
AFTER = {"removal": 0, "probation": 1, "expulsion": 2}  # years without a grade after the incompetent year


def _serious(duty_related: bool | None, *, by_reply: bool) -> str | None:
    if by_reply:
        return "ungraded"
    return None if duty_related is None else "incompetent" if duty_related else "ungraded"


def _after(kind: str, months: int | None, extended: bool | None) -> int | None:
    if kind != "probation":
        return AFTER[kind]
    if months is None:
        return None
    return 2 if months > 12 or extended else 1


def party_outcome(
    year: int,
    kind: str,
    start: date | None,
    duty_related: bool | None,
    months: int | None,
    extended: bool | None,
    *,
    by_reply: bool,
) -> str | None:
    """What one Party sanction does to a year, by the opinion of 1998 or as changed in 2016."""
    if kind == "none":
        return "free"
    if start is None:
        return None
    after = year - start.year
    if kind == "warning":
        return "not_excellent" if after == 0 else "free"
    if kind == "serious_warning":
        return _serious(duty_related, by_reply=by_reply) if after == 0 else "free"
    if after <= 0:
        return "incompetent" if after == 0 else "free"
    ungraded = _after(kind, months, extended)
    return None if ungraded is None else "ungraded" if after <= ungraded else "free"


def reckon_1998(
    *,
    assessment_year: int,
    party_sanction_in_question: str,
    party_sanction_on: date | None,
    is_sanction_duty_related: bool | None,
    party_probation_length: int | None,
    is_party_probation_extended: bool | None,
    on: date,
) -> str | None:
    """By the opinion of 1998: a serious warning weighs by its connection with the duties."""
    return party_outcome(
        assessment_year,
        party_sanction_in_question,
        party_sanction_on,
        is_sanction_duty_related,
        party_probation_length,
        is_party_probation_extended,
        by_reply=False,
    )


def reckon_2016(
    *,
    assessment_year: int,
    party_sanction_in_question: str,
    party_sanction_on: date | None,
    is_sanction_duty_related: bool | None,
    party_probation_length: int | None,
    is_party_probation_extended: bool | None,
    on: date,
) -> str | None:
    """As changed in 2016; years before it by the opinion of 1998."""
    return party_outcome(
        assessment_year,
        party_sanction_in_question,
        party_sanction_on,
        is_sanction_duty_related,
        party_probation_length,
        is_party_probation_extended,
        by_reply=assessment_year >= REPLY.year,
    )


def reckon_case(
    *,
    assessment_year: int,
    party_case_opened_on: date,
    party_case_closed_on: date | None,
    party_case_result: str | None,
    on: date,
) -> str | None:
    """An open Party case: no grade; once closed without a Party sanction (or with a warning) supplemented."""
    end = date(assessment_year, 12, 31)
    if party_case_opened_on == NO_DATE or party_case_opened_on > end:
        return "free"
    if party_case_closed_on is None:
        return "ungraded" if party_case_result is None else None
    if party_case_closed_on <= end:
        return "free"
    if party_case_closed_on > on:
        return "ungraded"
    if party_case_result is None:
        return None
    return "ungraded" if party_case_result == "heavier" else "supplemented"


def reckon_party_first(
    *, assessment_year: int, party_year_outcome: str, state_year_outcome: str | None, on: date
) -> str | None:
    """Both at once: the Party sanction decides."""
    if state_year_outcome is None:
        return None
    return state_year_outcome if party_year_outcome == "free" else party_year_outcome


READS = ("assessment_year", "party_sanction_in_question")
OPTIONAL = (
    "party_sanction_on",
    "is_sanction_duty_related",
    "party_probation_length",
    "is_party_probation_extended",
)

outcome_1998 = Derivation(
    id="party_sanction_appraisal.outcome.1998",
    catalogue="k-party-sanction-year",
    subject="appraisal",
    since=FIRST,
    repealed=REPLY,
    term="受党纪处分年度（1998年）",
    term_en="Year of a Party sanction (1998)",
    means="The year's result due to the Party sanction; a serious warning connected with the duties: incompetent.",
    means_zh="受党纪处分年度的考核结果；受严重警告处分与职务行为有关的不称职，无关的只写评语、不定等次。",
    fact="party_year_outcome",
    reads=READS,
    optional=OPTIONAL,
    reckon=reckon_1998,
    cites=("1", "2", "3", "4", "5"),
)

outcome = Derivation(
    id="party_sanction_appraisal.outcome",
    catalogue="k-party-sanction-year",
    subject="appraisal",
    since=REPLY,
    term="受党纪处分年度",
    term_en="Year of a Party sanction",
    means="The year's result due to the Party sanction; a serious warning: no grade.",
    means_zh="受党纪处分年度的考核结果；受严重警告处分的当年只写评语、不定等次。",
    fact="party_year_outcome",
    reads=READS,
    optional=OPTIONAL,
    reckon=reckon_2016,
    cites=("1", "2", "3", "4", "5"),
)

sanctioned = Rule(
    id="party_sanction_appraisal.year",
    catalogue="k-party-sanction-year",
    subject="appraisal",
    since=FIRST,
    term="受党纪处分的考核结果",
    term_en="Result under a Party sanction",
    means="The year's result is the one due to the Party sanction.",
    means_zh="受党纪处分的，年度考核结果按规定确定。",
    requires=fits("party_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("1", "2", "3", "4", "5"),
)

not_twice = Rule(
    id="party_sanction_appraisal.lowered",
    catalogue="k-party-sanction-year",
    subject="appraisal",
    since=REPLY,
    term="不重复降低职务",
    term_en="Not lowered twice",
    means="A post already lowered with the Party sanction is not lowered again for the incompetent grade.",
    means_zh="因党纪处分已经降低职务的，不因当年不称职再次降低。",
    when=(fact("party_year_outcome") == "incompetent") & fact("is_lowered_by_sanction"),
    requires=~fact("is_lowered_for_grade"),
    effect=Effect.WARN,
    cites=("lowered",),
)

case_outcome = Derivation(
    id="party_sanction_appraisal.case.outcome",
    catalogue="k-investigated-year",
    subject="appraisal",
    since=FIRST,
    term="党纪立案未结案年度",
    term_en="Year of an open Party case",
    means="An open Party case: no grade; supplemented when no Party sanction, or a warning only, follows.",
    means_zh="党纪立案检查未结案的不定等次；结案后不给予党纪处分或者只给予警告的，补定等次。",
    fact="party_case_year_outcome",
    reads=("assessment_year", "party_case_opened_on"),
    optional=("party_case_closed_on", "party_case_result"),
    reckon=reckon_case,
    cites=("6",),
)

case = Rule(
    id="party_sanction_appraisal.case",
    catalogue="k-investigated-year",
    subject="appraisal",
    since=FIRST,
    term="党纪立案未结案的考核结果",
    term_en="Result during an open Party case",
    means="An open Party case: no grade until it is closed.",
    means_zh="党纪立案检查未结案的，不定等次。",
    requires=fits("party_case_year_outcome"),
    unless=("civil_servant_appraisal.several",),
    effect=Effect.FORBID,
    cites=("6",),
)

party_first = Derivation(
    id="party_sanction_appraisal.several.1998",
    catalogue="k-combined-year",
    subject="appraisal",
    since=FIRST,
    repealed=JOINT,
    term="党纪政纪处分并存（1998年）",
    term_en="Party and state sanction (1998)",
    means="Party and state sanction together: the Party one decides.",
    means_zh="同时受党纪和政纪处分的，按党纪处分确定考核结果。",
    fact="year_outcome",
    reads=("assessment_year", "party_year_outcome"),
    optional=("state_year_outcome",),
    reckon=reckon_party_first,
    cites=("7",),
)
