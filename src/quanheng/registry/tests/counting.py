"""A named person's browser, and how many queries a page asks: the same for one row and for three."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import Account


def signed_in(account: Account) -> Client:
    """A browser in which the account is signed in."""
    client = Client()
    client.force_login(account)
    return client


def queries_of(client: Client, address: str, words: str, **asked: str) -> int:
    """The number of queries of one page, which must show `words`."""
    with CaptureQueriesContext(connection) as seen:
        page = client.get(address, asked).content.decode()
    assert words in page
    return len(seen)
