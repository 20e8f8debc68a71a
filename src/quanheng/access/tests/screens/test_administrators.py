"""The pages of the three administrators and of those who ask for accounts: each their own, nobody another's."""

import pytest
from django.test import Client

from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.models import Account, AccountRequest, Grant
from quanheng.access.tests.factories import account, authority
from quanheng.access.tests.screens.signing import holder, sign_in
from quanheng.web.core.addresses import ADDRESSES

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return authority()


def test_an_account_comes_to_life_through_four_peoples_pages(city) -> None:
    chief, _ = sign_in(holder("hejing", "section_chief", over=city).username)
    system, _ = sign_in(holder("shaoyifan", "system_admin", over=city).username)
    security, _ = sign_in(holder("kejingyi", "security_admin", over=city).username)
    auditor, _ = sign_in(holder("duanbingwen", "audit_admin", over=city).username)
    chief.post(
        "/account-requests/",
        {"username": "wang", "name": "王敏", "roles": ["officer"], "authority": city.pk, "basis": "新任"},
    )
    request = AccountRequest.objects.get()
    assert "待建立" in chief.get("/account-requests/").content.decode()
    assert "wang" in system.get("/accounts/").content.decode()
    system.post(f"/accounts/requests/{request.pk}/create/")
    assert not Account.objects.get(username="wang").is_active
    assert "wang" in security.get("/grants/").content.decode()
    security.post(f"/grants/requests/{request.pk}/activate/")
    assert Account.objects.get(username="wang").is_active
    assert "wang" in auditor.get("/account-reviews/").content.decode()
    auditor.post("/account-reviews/", {"request": request.pk})
    assert "没有待审阅的账号" in auditor.get("/account-reviews/").content.decode()
    assert "已审阅" in chief.get("/account-requests/").content.decode()


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_an_administrator_opens_no_page_with_business_data(city, role) -> None:
    """Every address that needs another permission than theirs refuses them."""
    browser = Client()
    browser.force_login(account("somebody", role, over=city))
    mine = ROLES[role].permissions
    for address in ADDRESSES:
        if address.permission and "<" not in address.path:
            is_open = browser.get("/" + address.path).status_code != 403
            assert is_open is (address.permission in mine), address.path
    assert {each.permission for each in ADDRESSES if each.permission in mine} == set(mine)


def test_the_security_administrator_gives_and_takes_a_role(city) -> None:
    account("hezhixing", over=city)
    browser, _ = sign_in(holder("kejingyi", "security_admin", over=city).username)
    given = {"account": "hezhixing", "role": "observer", "authority": city.pk, "kind": "temporary"}
    assert "须写明截止日期" in browser.post("/grants/", given).content.decode()
    assert browser.post("/grants/", given | {"until_on": "2099-01-01", "basis": "列席"}).status_code == 302
    grant = Grant.objects.get(role="observer")
    assert (grant.kind, grant.basis) == ("temporary", "列席")
    assert "没有这个账号" in browser.post("/grants/", given | {"account": "nobody"}).content.decode()
    browser.post(f"/grants/{grant.pk}/end/")
    assert "hezhixing" not in browser.get("/grants/?q=hezhixing").content.decode().split("<tbody>")[-1]


def test_chenyue_hands_a_right_on_and_takes_it_back(city) -> None:
    account("lihui", "teller", over=city)
    browser, _ = sign_in(holder("chenyue", "minister", over=city).username)
    given = {
        "grant": Grant.objects.get(role="minister").pk,
        "to": "lihui",
        "from_on": "2099-01-01",
        "until_on": "2099-01-03",
        "basis": "出差",
    }
    assert (
        "没有这个启用的账号" in browser.post("/own/delegations/", given | {"to": "nobody"}).content.decode()
    )
    assert browser.post("/own/delegations/", given).status_code == 302
    page = browser.get("/own/delegations/").content.decode()
    assert "lihui" in page
    assert "2099-01-03" in page
    browser.post(f"/own/delegations/{Grant.objects.get(kind='delegated').pk}/recall/")
    assert "lihui" not in browser.get("/own/delegations/").content.decode()


def test_the_system_administrator_puts_unused_accounts_to_sleep(city) -> None:
    from datetime import timedelta

    from django.utils import timezone

    long_ago = timezone.now() - timedelta(days=200)
    for name in ("wang", "li"):
        holder(name, "officer", over=city)
    security, _ = sign_in(holder("kejingyi", "security_admin", over=city).username)
    browser, _ = sign_in(holder("shaoyifan", "system_admin", over=city).username)
    Account.objects.filter(username="wang").update(created_at=long_ago)
    browser.post("/accounts/sleep/")
    assert list(Account.objects.filter(is_active=False).values_list("username", flat=True)) == ["wang"]
    wang = Account.objects.get(username="wang")
    assert "休眠" in browser.get("/accounts/?q=wang").content.decode()
    assert browser.post(f"/grants/accounts/{wang.pk}/wake/").status_code == 403
    security.post(f"/grants/accounts/{wang.pk}/wake/")
    assert Account.objects.get(username="wang").is_active


@pytest.mark.parametrize(
    ("path", "role"),
    [("/accounts/", "system_admin"), ("/grants/", "security_admin"), ("/account-reviews/", "audit_admin")],
)
def test_a_long_list_costs_as_many_queries_as_a_short_one(
    city, path, role, django_assert_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, counts = Client(), []
    browser.force_login(account("somebody", role, over=city))
    for number in range(3):
        made = account(f"a{number}", "officer", over=city)
        AccountRequest.objects.create(
            username=f"b{number}",
            name="b",
            roles=["officer"],
            authority=city,
            basis="x",
            requested_by=made,
            requested_at=made.created_at,
        )
        with CaptureQueriesContext(
            connection,
        ) as seen:
            browser.get(path)
        counts.append(len(seen))
    assert counts[0] == counts[-1]
