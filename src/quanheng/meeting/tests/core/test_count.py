"""Quorum and majority: the examples of the rule catalogue, and what holds for every committee."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.verdicts import Light
from quanheng.meeting.core.count import Tally
from quanheng.meeting.core.law import MAJORITY, QUORUM, attendance, decision, findings
from quanheng.regulation.core.library import library

ON = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("should", "present", "is_quorate", "quorum", "needed"),
    [
        (9, 6, True, 6, 5),
        (9, 5, False, 6, 5),
        (10, 7, True, 7, 6),
        (10, 6, False, 7, 6),
        (15, 10, True, 10, 8),
    ],
)
def test_quorum_and_majority(should, present, is_quorate, quorum, needed):
    tally = Tally(should=should, present=present)
    assert (tally.is_quorate, tally.quorum, tally.needed) == (is_quorate, quorum, needed)


@pytest.mark.parametrize(
    ("agree", "disagree", "defer", "result"),
    [
        (5, 4, 0, "passed"),
        (4, 5, 0, "failed"),
        (4, 0, 5, "deferred"),
        (4, 1, 4, "failed"),
        (9, 0, 0, "passed"),
    ],
)
def test_result_of_nine(agree, disagree, defer, result):
    assert Tally(should=9, present=9, agree=agree, disagree=disagree, defer=defer).result == result


def test_seven_of_fifteen_is_not_enough_though_seven_of_ten_agree():
    assert Tally(should=15, present=10, agree=7, disagree=3).result == "failed"


def test_a_recused_member_stays_in_the_base_unless_the_house_says_otherwise():
    kept = Tally(should=9, present=6, recused=1, agree=4, disagree=1)
    removed = Tally(should=8, present=6, recused=2, agree=4, keeps_recused=False)
    assert (kept.base, kept.quorum, kept.needed, kept.result) == (9, 6, 5, "failed")
    assert (removed.base, removed.attending, removed.quorum, removed.needed, removed.result) == (
        6,
        4,
        4,
        4,
        "passed",
    )


@pytest.mark.parametrize(
    "figures",
    [
        {"should": 5, "present": 6},
        {"should": 5, "present": 2, "recused": 3},
        {"should": 5, "present": 3, "agree": 4},
    ],
)
def test_impossible_figures_are_refused(figures):
    with pytest.raises(ValueError, match=r"do not fit|expressions of"):
        Tally(**figures)


@given(st.integers(1, 200), st.data())
def test_the_law_and_the_count_agree(should, data):
    present = data.draw(st.integers(0, should))
    agree = data.draw(st.integers(0, present))
    tally = Tally(should=should, present=present, agree=agree, disagree=present - agree)
    lights = {each.rule.id: each.light for each in findings(decision(tally, is_chief_last=True), on=ON, law=library())}
    assert (lights[QUORUM] is Light.PASSED) == tally.is_quorate
    assert (lights[MAJORITY] is Light.PASSED) == (tally.result == "passed")


def test_the_facts_of_attendance_follow_the_base():
    tally = Tally(should=9, present=7, recused=1, keeps_recused=False)
    assert attendance(tally) == {"members_should_attend": 8, "members_present": 6}
