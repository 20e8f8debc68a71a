"""Many rows at once: other columns are kept, missing ones are unknown, the extra is named when it is absent."""

from datetime import date

import polars
import pytest

from quanheng.kernel.refusals import Refused
from quanheng.regulation.core import bulk
from quanheng.regulation.core.bulk import judge_many

ON = date(2026, 11, 21)
DEPUTY = "selection_regulations.8.3.deputy"
ROWS = [
    {
        "person": n,
        "step": "deputy_to_chief",
        "post_tier": "county",
        "months_as_deputy": n,
        "is_exceptional": False,
    }
    for n in (23, 24)
]


def test_lights_stand_beside_the_columns_that_came() -> None:
    judged = judge_many(polars.DataFrame(ROWS), on=ON, rules=[DEPUTY])
    assert judged["person"].to_list() == [23, 24]
    assert judged[DEPUTY].to_list() == ["forbidden", "passed"]
    assert judged["light"].to_list() == ["forbidden", "passed"]


def test_a_column_that_did_not_come_is_unknown() -> None:
    judged = judge_many(polars.DataFrame(ROWS).drop("months_as_deputy"), on=ON, rules=[DEPUTY])
    assert judged[DEPUTY].to_list() == ["unknown", "unknown"]


def test_rules_that_do_not_apply_are_null_and_the_worst_is_passed() -> None:
    judged = judge_many(polars.DataFrame(ROWS).with_columns(step=polars.lit("down")), on=ON, rules=[DEPUTY])
    assert judged[DEPUTY].to_list() == [None, None]
    assert judged["light"].to_list() == ["passed", "passed"]


def test_lazy_frames_stay_lazy() -> None:
    judged = judge_many(polars.LazyFrame(ROWS), on=ON, rules=[DEPUTY])
    assert isinstance(judged, polars.LazyFrame)
    assert judged.collect()["light"].to_list() == ["forbidden", "passed"]


def test_no_rule_in_force_is_unknown() -> None:
    judged = judge_many(ROWS, on=ON, rules=["selection_regulations.42.days"])
    assert judged["light"].to_list() == ["unknown", "unknown"]


def test_the_extra_is_named_when_it_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "polars", None)
    with pytest.raises(Refused, match=r"quanheng\[bulk\]"):
        judge_many(ROWS, on=ON, rules=[DEPUTY])
