"""Concluding an objection."""

import pytest

from quanheng.disclosure.actions.conclude_objection import conclude_objection
from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.queries.objections import open_objections, upheld_objections
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return desk()


@pytest.fixture
def report(at):
    return record_objection(by=None, at=moment(18, 20), notice=notice(at), content=REPORT)


def _conclude(at, report, /, **given):
    given = {
        "is_specific": True,
        "conclusion": "经查阅招标材料并谈话核实，反映不属实。",
        "affects_appointment": False,
        **given,
    }
    return conclude_objection(**{"by": at.supervisor, "at": moment(20, 9), "objection": report, **given})


def test_it_blocks_until_it_is_concluded(at, report):
    assert list(open_objections(at.case)) == [report]
    made = _conclude(at, report)
    assert (made.checked_by.name, made.concluded_at, made.affects_appointment) == (
        "沈清",
        moment(20, 9),
        False,
    )
    assert (list(open_objections(at.case)), list(upheld_objections(at.case))) == ([], [])


def test_one_that_affects_the_appointment_stays_visible_to_it(at, report):
    _conclude(at, report, affects_appointment=True)
    assert list(upheld_objections(at.case)) == [report]


def test_twice_is_refused(at, report):
    _conclude(at, report)
    with pytest.raises(Refused, match="已于2025-11-20 09:00办结"):
        _conclude(at, report, affects_appointment=True)


def test_a_conclusion_is_written(at, report):
    with pytest.raises(Refused, match="没有写明核查结论"):
        _conclude(at, report, conclusion=" ")


def test_without_a_lead_it_bars_nobody(at, report):
    with pytest.raises(Refused, match="没有具体线索的反映，不能据以认定影响任职"):
        _conclude(at, report, is_specific=False, affects_appointment=True)


def test_not_before_it_came_in(at, report):
    with pytest.raises(Refused, match="办结时间早于收到时间"):
        _conclude(at, report, at=moment(18, 9))


def test_the_minister_may_not(at, report):
    with pytest.raises(Refused, match="何志远没有“核查反映”权限"):
        _conclude(at, report, by=at.minister)
