"""Conditions as they stand in an address, and what is refused in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.refusals import Refused
from quanheng.kernel.tests.letters import ANY
from quanheng.registry.core.query import AND, OR, Condition, Query, read_query, write_query
from quanheng.registry.core.query_fields import OPERATORS, WORDS, categories, fields, ready_tables
from quanheng.registry.core.query_values import asked, read_condition

WRITTEN = st.builds(
    Condition,
    st.sampled_from(sorted(fields())),
    st.sampled_from(sorted(WORDS)),
    st.text(ANY, max_size=12).map(str.strip),
    st.just(""),
    st.integers(0, 3),
)


@given(st.lists(WRITTEN, max_size=5).map(tuple), st.sampled_from([AND, OR]))
def test_what_is_written_is_read_back(conditions, joined):
    query = Query(conditions, joined)
    assert read_query(write_query(query)) == query


@given(st.text(ANY, max_size=60))
def test_nonsense_is_never_taken_for_no_condition(said):
    query = read_query([("c", said)])
    taken, wrong = asked(query)
    assert len(taken) + len(wrong) == len(query.conditions)
    assert bool(said) == bool(query.conditions or query.unread)


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (Condition("nothing", "is", "1"), "没有“nothing”这个字段"),
        (Condition("age", "has", "1"), "不能用这种比较"),
        (Condition("age", "least"), "还没有填"),
        (Condition("age", "least", "forty"), "不是整数"),
        (Condition("age", "between", "40"), "起、止两个值"),
        (Condition("age", "between", "45,40"), "起值大于止值"),
        (Condition("born_on", "from", "2000"), "不是日期"),
        (Condition("level", "is", "县处正职"), "不是可选的值"),
        (Condition("education", "is", "9"), "不是可选的值"),
        (Condition("is_leading", "is", "2"), "只能选"),
        (Condition("grade", "is", "1"), "要写明年度"),
    ],
)
def test_a_refusal_names_the_condition(condition, why):
    with pytest.raises(Refused, match="第3个条件") as refused:
        read_condition(condition, place=2)
    assert why in str(refused.value)


def test_values_come_in_their_types():
    assert read_condition(Condition("born_on", "between", "1970-01-01，1980-01-01")).values == (
        date(1970, 1, 1),
        date(1980, 1, 1),
    )
    assert read_condition(Condition("level", "in", "131,县处级副职")).values == ("131", "132")


def test_more_conditions_join_a_query_of_alternatives_as_a_group():
    query = read_query("join=or&c=sex:is:2&c=age:most:35").also(Condition("level", "is", "132"))
    assert write_query(query) == "c=1/sex:is:2&c=1/age:most:35&c=level:is:132&g1=or"


def test_the_catalogue_is_whole():
    assert len(fields()) > 50
    assert {each.kind for each in fields().values()} <= set(OPERATORS)
    assert {each.field for each in categories().values()} <= set(fields())
    for table in ready_tables().values():
        assert {table.rows, table.columns} <= {*categories(), ""}
        assert not asked(read_query(table.conditions))[1]
