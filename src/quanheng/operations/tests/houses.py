"""A second, empty house beside the test's own: another database on the same server, which the connection then means."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.operations.queries.tables import shapes


@contextmanager
def another_database(name: str, *, is_made: bool = False) -> Iterator[None]:
    """Everything inside the block happens in that database; it is dropped at the end.

    It has no table, or, with `is_made`, those of today without a row, as `migrate` leaves them.
    """
    usual = connection.settings_dict["NAME"]
    made = f"{usual}_{name}"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {made} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {made}" + f" TEMPLATE {usual}" * is_made)
    connection.close()
    connection.settings_dict["NAME"] = made
    try:
        if is_made:
            _empty()
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        with as_owner(), connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {made} WITH (FORCE)")


def _empty() -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(";".join(f"DELETE FROM {shape.name}" for shape in shapes(cursor)))
