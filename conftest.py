"""Shared set-up of all tests: translations compiled, the embedded database under its own folder.

The owner makes the test database; the tests themselves run as the application's role, bound by row-level security.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as product
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from quanheng.access.tests.ladder import Ladder
    from quanheng.selection.tests.factories import City

os.environ.setdefault("QUANHENG_HOME", str(Path(__file__).parent / "var"))
os.environ.pop("QUANHENG_DATABASE", None)
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    # Nothing is written beside the code; but a command that a test starts would compile all of it, every time.
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(os.environ["QUANHENG_HOME"]).resolve() / "pycache")

from quanheng.site.translations import compile_stale

compile_stale()

# In real use the purpose of a file is asked for before it leaves; the tests of that say so.
product.EXPORT_PURPOSE = False
# The product's own hasher first, at the least it can be asked for: hundreds of tests sign in, hardly any is about how hard that is.
product.PASSWORD_HASHERS = ["quanheng.access.tests.hashing.Quick", *product.PASSWORD_HASHERS[1:]]

# Machines are shared and noisy: how long an example takes says nothing about whether it is right.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is collected lives until the end: the garbage collector, which would look through it again and again for nothing, leaves it out."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """The long ones begin first, then what a ladder keeps on one worker, whatever the order of the rest: at the end no worker waits for another's."""
    long = tuple(str(Path(__file__).parent / "tests" / name) for name in ("browser", "journeys", "drill", "states"))
    for item in items:
        if _is_on_ladder(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.split("::")[0]))
    yield
    items.sort(key=lambda item: not _is_on_ladder(item))
    items.sort(key=lambda item: not str(item.path).startswith(long) and not item.get_closest_marker("volume"))


def _is_on_ladder(item: pytest.Item) -> bool:
    return "one_transaction" in getattr(item, "fixturenames", ())


@pytest.fixture(autouse=True)
def afresh() -> None:
    """Every test begins in Chinese and with an empty cache, whatever the one before it left: wrong passwords are counted there."""
    from django.core.cache import cache
    from django.utils import translation

    translation.activate("zh-hans")
    cache.clear()


@contextmanager
def _as_owner() -> Iterator[None]:
    """The name of the database, which may change meanwhile, stays."""
    from django.conf import settings
    from django.db import connection

    usual = {key: value for key, value in connection.settings_dict.items() if key in _ROLE}
    connection.close()
    connection.settings_dict.update({key: value for key, value in settings.DATABASE_OWNER.items() if key in _ROLE})
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(usual)


_ROLE = ("USER", "PASSWORD", "HOST", "PORT")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any, django_db_modify_db_settings: None
) -> Iterator[None]:
    """The plugin's, but the owner makes and drops the database and puts the policies in place."""
    from django.test import TransactionTestCase
    from django.test.utils import setup_databases, teardown_databases

    from quanheng.access.actions.guard import put_in_place

    with django_db_blocker.unblock(), _as_owner():
        made = setup_databases(verbosity=request.config.option.verbose, interactive=False)
        put_in_place()
        _keep_unvacuumed()
    emptied = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda case: _empty()
    yield
    TransactionTestCase._fixture_teardown = emptied
    with django_db_blocker.unblock(), _as_owner():
        teardown_databases(made, verbosity=0)


_KEPT = {"django_migrations", "django_content_type", "auth_permission"}
"""What the migrations wrote; no test changes it."""


def _empty() -> None:
    """Tests of committed work end so. Django's own way empties every table there is, which takes longer than most of them.

    As the owner, and without triggers: the log's own refuse, and order among the tables does not matter then.
    """
    from django.db import connection

    with _as_owner(), connection.cursor() as cursor:
        names = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - _KEPT
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in names))  # noqa: S608  our own tables
        said = [f"DELETE FROM {name}" for (name,) in cursor.fetchall()]  # noqa: S608  as above
        cursor.execute(";".join(["SET session_replication_role = replica", *said]))


def _keep_unvacuumed() -> None:
    """Rolled-back tests leave nothing but dead rows: counted in the background, each table would be planned for as if it stayed empty."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT relid::regclass::text FROM pg_stat_user_tables")
        for (table,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")


@pytest.fixture(autouse=True)
def everything_in_sight(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests make their rows and look at them with the system's scope; pages and acts inside them state their own.

    A test of committed work (`transaction=True`) has no transaction that could hold a scope: it states one where it needs one.
    """
    mark = request.node.get_closest_marker("django_db")
    is_committed = mark is not None and bool(mark.kwargs.get("transaction"))
    if is_committed or (mark is None and "db" not in request.fixturenames):
        yield
        return
    request.getfixturevalue("db")
    from django.db import connection

    from quanheng.access.actions.scope import Scope, _tell
    from quanheng.web.screens import clock

    _tell(connection, Scope("system", clock.today()))
    yield
    connection.quanheng_scope = None  # the transaction is undone: the database has forgotten it too


@pytest.fixture(scope="module")
def one_transaction(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """What a module builds once is undone after its last test; handed out is what lets a test at it.

    A test of the module with a transaction of its own would find the others' rows, or wait for them.
    """
    from quanheng.access.tests import ladder

    inside = [item for item in request.session.items if getattr(item, "module", None) is request.module]
    apart = [item.name for item in inside if item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ())]
    assert not apart, f"a module is on the ladder or it is not: {apart}"
    with django_db_blocker.unblock(), ladder.one_transaction(), django_db_blocker.block():
        yield django_db_blocker.unblock


@pytest.fixture(scope="module")
def ladder(one_transaction: Callable[[], AbstractContextManager[None]]) -> "Ladder[City]":
    """The case of a small city, act by act."""
    from quanheng.access.tests.ladder import Ladder
    from quanheng.selection.tests import factories

    return Ladder(one_transaction, factories.city, factories.CHAIN)


@pytest.fixture
def case_at(ladder: "Ladder[City]") -> "Iterator[Callable[[str], City]]":
    """A city whose case waits for this step, as `factories.case_at` would build it; asked once, before anything else is made."""
    with ladder.lent() as at:
        yield at
