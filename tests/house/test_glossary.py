"""One Chinese term, one English identifier, and back; names in the code keep to it, and none is pinyin."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from django.apps import apps
from django.db.models import Model
from pypinyin import lazy_pinyin

from quanheng.access.actions.action import VERBS
from tests.house import tree

WORD = re.compile(r"[A-Za-z][a-z]*|[A-Z]+(?![a-z])")
IDS = {term["zh"]: term["id"] for term in tree.glossary()}
# Names that are pinyin outside too (a file format), and proper names.
PINYIN = {"lrmx", "quanheng", "yunling"}
# Verbs whose middle word is not a noun of the glossary: "house" founds the installation itself.
OTHER_NOUNS = {"house"}
# 任职 and 免职, as the line of a career that they open and close.
SEEN_FROM_ELSEWHERE = {"registry.assignment.open", "registry.assignment.close"}
# Nouns shortened where the room says the rest: disclosure.notice is the public notice.
SHORT = {"notice": "public_notice", "member": "body_member"}


def test_every_entry_is_whole() -> None:
    for term in tree.glossary():
        assert set(term) == {"zh", "id", "en", "means"}
        assert all(term.values()), term
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", term["id"]), term["id"]


@pytest.mark.parametrize("key", ["zh", "id", "en"])
def test_one_word_for_one_word(key: str) -> None:
    counts = Counter(term[key] for term in tree.glossary())
    tree.nothing(word for word, count in counts.items() if count > 1)


def test_every_table_is_called_by_the_glossary() -> None:
    tables = [model for model in apps.get_models() if model.__module__.startswith("quanheng.")]
    assert tables
    tree.nothing(
        f"{model.__name__}: no term {_term(model)!r}" for model in tables if _term(model) not in IDS.values()
    )
    said = ((model, word) for model in tables for word in _words(model) if word in IDS)
    tree.nothing(
        f"{model.__name__} is called {word}: {IDS[word]}"
        for model, word in said
        if IDS[word] not in (_snake(model), _term(model))
    )


def test_verbs_speak_of_nouns_of_the_glossary() -> None:
    tree.load("actions")
    nouns = {name: parts[1] for name in VERBS if len(parts := name.split(".")) == 3}
    known = set(IDS.values()) | OTHER_NOUNS | SHORT.keys()
    assert nouns
    tree.nothing(f"{name}: no term {noun!r}" for name, noun in nouns.items() if noun not in known)
    same = {verb.name: IDS[verb.label] for verb in VERBS.values() if verb.label in IDS}
    tree.nothing(
        f"{name}: labelled like {noun!r}" for name, noun in same.items() if not _speaks_of(name, noun)
    )


def test_steps_are_called_by_the_glossary() -> None:
    steps = [
        step
        for path in tree.PACKAGE.glob("*/data/procedures/*.toml")
        for step in _steps(path.read_text(encoding="utf-8"))
    ]
    assert steps
    tree.nothing(
        f"{step['id']} is called {step['name']}: {IDS[step['name']]}"
        for step in steps
        if step["name"] in IDS and IDS[step["name"]] != SHORT.get(step["id"], step["id"])
    )


def test_no_name_is_pinyin() -> None:
    spelt = {"".join(lazy_pinyin(zh)): zh for zh in IDS if len(zh) > 1}
    tree.nothing(f"{word}: {spelt[word]}" for word in _names() & spelt.keys() - PINYIN)


def test_the_exceptions_are_in_use() -> None:
    tree.load("actions")
    nouns = {name.split(".")[1] for name in VERBS if name.count(".") == 2}
    assert VERBS.keys() >= SEEN_FROM_ELSEWHERE
    assert nouns >= OTHER_NOUNS | SHORT.keys()
    assert set(SHORT.values()) <= set(IDS.values())
    assert _names() >= PINYIN


def _snake(model: type[Model]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()


def _term(model: type[Model]) -> str:
    """The term of the table; one whose rows are entries of something may go by that something."""
    whole = _snake(model).removesuffix("_entry")
    return whole if whole in IDS.values() else _snake(model)


def _words(model: type[Model]) -> set[str]:
    """What the table is called in Chinese: its verbose name and the first words of its docstring."""
    return {
        str(model._meta.verbose_name),
        re.split(r"[:：（(。，,]", model.__doc__ or "", maxsplit=1)[0].strip(),
    }


def _speaks_of(name: str, noun: str) -> bool:
    """Whether the verb's name has the noun, or the verb it was made from: express, expression."""
    parts = name.split(".")
    return name in SEEN_FROM_ELSEWHERE or any(noun in part or noun.startswith(part) for part in parts[1:])


def _steps(text: str) -> list[dict[str, str]]:
    return [step for version in tomllib.loads(text)["version"] for step in version["step"]]


@cache
def _names() -> frozenset[str]:
    """Every word of a name, and each pair of neighbouring words joined, in files, functions, classes, variables."""
    names: set[str] = set()
    for path in tree.python_files():
        names |= {*path.relative_to(tree.ROOT).with_suffix("").parts, *_identifiers(tree.syntax(path))}
    words: set[str] = set()
    for name in names:
        split = [word.lower() for word in WORD.findall(name)]
        words |= {*split, *map("".join, pairwise(split))}
    return frozenset(words)


def _identifiers(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Attribute):
            yield node.attr
