"""Which database, where its data lie, and who may read the secret."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quanheng.site.database import PLANNED, from_url, home, own_runtime_folder, secret_key


def test_the_data_folder_is_the_named_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUANHENG_HOME", str(tmp_path / "here"))
    assert home() == tmp_path / "here"


def test_a_url_of_the_users_own_server_is_read_whole() -> None:
    found = from_url("postgresql://cadre:p%40ss@db.example:5433/people?sslmode=require")
    assert (found["NAME"], found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["OPTIONS"]) == (
        "people", "cadre", "p@ss", "db.example", "5433", {"sslmode": "require", "options": PLANNED, "prepare_threshold": 0},
    )  # fmt: skip


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="postgresql://"):
        from_url("sqlite:///people.db")


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "home")
    assert secret_key(tmp_path / "home") == first
    assert len(first) >= 60
    assert stat.S_IMODE((tmp_path / "home" / "secret_key").stat().st_mode) == 0o600


def test_without_a_runtime_folder_each_user_gets_one_of_their_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own_runtime_folder()
    folder = Path(os.environ["XDG_RUNTIME_DIR"])
    assert folder == tmp_path / f"quanheng-{os.geteuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / "python_PostgresServer").is_dir()


FALLS = "import os, signal; os.kill(int((f / 'postgresql' / 'postmaster.pid').read_text().split()[0]), 9); os.kill(os.getpid(), 9)"


def test_a_server_that_was_killed_is_started_by_whoever_comes_next(tmp_path: Path) -> None:
    begun = f"import sys, pathlib; from quanheng.site.database import embedded_url; f = pathlib.Path({str(tmp_path)!r}); u = embedded_url(f)"
    fallen = subprocess.run([sys.executable, "-c", f"{begun}; {FALLS}"], check=False)
    assert fallen.returncode == -9
    asked = "import psycopg; print(psycopg.connect(u).execute('SELECT 7').fetchone()[0])"
    found = subprocess.run([sys.executable, "-c", f"{begun}; {asked}"], capture_output=True, text=True, check=False)
    assert found.stdout == "7\n", found.stderr
