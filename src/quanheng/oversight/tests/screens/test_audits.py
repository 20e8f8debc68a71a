"""The list of audits and the form that runs one."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.oversight.models import Audit
from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_run_audit import run

pytestmark = pytest.mark.django_db
TYPED = {"from_on": "2024-01-01", "to_on": "2026-11-20", "ordered_by": "云监〔2026〕3号"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def test_an_empty_list_says_what_will_be_here():
    page = signed_in(make.office().supervisor).get(reverse("audits")).content.decode()
    assert "专项检查和发现的问题都在这里。" in page
    assert reverse("audit_new") in page


def test_the_form_runs_it_and_goes_to_the_audit():
    of = make.office()
    make.on_file(of, make.Fault(workdays=4))
    answer = signed_in(of.supervisor).post(reverse("audit_new"), {**TYPED, "authority": of.authority.pk})
    audit = Audit.objects.get()
    assert answer.url == reverse("audit", args=[audit.pk])
    assert (audit.cases, audit.made_by, audit.layers) == (1, of.supervisor, [])
    (row,) = signed_in(of.supervisor).get(reverse("audits")).context["rows"]
    assert (row["cases"], row["failing"], row["unknown"], row["left"]) == (1, 1, 5, 6)


def test_a_refusal_stands_on_the_form_and_keeps_what_was_typed():
    of = make.office()
    typed = {**TYPED, "authority": of.authority.pk, "to_on": "2023-01-01"}
    answer = signed_in(of.supervisor).post(reverse("audit_new"), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "检查期间止2023-01-01早于起2024-01-01" in page
    assert 'value="云监〔2026〕3号"' in page
    assert not Audit.objects.exists()


def test_only_ones_own_authorities_may_be_chosen():
    city = make.office()
    county = make.office("中共青石县委", parent=city.authority)
    assert list(
        signed_in(city.supervisor).get(reverse("audit_new")).context["form"].fields["authority"].queryset
    ) == [
        city.authority,
        county.authority,
    ]
    answer = signed_in(county.supervisor).post(
        reverse("audit_new"), {**TYPED, "authority": city.authority.pk}
    )
    assert answer.status_code == 200
    assert not Audit.objects.exists()


def test_a_county_sees_none_of_the_citys():
    city = make.office()
    county = make.office("中共青石县委", parent=city.authority)
    run(city)
    assert signed_in(county.supervisor).get(reverse("audits")).context["rows"] == []


def test_without_the_right_there_is_no_page():
    of = make.office()
    for name in ("audits", "audit_new"):
        assert signed_in(of.officer).get(reverse(name)).status_code == 403


def test_it_is_there_in_english():
    of = make.office()
    run(of)
    page = signed_in(of.supervisor).get(reverse("audits"), headers={"accept-language": "en"}).content.decode()
    assert "Special inspections of selection" in page
    assert "检查" not in page
