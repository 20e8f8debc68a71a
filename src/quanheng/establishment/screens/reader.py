"""Who is reading."""

from django.http import HttpRequest

from quanheng.access.models import Account


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user
