"""What every answer carries and what is refused before any page is asked: headers, cookies, tokens of forms, methods, weak passwords."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from quanheng.access.core.roles import ADMINISTRATORS, ROLES
from quanheng.access.tests.factories import account, authority
from quanheng.access.tests.screens.signing import holder, sign_in
from quanheng.site.urls import load_screens
from quanheng.web.core.addresses import ADDRESSES

load_screens()
pytestmark = pytest.mark.django_db
PLAIN = [address for address in ADDRESSES if "<" not in address.path and address.name != "health"]
"""Without blanks; health is answered before everything else, one word for a watchdog."""
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def test_every_answer_is_guarded() -> None:
    browser = Client()
    browser.force_login(account("somebody", "minister", over=authority()))
    wrong = []
    for address in PLAIN[::4]:  # the same stands around all of them
        answer = browser.get(reverse(address.name))
        told = {name: answer.headers.get(name) for name in GUARDS}
        policy, kind = answer.headers["Content-Security-Policy"], answer.headers.get("Content-Type", "")
        is_shut = all(
            each in policy
            for each in (
                "default-src 'none'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'",
            )
        )
        is_named = not kind.startswith("text/") or "charset=utf-8" in kind.lower()
        if told != GUARDS or not is_shut or not is_named or "Access-Control-Allow-Origin" in answer.headers:
            wrong.append((address.path, told, policy, kind))
    assert len(PLAIN) > 50
    assert wrong == []


def test_cookies_are_shut() -> None:
    holder("hezhixing", "officer", over=authority())
    browser, _answer = sign_in("hezhixing")
    browser.get("/")
    session, token = browser.cookies[settings.SESSION_COOKIE_NAME], browser.cookies[settings.CSRF_COOKIE_NAME]
    assert (session["httponly"], session["samesite"], session["path"], session["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )
    assert (token["samesite"], token["path"], token["domain"]) == ("Lax", "/", "")
    keys = browser.cookies.get("quanheng_keys")
    assert keys is None or (keys["httponly"], keys["samesite"]) == (True, "Strict")


def test_signing_in_makes_a_new_session() -> None:
    holder("hezhixing", "officer", over=authority())
    browser, _answer = sign_in("hezhixing")
    first = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post("/sign-out/")
    again, _answer = sign_in("hezhixing")
    second = again.cookies[settings.SESSION_COOKIE_NAME].value
    assert first != second
    assert re.fullmatch(r"[a-z0-9]{32}", second)  # of 36 letters: 165 bits
    given = Client()
    given.cookies[settings.SESSION_COOKIE_NAME] = (
        "a" * 32
    )  # a session that somebody else has thought of is not taken over
    given.post("/sign-in/", {"username": "hezhixing", "password": "wrong"})
    assert given.get("/people/").status_code == 302


def test_a_post_without_its_token_is_refused() -> None:
    """At every address, before anything is read."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account("somebody", *(ROLES.keys() - ADMINISTRATORS), over=authority()))
    assert [each.path for each in PLAIN if browser.post(reverse(each.name), {}).status_code != 403] == []


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_other_methods_are_not_answered(method: str) -> None:
    browser = Client()
    browser.force_login(account("somebody", "minister", over=authority()))
    answer = browser.generic(method, "/people/", headers={"x-said": "echo-of-the-request"})
    assert (answer.status_code, answer.headers["Allow"], answer.content) == (
        405,
        "GET, HEAD, OPTIONS, POST",
        b"",
    )


@pytest.mark.parametrize("typed", ["short", "qwerty123456", "hezhixing1234"])
def test_short_and_common_passwords_are_refused(typed: str) -> None:
    who = account("hezhixing", over=authority())
    with pytest.raises(ValidationError):
        validate_password(typed, who)
    validate_password("桥边新雨后 quiet lanterns", who)
