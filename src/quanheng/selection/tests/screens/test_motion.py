"""The page that opens a case for a vacancy."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.procedure.models import Case
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Motion
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of

TYPED = {**make.motion_words(), "method": "民主推荐", "is_directed": "on"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 10, 12)


@pytest.fixture
def of(case_at):
    city = case_at("motion")
    make.vacancy(city)
    return city


def address(of) -> str:
    return reverse("motion_open", args=[of.vacancy.pk])


def test_the_form_names_the_vacancy(of):
    page = page_of(client_of(of, "王敏"), address(of))
    for words in ("云岭市交通运输局副局长", "退休", 'name="ground"'):
        assert words in page


def test_a_good_form_opens_the_case_and_leads_to_it(of):
    response = client_of(of, "王敏").post(address(of), TYPED)
    case = Case.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/cases/{case.number}/")
    assert (case.motion.ground, case.motion.is_directed, case.opened_by) == ("工作需要", True, of.staff["王敏"])


def test_a_seat_taken_meanwhile_is_refused_with_the_sum_and_what_was_typed(of):
    registry.assignment(registry.person("沈启明", at=of.bureau), registry.post(of.bureau), from_on=date(2026, 9, 1))
    response = client_of(of, "王敏").post(address(of), {**TYPED, "ground": "年龄结构需要"})
    page = response.content.decode()
    assert response.status_code == 409
    for words in ("核定4名", "实有4名", "沈启明（副局长）", "第四十三条", "年龄结构需要</textarea>"):
        assert words in page
    assert not Motion.objects.exists()


def test_the_same_form_twice_opens_one_case(of):
    client = client_of(of, "王敏")
    assert client.post(address(of), TYPED).status_code == 302
    second = client.post(address(of), TYPED)
    assert second.status_code == 409
    assert "该空缺已在2026-0001中办理" in second.content.decode()
    assert Case.objects.count() == 1


def test_an_empty_field_is_asked_for_again(of):
    response = client_of(of, "王敏").post(address(of), {**TYPED, "ground": ""})
    assert response.status_code == 422
    assert not Case.objects.exists()


def test_whoever_does_not_run_selections_has_no_such_page(of):
    assert client_of(of, "秦望").get(address(of)).status_code == 403


def test_another_authoritys_officer_finds_no_such_vacancy(of):
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    assert client_of(of, "刘县").get(address(of)).status_code == 404
