"""Rooms have floors and nothing else; modules say what is in them; the clock, signals and mocks stay out."""

import ast
from pathlib import Path

import pytest

from tests.house import tree

FLOORS = {"screens", "actions", "queries", "permissions", "models", "law", "core"}
BESIDE = {"templates", "documents", "data", "migrations", "tests", "locale", "static", "components"}
BARE_ROOMS = {"kernel"}  # no floors: pure modules that all share
FILES = {"__init__.py", "apps.py", "README.md"}
MECHANISM = {"site"}  # settings, addresses, frame: the one room that mounts the others
CLOCKS = {"timezone.now", "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
CLOCKS_WITHOUT_A_MOMENT = {"timezone.localtime", "timezone.localdate"}  # given a moment they only convert it


def test_every_module_says_what_is_in_it() -> None:
    tree.nothing(tree.named(p) for p in tree.python_files() if not ast.get_docstring(tree.syntax(p)))


def test_init_files_are_empty_but_for_the_docstring() -> None:
    found = [
        path for path in tree.python_files() if path.name == "__init__.py" and path.parent.name != "models"
    ]
    tree.nothing(tree.named(path) for path in found if len(tree.syntax(path).body) > 1)


def test_models_init_only_re_exports() -> None:
    for path in tree.PACKAGE.glob("*/models/__init__.py"):
        _docstring, *rest = tree.syntax(path).body
        assert all(isinstance(node, ast.ImportFrom | ast.Assign) for node in rest), tree.named(path)


@pytest.mark.parametrize("room", tree.ROOMS)
def test_every_room_has_its_page(room: str) -> None:
    page = tree.PACKAGE / room / "README.md"
    assert page.is_file(), f"{tree.named(page)} is missing"
    assert page.read_text(encoding="utf-8").startswith(f"# {room}")


@pytest.mark.parametrize("room", sorted(set(tree.ROOMS) - BARE_ROOMS - MECHANISM))
def test_a_room_holds_floors_and_nothing_beside_them(room: str) -> None:
    inside = [each for each in (tree.PACKAGE / room).iterdir() if each.name not in tree.GENERATED]
    assert {each.name for each in inside if each.is_dir()} - FLOORS - BESIDE == set()
    assert {each.name for each in inside if each.is_file()} - FILES == set()


@pytest.mark.parametrize("room", sorted(BARE_ROOMS))
def test_a_room_without_floors_holds_modules_only(room: str) -> None:
    inside = [each for each in (tree.PACKAGE / room).iterdir() if each.name not in tree.GENERATED]
    assert {each.name for each in inside if each.is_dir()} <= {"tests"}


def test_nothing_below_the_screens_reads_the_clock() -> None:
    below = [
        path
        for path in tree.product_files()
        if not {"screens", "site"} & set(path.relative_to(tree.PACKAGE).parts)
    ]
    tree.nothing(f"{tree.named(path)}: {call}" for path in below for call in _clocks(path))


def test_no_signals_and_no_mocks() -> None:
    banned = {"django.db.models.signals", "django.dispatch", "unittest.mock"}
    paths = [path for path in tree.python_files() if _modules(path) & banned]
    tree.nothing(tree.named(path) for path in paths)


def _clocks(path: Path) -> set[str]:
    """The calls that read the clock, by the last two parts of their names."""
    calls = [
        node
        for node in ast.walk(tree.syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    named = [(".".join(ast.unparse(call.func).split(".")[-2:]), call.args) for call in calls]
    return {
        name for name, given in named if name in CLOCKS or (name in CLOCKS_WITHOUT_A_MOMENT and not given)
    }


def _modules(path: Path) -> set[str]:
    nodes = list(ast.walk(tree.syntax(path)))
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return named | {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}


def test_one_place_makes_the_tables() -> None:
    """Migrations run as the owner and end with the policies: who ran them anywhere else would be refused, or leave none."""
    mine = {"cli/screens/house.py", "operations/actions/restore_backup.py"}
    making = [path for path in tree.files() if path.suffix == ".py" and 'call_command("migrate"' in path.read_text(encoding="utf-8")]
    here = Path(__file__)
    assert {path.relative_to(tree.PACKAGE).as_posix() for path in making if path != here} == mine
