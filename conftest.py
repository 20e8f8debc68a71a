"""Shared set-up of all tests: translations compiled, the embedded database under its own folder."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QUANHENG_HOME", str(Path(__file__).parent / "var"))
os.environ.pop("QUANHENG_DATABASE", None)

from quanheng.site.translations import compile_stale

compile_stale()

# Machines are shared and noisy: how long an example takes says nothing about whether it is right.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(autouse=True)
def chinese() -> None:
    """Every test begins in Chinese, whatever the one before it left."""
    from django.utils import translation

    translation.activate("zh-hans")
