"""Shared set-up of all tests: translations compiled, the embedded database under its own folder."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QUANHENG_HOME", str(Path(__file__).parent / "var"))
os.environ.pop("QUANHENG_DATABASE", None)

from quanheng.site.translations import compile_stale

compile_stale()


@pytest.fixture(autouse=True)
def chinese() -> None:
    """Every test begins in Chinese, whatever the one before it left."""
    from django.utils import translation

    translation.activate("zh-hans")
