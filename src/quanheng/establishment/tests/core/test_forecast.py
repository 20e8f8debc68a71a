"""The forecast of a leading group year by year."""

from datetime import date

from quanheng.establishment.core.forecast import Group, forecast

ON = date(2026, 11, 21)


def group(born_on: date, number: int = 1, **given) -> Group:
    return Group(
        **{"sex": "1", "level": "132", "is_county": True, "born_on": born_on, "number": number, **given}
    )


def test_each_leaves_in_the_year_of_the_statutory_age_and_once() -> None:
    years = forecast([group(date(1966, 7, 1), 2), group(date(1966, 9, 1)), group(date(1990, 1, 1), 4)], on=ON)
    assert [year.year for year in years] == list(range(2026, 2036))
    assert [year.retiring for year in years[:3]] == [2, 1, 0]
    assert [year.left for year in years[:3]] == [5, 4, 4]
    assert years[0].by_level == {"132": 2}


def test_who_is_past_the_age_goes_in_the_running_year() -> None:
    assert forecast([group(date(1950, 1, 1))], on=ON)[0].retiring == 1


def test_a_recorded_end_before_retirement_is_no_retirement() -> None:
    years = forecast([group(date(1970, 1, 1), ends_on=date(2028, 5, 1))], on=ON)
    assert [(year.year, year.ending) for year in years if year.ending] == [(2028, 1)]
    assert sum(year.retiring for year in years) == 0


def test_ages_are_those_of_who_stays_at_the_end_of_the_year() -> None:
    first = forecast([group(date(1980, 1, 1)), group(date(1966, 9, 1)), group(date(1990, 12, 31))], on=ON)[0]
    assert (first.left, first.young, first.old, first.mean_age) == (3, 1, 1, (46 + 60 + 36) / 3)


def test_nobody_at_all() -> None:
    assert forecast([], on=ON)[0].mean_age is None
