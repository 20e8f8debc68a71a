"""A line that could not be taken leaves the facts that rest on it unknown, unless they are settled without it."""

from datetime import date

from quanheng.registry.core.gaps import unsettled

ON = date(2026, 11, 13)


def test_a_missing_sanction_leaves_the_restriction_unknown() -> None:
    facts: dict[str, object] = {"restricted_until": date(1, 1, 1), "is_restriction_still_felt": False, "service_months": 70}
    found = unsettled(facts, ["sanction"], on=ON)
    assert found == {
        "restricted_until": None,
        "restriction_advised_until": None,
        "is_restriction_still_felt": None,
        "service_months": 70,
    }


def test_a_tenure_that_is_enough_without_the_missing_line_stays_enough() -> None:
    assert unsettled({"months_as_chief_below": 36}, ["assignment"], on=ON)["months_as_chief_below"] == 36
    assert unsettled({"months_as_chief_below": 35}, ["assignment"], on=ON)["months_as_chief_below"] is None


def test_a_file_without_gaps_is_as_it_was() -> None:
    assert unsettled({"education_rank": 4}, [], on=ON) == {"education_rank": 4}
