"""Tables of facts as files: Chinese headings, verdicts as Parquet, counts; what cannot be read is named."""

from datetime import date
from pathlib import Path

import polars
import pytest

from quanheng.kernel.refusals import Refused
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core import tables
from quanheng.regulation.core.facts import FactError
from quanheng.regulation.core.library import library
from quanheng.regulation.core.tables import judge_table, read_table, spoken_to

ON = date(2026, 11, 21)
DEPUTY = "selection_regulations.8.3.deputy"
ROWS = {
    "person": ["甲", "乙", "丙"],
    "step": ["deputy_to_chief"] * 3,
    "post_tier": ["county"] * 3,
    "is_exceptional": [False] * 3,
    "同层次副职任职年限": [23, 24, None],
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "people.parquet"
    polars.DataFrame(ROWS).write_parquet(path)
    return path


def test_verdicts_stand_beside_what_names_the_row(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "verdicts.parquet"
    outcome = judge_table(read_table(source), on=ON, law=library(), rules=[DEPUTY], out=out)
    written = polars.read_parquet(out)
    assert written.columns == ["person", "light", DEPUTY]
    assert written["light"].to_list() == ["forbidden", "passed", "unknown"]
    assert outcome.rows == 3
    assert outcome.lights == {Light.FORBIDDEN: 1, Light.UNKNOWN: 1, Light.PASSED: 1}
    assert outcome.kept == ["person"]
    assert [(each.applies, each.met, each.unmet, each.unknown) for each in outcome.tallies] == [(3, 1, 1, 1)]


def test_a_folder_and_a_csv_are_read_too(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    for part in range(2):
        (folder / f"{part}.parquet").write_bytes(source.read_bytes())
    assert judge_table(read_table(folder), on=ON, law=library(), rules=[DEPUTY]).rows == 6
    polars.DataFrame(ROWS).write_csv(tmp_path / "people.csv")
    assert judge_table(read_table(tmp_path / "people.csv"), on=ON, law=library(), rules=[DEPUTY]).rows == 3


def test_without_rules_named_those_the_columns_speak_to() -> None:
    found = spoken_to(["months_as_deputy"], law=library(), on=ON)
    assert DEPUTY in found
    assert "selection_regulations.8.1.service" not in found


def test_a_column_that_is_no_fact_of_that_kind_is_named() -> None:
    frame = polars.LazyFrame({"months_as_deputy": ["二十"], "post_tier": ["county"]})
    with pytest.raises(FactError, match="months_as_deputy"):
        judge_table(frame, on=ON, law=library())


def test_a_table_that_speaks_to_no_rule_is_refused() -> None:
    with pytest.raises(Refused, match="没有一列能用于判定"):
        judge_table(polars.LazyFrame({"name": ["甲"]}), on=ON, law=library())


def test_a_missing_engine_is_named(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "SparkSession", None)
    with pytest.raises(Refused, match=r"quanheng\[spark\]"):
        read_table(source, engine="spark")
