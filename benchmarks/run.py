"""`make bench`: the second start, every screen, the rehearsal, the form as PDF; on this machine, now.

Prints a table and writes benchmarks/latest.json. Goals stand beside the figures; a figure over its goal is marked.
"""

import http.cookiejar
import itertools
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from quanheng.exchange.core import appointment_form, archive, lrmx

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
COMMAND = [str(Path(sys.executable).parent / "quanheng")]
ROUNDS = 15


@dataclass(frozen=True)
class Figure:
    """One measurement with its goal in the same unit."""

    what: str
    value: float
    unit: str
    goal: float

    @property
    def ratio(self) -> float:
        return self.value / self.goal


class Browser:
    """A signed-in session over plain HTTP."""

    def __init__(self) -> None:
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> tuple[float, str]:
        begun = time.perf_counter()
        with self.opener.open(BASE + path) as answer:
            text = answer.read().decode(errors="replace")  # pages, and once a photo
        return time.perf_counter() - begun, text

    def sign_in(self, username: str, password: str) -> None:
        _, page = self.get("/sign-in/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token
        form = {"csrfmiddlewaretoken": token[1], "username": username, "password": password}
        request = urllib.request.Request(f"{BASE}/sign-in/", urllib.parse.urlencode(form).encode(), {"Referer": f"{BASE}/sign-in/"})
        with self.opener.open(request) as answer:
            assert answer.url == f"{BASE}/", "sign-in failed"


@contextmanager
def serving(out: Path) -> Iterator[float]:
    """The demonstration, started once more; yields the seconds until its first page answered."""
    begun = time.perf_counter()
    server = subprocess.Popen([*COMMAND, "demo", "--port", str(PORT), "--out", str(out)], stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                with urllib.request.urlopen(f"{BASE}/sign-in/", timeout=5) as answer:
                    answer.read()
                break
            except OSError:
                if time.perf_counter() - begun > 120 or server.poll() is not None:
                    raise
                time.sleep(0.02)
        yield time.perf_counter() - begun
    finally:
        server.terminate()
        server.wait(30)


def screens(home: Path) -> Iterator[Figure]:
    """Every page reachable by links from the pages of four people, each asked for several times."""
    passwords = tomllib.loads((home / "quanheng_demo_passwords.toml").read_text())
    seen: set[str] = set()
    for username in ("hezhixing", "shenlingyi", "tianshenzhi", "duanbingwen"):
        browser = Browser()
        browser.sign_in(username, passwords[username])
        for path in pages(browser):
            shape = shape_of(path)
            if shape in seen:
                continue
            seen.add(shape)
            times = [browser.get(path)[0] for _ in range(ROUNDS)]
            yield Figure(f"page {shape}", statistics.median(times) * 1000, "ms", 60)


def pages(browser: Browser) -> list[str]:
    """Addresses found by following links three deep from home, one of each shape."""
    found: dict[str, str] = {"/": "/"}
    queue = ["/"]
    for _depth in range(3):
        following = []
        for path in queue:
            _, text = browser.get(path)
            for link in re.findall(r'href="(/[^"#?]*)"', text):
                shape = shape_of(link)
                if shape not in found and not link.startswith(("/static/", "/assets/")) and "papers" not in link:
                    found[shape] = link
                    following.append(link)
        queue = following
    return list(found.values())


def shape_of(path: str) -> str:
    """The address without what tells one record from another; of the thousands of rules and instruments, one of each initial."""
    shape = re.sub(r"[0-9a-f-]{36}|\d+", "…", path)
    return re.sub(r"^(/law/(?:rules|instruments)/.)[^/]*", r"\1…", shape)


def form_pdf(home: Path) -> Figure:
    """The appointment form as PDF, after the first: thirty different people's, so that no page is merely repeated."""
    packed = archive.read((home / "yunling" / "任免审批表.zip").read_bytes())
    forms = [lrmx.read(content) for _name, content in itertools.islice(packed.files(), 31)]
    appointment_form.render(forms[0], on=date(2026, 11, 21))
    times = []
    for form in forms[1:]:
        begun = time.perf_counter()
        appointment_form.render(form, on=date(2026, 11, 21))
        times.append(time.perf_counter() - begun)
    return Figure("appointment form PDF, another person's, after the first", statistics.median(times) * 1000, "ms", 20)


def main() -> None:
    home = Path(os.environ.setdefault("QUANHENG_HOME", str(Path("var").resolve())))
    console = Console()
    figures = []
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "rehearsal"
        subprocess.run([*COMMAND, "demo", "--once", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
        begun = time.perf_counter()
        subprocess.run([*COMMAND, "rehearse", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
        figures.append(Figure("rehearsal, from files to folder", time.perf_counter() - begun, "s", 30))
        with serving(out) as seconds:
            figures.append(Figure("demo, second start to first page", seconds, "s", 5))
            figures += screens(home)
        figures.append(form_pdf(home))
    show(console, figures)
    Path("benchmarks/latest.json").write_text(json.dumps([asdict(f) | {"ratio": f.ratio} for f in figures], ensure_ascii=False, indent=1))


def show(console: Console, figures: list[Figure]) -> None:
    """Ratio to the goal first: below 1 is within it. And how fast this machine is now, so that two runs can be compared."""
    table = Table("ratio", "what", "figure", "goal")
    for figure in sorted(figures, key=lambda f: -f.ratio):
        table.add_row(f"{figure.ratio:.2f}", figure.what, f"{figure.value:.1f} {figure.unit}", f"{figure.goal:g} {figure.unit}")
    console.print(table)
    console.print(f"ten million additions in Python, just now: {additions():.2f} s")


def additions() -> float:
    """Seconds of processor for the least that Python does, ten million times."""
    begun, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - begun


if __name__ == "__main__":
    main()
