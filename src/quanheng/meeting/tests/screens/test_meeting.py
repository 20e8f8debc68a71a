"""The page of one meeting, driven by its recorder."""

import pytest
from django.urls import reverse

from quanheng.meeting.actions.convene import convene
from quanheng.meeting.models import Item
from quanheng.meeting.tests.factories import HELD_AT, NAMES, committee, matter, sitting, speak
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
CHIEF, OTHERS = NAMES[0], NAMES[1:]


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = HELD_AT.date()


def _post(client, meeting, act, **given):
    return client.post(reverse("meeting", args=[meeting.pk]), {"act": act, **given})


def test_roll_opinions_decision_and_close_in_one_sitting(client):
    of = committee()
    meeting = convene(by=of.recorder, at=HELD_AT, body=of.body, held_at=HELD_AT, place="三楼")
    item = matter(of, meeting)
    client.force_login(of.recorder)
    absent = of.seat(OTHERS[7])
    roll = {f"present_{seat.pk}": str(int(seat != absent)) for seat in of.members.values()}
    assert _post(client, meeting, "roll", **roll, **{f"reason_{absent.pk}": "住院"}).status_code == 302
    _post(client, meeting, "recuse", item=1, member=of.seat(OTHERS[6]).pk, ground="relative")
    for name in (*OTHERS[:6], CHIEF):
        _post(client, meeting, "express", item=1, member=of.seat(name).pk, stance="agree")
    page = _post(client, meeting, "decide", item=1, form="oral")
    item.refresh_from_db()
    assert (page.status_code, item.state, item.agree, item.recused, item.present) == (302, "passed", 7, 1, 8)
    _post(client, meeting, "close")
    meeting.refresh_from_db()
    assert meeting.closed_at


def test_the_result_line_says_what_was_needed(client):
    of = committee()
    meeting = sitting(of)
    speak(of, matter(of, meeting), agree=OTHERS[:5], disagree=[OTHERS[5]])
    client.force_login(of.account("李慧"))
    words = client.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert "同意 <strong>5</strong> · 不同意 <strong>1</strong> · 缓议 <strong>0</strong>" in words
    assert "通过须5人同意；应到9，实到9" in words
    assert "录入口头表态" not in words


def test_a_refusal_stands_on_the_page_with_its_clause_and_what_was_typed(client):
    of = committee()
    meeting = sitting(of)
    matter(of, meeting)
    client.force_login(of.recorder)
    page = _post(
        client, meeting, "express", item=1, member=of.seat(CHIEF).pk, stance="agree", remark="同意组织部意见"
    )
    words = page.content.decode()
    assert page.status_code == 409
    assert "主要负责人周正清须最后表态，尚有8人未表态" in words
    assert "第三十八条" in words
    assert 'value="同意组织部意见"' in words


def test_without_a_quorum_the_light_says_so(client):
    of = committee()
    client.force_login(of.recorder)
    words = client.get(reverse("meeting", args=[sitting(of, absent=NAMES[5:]).pk])).content.decode()
    assert "不足法定人数" in words


def test_a_member_who_must_step_aside_is_pointed_out_without_the_relation(client):
    of = committee()
    meeting = sitting(of)
    matter(of, meeting)
    brother = registry.person("赵敏", of=of.authority)
    seat = of.account("赵敏")
    seat.person_key = brother.pk
    seat.save()
    registry.relative(of.candidate, "内弟", "赵敏", other=brother)
    client.force_login(of.account("李慧"))
    seen_by_member = client.get(reverse("meeting", args=[meeting.pk])).content.decode()
    client.force_login(of.recorder)
    seen_by_recorder = client.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert ("应当回避" in seen_by_member, "内弟" in seen_by_member, "内弟" in seen_by_recorder) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize(
    "given",
    [
        {"act": "sing"},
        {"act": "decide", "item": "x", "form": "oral"},
        {"act": "express", "item": "1", "stance": "sing"},
    ],
)
def test_a_form_that_is_none_of_ours_is_not_found(client, given):
    of = committee()
    meeting = sitting(of)
    matter(of, meeting)
    client.force_login(of.recorder)
    assert client.post(reverse("meeting", args=[meeting.pk]), given).status_code == 404


def test_a_member_cannot_decide_by_posting(client):
    of = committee()
    meeting = sitting(of)
    item = matter(of, meeting)
    client.force_login(of.account("李慧"))
    assert _post(client, meeting, "decide", item=1, form="oral").status_code == 409
    assert Item.objects.get(pk=item.pk).state == "open"


def test_three_items_take_as_many_queries_as_one(client, django_assert_num_queries):
    of = committee()
    meeting = sitting(of)
    speak(of, matter(of, meeting), agree=OTHERS)
    client.force_login(of.recorder)
    address = reverse("meeting", args=[meeting.pk])
    client.get(address)
    with django_assert_num_queries(8 + 8) as first:  # eight to state what may be seen, and to leave it again
        client.get(address)
    for name in ("林涛", "秦月"):
        matter(of, meeting, registry.person(name, of=of.authority, at=of.candidate.organisation))
    with django_assert_num_queries(len(first.captured_queries)):
        client.get(address)


def test_the_page_is_there_in_english(client):
    of = committee()
    client.force_login(of.recorder)
    words = client.get(
        reverse("meeting", args=[sitting(of).pk]), headers={"accept-language": "en"}
    ).content.decode()
    assert "Call the roll again" in words
    assert "到会" not in words
