"""Sanctions read from records, the acts they bar by day, how many months they have and whether they are over."""

from datetime import date

import pytest

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.regulation.core.catalogue import words
from quanheng.regulation.core.sanctions import (
    KEYS,
    KINDS,
    Act,
    Family,
    Sanction,
    read_sanction,
    read_sanctions,
)
from quanheng.regulation.core.windows import free_from, has_ended, months_of, restricted_until


def made(family: Family, kind: str, day: date, **more: object) -> Sanction:
    return Sanction(family=family, kind=kind, effective_on=day, **more)


def test_every_kind_has_a_word_of_the_catalogue() -> None:
    listed = words()["sanction_kinds"]
    assert {kind for _, kind in KINDS} == set(KEYS.values())
    assert {key: listed[key]["zh"] for key in KEYS} == KEYS
    assert set(words()["sanction_families"]) == {family.value for family in Family}


def test_records() -> None:
    record = {"family": "state", "kind": "demerit", "decided_on": date(2023, 5, 10), "months": None}
    assert read_sanction(record) == made(
        Family.STATE, "记过", date(2023, 5, 10), decided_on=date(2023, 5, 10)
    )
    assert read_sanctions([]) == []
    assert (
        read_sanctions([record, {"family": "party", "kind": "demerit", "decided_on": date(2023, 1, 1)}])
        is None
    )
    assert read_sanction({"family": "state", "kind": "demerit"}) is None


@pytest.mark.parametrize(
    ("on", "act", "is_barred"),
    [
        (date(2019, 3, 2), Act.FURTHER_USE, False),
        (date(2019, 3, 3), Act.FURTHER_USE, True),
        (date(2019, 5, 31), Act.RANK_PROMOTION, False),
        (date(2019, 6, 1), Act.RANK_PROMOTION, True),
        (date(2019, 3, 2), Act.PROMOTION, True),
        (date(2019, 6, 1), Act.WAGE_STEP, False),
    ],
)
def test_some_bars_are_younger_than_the_sanctions(on: date, act: Act, is_barred: bool) -> None:
    warning = made(Family.PARTY, "警告", date(2019, 1, 10), conduct_on=date(2018, 1, 1))
    assert (restricted_until([warning], on=on, act=act) != NO_DATE) is is_barred


def test_expulsion_bars_outside_posts_since_the_text_of_2018() -> None:
    day, on = date(2019, 4, 10), date(2020, 1, 1)
    old = made(Family.PARTY, "开除党籍", day, conduct_on=date(2018, 9, 30))
    new = made(Family.PARTY, "开除党籍", day, conduct_on=date(2018, 10, 1))
    assert restricted_until([old], on=on, act=Act.EQUAL_POST) == NO_DATE
    assert restricted_until([new], on=on, act=Act.EQUAL_POST) == date(2024, 4, 9)
    assert restricted_until([old], on=on, act=Act.READMISSION) == date(2024, 4, 9)


def test_ways_of_accountability_without_a_window() -> None:
    told = [made(Family.ACCOUNTABILITY, kind, date(2024, 6, 1)) for kind in ("通报", "公开道歉")]
    assert restricted_until(told, on=date(2024, 7, 1)) == NO_DATE
    assert [months_of(each) for each in told] == [None, None]


def test_accountability_of_2009_bars_equal_posts_for_a_year() -> None:
    blamed = [made(Family.ACCOUNTABILITY, "引咎辞职", date(2010, 5, 10))]
    assert restricted_until(blamed, on=date(2010, 6, 1), act=Act.EQUAL_POST) == date(2011, 5, 9)
    assert restricted_until(blamed, on=date(2010, 6, 1), act=Act.PROMOTION) == NO_DATE


def test_when_a_sanction_is_over() -> None:
    old = made(Family.STATE, "记过", date(2016, 1, 10))
    assert has_ended(old, on=date(2016, 6, 1)) is False
    assert has_ended(old, on=date(2018, 6, 1)) is None
    lifted = made(Family.STATE, "记过", date(2016, 1, 10), lifted_on=date(2017, 2, 1))
    assert (has_ended(lifted, on=date(2017, 1, 31)), has_ended(lifted, on=date(2017, 2, 1))) == (False, True)
    automatic = made(Family.STATE, "记过", date(2018, 9, 10))
    assert (has_ended(automatic, on=date(2019, 9, 9)), has_ended(automatic, on=date(2019, 9, 10))) == (
        False,
        True,
    )
    assert has_ended(made(Family.PARTY, "留党察看", date(2022, 3, 1)), on=date(2024, 6, 1)) is None


def test_the_first_free_day() -> None:
    assert free_from(date(2024, 5, 9)) == date(2024, 5, 10)
    assert (free_from(NO_DATE), free_from(OPEN_ENDED)) == (NO_DATE, OPEN_ENDED)
