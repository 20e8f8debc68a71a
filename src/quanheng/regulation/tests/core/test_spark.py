"""The same rules over Spark: every rule of a subject, worked-out facts and the light, row by row as Polars says them."""

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars
import pytest

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.regulation.core.bulk import count_reasons, judge_many
from quanheng.regulation.core.conditions import met_by
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.library import library
from quanheng.regulation.core.tables import judge_table, read_table

pytest.importorskip("pyspark", reason="PySpark is not installed (make test-spark)")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

# PySpark 4.3 itself speaks to sockets it leaves to the collector, and warns of a newer pandas
pytestmark = [
    pytest.mark.xdist_group("spark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet:FutureWarning"),
]

ON = date(2026, 11, 21)
LAW = library()
TYPES = {bool: polars.Boolean, int: polars.Int64, str: polars.String, date: polars.Date}


@pytest.fixture(scope="module", autouse=True)
def _session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    source = tmp_path_factory.mktemp("start") / "rows.parquet"
    polars.DataFrame({"row": [1]}).write_parquet(source)
    with pytest.MonkeyPatch.context() as given:
        # no Java lives long enough here for its second compiler to pay
        given.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        # two workers, each a process of its own, as on a cluster
        session = read_table(source, engine="spark", master="local-cluster[2,1,1024]").sparkSession
    session.conf.set("spark.sql.shuffle.partitions", "2")
    yield
    session.stop()


def _value(name: str, chance: random.Random) -> object:
    entry = CATALOGUE[name]
    if chance.random() < 0.2:
        return None
    if entry.words:
        return chance.choice(list(entry.words))
    if entry.type is bool:
        return chance.random() < 0.5
    if entry.type is date:
        return chance.choice([NO_DATE, OPEN_ENDED, *(ON + timedelta(days=n) for n in (-400, -31, -1, 0, 1))])
    return max(entry.least, chance.choice([0, 1, 2, 3, 5, 8, 12, 24, 60]))


def _source(subject: str, folder: Path, on: date = ON) -> tuple[Path, list[str]]:
    """Rows of every fact that the subject's rules read, and a column with a dot in its name that is none."""
    rules = [rule for rule in LAW.rules.values() if rule.subject == subject and LAW.is_in_force(rule, on)]
    read = {name for rule in rules for name in met_by(LAW, rule, on).facts | rule.fact_names} - {"judged_on"}
    names = sorted(name for name in read if CATALOGUE[name].type in TYPES)
    chance = random.Random(subject)  # seeded: the same rows each time
    rows = [{name: _value(name, chance) for name in names} | {"row.id": number} for number in range(300)]
    schema = {name: TYPES[CATALOGUE[name].type] for name in names} | {"row.id": polars.Int64}
    polars.DataFrame(rows, schema=schema).write_parquet(folder / "rows.parquet")
    return folder / "rows.parquet", [rule.id for rule in rules]


def _rows_on_spark(judged: Any) -> list[dict[str, object]]:
    return sorted((row.asDict() for row in judged.collect()), key=lambda row: row["row.id"])


@pytest.mark.parametrize(
    ("subject", "on"), [("candidacy", ON), ("tally", ON), ("notice", ON), ("candidacy", date(2005, 6, 1))]
)
def test_every_rule_of_a_subject_says_the_same(subject: str, on: date, tmp_path: Path) -> None:
    source, rules = _source(subject, tmp_path, on)
    expected = judge_many(read_table(source), on=on, rules=rules, law=LAW).collect().sort("row.id")
    frame = read_table(source, engine="spark")
    assert frame.sparkSession.sparkContext.master.startswith("local-cluster")
    found = _rows_on_spark(judge_many(frame, on=on, rules=rules, law=LAW))
    assert set(found[0]) == set(expected.columns)
    for name in expected.columns:
        assert [row[name] for row in found] == expected[name].to_list(), name
    counted = count_reasons(frame, on=on, rules=rules, law=LAW)
    assert counted == count_reasons(read_table(source), on=on, rules=rules, law=LAW)


def test_a_table_is_judged_and_written_by_both_alike(tmp_path: Path) -> None:
    source, rules = _source("candidacy", tmp_path)
    here, there = tmp_path / "here.parquet", tmp_path / "there"
    by_polars = judge_table(read_table(source), on=ON, law=LAW, rules=rules, out=here)
    by_spark = judge_table(read_table(source, engine="spark"), on=ON, law=LAW, rules=rules, out=there)
    assert by_spark == by_polars
    written = polars.read_parquet(there / "*.parquet").sort("row.id")
    assert written.equals(polars.read_parquet(here).sort("row.id"))
