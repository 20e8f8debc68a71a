"""Signing in: five wrong passwords lock, sessions have limits and can be ended one by one, stale accounts sleep, acts ask again."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client
from django.utils import timezone

from quanheng.access.actions.password_hooks import VERIFIED
from quanheng.access.actions.passwords import reset_code
from quanheng.access.models import Account, Grant, JournalEntry
from quanheng.access.tests.factories import authority
from quanheng.access.tests.screens.signing import PASSWORD, age, holder, sign_in
from quanheng.site import settings as delivered

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return authority()


def acts() -> list[str]:
    return [entry.action.removeprefix("access.") for entry in JournalEntry.objects.order_by("number")]


def test_hezhixing_signs_in_and_out_on_record(city, settings) -> None:
    settings.PASSWORD_HASHERS = delivered.PASSWORD_HASHERS
    holder("hezhixing", "officer", over=city)
    browser, answer = sign_in("hezhixing")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert browser.get("/people/").status_code == 200
    assert JournalEntry.objects.get().facts == {"means": ["password"], "address": "127.0.0.1"}
    browser.post("/sign-out/")
    assert browser.get("/people/").status_code == 302
    assert acts() == ["session.begin", "session.close"]
    assert Account.objects.get().password.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")


def test_one_goes_on_where_one_was_going(city) -> None:
    holder("hezhixing", "officer", over=city)
    answer = Client().post("/sign-in/", {"username": "hezhixing", "password": PASSWORD, "next": "/people/"})
    assert answer.headers["Location"] == "/people/"
    answer = Client().post(
        "/sign-in/", {"username": "hezhixing", "password": PASSWORD, "next": "https://elsewhere.example/"}
    )
    assert answer.headers["Location"] == "/"


def test_a_wrong_password_an_unknown_and_a_sleeping_account_look_the_same(city) -> None:
    holder("hezhixing", "officer", over=city)
    sleeping = holder("wang", "officer", over=city)
    sleeping.is_active = False
    sleeping.save()
    tries = [("hezhixing", "wrong"), ("nobody", PASSWORD), ("wang", PASSWORD)]
    pages = [sign_in(name, password)[1] for name, password in tries]
    assert {page.status_code for page in pages} == {200}
    assert all("账号或口令不对，或账号未启用" in page.content.decode() for page in pages)
    # A name of no account is not kept: people type passwords into that field.
    assert [entry.subject for entry in JournalEntry.objects.order_by("number")] == [
        f"access.account:{account.pk}" for account in (Account.objects.get(username="hezhixing"), sleeping)
    ]


def test_five_wrong_passwords_lock_the_account_and_no_other(city) -> None:
    for name in ("hezhixing", "wang"):
        holder(name, "officer", over=city)
    answers = [sign_in("hezhixing", f"wrong {n}")[1].status_code for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    browser, answer = sign_in("hezhixing")
    assert answer.status_code == 429
    assert "锁定30分钟" in answer.content.decode()
    assert browser.get("/people/").status_code == 302
    assert sign_in("wang")[1].status_code == 302
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=settings.LOCK_MINUTES + 1))
    assert sign_in("hezhixing")[1].status_code == 302


@pytest.mark.parametrize("moment", ["began_at", "seen_at"])
def test_a_session_ends_by_age_and_by_idleness(city, moment) -> None:
    holder("hezhixing", "officer", over=city)
    browser, _ = sign_in("hezhixing")
    most = {"began_at": settings.SESSION_MOST_SECONDS, "seen_at": settings.SESSION_IDLE_SECONDS}[moment]
    age(browser, **{moment: most - 60})
    assert browser.get("/people/").status_code == 200
    age(browser, **{moment: most + 1})
    answer = browser.get("/people/?q=x")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in/?next=%2Fpeople%2F%3Fq%3Dx")
    assert "会话已到时限" in browser.get("/sign-in/").content.decode()
    assert acts()[-1] == "session.close"


def test_a_session_without_its_moments_is_over(city) -> None:
    browser, _ = sign_in(holder("hezhixing", "officer", over=city).username)
    session = browser.session
    del session["began_at"]
    session.save()
    assert browser.get("/people/").status_code == 302


def test_one_ends_ones_other_sessions_one_by_one(city) -> None:
    hezhixing = holder("hezhixing", "officer", over=city)
    browsers = [sign_in("hezhixing")[0] for _ in range(3)]
    other, _ = sign_in(holder("wang", "officer", over=city).username)
    page = browsers[0].get("/own/").content.decode()
    assert page.count("结束会话") == 2
    second = UserSession.objects.get(session_key=browsers[1].session.session_key)
    assert other.post(f"/own/sessions/{second.pk}/end/").status_code == 404
    browsers[0].post(f"/own/sessions/{second.pk}/end/")
    assert [browser.get("/people/").status_code for browser in browsers] == [200, 302, 200]
    assert UserSession.objects.filter(user=hezhixing).count() == 2


def test_a_stopped_account_is_out_at_once(city) -> None:
    hezhixing = holder("hezhixing", "officer", over=city)
    admin, _ = sign_in(holder("shaoyifan", "system_admin", over=city).username)
    browser, _ = sign_in("hezhixing")
    assert browser.get("/people/").status_code == 200
    admin.post(f"/accounts/{hezhixing.pk}/stop/")
    assert browser.get("/people/").status_code == 302
    assert sign_in("hezhixing")[1].status_code == 200


def test_an_account_not_used_for_long_sleeps_at_the_door(city) -> None:
    hezhixing = holder("hezhixing", "officer", over=city)
    Account.objects.update(created_at=timezone.now() - timedelta(days=settings.STALE_DAYS + 1))
    browser, answer = sign_in("hezhixing")
    assert answer.headers["Location"] == "/sign-in/"
    assert browser.get("/people/").status_code == 302
    hezhixing.refresh_from_db()
    assert (hezhixing.is_active, hezhixing.asleep_since is None) == (False, False)
    assert acts() == ["account.sleep"]


def test_an_act_asks_again_after_a_while_and_then_goes_on(city) -> None:
    holder("hezhixing", "officer", over=city)
    security, _ = sign_in(holder("kejingyi", "security_admin", over=city).username)
    given = {"account": "hezhixing", "role": "teller", "authority": city.pk, "kind": "standing"}
    age(security, proved=3600)
    answer = security.post("/grants/", given)
    assert answer.headers["Location"] == "/prove/?next=%2Fgrants%2F"
    assert not Grant.objects.filter(role="teller").exists()
    assert security.get(answer.headers["Location"]).status_code == 200
    assert security.post(answer.headers["Location"], {"password": "wrong"}).status_code == 200
    answer = security.post(answer.headers["Location"], {"password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/grants/")
    assert Grant.objects.get(role="teller").account.username == "hezhixing"


def test_a_reset_code_lets_the_holder_set_the_first_password(city) -> None:
    made = Account.objects.create(username="wang", name="王敏", created_at=timezone.now())
    admin, _ = sign_in(holder("shaoyifan", "system_admin", over=city).username)
    page = admin.post(f"/accounts/{made.pk}/reset/").content.decode()
    code = page.split("<code>", 1)[1].split("</code>", 1)[0]
    assert code.partition("-")[0] <= reset_code(made).partition("-")[0]  # the code begins with its second: made anew it may differ
    given = {"username": "wang", "code": code, "new": "another river stone", "again": "another river stone"}
    short = Client().post("/first-password/", given | {"new": "short", "again": "short"})
    assert short.status_code == 422
    assert Client().post("/first-password/", given).headers["Location"] == "/sign-in/"
    assert sign_in("wang", "another river stone")[1].status_code == 302
    assert Client().post("/first-password/", given).status_code == 409


def test_whoever_must_know_a_verified_password_is_told(city) -> None:
    holder("hezhixing", "officer", over=city)
    heard: list[tuple[str, str]] = []
    VERIFIED.append(hook := lambda who, password, session: heard.append((who.username, password)))
    try:
        sign_in("hezhixing", "wrong")
        sign_in("hezhixing")
    finally:
        VERIFIED.remove(hook)
    assert heard == [("hezhixing", PASSWORD)]


def test_a_due_password_comes_first(city, settings) -> None:
    from quanheng.access.core.passwords import PROFILES

    settings.PASSWORDS = PROFILES["dengbao"]
    settings.AUTH_PASSWORD_VALIDATORS = [
        {"NAME": "quanheng.access.permissions.password_rules.Composition", "OPTIONS": {"kinds": 3}},
        {"NAME": "quanheng.access.permissions.password_rules.NotFormer", "OPTIONS": {"remembered": 5}},
    ]
    hezhixing = holder("hezhixing", "officer", over=city)
    Account.objects.update(password_changed_at=timezone.now() - timedelta(days=91), last_login=timezone.now())
    browser, _ = sign_in("hezhixing")
    assert browser.get("/people/").headers["Location"] == "/password/"
    tries = [PASSWORD, "only small letters", "New River 2026"]
    answers = [browser.post("/password/", {"old": PASSWORD, "new": new, "again": new}) for new in tries]
    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert browser.get("/people/").status_code == 200
    back = browser.post("/password/", {"old": "New River 2026", "new": PASSWORD, "again": PASSWORD})
    assert "最近5次用过" in back.content.decode()
    hezhixing.refresh_from_db()
    assert hezhixing.check_password("New River 2026")
