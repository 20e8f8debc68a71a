"""Who acts, as the guard has let them in."""

from django.http import HttpRequest

from quanheng.access.models import Account


def actor(request: HttpRequest) -> Account:
    """The account of the request: addresses that ask for a sign-in have one."""
    assert isinstance(request.user, Account)
    return request.user
