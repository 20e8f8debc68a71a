"""The examples in the docstrings of the registry core hold."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["codes", "identity", "resume", "resume_text", "social_credit"])
def test_examples_hold(module: str) -> None:
    tried = doctest.testmod(importlib.import_module(f"quanheng.registry.core.{module}"))
    assert tried.attempted > 0
    assert tried.failed == 0
