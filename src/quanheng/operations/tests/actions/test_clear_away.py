"""Clearing away: what had its time goes and is noted; audit logs are kept for half a year, and fewer days are refused."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session

from quanheng.access.models import JournalEntry
from quanheng.access.queries.house_seal import new_seal_of
from quanheng.exchange.models import ImportBatch, ImportChunk, ImportLine
from quanheng.kernel.upkeep import CLEARINGS, Clearing
from quanheng.operations.actions.clear_away import clear_away, note_clearing
from quanheng.registry.tests import factories

AT = datetime(2026, 11, 22, 2, tzinfo=UTC)


@pytest.fixture
def logs(tmp_path: Path, settings) -> Path:
    settings.LOGS = tmp_path
    return tmp_path


def write(folder: Path, *days_ago: int) -> None:
    for days in days_ago:
        (folder / f"{(AT - timedelta(days=days)):%Y-%m-%d}.jsonl").write_text("{}\n")


@pytest.mark.django_db
def test_logs_of_half_a_year_stay_and_older_ones_go(logs: Path) -> None:
    write(logs, 0, 179, 180, 199, 200, 201, 400)
    assert clear_away(at=AT)["logs"] == 2
    assert len(list(logs.iterdir())) == 5
    entry = JournalEntry.objects.get(action="operations.clearing.note")
    assert entry.facts["counts"]["logs"] == 2


@pytest.mark.django_db
def test_nothing_cleared_leaves_no_line(logs: Path) -> None:
    clear_away(at=AT)
    assert not JournalEntry.objects.exists()


def test_fewer_than_180_days_are_refused() -> None:
    for days in (0, 179):
        with pytest.raises(ValueError, match="at least 180 days"):
            Clearing("x", "x", days=days, clear=lambda before: 0, is_audit=True)
    assert Clearing("x", "x", days=180, clear=lambda before: 0, is_audit=True).days == 180


def test_an_installation_that_keeps_logs_too_short_does_not_start(tmp_path: Path) -> None:
    """The whole command refuses, before anything is deleted."""
    environment = {**os.environ, "QUANHENG_LOG_DAYS": "90"}
    code = "import django; django.setup()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, "DJANGO_SETTINGS_MODULE": "quanheng.site.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "at least 180 days, not 90" in done.stderr


def test_the_journal_is_never_cleared() -> None:
    assert {each.name for each in CLEARINGS} >= {"sessions", "logs", "import_files"}
    assert not [each for each in CLEARINGS if "journal" in each.name or "record" in each.name]


@pytest.mark.django_db
def test_ended_sessions_and_finished_imports_go(logs: Path) -> None:
    for key, days in (("old", 2), ("new", -1)):
        Session.objects.create(session_key=key, session_data="", expire_date=AT - timedelta(days=days))
    officer = factories.account("王敏", "officer", over=factories.authority())
    for state, days in (("committed", 181), ("committed", 10), ("previewed", 400)):
        at, sha = AT - timedelta(days=days), f"{state}{days}"
        batch = ImportBatch.objects.create(
            kind="roster",
            file_name="x",
            sha256=sha,
            authority=factories.authority(),
            by=officer,
            at=at,
            state=state,
        )
        sealed = new_seal_of(batch).seal(b"x", place="piece 0")
        ImportChunk.objects.create(batch=batch, number=0, data=sealed)
        ImportLine.objects.create(batch=batch, effect="add", noun="person", said=sealed)
    counts = clear_away(at=AT)
    assert (counts["sessions"], counts["import_files"]) == (1, 2)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert set(ImportChunk.objects.values_list("batch__sha256", flat=True)) == {"committed10", "previewed400"}
    assert ImportBatch.objects.count() == 3
    assert note_clearing.__wrapped__.__doc__
