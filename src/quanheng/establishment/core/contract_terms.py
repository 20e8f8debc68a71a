"""聘用合同 in figures: its length and probation as the law's facts, and what the law says of signing and ending one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.dates import months_between
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge

SIGNING = ("institution_regulations.12", "institution_regulations.13", "institution_regulations.14")
ENDING = ("institution_regulations.16.ground", "institution_regulations.16.notice")
TILL_RETIREMENT = "long"
GROUNDS = ("absence", "grades", "expulsion")
"""Grounds of the unit that the law names; the person's own notice is `staff_leaves`."""


@dataclass(frozen=True)
class Terms:
    """合同条款: what a contract says of its kind and its days; half-open, as everywhere."""

    kind: str
    from_on: date
    until_on: date | None = None
    probation_until_on: date | None = None

    @property
    def months(self) -> int | None:
        return months_between(self.from_on, self.until_on) if self.until_on else None

    @property
    def probation_months(self) -> int:
        return months_between(self.from_on, self.probation_until_on) if self.probation_until_on else 0


def signing_facts(terms: Terms, known: Mapping[str, object]) -> dict[str, object]:
    """The law's facts of a contract to be signed; `known` are those about the person.

    >>> signing_facts(Terms("medium", date(2026, 1, 1), date(2029, 1, 1), date(2027, 1, 1)), {})["contract_months"]
    36
    """
    return {
        **known,
        "contract_months": terms.months,
        "is_till_retirement_contract": terms.kind == TILL_RETIREMENT,
        "institution_probation_months": terms.probation_months,
    }


def signing_findings(terms: Terms, known: Mapping[str, object], *, on: date) -> tuple[Finding, ...]:
    """The findings that a contract does not pass, undecided ones left out; none before the law of the day.

    A contract until a task is done has no length, so what rests on the length is not asked of it.
    """
    return _failing(signing_facts(terms, known), SIGNING, on=on, keeps_unknown=False)


def ending_findings(facts: Mapping[str, object], *, on: date) -> tuple[Finding, ...]:
    """The findings against ending a contract for a ground of the law, undecided ones included: facts must be told."""
    return _failing(facts, ENDING, on=on, keeps_unknown=True)


def _failing(
    facts: Mapping[str, object], rules: tuple[str, ...], *, on: date, keeps_unknown: bool
) -> tuple[Finding, ...]:
    try:
        found = judge(facts, on=on, rules=rules).findings
    except NotInForce:
        return ()
    passed = {Light.PASSED} if keeps_unknown else {Light.PASSED, Light.UNKNOWN}
    return tuple(each for each in found if each.light not in passed)
