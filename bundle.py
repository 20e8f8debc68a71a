"""Put together what a machine without a network needs: our wheel, every locked wheel, and an installer without dependencies.

    make bundle                                                         for this kind of machine and this Python
    make bundle TARGET="--platform manylinux_2_28_aarch64 --python-version 3.12"      for another

Writes `dist/quanheng-<version>-<machine>.tar`. There: unpack, `python3 install.py /opt/quanheng`.
"""

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

ROOT = Path(__file__).resolve().parent
SYSTEMD = ROOT / "src" / "quanheng" / "operations" / "data" / "systemd"
console = Console(highlight=False)


def main() -> None:
    target = sys.argv[1:]
    name = f"quanheng-{version('quanheng')}-{_machine(target)}"
    folder = ROOT / "dist" / name
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    wanted = folder / "requirements.txt"
    _run(_uv(), "export", "--quiet", "--frozen", "--no-emit-project", "--no-header", "--no-annotate", "--no-default-groups",
         "--extra", "bulk", "--output-file", str(wanted))  # fmt: skip
    _download(wanted, wheels, target)
    _own_wheel(wheels)
    shutil.copy(ROOT / "offline.py", folder / "install.py")
    shutil.copytree(SYSTEMD, folder / "systemd")
    shutil.copytree(ROOT / "docs" / "howto", folder / "howto")
    _sums(folder)
    with tarfile.open(folder.with_suffix(folder.suffix + ".tar"), "w") as tar:
        tar.add(folder, name)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    console.print(f"● dist/{name}.tar · {len(list(wheels.iterdir()))} wheels · {size / 1e6:.0f} MB", soft_wrap=True)


def _machine(target: list[str]) -> str:
    if target:
        return "-".join(part for part in target if not part.startswith("-"))
    return f"{sys.platform}-{platform.machine()}-py{sys.version_info.major}.{sys.version_info.minor}"


def _download(wanted: Path, wheels: Path, target: list[str]) -> None:
    """Every locked wheel with its hash checked, and pip itself, which the other machine may not have."""
    total = sum(1 for line in wanted.read_text().splitlines() if line[:1].isalnum())
    command = [*_pip(), "download", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--dest", str(wheels)]
    fetching = subprocess.Popen([*command, *target, "--no-deps", "--require-hashes", "-r", str(wanted)], cwd=ROOT)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("正在收集软件包 / collecting wheels", total=total)
        while fetching.poll() is None:
            progress.update(task, completed=len(list(wheels.iterdir())))
            time.sleep(0.2)
    if fetching.returncode:
        sys.exit(f"pip download ended with {fetching.returncode}")
    _run(*command, "--no-deps", "pip")


def _own_wheel(wheels: Path) -> None:
    """Ours, with its translations compiled."""
    os.environ.setdefault("QUANHENG_HOME", str(ROOT / "var"))
    _run(sys.executable, "-c", "from quanheng.site.translations import compile_stale; compile_stale()")
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels))


def _sums(folder: Path) -> None:
    lines = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.relative_to(folder).as_posix()}\n")
    (folder / "SHA256SUMS").write_text("".join(lines))


def _pip() -> list[str]:
    """The pip of the Python that this environment was made from; the environment itself has none."""
    own = importlib.util.find_spec("pip")
    return [sys.executable if own else str(Path(sys.base_prefix) / "bin" / "python3"), "-m", "pip"]


def _uv() -> str:
    found = [path for path in (ROOT / ".tools").glob("*/uv*") if path.name in ("uv", "uv.exe")]
    return str(found[0]) if found else shutil.which("uv") or sys.exit("uv is missing: run make setup")


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"“{' '.join(command[:4])} …” ended with {done.returncode}. {done.stderr[-2000:]}")


if __name__ == "__main__":
    main()
