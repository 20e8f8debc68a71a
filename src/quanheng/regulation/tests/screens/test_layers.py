"""The page of local rules: who may see it, taking one on, giving it up."""

from datetime import date

import pytest
from django.test import Client

from quanheng.access.tests.factories import account, authority
from quanheng.regulation.models import LayerAdoption

pytestmark = pytest.mark.django_db
GIVEN = {"layer": "local_jinchang_2011", "document": "示例〔2026〕1号", "from_on": "2026-11-01"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)


def _signed_in(role, over):
    client = Client()
    client.force_login(account(role, role, over=over))
    return client


def test_the_minister_adopts_and_gives_up():
    city = authority()
    client = _signed_in("minister", city)
    assert "还没有采用地方规定" in client.get("/law/layers/").content.decode()
    answer = client.post("/law/layers/", {**GIVEN, "authority": city.pk})
    assert answer.status_code == 302
    made = LayerAdoption.objects.get()
    (row,) = client.get("/law/layers/").context["rows"]
    assert (row["document"], row["from_on"]) == ("示例〔2026〕1号", date(2026, 11, 1))
    assert f'href="/law/layers/{made.pk}/end/"' in row["until_on"]
    again = client.post("/law/layers/", {**GIVEN, "authority": city.pk})
    assert again.status_code == 409
    assert "已采用该规定" in again.content.decode()
    ended = client.post(
        f"/law/layers/{made.pk}/end/", {"until_on": "2026-12-01", "document": "示例〔2026〕2号"}
    )
    assert ended.status_code == 302
    made.refresh_from_db()
    assert made.until_on == date(2026, 12, 1)
    (row,) = client.get("/law/layers/").context["rows"]
    assert row["until_on"] == date(2026, 12, 1)


def test_a_blank_form_names_its_fields():
    city = authority()
    answer = _signed_in("minister", city).post("/law/layers/", {"document": ""})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"authority", "layer", "document", "from_on"}


def test_an_officer_is_refused_and_sees_no_link():
    city = authority()
    client = _signed_in("officer", city)
    assert client.get("/law/layers/").status_code == 403
    assert "/law/layers/" not in client.get("/law/").content.decode()
    assert "/law/layers/" in _signed_in("minister", city).get("/law/").content.decode()
