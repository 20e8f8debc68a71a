"""Examination questions (`examination_*.toml`): facts and a day go in, a light or a value and its clause come out."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quanheng.regulation.core.judge import judge, work_out
from quanheng.regulation.core.library import Library, library

FILES = sorted(Path(__file__).parent.glob("examination_*.toml"))
QUESTIONS = [
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


@pytest.mark.parametrize(
    ("file", "number", "question"), QUESTIONS, ids=lambda each: each if isinstance(each, str | int) else None
)
def test_question(file: str, number: int, question: Mapping[str, Any]) -> None:
    said = f"{file} {number}: {question['ask']}"
    if "rule" in question:
        light, cites = _light(question)
        assert light == question["light"], said
        assert "cites" not in question or question["cites"] in cites, said
        return
    found = work_out(question["facts"], question["fact"], on=question["on"], law=_law(question))
    assert (found.value if found else None) == question.get("value"), said


@pytest.mark.parametrize(("file", "number", "question"), QUESTIONS, ids=lambda each: None)
def test_question_names_its_catalogue_id(file: str, number: int, question: Mapping[str, Any]) -> None:
    law = _law(question)
    entries = (
        [law.rule(question["rule"])]
        if "rule" in question
        else [each for each in law.derivations.values() if each.fact == question["fact"]]
    )
    assert question["catalogue"] in {each.catalogue for each in entries}, f"{file} {number}"
