"""Every verb has a permission, or says how it checks the actor; a Chinese label; a docstring; and a test."""

import inspect
import re

import pytest

from quanheng.access.actions.action import VERBS
from quanheng.access.core.roles import PERMISSIONS, ROLES
from tests.house import tree

tree.load("actions")
SELF_CHECK = re.compile(r"check|refuse|only|own|himself|needs no", re.IGNORECASE)


def _source(name: str) -> str:
    return tree.named(
        tree.PACKAGE.parent / f"{inspect.unwrap(VERBS[name].function).__module__.replace('.', '/')}.py"
    )


def test_there_are_verbs() -> None:
    assert {name.split(".", 1)[0] for name in VERBS} <= set(tree.ROOMS)
    assert len(VERBS) > 30


def test_every_verb_is_named_after_its_room() -> None:
    strays = {
        name for name, verb in VERBS.items() if verb.function.__module__.split(".")[1] != name.split(".")[0]
    }
    tree.nothing(f"{name} lies in {_source(name)}" for name in strays)


@pytest.mark.parametrize("name", sorted(VERBS))
def test_a_verb_is_permissioned(name: str) -> None:
    verb = VERBS[name]
    if verb.permission is None:
        assert SELF_CHECK.search(verb.function.__doc__ or ""), f"{_source(name)}: say how it checks the actor"
    else:
        assert verb.permission in PERMISSIONS


@pytest.mark.parametrize("name", sorted(VERBS))
def test_a_verb_is_labelled_and_documented(name: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]", VERBS[name].label)
    module = inspect.getmodule(inspect.unwrap(VERBS[name].function))
    said = VERBS[name].function.__doc__ or getattr(module, "__doc__", None)
    assert said, f"{_source(name)}: no docstring"


def test_every_verb_is_tested() -> None:
    """A file of its own, or a test that names it."""
    files = [path for path in tree.python_files() if path.name.startswith("test_")]
    said = " ".join(f"{path.stem.removeprefix('test_')} {path.read_text(encoding='utf-8')}" for path in files)
    words = set(re.findall(r"\w+", said))
    functions = {name: inspect.unwrap(verb.function).__name__ for name, verb in VERBS.items()}
    tree.nothing(f"{name} ({_source(name)})" for name, function in functions.items() if function not in words)


def test_every_permission_guards_something_and_somebody_holds_it() -> None:
    held = {permission for role in ROLES.values() for permission in role.permissions}
    assert held == set(PERMISSIONS)
    texts = "".join(
        path.read_text(encoding="utf-8") for path in tree.product_files() if path.name != "roles.py"
    )
    tree.nothing(permission for permission in PERMISSIONS if f'"{permission}"' not in texts)
