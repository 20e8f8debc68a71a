"""Notices as staff and the public see them."""

from datetime import date

import pytest

from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.queries.notices import notice_state, notices, public_notices
from quanheng.disclosure.queries.objections import objections
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
ON = date(2025, 11, 19)


def test_the_third_of_five_working_days():
    state = notice_state(notice(), at=moment(19, 9))
    assert (state.phase, state.working_day, state.working_days, state.is_late) == ("running", 3, 5, False)
    assert state.may_come_down_at == moment(21, 17)


def test_phases():
    at = desk()
    hanging = notice(at)
    phases = [
        notice_state(hanging, at=when).phase for when in (moment(17, 8), moment(21, 23, 59), moment(22, 0))
    ]
    assert phases == ["before", "running", "over"]
    take_down(by=at.minister, at=moment(21, 17), notice=hanging)
    hanging.refresh_from_db()
    assert notice_state(hanging, at=moment(21, 17)).phase == "over"


def test_posted_on_tuesday_it_hangs_four_days():
    state = notice_state(notice(at=moment(18, 9)), at=moment(19, 9))
    assert (state.is_late, state.up_days) == (True, 4)


def test_the_public_sees_what_hangs_and_nothing_after():
    hanging = notice()
    seen = [list(public_notices(at=when)) for when in (moment(17, 8), moment(19, 9), moment(22, 0))]
    assert seen == [[], [hanging], []]


def test_staff_see_notices_where_they_may_view_selection():
    at = desk()
    hanging = notice(at)
    record_objection(by=None, at=moment(18, 20), notice=hanging, content=REPORT)
    stranger = registry.account("韩冬", "officer", over=registry.authority("青泽市委"))
    assert [(row, row.waiting) for row in notices(by=at.minister, on=ON)] == [(hanging, 1)]
    assert list(notices(by=stranger, on=ON)) == []


def test_only_the_desk_reads_objections():
    at = desk()
    report = record_objection(by=None, at=moment(18, 20), notice=notice(at), content=REPORT)
    assert list(objections(by=at.supervisor, on=ON)) == [report]
    assert list(objections(by=at.minister, on=ON)) == []
