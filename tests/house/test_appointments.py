"""The hard stops stand in every act that appoints: whoever writes a seat or a rank runs them, an import too."""

import ast
from pathlib import Path

from quanheng.establishment.permissions.ranks import require_rank_of
from quanheng.establishment.permissions.seats import require_free_seat
from quanheng.registry.permissions.guards import APPOINTMENT_GUARDS, RANK_GUARDS
from tests.house import tree

CREATES = {"create", "bulk_create", "get_or_create", "update_or_create"}
# Functions that write rows of any table of a person's file.
GENERIC = {"write_stage", "model_of"}
SEAT_STOPS = {"APPOINTMENT_GUARDS", "require_free_seat", "require_none_over", "open_assignment", "check_line"}
RANK_STOPS = {"require_free_rank"}


def _actions() -> list[Path]:
    return [path for path in tree.product_files() if path.parent.name == "actions"]


def _name(path: Path) -> str:
    return path.relative_to(tree.PACKAGE).as_posix()


def _words(module: ast.Module) -> set[str]:
    nodes = list(ast.walk(module))
    said = {node.id for node in nodes if isinstance(node, ast.Name)}
    return said | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _makes(module: ast.Module, model: str) -> bool:
    """Whether the module builds or creates rows of the model; spells at a level are no ranks."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or _is_level(node):
            continue
        called = ast.unparse(node.func)
        if called == model or (called.startswith(f"{model}.") and called.rsplit(".", 1)[1] in CREATES):
            return True
    return False


def _is_level(call: ast.Call) -> bool:
    given = {word.arg: word.value for word in call.keywords}
    kind = given.get("kind")
    return isinstance(kind, ast.Constant) and kind.value == "level"


def _writes_seats(module: ast.Module) -> bool:
    return _makes(module, "Assignment") or bool(_words(module) & GENERIC)


def _appointing() -> list[Path]:
    return [path for path in _actions() if _writes_seats(tree.syntax(path))]


def test_the_stop_of_the_quota_stands_among_the_guards() -> None:
    assert require_free_seat in APPOINTMENT_GUARDS


def test_there_are_acts_that_appoint() -> None:
    assert "registry/actions/open_assignment.py" in {_name(path) for path in _appointing()}


def test_every_act_that_writes_a_seat_runs_the_stop() -> None:
    tree.nothing(
        f"{_name(path)}: writes career lines without the hard stop (establishment.permissions.seats)"
        for path in _appointing()
        if not _words(tree.syntax(path)) & SEAT_STOPS
    )


def test_every_act_that_gives_a_rank_runs_its_stop() -> None:
    tree.nothing(
        f"{_name(path)}: gives ranks without require_free_rank"
        for path in _actions()
        if _makes(tree.syntax(path), "Rank") and not _words(tree.syntax(path)) & RANK_STOPS
    )


def test_the_import_of_seats_asks_the_same_question() -> None:
    planned = tree.syntax(tree.PACKAGE / "exchange" / "queries" / "roster_seats.py")
    assert "require_in_quota" in _words(planned)
    assert require_rank_of in RANK_GUARDS


def test_a_new_act_without_the_stop_would_be_found() -> None:
    new = ast.parse('Assignment.objects.create(person=1, kind="main")\nRank(person=1, kind="rank")')
    assert _writes_seats(new)
    assert _makes(new, "Rank")
    assert not _words(new) & (SEAT_STOPS | RANK_STOPS)
