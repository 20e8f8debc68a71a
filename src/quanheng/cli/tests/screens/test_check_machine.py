"""The line before the tests: with a browser on the path, and on a bare machine."""

from pathlib import Path

import pytest

from quanheng.cli.screens import check_machine


def test_a_bare_machine_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("QUANHENG_CHROMIUM", raising=False)
    assert check_machine.chromium() is None
    assert check_machine.line().startswith("browser tests: skipped, no Chromium")


def test_a_browser_on_the_path_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("QUANHENG_CHROMIUM", raising=False)
    assert check_machine.chromium() == browser
    assert check_machine.line() == f"browser tests: run with {browser}, no Chinese font: pictures will show empty boxes (Debian: fonts-noto-cjk)"


def test_the_variable_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANHENG_CHROMIUM", "/opt/chrome")
    assert check_machine.chromium() == Path("/opt/chrome")
