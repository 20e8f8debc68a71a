"""Putting off a vote."""

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting, speak

pytestmark = pytest.mark.django_db


def test_what_was_said_is_kept_with_the_reason():
    of = committee()
    item = matter(of, sitting(of))
    speak(of, item, agree=["李慧"], disagree=["赵敏"])
    made = postpone_item(by=of.recorder, at=HELD_AT, item=item, reason="意见分歧较大")
    assert (made.state, made.reason, made.should, made.agree, made.disagree) == (
        "deferred",
        "意见分歧较大",
        9,
        1,
        1,
    )
    assert made.cites == ["《党政领导干部选拔任用工作条例》（2019年）第三十八条"]
    with pytest.raises(Refused, match="作出决定：缓议"):
        express(by=of.account("钱立"), at=HELD_AT, item=item, stance="agree")


def test_a_reason_is_needed():
    of = committee()
    item = matter(of, sitting(of))
    with pytest.raises(Refused, match="没有写明理由"):
        postpone_item(by=of.recorder, at=HELD_AT, item=item, reason="  ")
