"""Each check sees what is wrong, says what to do, and is green when all is well."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as product
from django.db import DatabaseError, connection, transaction

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import JournalEntry
from quanheng.access.queries.upkeep import chain, journal_head
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.queries.upkeep import jobs
from quanheng.kernel.texts import Text
from quanheng.kernel.upkeep import CHECKS, Check, Sign
from quanheng.kernel.verdicts import Light
from quanheng.kernel.workdays import PACKAGED_YEARS
from quanheng.operations.actions.make_backup import Order, make_backup, note_backup
from quanheng.operations.core.sealing import new_pair, read_public
from quanheng.operations.queries import checks
from quanheng.operations.queries.presence import announce_worker
from quanheng.registry.tests import factories

AT = datetime(2026, 11, 22, 2, tzinfo=UTC)
BAD, NOTE, GOOD = Light.FORBIDDEN, Light.WARNING, Light.PASSED


@pytest.fixture
def home(tmp_path: Path, settings) -> Path:
    settings.HOME, settings.BACKUPS = tmp_path, tmp_path / "backups"
    (tmp_path / "secret_key").write_text("s" * 60)
    (tmp_path / "secret_key").chmod(0o600)
    return tmp_path


def test_names_are_given_once_and_every_check_has_a_label() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len(set(names))
    wanted = {
        "database",
        "migrations",
        "journal",
        "disk",
        "clock",
        "calendar",
        "worker",
        "keys",
        "backups",
        "imports",
        "addresses",
        "server_log",
    }
    assert wanted <= set(names)
    assert all(check.label for check in CHECKS)


@pytest.mark.django_db
def test_the_database_and_its_version() -> None:
    assert checks.database(AT).light == GOOD
    assert checks.migrations(AT).light == GOOD
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    try:
        assert checks.database(AT).light == BAD
        assert "synchronous_commit" in str(checks.database(AT).what)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit = on")


@pytest.mark.django_db(transaction=True)
def test_migrations_that_wait() -> None:
    """Only the owner could take them away; the application, which looks, sees it."""
    assert checks.migrations(AT).light == GOOD
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'access'")
        cursor.execute(f"SET LOCAL ROLE {product.APPLICATION_ROLE}")
        assert checks.migrations(AT).light == BAD
        transaction.set_rollback(True)


@pytest.mark.parametrize(("free", "light"), [(0.5, BAD), (3, NOTE), (50, GOOD)])
def test_disk(home: Path, monkeypatch: pytest.MonkeyPatch, free: float, light: Light) -> None:
    space = SimpleNamespace(free=free * checks.GIB, total=100 * checks.GIB)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: space)
    assert checks.disk(AT).light == light


@pytest.mark.parametrize(("seconds", "light"), [(0, GOOD), (30, NOTE), (120, BAD)])
@pytest.mark.django_db
def test_the_clock_against_the_database(seconds: int, light: Light) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now = cursor.fetchone()[0]
    assert checks.clock(now - timedelta(seconds=seconds)).light == light


@pytest.mark.parametrize(
    ("day", "light"), [(date(2025, 6, 1), GOOD), (date(2025, 12, 1), GOOD), (date(2039, 6, 1), BAD)]
)
def test_the_calendar(day: date, light: Light) -> None:
    assert checks.calendar(datetime(day.year, day.month, day.day, tzinfo=UTC)).light == light


def test_the_last_known_year_asks_for_the_next_in_december() -> None:
    last = max(PACKAGED_YEARS)
    assert checks.calendar(datetime(last, 11, 30, tzinfo=UTC)).light == GOOD
    sign = checks.calendar(datetime(last, 12, 1, tzinfo=UTC))
    assert (sign.light, "chinesecalendar" in str(sign.remedy)) == (NOTE, True)


@pytest.mark.django_db
def test_a_worker_is_there_while_its_connection_lives() -> None:
    assert checks.worker(AT).light == BAD
    announce_worker()
    assert checks.worker(AT).light == GOOD
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock_all()")
    assert checks.worker(AT).light == BAD


def test_the_installations_own_key(home: Path) -> None:
    key = home / "secret_key"
    assert checks.keys(AT).light == GOOD
    key.chmod(0o644)
    assert (checks.keys(AT).light, "chmod 600" in str(checks.keys(AT).remedy)) == (BAD, True)
    key.unlink()
    assert checks.keys(AT).light == BAD


@pytest.mark.django_db(transaction=True)
def test_backups_none_old_plain_and_good(home: Path) -> None:
    assert checks.backups(AT).light == BAD
    order = Order("0.1", home, home / "backups")
    make_backup(order=order, at=AT - timedelta(hours=100))
    assert checks.backups(AT).light == BAD
    make_backup(order=order, at=AT - timedelta(hours=40))
    assert checks.backups(AT).light == NOTE
    make_backup(order=order, at=AT - timedelta(hours=2))
    assert "未加密" in str(checks.backups(AT).what)
    sealed = Order("0.1", home, home / "backups", recipient=read_public(new_pair(b"x" * 12)[1]))
    make_backup(order=sealed, at=AT - timedelta(hours=1))
    assert checks.backups(AT).light == GOOD


@pytest.mark.django_db(transaction=True)
def test_the_journal_chain() -> None:
    with as_system(on=AT.date()):
        for n in range(3):
            note_backup(by=None, at=AT, root=str(n), rows=0, recipient="", has_keys=False, occasion="")
        assert chain(AT).light == GOOD
        assert journal_head("default").startswith("3:")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE access_journalentry DISABLE TRIGGER append_only")
        JournalEntry.objects.filter(number=2).update(facts={"root": "x"})
        cursor.execute("ALTER TABLE access_journalentry ENABLE TRIGGER append_only")
    with as_system(on=AT.date()):
        sign = chain(AT)
    assert (sign.light, "第2条" in str(sign.what)) == (BAD, True)


@pytest.mark.django_db
def test_imports_that_stick() -> None:
    officer = factories.account("王敏", "officer", over=factories.authority())
    assert jobs(AT).light == GOOD
    given = {
        "kind": "roster",
        "file_name": "x",
        "sha256": "0",
        "authority": factories.authority(),
        "by": officer,
        "at": AT,
    }
    job = ImportJob.objects.create(
        batch=ImportBatch.objects.create(**given), verb="preview", asked_by=officer, asked_at=AT
    )
    assert jobs(AT).light == GOOD
    assert jobs(AT + timedelta(hours=2)).light == NOTE
    ImportJob.objects.filter(pk=job.pk).update(state="interrupted")
    assert "中断" in str(jobs(AT).what)


def test_pages_for_others_only_by_https(settings) -> None:
    assert checks.addresses(AT).light == GOOD
    settings.ALLOWED_HOSTS = ["cadres.example"]
    settings.SESSION_COOKIE_SECURE = False
    assert checks.addresses(AT).light == BAD
    settings.SESSION_COOKIE_SECURE = True
    assert checks.addresses(AT).light == GOOD


@pytest.mark.django_db(transaction=True)
def test_the_servers_own_log() -> None:
    """The owner sets it; the application, which looks, sees it."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SET log_min_error_statement = 'panic'; SET log_error_verbosity = 'terse'; SET log_statement = 'none'"
        )
        cursor.execute(f"SET ROLE {product.APPLICATION_ROLE}")
        assert checks.server_log(AT).light == GOOD
        cursor.execute("RESET ROLE; SET log_error_verbosity = 'default'")
        cursor.execute(f"SET ROLE {product.APPLICATION_ROLE}")
        sign = checks.server_log(AT)
    assert (sign.light, "SET log_error_verbosity = 'terse'" in str(sign.remedy)) == (NOTE, True)


@pytest.mark.parametrize("error", [DatabaseError("x"), OSError("x"), ValueError("x")])
@pytest.mark.django_db
def test_a_check_that_breaks_down_is_a_finding(error: Exception) -> None:
    def fails(at: datetime) -> Sign:
        raise error

    sign = checks.look(Check("x", "x", fails), AT)
    assert (sign.light, type(error).__name__ in str(sign.what)) == (BAD, True)
    fine: Callable[[datetime], Sign] = lambda at: Sign(GOOD, Text("x"))  # noqa: E731
    assert checks.look(Check("y", "y", fine), AT).light == GOOD
