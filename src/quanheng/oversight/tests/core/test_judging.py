"""Steps put to the law: the law of the step's day, and the same findings in columns as one by one."""

import itertools
from datetime import date, timedelta

import pytest

from quanheng.kernel.verdicts import Light
from quanheng.oversight.core.judging import asked, epoch_of, findings
from quanheng.regulation.core.library import library
from quanheng.selection.core.stage_facts import StageFacts

NOTICE = {
    "is_notice_exempt": False,
    "post_tier": "county",
    "move": "promotion",
    "is_posted_after_decision": True,
    "is_posted_on_time": True,
    "is_full_period_up": True,
    "open_objections": 0,
    "notice_workdays": 4,
    "notice_days": 7,
}
REFORM = date(2014, 1, 14)
"""From seven days of notice to five working days."""


def lights(found):
    return {(each.step.case, each.step.stage, each.finding.rule.id): each.finding.light for each in found}


def test_the_law_of_the_day_decides_and_not_todays():
    steps = [
        StageFacts(1, "notice", REFORM - timedelta(days=1), NOTICE),
        StageFacts(2, "notice", REFORM, NOTICE),
    ]
    assert lights(findings(steps, law=library())) == {
        (2, "notice", "selection_regulations.42.workdays"): Light.FORBIDDEN
    }


def test_before_the_law_is_encoded_nothing_is_asked():
    assert asked("notice", date(2001, 1, 1), library()) == ()
    assert findings([StageFacts(1, "notice", date(2001, 1, 1), NOTICE)], law=library()) == []


def test_a_missing_fact_is_unknown_and_named():
    steps = [StageFacts(1, "notice", date(2024, 5, 6), {**NOTICE, "notice_workdays": None})]
    (found,) = findings(steps, law=library())
    assert (found.finding.light, found.finding.missing) == (Light.UNKNOWN, ("notice_workdays",))


def test_a_rule_that_reads_the_day_is_asked_on_it():
    facts = {"is_notice_exempt": False, "notice_until": date(2024, 5, 10), "has_appointment_talk": True,
             "probation_months": 12, "is_probation_post": True, "move": "promotion"}  # fmt: skip
    steps = [StageFacts(n, "appointment", date(2024, 5, 10 + n), facts) for n in range(2)]
    assert lights(findings(steps, law=library())) == {
        (0, "appointment", "selection_regulations.42.ended"): Light.FORBIDDEN
    }


def test_an_epoch_ends_where_a_rule_or_a_figure_changes():
    def epoch(on):
        return epoch_of(asked("notice", on, library()), on, library())

    assert epoch(REFORM) == epoch(date(2020, 1, 1)) != epoch(REFORM - timedelta(days=1))


def everything():
    """Steps with each fact true, false, high, low and missing, on days of three versions of the law."""
    days = (
        date(2010, 6, 1),
        date(2013, 12, 31),
        date(2014, 1, 14),
        date(2018, 5, 2),
        date(2019, 3, 3),
        date(2026, 11, 20),
    )
    kinds = {
        "motion": {"is_motion_recorded": (True, False, None), "held_seats": (3, 4, None), "quota_seats": (4, None), "seats": (1,)},
        "targets": {
            "has_talk_recommendation": (True, False), "has_meeting_recommendation": (True, False), "is_talk_first": (True, False, None),
            "target_fixed_on": (date(2013, 5, 1),), "recommended_until": (date(2013, 4, 30), date(2013, 5, 1), None),
            "is_directed": (True,), "is_recommended_post": (True,), "case_kind": ("individual",), "seats": (1,),
            "target_people": (1, 2), "is_opinion_concentrated": (True, None),
        },
        "team": {"team_size": (1, 2), "has_related_inspector": (True, False, None)},
        "deliberation": {
            "members_should_attend": (9,), "members_present": (5, 6), "votes_for": (4, 5, None), "opinions_stated": (6,),
            "is_chief_last": (True, False, None), "has_related_attendee": (False, None), "decision_form": ("oral", "circulated", None),
        },
        "notice": {name: (value, None) for name, value in NOTICE.items()},
        "appointment": {
            "is_notice_exempt": (False, None), "notice_until": (date(2014, 1, 13), date(2014, 1, 14), None),
            "has_appointment_talk": (True, False), "probation_months": (0, 12), "is_probation_post": (True, None), "move": ("promotion",),
        },
    }  # fmt: skip
    number = itertools.count()
    for stage, facts in kinds.items():
        for values in itertools.product(*facts.values()):
            for on in days:
                yield StageFacts(next(number), stage, on, dict(zip(facts, values, strict=True)))


def test_columns_and_one_by_one_find_the_same():
    pytest.importorskip("polars")
    steps = list(everything())
    many, single = (findings(steps, law=library(), is_bulk=is_bulk) for is_bulk in (True, False))
    assert len(steps) > 5000
    assert len(many) > 5000
    assert lights(many) == lights(single)
    assert [each.finding.missing for each in many] == [each.finding.missing for each in single]
    assert [str(each.finding.explanation.sentence) for each in many] == [
        str(each.finding.explanation.sentence) for each in single
    ]
