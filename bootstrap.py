"""Prepare a checkout: a virtual environment with exactly the locked packages, and the translations.

Needs only Python 3.11 or later with pip. Idempotent: does nothing when the lock has not changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
BIN = "Scripts" if os.name == "nt" else "bin"


def say(step: int, text: str) -> None:
    print(f"[setup {step}/4] {text}", flush=True)


def fail(text: str) -> None:
    sys.exit(f"setup stopped: {text}")


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], text=True, check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        fail(f"“{' '.join(str(part) for part in command)}” ended with code {done.returncode}. {done.stderr or ''}")
    return done  # type: ignore[no-any-return]


def uv_with_its_path() -> tuple[Path, dict[str, str]]:
    """uv, installed by pip into a folder of its own so that it never mixes with the product's packages."""
    name = "uv.exe" if os.name == "nt" else "uv"
    binary = TOOLS / BIN / name
    if not binary.exists():
        say(1, "fetching the package installer …")
        run(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-warn-script-location",
            "--root-user-action=ignore", "--target", TOOLS, "uv>=0.9,<1")
    return binary, os.environ | {"VIRTUAL_ENV": str(VENV)}


def main() -> None:
    if sys.version_info < (3, 11):
        fail(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}")
    groups = ["--group", "setup", "--group" if "--dev" in sys.argv else "--no-group", "dev"]
    lock = (ROOT / "uv.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    stamp = hashlib.sha256(lock + (b"--dev" if "--dev" in sys.argv else b"")).hexdigest()
    wide = hashlib.sha256(lock + b"--dev").hexdigest()  # the development environment serves the product too
    mark = VENV / "installed"
    if not mark.exists() or mark.read_text() not in (stamp, wide):
        uv, environment = uv_with_its_path()
        if not (VENV / BIN).exists():
            say(2, "making the environment in .venv …")
            run(uv, "venv", "--quiet", "--python", sys.executable, VENV, env=environment)
        say(3, "installing the locked packages (a minute on a slow line) …")
        # The lock carries names, versions and hashes but no addresses, so a mirror or a wheel folder serves as well.
        wanted = run(uv, "export", "--quiet", "--frozen", "--no-emit-project", *groups, cwd=ROOT, capture_output=True, env=environment)
        run(uv, "pip", "sync", "--quiet", "--require-hashes", "-", cwd=ROOT, input=wanted.stdout, env=environment)
        run(uv, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT, env=environment)
        mark.write_text(stamp)
    say(4, "ready")


if __name__ == "__main__":
    main()
