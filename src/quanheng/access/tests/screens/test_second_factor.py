"""The second factor: enrolled, shown, lost; and no address opens without it where the roles demand it."""

import re
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, get_resolver

from quanheng.access.models import JournalEntry
from quanheng.access.tests.factories import authority
from quanheng.access.tests.screens.signing import PASSWORD, age, code_of, enrol, holder, sign_in
from quanheng.web.core.addresses import ADDRESSES

pytestmark = pytest.mark.django_db
SAMPLES = {"uuid": UUID(int=1), "int": 1, "str": "x", "slug": "x", "": "x"}
BLANK = re.compile(r"<(?:(\w+):)?(\w+)>")
# What stands open while the factor is missing: the way to it, the way out, the language; and health, answered before anybody is known.
WAYS = {
    "/own/",
    "/own/totp/",
    "/own/key/",
    "/own/recovery/",
    "/prove/",
    "/prove/code/",
    "/prove/key/",
    "/sign-out/",
    "/language/",
    "/health/",
}


@pytest.fixture
def city(settings):
    settings.SECOND_FACTOR = "administrators"
    return authority()


def addresses() -> list[str]:
    """Every address there is, ours and the packages'."""
    patterns = [each for each in get_resolver().url_patterns if isinstance(each, URLPattern)]
    assert len(patterns) == len(get_resolver().url_patterns), "an include would hide addresses from this test"
    return sorted({said(str(each.pattern)) for each in patterns})


def said(path: str) -> str:
    """The address with something in its blanks."""
    return "/" + BLANK.sub(lambda found: str(SAMPLES[found[1] or ""]), path)


def opened(browser: Client) -> set[str]:
    """The addresses that answer by GET or POST with anything but a way to the missing factor or the door."""
    found = set()
    for address in addresses():
        for method in (browser.get, browser.post):
            answer = method(address)
            where = answer.headers.get("Location", "")
            if answer.status_code != 302 or not where.startswith(("/own/", "/prove/", "/sign-in/")):
                found.add(address)
    return found


def test_there_are_addresses_to_try() -> None:
    assert len(addresses()) > 100


def test_no_address_opens_before_a_factor_is_enrolled(city) -> None:
    browser, _ = sign_in(holder("duanbingwen", "audit_admin", over=city).username)
    assert browser.get("/journal/").headers["Location"] == "/own/"
    assert "您的岗位须有第二因素" in browser.get("/own/").content.decode()
    assert opened(browser) <= WAYS


def test_no_address_opens_while_the_factor_is_not_shown(city) -> None:
    auditor = holder("duanbingwen", "audit_admin", over=city)
    enrol(auditor)
    browser = Client()
    browser.force_login(auditor)
    assert browser.get("/journal/").headers["Location"] == "/prove/code/?next=%2Fjournal%2F"
    assert opened(browser) <= WAYS
    assert Authenticator.objects.filter(user=auditor, type="totp").exists()


def test_after_the_password_alone_nobody_is_signed_in(city) -> None:
    auditor = holder("duanbingwen", "audit_admin", over=city)
    enrol(auditor)
    browser, answer = sign_in("duanbingwen")
    assert answer.headers["Location"] == "/sign-in/second/"
    assert "_auth_user_id" not in browser.session
    visitor = opened(Client())
    assert opened(browser) - visitor <= {"/sign-in/second/"}
    assert visitor <= {said(address.path) for address in ADDRESSES if address.is_public} | {"/language/"}


def test_duanbingwen_enrols_an_app_and_works(city) -> None:
    auditor = holder("duanbingwen", "audit_admin", over=city)
    browser, _ = sign_in("duanbingwen")
    page = browser.get("/own/totp/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)
    assert secret
    assert "data:image/svg+xml;base64" in page
    assert browser.post("/own/totp/", {"code": "000000"}).status_code == 200
    answer = browser.post("/own/totp/", {"code": code_of(secret[1])})
    assert answer.headers["Location"] == "/own/recovery/"
    codes = re.findall(r"<li><code>(\w+)</code>", browser.get("/own/recovery/").content.decode())
    assert len(codes) == 10
    assert browser.get("/journal/").status_code == 200
    assert JournalEntry.objects.get(action="access.account.change_factor").facts["added"] == [
        "recovery_codes",
        "totp",
    ]
    kept = "".join(str(each.data) for each in Authenticator.objects.filter(user=auditor))
    assert secret[1] not in kept


def test_password_and_code_open_the_house_and_a_code_works_once(city) -> None:
    secret = enrol(holder("duanbingwen", "audit_admin", over=city))
    browser, _ = sign_in("duanbingwen")
    assert browser.post("/sign-in/second/", {"code": "000000"}).status_code == 200
    code = code_of(secret)
    assert browser.post("/sign-in/second/", {"code": code}).headers["Location"] == "/"
    assert browser.get("/journal/").status_code == 200
    assert JournalEntry.objects.get(action="access.session.begin").facts["means"] == ["password", "mfa"]
    again, _ = sign_in("duanbingwen")
    assert "验证码不对或已用过" in again.post("/sign-in/second/", {"code": code}).content.decode()


def test_five_wrong_codes_lock_the_account(city) -> None:
    secret = enrol(holder("duanbingwen", "audit_admin", over=city))
    browser, _ = sign_in("duanbingwen")
    answers = [browser.post("/sign-in/second/", {"code": f"{n:06}"}).status_code for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert "锁定" in browser.post("/sign-in/second/", {"code": code_of(secret)}).content.decode()
    assert sign_in("duanbingwen")[1].status_code == 429
    assert JournalEntry.objects.filter(action="access.session.refuse", facts__why="code").count() == 5


def test_the_security_administrator_takes_a_lost_factor_off(city) -> None:
    auditor = holder("duanbingwen", "audit_admin", over=city)
    enrol(auditor)
    secret = enrol(holder("kejingyi", "security_admin", over=city))
    browser, _ = sign_in("kejingyi")
    browser.post("/sign-in/second/", {"code": code_of(secret)})
    assert "duanbingwen" in browser.get("/grants/factors/").content.decode()
    browser.post("/grants/factors/", {"account": auditor.pk})
    assert not Authenticator.objects.filter(user=auditor).exists()
    assert sign_in("duanbingwen")[1].headers["Location"] == "/"


def test_removing_ones_own_factor_asks_for_a_proof_and_closes_the_house(city) -> None:
    secret = enrol(holder("duanbingwen", "audit_admin", over=city))
    browser, _ = sign_in("duanbingwen")
    browser.post("/sign-in/second/", {"code": code_of(secret)})
    age(browser, proved=3600)
    where = browser.post("/own/totp/remove/").headers["Location"]
    assert where.startswith("/prove/")
    assert browser.post(where, {"password": PASSWORD}).status_code == 302
    assert not Authenticator.objects.exists()
    assert browser.get("/journal/").headers["Location"] == "/own/"
    assert sign_in("duanbingwen")[0].get("/journal/").headers["Location"] == "/own/"


def test_who_needs_none_is_not_asked(city, settings) -> None:
    browser, _ = sign_in(holder("teller", "teller", over=city).username)
    assert browser.get("/").status_code == 200
    settings.SECOND_FACTOR = "all"
    assert browser.get("/").headers["Location"] == "/own/"
