"""An installation is founded, backed up, lost and restored on another machine, by the commands of the how-to."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from rich.console import Console

from quanheng.access.actions.guard import as_owner
from quanheng.cli.screens import house
from quanheng.operations.queries.backups import backups_in
from quanheng.operations.queries.versions import is_behind, waiting
from quanheng.registry.tests import factories

COMMAND = [sys.executable, "-c", "from quanheng.cli.screens.main import run; run()"]
PASSPHRASE = "出门带上两把钥匙和一把伞"


def quanheng(home: Path, *words: str, said: str = "", expected: int = 0) -> str:
    environment = {
        **os.environ,
        "QUANHENG_HOME": str(home),
        "QUANHENG_PASSPHRASE": PASSPHRASE,
        "COLUMNS": "200",
    }
    environment.pop("QUANHENG_DATABASE", None)
    done = subprocess.run(
        [*COMMAND, *words], env=environment, input=said, capture_output=True, text=True, check=False
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout


def test_a_house_is_backed_up_and_restored_elsewhere(tmp_path: Path) -> None:
    here, there, safe = tmp_path / "here", tmp_path / "there", tmp_path / "safe"
    tmp_path.chmod(0o755)
    quanheng(here, "backup", expected=2)
    quanheng(here, "init", said="city\n中共云岭市委\n甲\n乙\n丙\n")
    assert "没有备份" in quanheng(here, "check", "--quick", expected=2)
    assert "离开本机保管" in quanheng(here, "recovery", str(safe))
    quanheng(here, "recovery", str(safe), expected=2)
    key = here / "secret_key"
    told = quanheng(here, "backup", "--to", str(safe / "recovery.pub"), "--with-keys")
    root = re.search(r"root ([0-9a-f]{64})", told)
    assert root
    (folder,) = (here / "backups").iterdir()
    quanheng(here, "restore", str(folder), "--key", str(safe / "recovery.key"), expected=2)
    quanheng(there, "restore", str(folder), expected=2)
    quanheng(
        there, "restore", str(folder), "--key", str(safe / "recovery.key"), "--root", "0" * 64, expected=2
    )
    assert "逐一相符" in quanheng(
        there, "restore", str(folder), "--key", str(safe / "recovery.key"), "--root", root.group(1)
    )
    assert (there / "secret_key").read_text() == key.read_text()
    checked = quanheng(there, "check", expected=2)
    assert "条条相扣" in checked
    assert "后台办理没有运行" in checked
    for n in range(2):
        quanheng(here, "backup", "--keep", "2")
        assert len([*(here / "backups").iterdir()]) == 2, n


@pytest.mark.django_db(transaction=True)
def test_an_upgrade_backs_up_first(tmp_path: Path, settings) -> None:
    settings.BACKUPS, settings.HOME = tmp_path / "backups", tmp_path
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_session")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    assert waiting() == 1
    with as_owner():
        factories.account("王敏", "officer", over=factories.authority())
    house.migrate(Console(quiet=True))
    assert not is_behind()
    ((_, manifest),) = backups_in(tmp_path / "backups")
    assert manifest.rows > 0


@pytest.mark.django_db(transaction=True)
def test_an_empty_house_needs_no_backup(tmp_path: Path, settings) -> None:
    settings.BACKUPS, settings.HOME = tmp_path / "backups", tmp_path
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_session")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    house.migrate(Console(quiet=True))
    assert not is_behind()
    assert not (tmp_path / "backups").exists()
