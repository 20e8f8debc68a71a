"""The user's own PostgreSQL 15: migrations and the whole rehearsal on a separate server, when one is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quanheng.procedure.core import archive

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
        yield f"postgresql://owner@/postgres?host={folder}"
    finally:
        subprocess.run(_as_server([str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]), check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def test_the_rehearsal_runs_on_the_users_own_server(server: str, tmp_path: Path) -> None:
    environment = os.environ | {"DATABASE_URL": server, "QUANHENG_HOME": str(tmp_path / "home")}
    command = [str(Path(sys.executable).parent / "quanheng"), "rehearse", "--out", str(tmp_path / "case")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert archive.check(tmp_path / "case").holds
    assert not (tmp_path / "home" / "postgresql").exists()
