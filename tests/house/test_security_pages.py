"""The pages of security name every requirement and every threat, and only tests that there are."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from quanheng.cli.screens import reference_security
from tests.house import tree

LEVELS = """
1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4
10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3
15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
"""
"""How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; those of level 3 stand after them."""
DENGBAO = (
    "8.1.4.1",
    "8.1.4.2",
    "8.1.4.3",
    "8.1.4.4",
    "8.1.4.7",
    "8.1.4.8",
    "8.1.4.9",
    "8.1.4.10",
    "8.1.4.11",
    "8.1.5.1",
    "8.1.5.2",
    "8.1.5.3",
    "8.1.5.4",
)
PAGES = (tree.ROOT / "docs" / "threats.md", tree.ROOT / "docs" / "howto" / "security.md")
NAMED = re.compile(r"`([\w/.]+\.py)::(test_\w+)`")
UNCOVERED = "not covered"


def test_every_requirement_is_told_once() -> None:
    wanted = {
        f"{section}.{number}"
        for section, most in (each.split(":") for each in LEVELS.split())
        for number in range(1, int(most) + 1)
    }
    told = [each for row in reference_security.asvs() for each in row["ids"]]
    assert len(wanted) == 253
    assert sorted(told) == sorted(wanted | reference_security.extra())
    assert not wanted & reference_security.extra()


def test_every_row_says_how_it_stands() -> None:
    tree.nothing(
        row["ids"][0]
        for row in reference_security.asvs()
        if row["is"] not in reference_security.STATES or not row["what"]
    )
    items = " ".join(row["item"] for row in reference_security.dengbao())
    tree.nothing(each for each in DENGBAO if not re.search(rf"{re.escape(each)}\b", items))
    tree.nothing(row["item"] for row in reference_security.dengbao() if not row["test"])


def test_every_test_named_in_the_lists_is_there() -> None:
    tree.nothing(name for name in reference_security.tests() if not _is_there(*name.split("::")))


@pytest.mark.parametrize("page", PAGES, ids=tree.named)
def test_every_test_named_on_a_page_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert named
    tree.nothing(f"{file}::{test}" for file, test in named if not _is_there(file, test))


def test_every_threat_has_a_test_or_says_that_it_has_none() -> None:
    lines = [
        line
        for line in PAGES[0].read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| who |")
    ]
    assert len(lines) > 20
    tree.nothing(line[:60] for line in lines if not NAMED.search(line) and UNCOVERED not in line.lower())


def _is_there(file: str, test: str) -> bool:
    return any(test in _tests(root / file) for root in (tree.ROOT, tree.PACKAGE))


@cache
def _tests(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    return frozenset(node.name for node in ast.walk(tree.syntax(path)) if isinstance(node, ast.FunctionDef))
