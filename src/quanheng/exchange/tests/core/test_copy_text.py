"""COPY's text form: what is written comes back from the database as it was, whatever characters it holds."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.exchange.core import copy_text

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40)
ROW = st.tuples(
    st.none() | WORDS, st.none() | st.integers(-(2**31), 2**31 - 1), st.none() | st.booleans(),
    st.none() | st.dates(date(1, 1, 1)), st.none() | st.binary(max_size=40), st.none() | st.uuids(),
)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, max_size=8))
def test_every_value_comes_back(rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE said (t text, n integer, b boolean, d date, x bytea, u uuid)")
        with cursor.copy("COPY said FROM STDIN") as copy:
            copy.write("".join(copy_text.line(row) for row in rows))
        cursor.execute("SELECT t, n, b, d, x, u FROM said")
        found = [tuple(bytes(each) if isinstance(each, memoryview) else each for each in row) for row in cursor.fetchall()]
        cursor.execute("DROP TABLE said")
    assert found == rows


def test_what_no_table_can_keep_is_left_out() -> None:
    assert copy_text.line(["甲\0乙", Decimal("3.5"), UUID(int=1)]) == "甲乙\t3.5\t00000000-0000-0000-0000-000000000001\n"
