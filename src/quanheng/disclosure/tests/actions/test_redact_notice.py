"""Covering what a notice shows too much of: gone for the public at once, kept for the file of the case."""

import pytest
from django.urls import reverse

from quanheng.disclosure.actions.redact_notice import redact_notice
from quanheng.disclosure.core.redaction import COVER
from quanheng.disclosure.queries.papers import notice_content
from quanheng.disclosure.tests.factories import desk, moment, notice, profile
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
ADDRESS = "住云岭市人民路3号"


def shown(client, made) -> str:
    return client.get(reverse("public_notice", args=[made.slug])).content.decode()


@pytest.fixture
def office(settings):
    from datetime import date

    settings.DEMONSTRATION_DATE = date(2025, 11, 19)
    return desk()


def test_a_passage_is_covered_for_the_public_and_kept_for_the_file(client, office):
    made = notice(office, profile=profile(achievements=f"主持国道改建。{ADDRESS}。"))
    assert ADDRESS in shown(client, made)
    given = {"notice": made, "item": "achievements", "passage": ADDRESS, "reason": "家庭住址不宜公开"}
    done = redact_notice(by=office.minister, at=moment(19, 9), **given)
    words = shown(client, made)
    assert ADDRESS not in words
    assert f"主持国道改建。{COVER}。" in words
    assert ADDRESS in done.profile["achievements"]
    assert (done.redactions[0]["by"], done.redactions[0]["reason"]) == ("何志远", "家庭住址不宜公开")
    assert ADDRESS in str(notice_content(done))
    assert ADDRESS not in str(notice_content(done, is_for_board=True))


def test_a_whole_item_and_the_photograph(client, office):
    made = notice(office, profile=profile(has_photo=True))
    made.person.photo = b"\xff\xd8jpeg"
    made.person.save()
    photo = reverse("public_notice_photo", args=[made.slug])
    assert client.get(photo).status_code == 200
    for item in ("has_photo", "awards_and_punishments"):
        redact_notice(by=office.minister, at=moment(19, 9), notice=made, item=item, reason="不应公开")
    assert client.get(photo).status_code == 404
    assert "三等功" not in shown(client, made)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"item": "name"}, "公示必备的项目"),
        ({"item": "education", "passage": "没有这句"}, "没有这段文字"),
        ({"item": "exceptional_reason"}, "公示中没有"),
        ({"item": "education", "reason": " "}, "没有写明理由"),
    ],
)
def test_what_cannot_be_covered_is_refused(office, given, why):
    made = notice(office)
    with pytest.raises(Refused, match=why):
        redact_notice(by=office.minister, at=moment(19, 9), notice=made, **{"reason": "不宜公开", **given})


def test_after_the_period_there_is_nothing_to_cover(office):
    made = notice(office)
    with pytest.raises(Refused, match="公示期已满"):
        redact_notice(by=office.minister, at=moment(22, 9), notice=made, item="education", reason="不宜公开")


def test_the_supervisor_may_not(office, client):
    made = notice(office)
    with pytest.raises(Refused, match="发布公示"):
        redact_notice(
            by=office.supervisor, at=moment(19, 9), notice=made, item="education", reason="不宜公开"
        )
    page = reverse("notice_redact", args=[made.pk])
    client.force_login(office.supervisor)
    assert client.get(page).status_code == 403
    client.force_login(office.minister)
    assert "主要业绩" in client.get(page).content.decode()
    done = client.post(page, {"item": "achievements", "passage": "", "reason": "不宜公开"})
    assert done.headers["Location"] == reverse("notice", args=[made.pk])
    words = client.get(reverse("notice", args=[made.pk])).content.decode()
    assert "不宜公开" in words
