"""Tables of facts as files: which columns are facts, which rules they speak to, a file of verdicts, a summary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.bulk import Tally, asked
from quanheng.regulation.core.engines import gathered, is_spark, missing, polars_or_refusal, under_names
from quanheng.regulation.core.facts import CATALOGUE, FactError, known_fact
from quanheng.regulation.core.library import Library
from quanheng.regulation.core.packing import TYPES
from quanheng.regulation.core.questions import by_chinese

try:
    from pyspark.sql import SparkSession
except ImportError:  # the extra `spark` is not installed
    SparkSession = None


@dataclass(frozen=True)
class Outcome:
    """批量结论: rows by light, the reasons counted, and the columns that were no facts and were kept as they are."""

    rows: int
    lights: dict[Light, int]
    tallies: list[Tally]
    kept: list[str]


def read_table(source: Path, *, engine: str = "polars", master: str = "local[2]") -> Any:
    """A lazy table of a Parquet or CSV file, or of a folder of Parquet files. Raises Refused when the engine is missing.

    `master` is the address of the Spark cluster.
    """
    if engine == "spark":
        return _spark(master).read.parquet(str(source))
    polars = polars_or_refusal()
    if source.is_dir():
        return polars.scan_parquet(source / "**/*.parquet")
    if source.suffix == ".csv":
        return polars.scan_csv(source, try_parse_dates=True)
    return polars.scan_parquet(source)


def judge_table(
    frame: Any, *, on: date, law: Library, rules: Sequence[str] | None = None, out: Path | None = None
) -> Outcome:
    """Judge a lazy table, write the verdicts as Parquet to `out`, and count.

    Columns may go by a fact's Chinese name. The file of verdicts has the columns that are no facts, `light` as the
    Chinese word's key, and a column per rule: true, false or null. Raises FactError naming a column that no rule can
    read, or Refused when nothing in the table speaks to a rule.
    """
    table = _checked(_named(nw.from_native(frame)))
    columns = table.collect_schema().names()
    kept = [name for name in columns if name not in CATALOGUE]
    wanted = list(rules) if rules else spoken_to(columns, law=law, on=on)
    if not wanted:
        raise Refused(
            text("批量判定"),
            why=text("表中没有一列能用于判定：{columns}", columns="、".join(columns)),
            remedy=Text("用 quanheng law facts 查看事实名称"),
        )
    question = asked(table.to_native(), on=on, rules=wanted, law=law)
    judged = nw.from_native(question.judged())
    lights = _lights(judged)
    if out is not None:
        held = set(judged.collect_schema().names())
        columns = [*kept, "light", *(rule for rule in wanted if rule in held)]
        _write(judged.with_columns(_word()), columns, out)
    return Outcome(sum(lights.values()), lights, question.counted(), kept)


def spoken_to(columns: Iterable[str], *, law: Library, on: date) -> list[str]:
    """The rules in force of which the table has a fact that the requirement rests on, or works it out."""
    held = set(columns)
    return [
        rule.id
        for rule in law.rules.values()
        if law.is_in_force(rule, on) and any(_is_had(name, held, law, on, ()) for name in rule.requires.facts)
    ]


def _is_had(name: str, held: set[str], law: Library, on: date, asked: tuple[str, ...]) -> bool:
    if name in held:
        return True
    if name in asked:
        return False
    return any(
        all(_is_had(read, held, law, on, (*asked, name)) for read in each.reads if read != "judged_on")
        for each in law.derivations_of(name, on)
        if set(each.reads) - {"judged_on"}
    )


def _named(table: Any) -> Any:
    found = by_chinese()
    return under_names(
        table, [found[name].name if name in found else name for name in table.collect_schema().names()]
    )


def _checked(table: Any) -> Any:
    casts = []
    for name, kind in table.collect_schema().items():
        if name not in CATALOGUE:
            continue
        wanted = TYPES.get(known_fact(name).kind)
        if wanted is None or not _fits(kind, wanted):
            raise FactError(f"column {name} holds {kind}; {CATALOGUE[name].zh} is {known_fact(name).kind}")
        casts.append(nw.col(name).cast(wanted))
    return table.with_columns(*casts) if casts else table


def _fits(kind: Any, wanted: Any) -> bool:
    if wanted is nw.Int64:
        return bool(kind.is_integer())
    if wanted is nw.Date:
        return kind == nw.Date or isinstance(kind, nw.Datetime)
    return bool(kind == wanted) or (wanted is nw.String and isinstance(kind, nw.Categorical | nw.Enum))


def _lights(judged: Any) -> dict[Light, int]:
    counted = gathered(judged.group_by("light").agg(nw.len().alias("rows")))
    found = {Light(int(row["light"])): int(row["rows"]) for row in counted}
    return {light: found[light] for light in reversed(Light) if light in found}


def _word() -> nw.Expr:
    made: Any = nw.lit(None).cast(nw.String)
    for light in Light:
        made = nw.when(nw.col("light") == int(light)).then(nw.lit(light.key)).otherwise(made)
    return made.alias("light")  # type: ignore[no-any-return]


def _write(table: Any, names: list[str], out: Path) -> None:
    if is_spark(table):
        quoted = [f"`{name}`" for name in names]
        table.to_native().select(*quoted).write.mode("overwrite").parquet(str(out))
    else:
        table.select(*names).to_native().sink_parquet(out)


def _spark(master: str) -> Any:
    if SparkSession is None:
        raise missing("spark", "PySpark")
    builder = SparkSession.builder.master(master).appName("quanheng")
    return builder.config("spark.ui.enabled", "false").config("spark.sql.ansi.enabled", "true").getOrCreate()
