"""How long sanctions restrict: the catalogue's edge cases, joined windows, the longest, what stays unverified."""

from datetime import date

import pytest

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED, LastDay
from quanheng.regulation.core.sanctions import Act, Family, Sanction, SanctionError
from quanheng.regulation.core.windows import restricted_until, windows

ON = date(2026, 11, 21)
P, S = Family.PARTY, Family.STATE


def made(family: Family, kind: str, day: date, **more: object) -> Sanction:
    more.setdefault("conduct_on", day if family is P else None)
    return Sanction(family=family, kind=kind, effective_on=day, **more)


@pytest.mark.parametrize(
    ("family", "kind", "day", "last"),
    [
        (P, "警告", date(2023, 5, 10), date(2024, 5, 9)),
        (P, "严重警告", date(2024, 3, 31), date(2025, 9, 30)),
        (P, "撤销党内职务", date(2022, 8, 15), date(2024, 8, 14)),
        (P, "开除党籍", date(2019, 4, 10), date(2024, 4, 9)),
        (S, "记过", date(2023, 5, 10), date(2024, 5, 9)),
        (S, "撤职", date(2024, 7, 1), date(2026, 6, 30)),
        (Family.INSTITUTION, "记过", date(2024, 3, 1), date(2025, 2, 28)),
        (Family.ADMONITION, "诫勉", date(2026, 1, 15), date(2026, 7, 14)),
        (Family.ACCOUNTABILITY, "免职", date(2024, 6, 1), date(2026, 5, 31)),
        (Family.TREATMENT, "免职", date(2023, 2, 1), date(2025, 1, 31)),
        (Family.UNFIT, "免职", date(2023, 4, 1), date(2024, 3, 31)),
        (S, "开除", date(2015, 1, 1), OPEN_ENDED),
    ],
)
def test_single_windows(family: Family, kind: str, day: date, last: date) -> None:
    assert restricted_until([made(family, kind, day)], on=ON) == last


def test_leading_posts_are_free_before_higher_ones() -> None:
    dismissal = [made(Family.TREATMENT, "免职", date(2023, 2, 1))]
    assert restricted_until(dismissal, on=ON, act=Act.EQUAL_POST) == date(2024, 1, 31)
    assert restricted_until(dismissal, on=ON, act=Act.PROMOTION) == date(2025, 1, 31)


def test_the_conduct_decides_the_version_and_the_lighter_text_wins() -> None:
    old = made(P, "严重警告", date(2017, 3, 1), conduct_on=date(2014, 6, 1))
    carried_on = made(P, "严重警告", date(2017, 3, 1), conduct_on=date(2016, 2, 1))
    assert restricted_until([old], on=ON) == date(2018, 2, 28)
    assert restricted_until([carried_on], on=ON) == date(2018, 8, 31)


def test_unknown_conduct_is_certain_for_the_lighter_text_and_advises_beyond() -> None:
    unknown = made(P, "严重警告", date(2017, 3, 1), conduct_on=None)
    assert restricted_until([unknown], on=ON) == date(2018, 2, 28)
    assert restricted_until([unknown], on=ON, with_unverified=True) == date(2018, 8, 31)


def test_a_new_party_sanction_adds_the_rest_since_2024() -> None:
    first = made(P, "警告", date(2024, 1, 10), id="1")
    for second_on in (date(2024, 7, 10), date(2025, 1, 9), date(2025, 1, 10)):
        second = made(P, "严重警告", second_on, id="2")
        assert restricted_until([second, first], on=ON) == date(2026, 7, 9)
    joined = windows([first, made(P, "严重警告", date(2024, 7, 10), id="2")], on=ON)[-1]
    assert joined.sanctions == ("1", "2")


def test_adding_before_2024_only_advises() -> None:
    pair = [made(P, "警告", date(2020, 1, 10)), made(P, "严重警告", date(2020, 7, 10))]
    assert restricted_until(pair, on=ON) == date(2022, 1, 9)
    assert restricted_until(pair, on=ON, with_unverified=True) == date(2022, 7, 9)


def test_state_sanctions_add_up_to_the_cap() -> None:
    pair = [made(S, "记大过", date(2021, 3, 1)), made(S, "撤职", date(2021, 9, 1))]
    assert restricted_until(pair, on=ON) == date(2024, 8, 31)
    three = [
        made(S, "降级", date(2021, 1, 1)),
        made(S, "撤职", date(2021, 1, 15)),
        made(S, "撤职", date(2022, 1, 1)),
    ]
    assert restricted_until(three[:2], on=ON) == date(2024, 12, 31)
    assert restricted_until(three, on=ON) == date(2025, 12, 31)


def test_families_run_side_by_side_and_the_longest_wins() -> None:
    day = date(2025, 1, 1)
    assert restricted_until([made(P, "警告", day), made(S, "记大过", day)], on=ON) == date(2026, 6, 30)


def test_probation_within_the_party_has_no_end_before_rights_return() -> None:
    open_end = made(P, "留党察看", date(2022, 3, 1))
    assert restricted_until([open_end], on=ON) == OPEN_ENDED
    restored = made(P, "留党察看", date(2022, 3, 1), rights_restored_on=date(2024, 3, 5))
    assert restricted_until([restored], on=ON, act=Act.EQUAL_POST) == date(2026, 3, 4)


def test_unverified_figures_only_advise() -> None:
    demoted = [made(Family.TREATMENT, "降职", date(2026, 1, 1))]
    assert restricted_until(demoted, on=ON) == NO_DATE
    assert restricted_until(demoted, on=ON, with_unverified=True) == date(2027, 12, 31)


def test_what_is_not_yet_or_no_longer_a_sanction() -> None:
    later = made(S, "记过", date(2026, 12, 1))
    revoked = made(S, "记过", date(2026, 1, 1), revoked_on=date(2026, 5, 1))
    assert restricted_until([later, revoked], on=ON) == NO_DATE


def test_the_switch_of_the_last_day_and_months_fixed_by_the_decision() -> None:
    demerit = made(S, "记过", date(2023, 5, 10))
    assert restricted_until([demerit], on=ON, rule=LastDay.SAME_DAY) == date(2024, 5, 10)
    assert restricted_until([made(S, "记大过", date(2023, 5, 10), months=48)], on=ON) == date(2027, 5, 9)
    warning = made(P, "严重警告", date(2025, 1, 1), is_substitute=True)
    assert restricted_until([warning], on=ON, act=Act.EQUAL_POST) == date(2026, 12, 31)


def test_records_that_cannot_be() -> None:
    with pytest.raises(SanctionError, match="not a kind"):
        made(P, "记过", ON)
    with pytest.raises(SanctionError, match="earlier than its conduct"):
        made(P, "警告", date(2024, 1, 1), conduct_on=date(2024, 2, 1))
    with pytest.raises(SanctionError, match="before"):
        made(P, "留党察看", date(2024, 1, 1), rights_restored_on=date(2023, 1, 1))
