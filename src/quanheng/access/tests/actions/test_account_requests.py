"""Four hands for a new account: asked for, made, activated, seen; none of them does another's part."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from quanheng.access.actions.account_requests import (
    acknowledge_account,
    activate_account,
    create_account,
    decline_request,
    request_account,
)
from quanheng.access.models import AccountRequest
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.accounts import requests_in
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    city = authority()
    return {
        "city": city,
        "chief": account("hejing", "section_chief", over=city),
        "system": account("shaoyifan", "system_admin", over=city),
        "security": account("kejingyi", "security_admin", over=city),
        "auditor": account("duanbingwen", "audit_admin", over=city),
    }


def asked(house, *roles, **more) -> AccountRequest:
    given = {"username": "wang", "name": "王敏", "basis": "干部科新任"} | more
    return request_account(
        by=house["chief"], at=AT, roles=roles or ("officer",), authority=house["city"], **given
    )


def test_an_account_comes_to_life_in_four_steps(house) -> None:
    request = asked(house)
    made = create_account(by=house["system"], at=AT, request=request)
    assert (made.is_active, made.has_usable_password(), rights_of(made, on=ON).roles) == (
        False,
        False,
        frozenset(),
    )
    activate_account(by=house["security"], at=AT, request=request)
    made.refresh_from_db()
    assert made.is_active
    assert rights_of(made, on=ON).may("selection.run", "/yunling/")
    assert [each.username for each in requests_in("activated")] == ["wang"]
    done = acknowledge_account(by=house["auditor"], at=AT, request=request)
    assert done.state == "done"
    assert not requests_in("activated").exists()


@pytest.mark.parametrize(
    ("act", "hand", "needs"),
    [
        (create_account, "security", "建立账号"),
        (create_account, "chief", "建立账号"),
        (activate_account, "system", "授予权限"),
        (activate_account, "auditor", "授予权限"),
        (acknowledge_account, "security", "审计日志"),
    ],
)
def test_nobody_does_anothers_part(house, act, hand, needs) -> None:
    with pytest.raises(Refused, match=needs):
        act(by=house[hand], at=AT, request=asked(house))


def test_no_step_is_skipped_or_done_twice(house) -> None:
    request = asked(house)
    for act, hand in ((activate_account, "security"), (acknowledge_account, "auditor")):
        with pytest.raises(Refused, match="下一步"):
            act(by=house[hand], at=AT, request=request)
    create_account(by=house["system"], at=AT, request=request)
    with pytest.raises(Refused, match="下一步"):
        create_account(by=house["system"], at=AT, request=request)
    with pytest.raises(Refused, match="下一步"):
        decline_request(by=house["system"], at=AT, request=request)


def test_a_request_is_refused_before_anybody_works_on_it(house) -> None:
    for roles, more, said in (
        ((), {}, "没有写明"),
        (("officer", "audit_admin"), {}, "不得由一人兼任"),
        (("nobody",), {}, "没有“nobody”"),
        (("observer",), {}, "限期授予"),
        (("officer",), {"username": "hejing"}, "已存在"),
    ):
        with pytest.raises(Refused, match=said):
            request_account(
                by=house["chief"],
                at=AT,
                roles=roles,
                authority=house["city"],
                **({"username": "wang", "name": "王敏", "basis": "新任"} | more),
            )
    assert decline_request(by=house["system"], at=AT, request=asked(house)).state == "declined"
    assert asked(house, "observer", until_on=ON + timedelta(days=2)).state == "requested"


def test_the_database_keeps_the_hands_apart_and_in_order(house) -> None:
    request = asked(house)
    for given in (
        {"activated_by": house["security"]},
        {"created_by": house["system"], "activated_by": house["system"]},
        {
            "created_by": house["system"],
            "activated_by": house["security"],
            "acknowledged_by": house["security"],
        },
        {"created_by": house["system"], "acknowledged_by": house["auditor"]},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            AccountRequest.objects.filter(pk=request.pk).update(**given)
