"""Opening remarks beside votes: for a purpose, by whoever may view the meeting and is not concerned."""

from datetime import timedelta

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.open_remarks import open_remarks
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting

pytestmark = pytest.mark.django_db
AT = HELD_AT + timedelta(hours=1)


def test_it_leaves_a_line_and_is_refused_without_a_purpose():
    of = committee()
    item = matter(of, sitting(of))
    open_remarks(by=of.recorder, at=AT, item=item, purpose="整理会议纪要")
    assert JournalEntry.objects.first().facts == {"purpose": "整理会议纪要"}
    with pytest.raises(Refused, match="没有写明查阅用途"):
        open_remarks(by=of.recorder, at=AT, item=item, purpose="")


def test_whom_the_item_is_about_does_not_read_them():
    of = committee()
    item = matter(of, sitting(of))
    of.recorder.person_key = of.candidate.pk
    with pytest.raises(Refused, match="议题涉及您本人"):
        open_remarks(by=of.recorder, at=AT, item=item, purpose="整理会议纪要")
