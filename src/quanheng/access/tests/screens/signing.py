"""People with passwords who sign in through the page, as tests of sign-in need them."""

import time

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.utils import timezone

from quanheng.access.models import Account, Authority
from quanheng.access.tests.factories import account

PASSWORD = "river stone lantern"


def holder(username: str, *roles: str, over: Authority) -> Account:
    """An active account with a password."""
    made = account(username, *roles, over=over)
    made.created_at = timezone.now()  # an account of long ago would be asleep
    made.set_password(PASSWORD)
    made.save()
    return made


def sign_in(username: str, password: str = PASSWORD, client: Client | None = None):
    """A browser after the form was sent, and the answer."""
    browser = client or Client()
    return browser, browser.post("/sign-in/", {"username": username, "password": password})


def enrol(user: Account) -> str:
    """The account gets a TOTP factor; the secret of its app."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def age(client: Client, **seconds: int) -> None:
    """Make moments of the session older: `began_at`, `seen_at`, or `proved` for its proofs of who it is."""
    session = client.session
    for name, by in seconds.items():
        if name == "proved":
            proofs = session["account_authentication_methods"]
            session["account_authentication_methods"] = [proof | {"at": proof["at"] - by} for proof in proofs]
        else:
            session[name] -= by
    session.save()
