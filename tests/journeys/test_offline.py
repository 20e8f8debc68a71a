"""The bundle installs in an empty environment with the network cut, and what it installs works.

Slow and large (it collects every wheel): `make bundle-test`, and whenever QUANHENG_BUNDLE names a bundle that was made.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MADE = os.environ.get("QUANHENG_BUNDLE", "")
# Nobody becomes root by it: the embedded database then wants a user of its own, whom a new namespace does not have.
CUT = ["unshare", *([] if os.geteuid() == 0 else ["--map-current-user"]), "--net"]


def _can_cut() -> bool:
    return (
        bool(shutil.which("unshare"))
        and subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    if not MADE:
        pytest.skip("no bundle: make bundle-test")
    shutil.unpack_archive(MADE, tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    return folder


def test_it_installs_with_the_network_cut(bundle: Path, tmp_path: Path) -> None:
    if not _can_cut():
        pytest.skip("this machine does not let us cut the network")
    target, home = tmp_path / "opt", tmp_path / "home"
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QUANHENG_HOME": str(home), "LANG": "C.UTF-8"}

    def cut(*command: str, expected: int = 0) -> str:
        done = subprocess.run(
            [*CUT, *command], cwd=tmp_path, env=bare, capture_output=True, text=True, check=False
        )
        assert done.returncode == expected, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    with pytest.raises(AssertionError):
        cut(sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 443), 1)")
    cut(sys.executable, str(bundle / "install.py"), str(target))
    assert "铨衡" in cut(str(target / "bin" / "quanheng"), "--help")
    assert "database ready" in cut(str(target / "bin" / "quanheng"), "migrate")
    assert "PostgreSQL" in cut(str(target / "bin" / "quanheng"), "check", expected=2)


def test_a_changed_wheel_is_not_installed(bundle: Path, tmp_path: Path) -> None:
    wheel = next((bundle / "wheels").glob("django-*.whl"))
    with wheel.open("ab") as file:
        file.write(b"x")
    done = subprocess.run(
        [sys.executable, str(bundle / "install.py"), str(tmp_path / "opt")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"{wheel.name} is not as it was packed" in done.stderr
    assert not (tmp_path / "opt").exists()
