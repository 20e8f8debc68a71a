"""The examples in the docstrings of the exchange core hold."""

import doctest
import importlib

import pytest

MODULES = [
    "ages", "appointment_form", "cells", "guard", "lrmx", "months", "official", "pdf", "photo",
    "roster_layout", "workbook_writer", "xlsx_scan", "xlsx_walk",
]  # fmt: skip


@pytest.mark.parametrize("module", MODULES)
def test_examples_hold(module: str) -> None:
    tried = doctest.testmod(importlib.import_module(f"quanheng.exchange.core.{module}"))
    assert tried.attempted > 0
    assert tried.failed == 0
