"""What stands around every screen: a row that is out of the reader's sight is not there, whoever asks for it."""

from datetime import date

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from quanheng.access.models import AccountRequest
from quanheng.access.tests.factories import AT, account, authority
from quanheng.registry.models import Person
from quanheng.site.urls import guarded
from quanheng.web.core.addresses import Address

pytestmark = pytest.mark.django_db


def test_what_is_out_of_sight_is_not_found() -> None:
    city = authority()
    asker, other = (
        account("hezhixing", "section_chief", over=city),
        account("wang", "section_chief", over=city),
    )
    made = AccountRequest.objects.create(
        username="x", name="周梅", roles=[], authority=city, basis="x", requested_by=other, requested_at=AT
    )

    def looked(request: HttpRequest) -> HttpResponse:
        return HttpResponse(AccountRequest.objects.get(pk=made.pk).name)

    view = guarded(Address("x/", "x", looked))
    request = RequestFactory().get("/x/")
    request.user = other
    assert view(request).content.decode() == "周梅"  # type: ignore[attr-defined]  # an answer with content
    request.user = asker
    with pytest.raises(Http404):
        view(request)


def test_what_the_database_alone_refuses_is_said_and_undone() -> None:
    city = authority()
    county, far = authority("qingshi", parent=city), authority("baishui", parent=city)
    clerk = account("hezhixing", "section_chief", over=county)

    def forgetful(request: HttpRequest) -> HttpResponse:
        Person.objects.create(name="周梅", authority=county, sex="2", born_on=date(1980, 1, 1))
        Person.objects.create(name="陈安", authority=far, sex="1", born_on=date(1980, 1, 1))
        return HttpResponse("ok")

    view = guarded(Address("x/", "x", forgetful))
    request = RequestFactory().post("/x/")
    request.user, request.session = clerk, {}
    answer = view(request)
    assert (answer.status_code, "没有任何改动" in answer.content.decode()) == (403, True)  # type: ignore[attr-defined]
    assert not Person.objects.filter(name__in=("周梅", "陈安")).exists()
