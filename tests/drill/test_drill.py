"""A few kills of each kind; `make drill` does two hundred."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drill.search import files_with

KILLS = 5
CLIENTS = 2  # at once, but the rest of the machine is for coming back
SECONDS = 300  # other tests run beside; `make drill`, alone on the machine, allows ten


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    """In a process and a database of its own: the drill kills what it finds there."""
    asked = {"QUANHENG_DRILL_CYCLES": str(KILLS), "QUANHENG_DRILL_SECONDS": str(SECONDS), "QUANHENG_DRILL_CLIENTS": str(CLIENTS)}
    environment = {**os.environ, **asked}
    command = [sys.executable, "-m", "tests.drill.run"]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    told = json.loads(done.stdout[done.stdout.index("{") :])
    assert told["kills"] == {"pages": 1, "pages twice": 1, "worker": 1, "database": 1, "everything": 1}
    assert told["faults"] == []
    assert told["acknowledged"] > KILLS
    assert told["files"] == KILLS + 1
    assert max(told["slowest_seconds"].values()) <= SECONDS
    assert set(told["canaries"].values()) == {0}


@pytest.mark.parametrize("spelt", ["鱻龘", "\\u9c7b\\u9f98", "%E9%B1%BB%E9%BE%98"])
def test_the_search_finds_what_it_looks_for(spelt: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"x{spelt}y", encoding="utf-8")
    (tmp_path / "b").write_text("nothing", encoding="utf-8")
    assert files_with(tmp_path, ["鱻龘"]) == [tmp_path / "a"]
