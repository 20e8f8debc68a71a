"""Clocks and posts of a career on a day."""

from datetime import date

import pytest

from quanheng.registry.queries.careers import at_level, clocks, held_on, level_on, promoted_on
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


def test_the_main_post_comes_first_and_acting_is_none():
    chen = make.person()
    make.assignment(chen, make.post(name="党组成员"), kind="concurrent", from_on=date(2019, 1, 1))
    make.assignment(chen, make.post(name="副局长"), from_on=date(2020, 5, 10))
    make.assignment(chen, make.post(name="局长", level="131"), kind="acting", from_on=date(2026, 1, 1))
    assert [line.title for line in held_on(chen, ON)] == ["副局长", "党组成员"]


def test_a_post_is_held_on_its_first_day_and_not_on_the_day_of_removal():
    chen = make.person()
    make.assignment(chen, make.post(), from_on=date(2020, 5, 10), until_on=date(2024, 5, 10))
    assert [
        len(held_on(chen, day))
        for day in (date(2020, 5, 9), date(2020, 5, 10), date(2024, 5, 9), date(2024, 5, 10))
    ] == [0, 1, 1, 0]


def test_months_in_post_run_through_a_line_written_anew():
    chen, seat = make.person(), make.post()
    make.assignment(chen, seat, from_on=date(2020, 5, 10), until_on=date(2023, 1, 1))
    make.assignment(chen, seat, from_on=date(2023, 1, 1))
    assert clocks(chen, ON).in_post == 78


def test_months_at_level_add_up_across_posts():
    chen = make.person()
    make.assignment(chen, make.post(), from_on=date(2020, 5, 10), until_on=date(2022, 5, 10))
    make.assignment(chen, make.post(name="总工程师"), from_on=date(2023, 5, 10))
    assert (level_on(chen, ON), at_level(chen, ON)) == ("132", 66)


def test_the_recorded_spell_goes_before_the_post():
    chen = make.person()
    make.assignment(chen, make.post(level="141"), from_on=date(2020, 5, 10))
    make.rank(chen, "132", from_on=date(2025, 5, 10))
    assert (level_on(chen, ON), at_level(chen, ON)) == ("132", 18)


def test_a_promotion_needs_a_lower_level_before():
    chen = make.person()
    make.rank(chen, "132", from_on=date(2025, 5, 10))
    assert promoted_on(chen, ON) is None
    make.rank(chen, "141", from_on=date(2020, 5, 10), until_on=date(2025, 5, 10))
    assert promoted_on(make_again(chen), ON) == date(2025, 5, 10)


def test_a_past_day_knows_nothing_of_what_came_later():
    chen = make.person()
    make.assignment(
        chen, make.post(name="科长", level="141"), from_on=date(2015, 1, 1), until_on=date(2021, 1, 1)
    )
    make.assignment(chen, make.post(), from_on=date(2021, 1, 1))
    then = clocks(chen, date(2020, 1, 1))
    assert (then.in_post, then.age, level_on(chen, date(2020, 1, 1))) == (60, 34, "141")


def make_again(person):
    return type(person).objects.get(pk=person.pk)
