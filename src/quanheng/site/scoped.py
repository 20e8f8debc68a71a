"""Every request is one transaction with a scope: a visitor's at first, the account's inside the guarded screen."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.http import HttpRequest, HttpResponseBase

from quanheng.access.actions.scope import acting_as, as_visitor
from quanheng.access.models import Account
from quanheng.web.core.addresses import Address
from quanheng.web.screens import clock

HEALTH = "/health/"
LISTS = ("registry.", "exchange.")
"""Pages behind these permissions show persons one manages, and nobody met elsewhere."""


class Scoped:
    """Opens it before anything asks who is signed in: middleware behind this one may read accounts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == HEALTH:  # asks whether there is a database at all
            return self.get_response(request)
        with as_visitor(on=clock.today()):
            return self.get_response(request)


def scope_of(address: Address, account: Account, request: HttpRequest) -> AbstractContextManager[None]:
    """The account's own; wide but for the pages that list persons. What fails inside is undone, and a page that says so still has the visitor's."""
    is_list = request.method == "GET" and (address.permission or "").startswith(LISTS)
    return acting_as(account, on=clock.today(), is_wide=not is_list)
