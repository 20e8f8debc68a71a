"""Three-valued reading, its reasons, and the mistakes that building one can make."""

import narwhals as nw
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.columns import column
from quanheng.kernel.expressions import Expression, fact, param
from quanheng.kernel.situations import Situation

TRUTHS = st.sampled_from([True, False, None])
CONDITIONS = st.recursive(
    st.sampled_from([fact("a") == True, fact("b"), fact("n") >= param("p.n"), fact("n").isin((1, 3))]),  # noqa: E712
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda each: ~each, inner),
    ),
    max_leaves=8,
)


def at(**facts: object) -> Situation:
    return Situation(facts, {"p.n": 2}.__getitem__)


def test_one_false_decides_and_one_true_decides() -> None:
    assert (fact("a") & fact("b")).value(at(a=False)) is False
    assert (fact("a") & fact("b")).value(at(a=True)) is None
    assert (fact("a") | fact("b")).value(at(a=True)) is True
    assert (fact("a") | fact("b")).value(at(a=False)) is None
    assert (~fact("a")).value(at()) is None


def test_reasons_name_the_facts_used_and_those_that_are_missing() -> None:
    why = ((fact("n") >= param("p.n")) & fact("b") & fact("a")).explain(at(n=3, a=True))
    assert why.truth is None
    assert why.used_facts() == {"n": 3, "a": True}
    assert why.missing_facts() == ("b",)
    assert [str(part.sentence) for _, part in why.walk()][1:] == ["n：3（须≥2）", "b：未知", "a：是"]


def test_a_decided_condition_misses_nothing() -> None:
    assert (fact("a") & fact("b")).explain(at(a=False)).missing_facts() == ()


def test_sums() -> None:
    both = fact("n") + fact("m") * 2 >= param("p.n")
    assert both.value(at(n=0, m=1)) is True
    assert both.value(at(n=0)) is None
    assert str(both.explain(at(n=0, m=1)).sentence) == "n＋m×2：2（须≥2）"


def test_python_logic_is_refused() -> None:
    with pytest.raises(TypeError, match=r"& \| ~"):
        _ = fact("a") and fact("b")
    with pytest.raises(TypeError, match=r"& \| ~"):
        _ = 1 < fact("n") < 3


@given(CONDITIONS, TRUTHS, TRUTHS, st.sampled_from([None, 1, 2, 3]))
def test_reasons_and_columns_agree_with_the_value(
    condition: Expression, a: object, b: object, n: object
) -> None:
    value = condition.value(at(a=a, b=b, n=n))
    assert condition.explain(at(a=a, b=b, n=n)).truth is value
    schema = {"a": polars.Boolean, "b": polars.Boolean, "n": polars.Int64}
    rows = nw.from_native(polars.DataFrame([{"a": a, "b": b, "n": n}], schema=schema))
    made = rows.select(column(condition, param={"p.n": 2}.__getitem__).alias("is"))
    assert made["is"].to_list() == [value]
