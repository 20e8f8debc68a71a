"""Reconsidering a decision."""

from datetime import timedelta

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.actions.reopen_item import reopen_item
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak

pytestmark = pytest.mark.django_db
LATER = HELD_AT + timedelta(days=7)


def _failed(of):
    item = matter(of, sitting(of))
    speak(of, item, disagree=NAMES[1:], agree=NAMES[:1])
    return decide_item(by=of.recorder, at=HELD_AT + timedelta(minutes=30), item=item)


def _reopen(of, item, meeting, names):
    agreed = [of.seat(name) for name in names]
    return reopen_item(by=of.recorder, at=LATER, item=item, meeting=meeting, agreed=agreed)


def test_five_of_nine_reopen_it_as_a_new_item_and_the_old_decision_stays():
    of = committee()
    earlier = _failed(of)
    made = _reopen(of, earlier, sitting(of, held_at=LATER), NAMES[:5])
    assert (made.reopens, made.reopened_by, made.state, made.person, made.post) == (
        earlier,
        5,
        "open",
        earlier.person,
        earlier.post,
    )
    earlier.refresh_from_db()
    assert earlier.state == "failed"


def test_four_of_nine_are_not_enough():
    of = committee()
    earlier = _failed(of)
    with pytest.raises(Refused) as refused:
        _reopen(of, earlier, sitting(of, held_at=LATER), NAMES[:4])
    assert str(refused.value.why) == "成员9人，同意复议4人，未超过半数（须5人）"
    assert str(refused.value.remedy) == "再有1名成员同意"


def test_strangers_do_not_count():
    of, other = committee(), committee()
    earlier = _failed(of)
    meeting = sitting(of, held_at=LATER)
    agreed = [*(of.seat(name) for name in NAMES[:4]), other.seat("李慧")]
    with pytest.raises(Refused, match="同意复议4人"):
        reopen_item(by=of.recorder, at=LATER, item=earlier, meeting=meeting, agreed=agreed)


def test_a_decision_is_reopened_once():
    of = committee()
    earlier = _failed(of)
    meeting = sitting(of, held_at=LATER)
    _reopen(of, earlier, meeting, NAMES)
    with pytest.raises(Refused, match="本决定已经提起复议"):
        _reopen(of, earlier, meeting, NAMES)


def test_a_deferred_item_was_not_decided():
    of = committee()
    item = postpone_item(by=of.recorder, at=HELD_AT, item=matter(of, sitting(of)), reason="尚未查清")
    with pytest.raises(Refused, match=r"尚未作出决定.*可以重新列入议题"):
        _reopen(of, item, sitting(of, held_at=LATER), NAMES)


def test_another_body_cannot():
    of = committee()
    body = form_body(by=of.recorder, at=HELD_AT, authority=of.authority, name="市委全委会", kind="plenum")
    chief = of.account(NAMES[0])
    seat_member(
        by=of.recorder, at=HELD_AT, body=body, account=chief, is_chief=True, order=0, from_on=HELD_AT.date()
    )
    meeting = convene(by=of.recorder, at=HELD_AT, body=body, held_at=LATER, place="市委三楼会议室")
    with pytest.raises(Refused, match="原决定由“市委常委会”作出，不能由“市委全委会”复议"):
        _reopen(of, _failed(of), meeting, NAMES)
