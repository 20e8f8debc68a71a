"""The page of rosters by named people."""

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ADDRESS = "/rosters/"


@pytest.fixture
def city():
    made = make.authority("中共云岭市委", code="city")
    make.person("陈建国", at=make.organisation("云岭市交通运输局", of=made, code="001.002"))
    return made


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def typed(**given):
    fixed = {
        "kind": "roster",
        "organisation": "云岭市交通运输局",
        "has_below": "on",
        "is_serving": "on",
        "columns": ["sex", "post"],
        "form": "pdf",
        "size": "A4",
    }
    return {**fixed, **given}


def test_the_form_gives_a_pdf_and_a_workbook(city):
    client = signed_in(make.account("王敏", "officer", over=city))
    page = client.get(ADDRESS).content.decode()
    assert "身份证号" in page
    pdf = client.post(ADDRESS, typed())
    assert (pdf.content[:5], pdf["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert pdf["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert client.post(ADDRESS, typed(form="xlsx", organisation="001.002")).content[:2] == b"PK"


def test_a_refusal_keeps_what_was_typed(city):
    client = signed_in(make.account("王敏", "officer", over=city))
    response = client.post(ADDRESS, typed(columns=["identity"], purpose="核"))
    assert response.status_code == 409
    assert "导出身份证号没有写明用途" in response.content.decode()
    assert 'value="云岭市交通运输局"' in response.content.decode()


def test_who_may_not_open_numbers_is_not_offered_them(city):
    client = signed_in(make.account("赵敏", "supervisor", over=city))
    assert "身份证号</label>" not in client.get(ADDRESS).content.decode().replace("\n", "")
    assert "导出身份证号" in client.get(ADDRESS).content.decode()
    assert client.post(ADDRESS, typed(columns=["identity"])).status_code == 200


def test_a_unit_out_of_sight_is_not_found(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    client = signed_in(make.account("刘县", "officer", over=county))
    assert "没有查到这个单位" in client.post(ADDRESS, typed()).content.decode()


def test_a_teller_may_not(city):
    assert signed_in(make.account("孙丽", "teller", over=city)).get(ADDRESS).status_code == 403


def test_the_result_of_a_query_is_filled_in_and_counted(city):
    client = signed_in(make.account("王敏", "officer", over=city))
    page = client.get(f"{reverse('rosters')}?c=sex:is:1").content.decode()
    assert "1人" in page
    assert "c=sex" in page
