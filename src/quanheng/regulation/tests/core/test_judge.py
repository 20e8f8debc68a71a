"""The verdict as a whole: worst light, reasons, missing facts, remedies, refusals of bad input and of early dates."""

from datetime import date, datetime

import pytest

from quanheng.kernel.dates import NO_DATE
from quanheng.kernel.periods import Months
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.facts import FactError
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import judge

ON = date(2026, 11, 21)
DEPUTY = "selection_regulations.8.3.deputy"
CANDIDATE = {
    "step": "deputy_to_chief",
    "move": "promotion",
    "post_tier": "county",
    "is_leading_post": True,
    "is_exceptional": False,
    "is_special_post": False,
    "party_seat": "none",
    "level_jump": 1,
    "service_months": 240,
    "grassroots_months": 60,
    "posts_one_level_down": 3,
    "months_as_deputy": 40,
    "education_rank": 4,
    "training_hours_5y": 600,
    "is_fit_for_duty": True,
    "has_political_breach": False,
    "has_low_recognition": False,
    "last_year_grade": "competent",
    "has_canvassed": False,
    "has_spouse": True,
    "is_spouse_abroad": False,
    "restricted_until": NO_DATE,
    "restriction_advised_until": NO_DATE,
    "is_restriction_still_felt": False,
    "has_other_bar": False,
    "is_under_investigation": False,
}


def test_a_good_candidate_passes_every_rule() -> None:
    verdict = judge(CANDIDATE, on=ON, subject="candidacy")
    assert verdict.light is Light.PASSED
    assert verdict.missing == ()
    assert len(verdict.findings) >= 15


def test_the_worst_light_counts_and_comes_first() -> None:
    facts = CANDIDATE | {"posts_one_level_down": 1, "service_months": None, "months_as_deputy": 23}
    verdict = judge(facts, on=ON, subject="candidacy")
    assert [finding.light for finding in verdict.failing] == [Light.FORBIDDEN, Light.UNKNOWN, Light.WARNING]
    assert verdict.missing == ("service_months",)
    assert verdict.passes_on is None  # an unknown fact is not cured by time


def test_a_finding_carries_clause_version_facts_and_reasons() -> None:
    finding = judge(CANDIDATE | {"months_as_deputy": 23}, on=ON, rules=[DEPUTY]).findings[0]
    assert finding.cites == ("《党政领导干部选拔任用工作条例》（2019年）第八条第三项",)
    assert finding.version == "2019"
    assert finding.facts == {"months_as_deputy": 23}
    assert str(finding.explanation.sentence) == "同层次副职任职年限：23个月（须≥24个月）"


def test_the_version_follows_the_day() -> None:
    assert judge(CANDIDATE, on=date(2015, 1, 1), rules=[DEPUTY]).findings[0].version == "2014"


def test_a_clock_says_the_month_and_a_restriction_the_day() -> None:
    facts = CANDIDATE | {
        "months_as_deputy": Months(22, date(2024, 12, 25)),
        "restricted_until": date(2027, 3, 31),
    }
    verdict = judge(facts, on=ON, subject="candidacy")
    remedies = {finding.rule.id: str(finding.remedy) for finding in verdict.failing}
    assert remedies == {DEPUTY: "2026-12起符合", "selection_regulations.24.6": "2027-04-01起符合"}
    assert verdict.passes_on == date(2027, 4, 1)


def test_a_clock_that_stands_still_has_no_remedy() -> None:
    finding = judge(CANDIDATE | {"months_as_deputy": Months(22)}, on=ON, rules=[DEPUTY]).findings[0]
    assert finding.light is Light.FORBIDDEN
    assert finding.remedy is None


def test_unverified_grounds_advise_and_never_forbid() -> None:
    facts = {"is_reportable": True, "prior_report": "refused"}
    finding = judge(facts, on=ON, rules=["prior_report.reply"]).findings[0]
    assert finding.light is Light.WARNING
    assert finding.is_advisory


def test_rules_that_do_not_apply_or_are_not_in_force_are_named() -> None:
    verdict = judge(
        {"case_kind": "individual"},
        on=ON,
        rules=["selection_regulations.25.term", "selection_regulations.42.days"],
    )
    assert verdict.findings == ()
    assert verdict.not_applicable == ("selection_regulations.25.term",)
    assert verdict.not_in_force == ("selection_regulations.42.days",)


def test_nothing_in_force_is_unknown_and_too_early_is_refused() -> None:
    assert judge({}, on=ON, rules=["selection_regulations.42.days"]).light is Light.UNKNOWN
    with pytest.raises(NotInForce, match="2002-07-09"):
        judge(CANDIDATE, on=date(2002, 7, 8), rules=[DEPUTY])
    with pytest.raises(NotInForce, match="no instrument"):
        judge(CANDIDATE, on=date(1949, 1, 1))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"servce_months": 1}, "'service_months'"),
        ({"service_months": "60"}, "whole number"),
        ({"service_months": True}, "whole number"),
        ({"service_months": -1}, "cannot be -1"),
        ({"is_fit_for_duty": 1}, "true or false"),
        ({"last_year_grade": "competnt"}, "nearest: competent"),
        ({"education_rank": 9}, "one of 1, 2, 3"),
        ({"restricted_until": datetime(2025, 1, 1)}, "must be a date"),  # noqa: DTZ001
        ({"restricted_until": date(1025, 1, 1)}, "1900 to 2199"),
    ],
)
def test_facts_that_cannot_be_are_named(facts: dict[str, object], said: str) -> None:
    with pytest.raises(FactError, match=said):
        judge(facts, on=ON)


def test_a_day_that_cannot_be_and_an_unknown_rule() -> None:
    with pytest.raises(FactError, match="on must be a date"):
        judge({}, on="2026-11-21")  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no rule"):
        judge({}, on=ON, rules=["selection_regulations.99"])
