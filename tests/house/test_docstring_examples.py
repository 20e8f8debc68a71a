"""The examples in docstrings hold: the kernel, every room's pure core, and the reads that show one."""

import doctest
import importlib
import pkgutil

import pytest

import quanheng

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(quanheng.__path__, "quanheng.")
    if not found.ispkg
    and ".tests." not in found.name
    and (
        ".core." in found.name
        or found.name.startswith(("quanheng.kernel.", "quanheng.registry.queries.names"))
    )
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.failed == 0


def test_there_are_examples() -> None:
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) > 100
