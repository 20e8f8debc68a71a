"""Taking in an objection."""

from datetime import timedelta

import pytest

from quanheng.access.models import JournalEntry
from quanheng.access.queries.sealed_rows import open_rows
from quanheng.disclosure.actions.record_objection import AN_HOUR, record_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


def _report(on, **given):
    return record_objection(**{"by": None, "at": moment(18, 20), "notice": on, "content": REPORT, **given})


def test_anybody_may_report_without_a_name_and_gets_a_receipt():
    made = _report(notice())
    assert (made.is_named, made.name, made.channel, len(made.receipt)) == (False, b"", "web", 10)
    entry = JournalEntry.objects.get(action="disclosure.objection.record")
    assert (entry.by, set(entry.facts)) == (None, {"notice"})


def test_a_name_makes_it_named():
    made = _report(notice(), name=" 马德 ", contact="0999-1234567")
    assert open_rows(None, [made]) == 0
    assert (made.is_named, made.name, made.contact) == (True, "马德", "0999-1234567")


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (moment(22, 0, 1), "公示期2025-11-17至2025-11-21已结束"),
        (moment(17, 8), "公示期为2025-11-17至2025-11-21"),
    ],
)
def test_outside_the_period_it_is_refused_with_the_telephone(at, why):
    with pytest.raises(Refused) as refused:
        _report(notice(), at=at)
    assert (str(refused.value.why), str(refused.value.remedy)) == (why, "可以向干部监督机构反映，电话12380")


@pytest.mark.parametrize(
    ("content", "why"),
    [("太短了", "反映内容3字，应为10至5000字"), ("长" * 5001, "反映内容5001字，应为10至5000字")],
)
def test_too_little_and_too_much(content, why):
    with pytest.raises(Refused) as refused:
        _report(notice(), content=content)
    assert str(refused.value.why) == why


def test_a_flood_is_stopped_for_an_hour_and_the_desk_still_takes_letters():
    at = desk()
    hanging = notice(at)
    for _ in range(AN_HOUR):
        _report(hanging)
    with pytest.raises(Refused, match=f"一小时内已收到{AN_HOUR}件网上反映"):
        _report(hanging)
    _report(hanging, at=moment(18, 21, 1))
    record_objection(by=at.supervisor, at=moment(18, 20), notice=hanging, content=REPORT, channel="letter")
    assert Objection.objects.count() == AN_HOUR + 2


def test_the_desk_enters_a_letter_that_came_within_the_period():
    at = desk()
    made = record_objection(
        by=at.supervisor,
        at=moment(24, 9),
        notice=notice(at),
        content=REPORT,
        channel="letter",
        received_at=moment(21, 15),
    )
    assert (made.get_channel_display(), made.received_at) == ("来信", moment(21, 15))


def test_the_desk_cannot_date_it_into_the_future():
    at = desk()
    with pytest.raises(Refused, match="收到时间在现在之后"):
        record_objection(
            by=at.supervisor,
            at=moment(18, 9),
            notice=notice(at),
            content=REPORT,
            channel="letter",
            received_at=moment(18, 9) + timedelta(minutes=1),
        )


def test_the_minister_does_not_keep_the_desk():
    at = desk()
    with pytest.raises(Refused, match="何志远没有“核查反映”权限"):
        record_objection(
            by=at.minister, at=moment(18, 9), notice=notice(at), content=REPORT, channel="letter"
        )


def test_the_public_form_is_the_web():
    with pytest.raises(ValueError, match="the public form is the channel web"):
        _report(notice(), channel="phone")
