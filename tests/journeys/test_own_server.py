"""The user's own PostgreSQL 15: migrations and the whole rehearsal on a separate server, when one is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from quanheng.procedure.core import archive

ROLES = (
    "CREATE ROLE quanheng_owner LOGIN CREATEDB",
    "CREATE ROLE quanheng_app LOGIN",
    "CREATE ROLE passing LOGIN BYPASSRLS",
    "CREATE ROLE member LOGIN IN ROLE quanheng_owner",
)
FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]


def _as_server(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root; there the system's own user starts it."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not FOUND:
        pytest.skip("no separate PostgreSQL installed")
    binaries, folder = FOUND[-1].parent, Path("/tmp") / f"quanheng-pg-{os.getpid()}"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    data = folder / "data"
    subprocess.run(_as_server([str(binaries / "initdb"), "-A", "trust", "-U", "owner", "-D", str(data)]), check=True, capture_output=True)
    options = f"-c listen_addresses='' -k {folder}"
    log = str(folder / "log")
    subprocess.run(_as_server([str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-l", log, "-w", "start"]), check=True, capture_output=True)
    try:
        with psycopg.connect(f"postgresql://owner@/postgres?host={folder}", autocommit=True) as made:
            for said in ROLES:
                made.execute(said)
        yield f"postgresql://{{}}@/postgres?host={folder}"
    finally:
        subprocess.run(_as_server([str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]), check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def _quanheng(*words: str, server: str, home: Path, application: str = "quanheng_app", **given: str) -> "subprocess.CompletedProcess[str]":
    roles = {"DATABASE_URL": server.format(application), "QUANHENG_OWNER_URL": server.format("quanheng_owner")}
    environment = os.environ | {"QUANHENG_HOME": str(home)} | roles | given
    command = [str(Path(sys.executable).parent / "quanheng"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_rehearsal_runs_on_the_users_own_server(server: str, tmp_path: Path) -> None:
    """With two plain roles, neither a superuser."""
    done = _quanheng("rehearse", "--out", str(tmp_path / "case"), server=server, home=tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
    assert archive.check(tmp_path / "case").holds
    assert not (tmp_path / "home" / "postgresql").exists()


def test_who_could_pass_by_the_policies_is_refused(server: str, tmp_path: Path) -> None:
    named = {"home": tmp_path / "home", "server": server, "QUANHENG_DATABASE": "quanheng_bound"}
    assert "QUANHENG_OWNER_URL" in _quanheng("migrate", **named | {"QUANHENG_OWNER_URL": "", "QUANHENG_DATABASE": ""}).stdout
    assert _quanheng("migrate", **named).returncode == 0
    command = ("screen", "--post", "1", "--as", "nobody")
    assert "没有“nobody”这个账号" in _quanheng(*command, **named).stdout
    for role, ground in (("quanheng_owner", "所有者"), ("owner", "超级用户"), ("passing", "BYPASSRLS"), ("member", "所有者")):
        done = _quanheng(*command, application=role, **named)
        assert (done.returncode, ground in done.stdout) == (2, True), (role, done.stdout + done.stderr)
