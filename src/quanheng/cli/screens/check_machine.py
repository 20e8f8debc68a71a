"""`python -m quanheng.cli.screens.check_machine`: one line on whether this machine can run the browser tests."""

import os
import shutil
import subprocess
from pathlib import Path

from rich.console import Console

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> Path | None:
    """The browser that QUANHENG_CHROMIUM names, else a Chromium on the path, else None."""
    named = os.environ.get("QUANHENG_CHROMIUM")
    found = named or next((path for path in map(shutil.which, BROWSERS) if path), None)
    return Path(found) if found else None


def has_chinese_font() -> bool:
    """Whether the font system knows a font with Chinese glyphs."""
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    done = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, check=False)  # noqa: S603  found on the path
    return bool(done.stdout.strip())


def line() -> str:
    """What was found, and what follows for `make test`."""
    browser = chromium()
    if browser is None:
        return "browser tests: skipped, no Chromium on the path (Debian: apt-get install chromium fonts-noto-cjk)"
    font = (
        "a Chinese font"
        if has_chinese_font()
        else "no Chinese font: pictures will show empty boxes (Debian: fonts-noto-cjk)"
    )
    return f"browser tests: run with {browser}, {font}"


if __name__ == "__main__":
    Console(soft_wrap=True, highlight=False).print(line())
