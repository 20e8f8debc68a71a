"""The record that the tests of the room damage, made once for a module: making it takes longer than checking it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from quanheng.access.tests.ladder import Ladder
from quanheng.procedure.tests.log_factories import Kept, kept


@pytest.fixture(scope="module")
def ladder(one_transaction: Callable[[], AbstractContextManager[None]], tmp_path_factory: pytest.TempPathFactory) -> Ladder[Kept]:
    return Ladder(one_transaction, lambda: kept(tmp_path_factory.mktemp("kept")))


@pytest.fixture
def record(ladder: Ladder[Kept]) -> Iterator[Kept]:
    with ladder.lent() as at:
        yield at()
