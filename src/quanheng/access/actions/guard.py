"""Put row-level security in place as the owner, and refuse to work with a database role that could pass by it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from quanheng.access.core import guard

_MARK = "SELECT obj_description('access_authority'::regclass, 'pg_class')"
# Rights come through membership too: a role that may become the owner is the owner.
_CAN_EVADE = """
SELECT r.rolsuper, r.rolbypassrls, EXISTS (
    SELECT 1 FROM pg_class c WHERE c.oid = to_regclass('access_authority') AND pg_has_role(current_user, c.relowner, 'MEMBER')
) FROM pg_roles r WHERE r.rolname = current_user
"""
_GROUNDS = ("超级用户 / superuser", "BYPASSRLS", "表的所有者 / owner of the tables")


@contextmanager
def as_owner() -> Iterator[None]:
    """The connection is the owner's meanwhile: for migrations and maintenance, never while pages are served. ValueError without an owner."""
    if settings.DATABASE_OWNER is None:
        raise ValueError("升级数据库须用所有者账号：请设置 QUANHENG_OWNER_URL / migrations need the owner: set QUANHENG_OWNER_URL")
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update({**settings.DATABASE_OWNER, "NAME": usual["NAME"]})
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(usual)


def gather_statistics() -> None:
    """Tell the planner what the tables hold, at once after much was loaded: until the server does so by itself, a page may take seconds.

    Nothing without an owner, nor within a transaction, whose rows another connection does not see.
    """
    if settings.DATABASE_OWNER is None or connection.in_atomic_block:
        return
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(f'"{name}"' for name in connection.introspection.table_names()))


def put_in_place() -> None:
    """Functions, rights and policies of every table, anew; called as the owner, when the migrations have run."""
    names = _tables()
    application = settings.APPLICATION_ROLE
    with transaction.atomic(), connection.cursor() as cursor:
        for each in guard.statements(names, application=application):
            cursor.execute(each)
        cursor.execute("DELETE FROM access_seal")
        cursor.execute("INSERT INTO access_seal VALUES (%s)", [settings.SCOPE_KEY])
        cursor.execute("DELETE FROM access_rolereach")
        cursor.executemany("INSERT INTO access_rolereach VALUES (%s, %s)", guard.role_reaches())
        cursor.execute(f"COMMENT ON TABLE access_authority IS '{_digest(_tables())}'")


def is_behind() -> bool:
    """Whether what stands in the database is not what this version would put there."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        row = cursor.fetchone()
    return not row or row[0] != _digest(_tables())


def require_bound() -> None:
    """ValueError when the database role of the application is not held by the policies."""
    with connection.cursor() as cursor:
        cursor.execute(_CAN_EVADE)
        held = cursor.fetchone() or (True, True, True)
    grounds = [ground for ground, is_so in zip(_GROUNDS, held, strict=True) if is_so]
    if grounds:
        raise ValueError(
            f"数据库账号 {connection.settings_dict['USER']} 不受行级安全约束（{'、'.join(grounds)}），不得用于应用；见 docs/howto/operate.md"
            " / this database role could pass by row-level security and may not serve the application"
        )


def _digest(names: list[str]) -> str:
    return guard.digest(names, application=settings.APPLICATION_ROLE, key=settings.SCOPE_KEY)


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname")
        return [name for (name,) in cursor.fetchall()]
