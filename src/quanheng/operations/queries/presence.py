"""Which workers are there: each holds a shared lock as long as its connection lives. The database itself lets it go."""

from django.db import connection

_CLASS, _ROOM = 0x5148, 0x574B


def announce_worker() -> None:
    """Say on this connection that a worker is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [_CLASS, _ROOM])


def workers_present() -> int:
    """How many workers of this database hold a connection now."""
    return len(connections_of_workers())


def connections_of_workers() -> set[int]:
    """The server's own numbers of the connections by which workers are there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT pid FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
            " WHERE datname = current_database() AND locktype = 'advisory' AND classid = %s AND objid = %s",
            [_CLASS, _ROOM],
        )
        return {pid for (pid,) in cursor.fetchall()}
