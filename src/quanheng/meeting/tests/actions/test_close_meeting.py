"""Closing a meeting."""

from datetime import timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.close_meeting import close_meeting
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting

pytestmark = pytest.mark.django_db


def test_not_while_an_item_waits():
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    with pytest.raises(Refused, match="尚有1项议题未作决定：第1项"):
        close_meeting(by=of.recorder, at=HELD_AT, meeting=meeting)
    postpone_item(by=of.recorder, at=HELD_AT, item=item, reason="尚未查清")
    assert close_meeting(by=of.recorder, at=HELD_AT, meeting=meeting).closed_at == HELD_AT


def test_twice_and_unopened_are_refused():
    of = committee()
    meeting = close_meeting(by=of.recorder, at=HELD_AT, meeting=sitting(of))
    with pytest.raises(Refused, match="会议已于2026-11-13 14:30散会"):
        close_meeting(by=of.recorder, at=HELD_AT, meeting=meeting)
    later = HELD_AT + timedelta(days=3)
    unopened = convene(by=of.recorder, at=HELD_AT, body=of.body, held_at=later, place="三楼")
    with pytest.raises(Refused, match="会议尚未点名"):
        close_meeting(by=of.recorder, at=later, meeting=unopened)
