"""The facts of steps from plain figures: what is told, and what is left unknown."""

from datetime import date

import pytest

from quanheng.selection.core.stage_facts import (
    decision_facts,
    must_facts,
    notice_facts,
    order_facts,
    probation_months,
    target_facts,
)

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)
COUNT = {"should": 9, "present": 9, "recused": 0, "agree": 6, "disagree": 3, "defer": 0}


def test_nobody_looked_into_a_petition_that_is_not_on_record():
    facts = must_facts({"file": "clear", "matters": "doubt", "discipline": "clear"})
    assert (facts["is_petition_checked"], facts["is_petition_open"]) == (False, True)
    assert "has_specific_petition" not in facts
    assert facts["is_matters_in_doubt"] is True


def test_a_clear_answer_does_not_tell_who_signed():
    assert "has_integrity_opinion" not in must_facts({"discipline": "clear"})
    assert must_facts({"discipline": "doubt"})["has_integrity_opinion"] is False
    assert must_facts({})["has_integrity_opinion"] is False


def test_a_recommendation_runs_from_its_first_round():
    rounds = {"talk": date(2024, 6, 30), "meeting": date(2024, 7, 2)}
    facts = target_facts(
        rounds=rounds, targets=1, on=date(2025, 7, 1), is_directed=True, is_concentrated=None
    )
    assert (facts["recommended_until"], facts["is_talk_first"]) == (date(2025, 6, 30), True)
    assert facts["is_opinion_concentrated"] is None


@pytest.mark.parametrize("rounds", [{}, {"talk": date(1999, 1, 1)}])
def test_without_a_round_or_before_the_law_no_validity_is_known(rounds):
    facts = target_facts(
        rounds=rounds, targets=1, on=date(2025, 7, 1), is_directed=True, is_concentrated=None
    )
    assert facts["recommended_until"] is None
    assert "is_talk_first" not in facts


def test_figures_that_contradict_each_other_tell_nothing_of_the_count():
    wrong = decision_facts(
        figures={**COUNT, "present": 4}, keeps_recused=True, is_chief_last=True, has_related=None
    )
    assert wrong == {"is_chief_last": True, "has_related_attendee": None}
    right = decision_facts(figures=COUNT, keeps_recused=True, is_chief_last=None, has_related=False)
    assert (right["votes_for"], right["members_should_attend"], right["opinions_stated"]) == (6, 9, 9)


def test_a_recused_member_leaves_the_base_where_the_body_says_so():
    aside = {**COUNT, "recused": 1, "disagree": 2}
    kept, left = (
        decision_facts(figures=aside, keeps_recused=keeps, is_chief_last=True, has_related=False)
        for keeps in (True, False)
    )
    assert (kept["members_should_attend"], left["members_should_attend"]) == (9, 8)


@pytest.mark.parametrize(("down", "is_full"), [(None, True), (FRIDAY, True), (date(2026, 11, 19), False)])
def test_a_notice_hangs_to_its_last_printed_day(down, is_full):
    facts = notice_facts(
        printed_from=MONDAY, printed_to=FRIDAY, posted_on=date(2026, 11, 17), taken_down_on=down, decided_on=MONDAY, open_objections=0
    )  # fmt: skip
    assert facts["is_full_period_up"] is is_full
    assert (facts["notice_workdays"], facts["is_posted_on_time"], facts["is_posted_after_decision"]) == (
        5,
        False,
        True,
    )


def test_without_a_notice_it_is_not_known_whether_one_was_needed():
    facts = order_facts(
        notice_until=None, has_talk=True, probation_months=12, is_probation_post=True, move="promotion"
    )
    assert (facts["is_notice_exempt"], facts["notice_until"]) == (None, None)


@pytest.mark.parametrize(
    ("last", "months"), [(date(2027, 11, 22), 12), (date(2027, 11, 21), 11), (date(2026, 11, 22), 0)]
)
def test_months_of_probation(last, months):
    assert probation_months(date(2026, 11, 23), last) == months
