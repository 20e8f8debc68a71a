"""A real Chromium on the real demonstration city, served by our own command. Skipped with one line without a Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("QUANHENG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Asked for what lies in this folder only. All browser tests on one worker: they share one server."""
    item.add_marker(pytest.mark.browser)
    item.add_marker(pytest.mark.xdist_group("browser"))
    if not CHROMIUM:
        item.add_marker(pytest.mark.skip(reason="no Chromium installed: browser tests do not run"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str], Path]]:
    """Address of the running demonstration, passwords by username, and the folder of the rehearsal's papers."""
    home, port = tmp_path_factory.mktemp("home"), free_port()
    out = home / "rehearsal"
    environment = {**os.environ, "QUANHENG_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    command = [str(Path(sys.executable).parent / "quanheng"), "demo", "--port", str(port), "--out", str(out)]
    log = (home / "log").open("w")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, f"{address}/sign-in/", home / "log")
        passwords = tomllib.loads((home / "quanheng_demo_passwords.toml").read_text())
        yield address, passwords, out
    finally:
        server.terminate()
        server.wait(30)
        log.close()


def _wait(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    for _ in range(3000):
        if server.poll() is not None:
            raise RuntimeError(f"the demonstration ended: {log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                answer.read()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the demonstration did not answer within five minutes")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Playwright keeps a loop in this thread until the session ends; Django would take every later test for a coroutine."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Windows:
    """Browser windows by who looks, width, language and script: opened once each, as a password is dear to check on purpose."""

    address: str
    passwords: dict[str, str]
    chromium: Browser
    sessions: dict[str, Any] = field(default_factory=dict)
    opened: dict[tuple[object, ...], Page] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def page(self, username: str | None, *, width: int = 1280, language: str = "zh-CN", has_script: bool = True) -> Page:
        key = (username, width, language, has_script)
        if key not in self.opened:
            context = self.chromium.new_context(
                base_url=self.address,
                viewport={"width": width, "height": 900},
                locale=language,
                java_script_enabled=has_script,
                storage_state=self.sessions.get(username or ""),
            )
            page = self.opened[key] = context.new_page()
            page.on("console", lambda message: self._note(message.text) if message.type == "error" and "404" not in message.text else None)
            page.on("pageerror", lambda error: self._note(str(error)))
            if username and username not in self.sessions:
                self._sign_in(page, username)
        return self.opened[key]

    def _note(self, complaint: str) -> None:
        self.complaints.append(complaint)

    def _sign_in(self, page: Page, username: str) -> None:
        page.goto("/sign-in/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", self.passwords[username])
        page.press("[name=password]", "Enter")
        page.wait_for_url(f"{self.address}/")
        self.sessions[username] = page.context.storage_state()


@pytest.fixture(scope="session")
def windows(city: tuple[str, dict[str, str], Path], chromium: Browser) -> Windows:
    return Windows(city[0], city[1], chromium)


@pytest.fixture
def signed_in(windows: Windows) -> Iterator[Callable[..., Page]]:
    """`signed_in("hezhixing", width=390, language="en")` gives a page of that person's; console errors fail the test at its end."""
    windows.complaints.clear()
    yield windows.page
    assert windows.complaints == []
