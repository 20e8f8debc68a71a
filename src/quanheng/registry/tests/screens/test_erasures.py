"""The pages of erasing: who may ask, who decides, what they are told."""

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.models import Erasure, Person
from quanheng.registry.tests.actions.test_erase_person import REASON, Office

pytestmark = pytest.mark.django_db


def as_(account: object) -> Client:
    client = Client()
    client.force_login(account)  # type: ignore[arg-type]
    return client


def test_the_officer_sees_what_goes_and_asks() -> None:
    office = Office()
    page = reverse("person_erasure", args=[office.person.pk])
    words = as_(office.officer).get(page).content.decode()
    assert "干部信息全部清除" in words
    assert "家庭成员" in words
    assert as_(office.officer).post(page, REASON).status_code == 302
    assert Erasure.objects.get().asked_by == office.officer
    assert "王敏已申请" in as_(office.officer).get(page).content.decode()
    assert (
        page in as_(office.officer).get(reverse("person_history", args=[office.person.pk])).content.decode()
    )


def test_the_minister_does_not_ask_but_decides() -> None:
    office = Office()
    assert as_(office.minister).get(reverse("person_erasure", args=[office.person.pk])).status_code == 403
    row = office.asked()
    client = as_(office.minister)
    assert "陈建国" in client.get(reverse("erasures")).content.decode()
    page = reverse("erasure", args=[row.pk])
    assert REASON["basis"] in client.get(page).content.decode()
    assert client.post(page, {"decision": "refuse", "note": ""}).status_code == 409
    assert client.post(page, {"decision": "agree", "note": ""}).status_code == 302
    assert not Person.objects.exists()
    words = client.get(page).content.decode()
    assert "已清除" in words
    assert "陈建国" not in words


def test_the_officer_may_not_decide() -> None:
    office = Office()
    row = office.asked()
    for page in (reverse("erasures"), reverse("erasure", args=[row.pk])):
        assert as_(office.officer).get(page).status_code == 403


def test_a_minister_of_another_city_sees_nothing() -> None:
    from quanheng.registry.tests import factories

    row = Office().asked()
    stranger = as_(factories.account("外地部长", "minister", over=factories.authority("别市")))
    assert "陈建国" not in stranger.get(reverse("erasures")).content.decode()
    assert stranger.get(reverse("erasure", args=[row.pk])).status_code == 404
