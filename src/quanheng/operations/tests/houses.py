"""A second, empty house beside the test's own: another database on the same server, which the connection then means."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from quanheng.access.actions.guard import as_owner


@contextmanager
def another_database(name: str) -> Iterator[None]:
    """Everything inside the block happens in that database; it is dropped at the end."""
    usual = connection.settings_dict["NAME"]
    made = f"{usual}_{name}"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {made} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {made}")
    connection.close()
    connection.settings_dict["NAME"] = made
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {made} WITH (FORCE)")
