"""Who is reading, and where a page of another room is, if it is mounted."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from quanheng.access.models import Account


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user


def address(name: str, *arguments: object) -> str:
    """The address of a page of another room, or "" when that room does not have it."""
    try:
        return reverse(name, args=[str(each) for each in arguments])
    except NoReverseMatch:
        return ""
