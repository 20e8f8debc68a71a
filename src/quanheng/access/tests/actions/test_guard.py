"""What the owner does for the application."""

from datetime import date

import pytest
from django.db import connection

from quanheng.access.actions.guard import as_owner, gather_statistics
from quanheng.access.actions.scope import as_system
from quanheng.access.tests.factories import authority

ON = date(2026, 11, 21)
KNOWN = "SELECT count(*) FROM pg_statistic WHERE starelid = 'access_authority'::regclass"


@pytest.mark.django_db(transaction=True)
def test_the_planner_is_told_at_once_what_the_tables_hold() -> None:
    with as_system(on=ON):
        authority()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM pg_statistic WHERE starelid = 'access_authority'::regclass")
    gather_statistics()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(KNOWN)
        assert cursor.fetchone()[0] > 0


def test_within_a_transaction_nothing_is_asked_of_the_owner(db: None) -> None:
    with as_system(on=ON):
        authority()
    before = connection.connection
    gather_statistics()
    assert connection.connection is before  # the same connection, with what is not yet committed
