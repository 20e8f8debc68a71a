"""Files, functions and templates stay small. What is too long today is listed here; the lists may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house import tree

FILE, TEST_FILE, FUNCTION, TEMPLATE = 300, 500, 40, 80
LONG_FILES: frozenset[str] = frozenset()
LONG_FUNCTIONS: frozenset[str] = frozenset()
LONG_TEMPLATES: frozenset[str] = frozenset()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree.syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{tree.named(path)}:{node.name}", node.end_lineno - node.lineno + 1


def test_files() -> None:
    limits = {path: TEST_FILE if tree.is_test(path) else FILE for path in tree.python_files()}
    _unchanged({tree.named(path) for path, limit in limits.items() if _lines(path) > limit}, LONG_FILES)


def test_functions() -> None:
    found = [each for path in tree.python_files() for each in _functions(path)]
    _unchanged({name for name, lines in found if lines > FUNCTION}, LONG_FUNCTIONS)


def test_templates() -> None:
    _unchanged({tree.named(path) for path in tree.templates() if _lines(path) > TEMPLATE}, LONG_TEMPLATES)


def _unchanged(found: set[str], known: frozenset[str]) -> None:
    """Nothing new is too long, and what was made short has left the list."""
    tree.nothing(f"too long: {each}" for each in found - known)
    tree.nothing(f"take it off the list: {each}" for each in known - found)
