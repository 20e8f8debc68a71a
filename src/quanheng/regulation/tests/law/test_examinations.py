"""Examination questions (`examination_*.toml`): facts and a day go in, a light or a value and its clause come out."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quanheng.regulation.core.judge import judge, work_out
from quanheng.regulation.core.library import Library, library

FILES = sorted(Path(__file__).parent.glob("examination_*.toml"))
QUESTIONS: list[tuple[str, int, Mapping[str, Any]]] = [
    (path.stem, number, each)
    for path in FILES
    for number, each in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["questions"], start=1)
]


def _law(question: Mapping[str, Any]) -> Library:
    return library(*question.get("layers", ()))


def _light(question: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The light's key, or why there is none, and the clauses."""
    verdict = judge(question["facts"], on=question["on"], rules=[question["rule"]], law=_law(question))
    if not verdict.findings:
        return ("not_in_force" if verdict.not_in_force else "not_applicable"), ()
    return verdict.findings[0].light.key, verdict.findings[0].cites


@pytest.mark.parametrize("file", [path.stem for path in FILES])
def test_questions(file: str) -> None:
    asked = [(number, question) for name, number, question in QUESTIONS if name == file]
    wrong = [
        f"{number} {question['ask']}: {said}" for number, question in asked if (said := _wrong(question))
    ]
    assert wrong == []


def _wrong(question: Mapping[str, Any]) -> str:
    """What was answered instead; nothing when the answer is right."""
    if "rule" in question:
        light, cites = _light(question)
        is_right = light == question["light"] and ("cites" not in question or question["cites"] in cites)
        return "" if is_right else f"{light}, {'、'.join(cites)}"
    found = work_out(question["facts"], question["fact"], on=question["on"], law=_law(question))
    value = found.value if found else None
    return "" if value == question.get("value") else f"{value}"


def test_questions_name_their_catalogue_id() -> None:
    strange = []
    for file, number, question in QUESTIONS:
        law = _law(question)
        named = question.get("rule")
        entries = (
            [law.rule(named)]
            if named
            else [each for each in law.derivations.values() if each.fact == question["fact"]]
        )
        if question["catalogue"] not in {each.catalogue for each in entries}:
            strange.append(f"{file} {number}: {question['catalogue']}")
    assert strange == []
