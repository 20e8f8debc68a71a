"""Calling a meeting."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.models import Meeting
from quanheng.meeting.tests.factories import HELD_AT, committee

pytestmark = pytest.mark.django_db


def _convene(of, **given):
    return convene(
        **{"by": of.recorder, "at": HELD_AT, "body": of.body, "held_at": HELD_AT, "place": "三楼", **given}
    )


def test_whoever_convenes_records_and_the_title_says_body_and_day():
    of = committee()
    made = _convene(of)
    assert (made.title, made.recorder, made.opened_at) == ("市委常委会会议（2026-11-13）", of.recorder, None)
    entry = JournalEntry.objects.get(action="meeting.convene")
    assert (entry.by_name, entry.subject) == ("何静", f"meeting.meeting:{made.pk}")


def test_a_second_meeting_at_the_same_moment_is_refused_and_the_first_kept():
    of = committee()
    first = _convene(of)
    with pytest.raises(Refused, match="“市委常委会”在2026-11-13 14:30已有一次会议"):
        _convene(of)
    assert list(Meeting.objects.all()) == [first]


def test_a_body_without_members_on_that_day_is_refused():
    of = committee(from_on=date(2026, 11, 14))
    with pytest.raises(Refused, match="“市委常委会”在2026-11-13没有成员"):
        _convene(of)


def test_a_member_may_not_convene():
    of = committee()
    with pytest.raises(Refused, match="赵敏没有“组织会议”权限"):
        _convene(of, by=of.account("赵敏"))
