"""Many rows at once: other columns are kept, missing ones are unknown or worked out, the extra is named when absent."""

from datetime import date

import polars
import pytest

from quanheng.kernel.refusals import Refused
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core import engines
from quanheng.regulation.core.bulk import count_reasons, judge_many
from quanheng.regulation.core.facts import FactError
from quanheng.regulation.core.packing import pack

ON = date(2026, 11, 21)
DEPUTY = "selection_regulations.8.3.deputy"
GIVEN = {"step": "deputy_to_chief", "post_tier": "county", "is_exceptional": False}
ROWS = [{"person": n, "months_as_deputy": n, **GIVEN} for n in (23, 24)]
LIGHTS = [int(Light.FORBIDDEN), int(Light.PASSED)]


def test_outcomes_stand_beside_the_columns_that_came() -> None:
    judged = judge_many(polars.DataFrame(ROWS), on=ON, rules=[DEPUTY])
    assert judged["person"].to_list() == [23, 24]
    assert judged[DEPUTY].to_list() == [False, True]
    assert judged["light"].to_list() == LIGHTS


def test_packed_columns_are_narrow_and_give_the_same() -> None:
    packed = pack(polars.DataFrame(ROWS))
    assert packed.schema["step"] == polars.UInt8
    assert packed.schema["months_as_deputy"] == polars.Int16
    assert packed.schema["person"] == polars.Int64
    assert judge_many(packed, on=ON, rules=[DEPUTY])["light"].to_list() == LIGHTS


def test_a_word_that_the_catalogue_does_not_have_is_refused() -> None:
    with pytest.raises(FactError, match="'sideways'"):
        pack(polars.DataFrame(ROWS).with_columns(step=polars.lit("sideways")))


def test_a_column_that_did_not_come_is_unknown() -> None:
    judged = judge_many(polars.DataFrame(ROWS).drop("months_as_deputy"), on=ON, rules=[DEPUTY])
    assert judged[DEPUTY].to_list() == [None, None]
    assert judged["light"].to_list() == [int(Light.UNKNOWN)] * 2


def test_rules_that_do_not_apply_are_met_and_are_counted_apart() -> None:
    frame = polars.DataFrame(ROWS).with_columns(step=polars.lit("down"))
    assert judge_many(frame, on=ON, rules=[DEPUTY])[DEPUTY].to_list() == [True, True]
    (tally,) = count_reasons(frame, on=ON, rules=[DEPUTY])
    assert (tally.applies, tally.met, tally.unmet, tally.unknown) == (0, 0, 0, 0)


def test_reasons_are_counted() -> None:
    rows = [*ROWS, {"months_as_deputy": None, **GIVEN}]
    (tally,) = count_reasons(rows, on=ON, rules=[DEPUTY])
    assert (tally.applies, tally.met, tally.unmet, tally.unknown) == (3, 1, 1, 1)
    assert tally.light is Light.FORBIDDEN


def test_lazy_frames_stay_lazy() -> None:
    judged = judge_many(polars.LazyFrame(ROWS), on=ON, rules=[DEPUTY])
    assert isinstance(judged, polars.LazyFrame)
    assert judged.collect()["light"].to_list() == LIGHTS


def test_no_rule_in_force_is_unknown() -> None:
    judged = judge_many(ROWS, on=ON, rules=["selection_regulations.42.days"])
    assert judged["light"].to_list() == [int(Light.UNKNOWN)] * 2
    assert count_reasons(ROWS, on=ON, rules=["selection_regulations.42.days"]) == []


def test_the_extra_is_named_when_it_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "polars", None)
    with pytest.raises(Refused, match=r"quanheng\[bulk\]"):
        judge_many(ROWS, on=ON, rules=[DEPUTY])
