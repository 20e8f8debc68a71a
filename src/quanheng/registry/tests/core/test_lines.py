"""The register of dated lines and what is impossible about dates."""

from datetime import date

import pytest

from quanheng.registry.core.lines import LINES, fault_of_dates, overlap
from quanheng.registry.queries.lines import labels_of, model_of

BORN, TODAY = date(1985, 3, 1), date(2026, 11, 21)


def fault(kind: str, **values: object) -> str:
    held = LINES[kind]
    said = fault_of_dates(held, values, labels_of(held), born_on=BORN, today=TODAY)
    return str(said) if said else ""


@pytest.mark.parametrize("key", sorted(LINES))
def test_every_field_of_the_register_is_a_column(key):
    kind = LINES[key]
    columns = {field.name for field in model_of(kind)._meta.concrete_fields}
    named = {kind.start, kind.end, *kind.happened, *kind.sensitive, *kind.once, *(kind.alone or ())} - {""}
    named |= {name for pair in (*kind.pairs, *kind.codes) for name in pair[:1]}
    assert set(kind.fields) <= columns
    assert named <= set(kind.fields)


def test_what_ends_before_it_begins():
    assert (
        fault("assignment", from_on=date(2020, 5, 2), until_on=date(2020, 5, 1))
        == "免职时间（不含）2020-05-01早于任职时间2020-05-02"
    )
    assert fault("assignment", from_on=date(2020, 5, 1), until_on=date(2020, 5, 1)) == ""
    assert "违纪行为止" in fault(
        "sanction", conduct_from_on=date(2020, 5, 2), conduct_until_on=date(2020, 5, 1)
    )


def test_nothing_before_birth_but_a_relative():
    assert fault("education", from_on=date(1985, 2, 28)) == "入学时间1985-02-28早于出生日期1985-03-01"
    assert fault("education", from_on=BORN) == ""
    assert fault("relative", born_on=date(1955, 1, 1)) == ""
    assert "早于出生日期" in fault("year_grade", year=1985)


def test_what_has_been_done_is_not_in_the_future():
    assert fault("reward", approved_on=date(2026, 11, 22)) == "批准日期2026-11-22尚未到"
    assert fault("reward", approved_on=TODAY) == ""
    assert "尚未到" in fault("year_grade", year=2027)
    assert fault("assignment", from_on=date(2027, 1, 1)) == ""


def test_half_open_spells_that_touch_do_not_overlap():
    spell = (date(2020, 1, 1), date(2021, 1, 1))
    assert overlap(spell, [(date(2021, 1, 1), None), (date(2019, 1, 1), date(2020, 1, 1))]) is None
    assert overlap(spell, [(date(2020, 12, 31), None)]) == (date(2020, 12, 31), None)
    assert overlap((date(2020, 1, 1), None), [(date(2010, 1, 1), None)]) == (date(2010, 1, 1), None)
