"""Clauses become links when a room knows their page."""

from collections.abc import Iterator

import pytest

from quanheng.web.core.clauses import CLAUSE_FINDERS, clause_address


@pytest.fixture
def finder() -> Iterator[None]:
    def find(cite: str) -> str | None:
        return "/law/known/" if cite == "《甲》第一条" else None

    CLAUSE_FINDERS.insert(0, find)
    yield
    CLAUSE_FINDERS.remove(find)


@pytest.mark.usefixtures("finder")
def test_the_first_room_that_knows_the_clause_answers() -> None:
    assert clause_address("《甲》第一条") == "/law/known/"
    assert clause_address("《从无此文》第九百九十九条") is None
