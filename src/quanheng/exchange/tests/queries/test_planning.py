"""Whatever bytes are given, a plan comes back or a refusal in words: never another error."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.exchange.models import ImportBatch
from quanheng.exchange.queries.planning import plan_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.kernel.tests.letters import ANY
from quanheng.registry.models import Person
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import ON

pytestmark = pytest.mark.django_db
ROW = books.person(0, "陈建国")
WHOLE = books.book(ROW, A02职务=[books.seat(ROW)])
FORMS = books.zipped({"甲.lrmx": books.form(resume="2008.07--  科员"), "乙.lrmx": books.form("周梅", 1)})
WORDS = st.one_of(st.text(ANY, max_size=30), st.integers(0, 99_999_999).map(str), st.sampled_from(["=1+1", "197205", "是", "0", "县处级副职", "999"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=30), is_forms=st.booleans())
def test_damaged_bytes(places: list[tuple[int, int]], is_forms: bool) -> None:
    content = bytearray(FORMS if is_forms else WHOLE)
    for place, value in places:
        content[place % len(content)] = value
    _plan("forms" if is_forms else "roster", bytes(content))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_strange_values_in_every_sheet(data: st.DataObject) -> None:
    sheets = books.sheets(ROW, books.person(1, "周梅"), A02职务=[books.seat(ROW)], A15考核=[books.line(ROW, result="称职", year=2025)])
    for rows in sheets.values():
        for row in rows:
            for key in data.draw(st.sets(st.sampled_from(sorted(row)), max_size=2)):
                row[key] = data.draw(WORDS)
    _plan("roster", books.workbook_writer.write(sheets))


def _plan(kind: str, content: bytes) -> None:
    city = factories.authority()
    batch = ImportBatch(kind=kind, file_name="文件", authority=city)
    with suppress(Refused):
        plan = plan_of(batch, content, paths=(city.path,), on=ON)
        assert {line.effect for line in plan.lines} <= {"add", "change", "same", "reject", "warn"}
    assert not Person.objects.exists()
