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
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """Who has signed in: a password is dear to check on purpose, so each is typed once."""
    return {}


@pytest.fixture
def signed_in(city: tuple[str, dict[str, str], Path], chromium: Browser, sessions: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """`signed_in("hezhixing", width=390, language="en")` gives a page at home; console errors fail the test at its end."""
    address, passwords, _out = city
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(username: str | None, *, width: int = 1280, language: str = "zh-CN", has_script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            locale=language,
            java_script_enabled=has_script,
            storage_state=sessions.get(username or ""),
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" and "404" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if username in sessions:
            page.goto("/")
        elif username:
            page.goto("/sign-in/")
            page.fill("[name=username]", username)
            page.fill("[name=password]", passwords[username])
            page.press("[name=password]", "Enter")
            page.wait_for_url(f"{address}/")
            sessions[username] = context.storage_state()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
