"""Install Quanheng from this folder, without a network: `python3 install.py [FOLDER]` (default /opt/quanheng).

Needs Python 3.11 or later and nothing else: neither pip nor a compiler. Checks every file before it installs any.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit(f"install stopped: Python 3.11 or later is needed, this is {sys.version.split()[0]}")
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "/opt/quanheng").resolve()
    check()
    print(f"[install] environment in {target}", flush=True)
    venv.create(target, with_pip=False, clear=False, symlinks=True)
    python = str(target / "bin" / "python")
    pip = [python, str(next((HERE / "wheels").glob("pip-*.whl")) / "pip"), "--isolated", "install"]
    quiet = ["--disable-pip-version-check", "--no-index", "--no-deps", "--no-cache-dir", "--find-links", str(HERE / "wheels")]
    install([*pip, *quiet, "--require-hashes", "-r", str(HERE / "requirements.txt")])
    install([*pip, *quiet, str(next((HERE / "wheels").glob("quanheng-*.whl")))])
    prepare = "import compileall, quanheng; from quanheng.site.translations import compile_stale; compile_stale(); compileall.compile_dir(quanheng.__path__[0], quiet=2)"
    subprocess.run([python, "-c", prepare], check=True)
    print(f"[install] done: {target}/bin/quanheng --help", flush=True)


def check() -> None:
    """Every file as it was packed, and none beside them."""
    lines = (HERE / "SHA256SUMS").read_text().splitlines()
    for number, line in enumerate(lines, 1):
        said, name = line.split("  ", 1)
        with (HERE / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != said:
                sys.exit(f"install stopped: {name} is not as it was packed")
        bar("checking", number, len(lines))


def install(command: list[str]) -> None:
    """Run pip and show how far it is by the packages that it names."""
    total = sum(1 for line in (HERE / "requirements.txt").read_text().splitlines() if line[:1].isalnum())
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    done, said = 0, []
    assert running.stdout is not None
    for line in running.stdout:
        said.append(line)
        if line.startswith("Processing "):
            done += 1
            bar("installing", min(done, total), total)
    if running.wait():
        sys.exit("install stopped:\n" + "".join(said[-20:]))


def bar(what: str, done: int, total: int) -> None:
    if sys.stdout.isatty():
        filled = 30 * done // max(total, 1)
        end = "\n" if done >= total else ""
        print(f"\r[{what}] {'#' * filled}{'.' * (30 - filled)} {done}/{total}", end=end, flush=True)


if __name__ == "__main__":
    main()
