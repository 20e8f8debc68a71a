"""The result due to the sanctions, treatments and admonitions on record, the heaviest of each family."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.law.civil_servant_appraisal.outcomes import heaviest
from quanheng.regulation.law.civil_servant_appraisal.sanctioned_years import (
    ACCOUNTABLE,
    MONTHS,
    SECOND,
    THIRD,
    TREATMENTS,
    outcome_of,
    reckon_last_on,
    reckon_treatment,
)

Records = Sequence[Mapping[str, Any]]
STATE = {
    "warning": "warning",
    "demerit": "demerit",
    "major_demerit": "major_demerit",
    "grade_demotion": "downgrade",
    "post_removal": "removal",
    "service_dismissal": "dismissal",
}
TREATED = {
    "suspension": "suspension",
    "adjustment": "adjustment",
    "ordered_resignation": "ordered_resignation",
    "removal": "removal",
    "post_demotion": "demotion",
    "admonition": "admonition",
    "circulated_criticism": "circular",
}
ACCOUNTABILITY_2016 = date(2016, 7, 8)  # since then accountability has the effect of the kind used


def standing(records: Records, families: tuple[str, ...], on: date) -> list[Mapping[str, Any]]:
    """The records of some families that have taken effect."""
    return [each for each in records if each["family"] in families and each["effective_on"] <= on]


def is_revoked(record: Mapping[str, Any], on: date) -> bool:
    """Whether the decision was revoked by a day."""
    revoked: date | None = record.get("revoked_on")
    return revoked is not None and revoked <= on


def _all_known(outcomes: Sequence[str | None]) -> str | None:
    return None if None in outcomes else heaviest("free", *outcomes)


def reckon_state(*, assessment_year: int, sanctions: Records, on: date, **months: int) -> str | None:
    """The heaviest outcome of the state sanctions on record."""
    outcomes = []
    for each in standing(sanctions, ("state",), on):
        kind, start = STATE[each["kind"]], each["effective_on"]
        last = each.get("extended_to") or reckon_last_on(
            year_sanction_kind=kind,
            year_sanction_on=start,
            year_sanction_lifted_on=each.get("lifted_on"),
            on=on,
            **months,
        )
        new = assessment_year >= THIRD.year
        outcomes.append(outcome_of(assessment_year, kind, start, last, is_revoked(each, on), new=new))
    return _all_known(outcomes)


def _treatment(record: Mapping[str, Any]) -> str:
    before_2016 = record["effective_on"] < ACCOUNTABILITY_2016
    if record["family"] == "accountability" and before_2016:
        return "accountability"
    return TREATED.get(record["kind"], "none")


def reckon_treated(*, assessment_year: int, sanctions: Records, on: date) -> str | None:
    """The heaviest outcome of the treatments, admonitions and accountability on record."""
    records = standing(sanctions, ("treatment", "admonition", "accountability"), on)
    return _all_known(
        [
            reckon_treatment(
                assessment_year=assessment_year,
                year_treatment_kind=_treatment(each),
                year_treatment_on=each["effective_on"],
                on=on,
            )
            for each in records
            if not is_revoked(each, on)
        ]
    )


state = Derivation(
    id="civil_servant_appraisal.29.recorded",
    catalogue="k-sanctioned-year",
    subject="appraisal",
    since=SECOND,
    term="处分记录对考核的影响",
    term_en="State sanctions on record",
    means="The heaviest outcome of the state sanctions on record, years before 2020 by the rules of 2007.",
    means_zh="按处分记录中对考核影响最重的政务（行政）处分确定，2020年以前的年度适用2007年规定。",
    fact="state_year_outcome",
    reads=("assessment_year", "sanctions"),
    params=MONTHS,
    reckon=reckon_state,
    cites=("29",),
)

treated = Derivation(
    id="civil_servant_appraisal.treatment.recorded",
    catalogue="k-org-treatment-year",
    subject="appraisal",
    since=ACCOUNTABLE,
    term="处理记录对考核的影响",
    term_en="Treatments on record",
    means="The heaviest outcome of the treatments, admonitions and accountability on record.",
    means_zh="按处理记录中对考核影响最重的组织处理、诫勉、问责确定。",
    fact="treatment_year_outcome",
    reads=("assessment_year", "sanctions"),
    reckon=reckon_treated,
    cites=TREATMENTS,
)
