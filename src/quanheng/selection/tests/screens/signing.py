"""How the tests of pages sign in, read a page and count its queries."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quanheng.selection.tests.factories import City


def client_of(of: City, name: str) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(of.staff[name])
    return client


def page_of(client: Client, address: str, **asked: str) -> str:
    """The page at an address, which must be there."""
    response = client.get(address, asked)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def queries_of(client: Client, address: str) -> int:
    """How many queries a page asks, once whatever is asked only once was asked."""
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        page_of(client, address)
    return len(seen)
