"""What the rest of a file comes to as columns: education, training, yearly grades, family; of numbered persons."""

from datetime import date, timedelta

import polars as pl

from quanheng.kernel.dates import add_years
from quanheng.registry.core.anchor_columns import GRADES_FROM, LETTERS
from quanheng.registry.core.column_frame import understood
from quanheng.registry.core.column_kinds import COUNT, DAY, FIGURE, FLAG, WORD
from quanheng.registry.core.column_months import months_in
from quanheng.registry.core.readings import ENOUGH_FOR_ANY_POST, grade_of, rank_of
from quanheng.registry.queries.column_reading import read
from quanheng.registry.queries.column_text import of_persons
from quanheng.registry.queries.facts_family import CHILDREN, SPOUSES

_FIVE_YEARS = (
    5 * 366
)  # what was done so long ago has left the last five years, whatever leap years there were


def education_anchors(on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`education` of everybody with a finished education; and the days on which it changes."""
    columns = {"n": (COUNT, "n"), "level": (WORD, "level"), "until_on": (DAY, "until_on")}
    rows = read(columns, source=of_persons("registry_education", "level <> ''"))
    rows = rows.with_columns(understood(rows["level"], rank_of, pl.Int16).alias("rank"))
    best, is_clear = pl.col("rank").max(), pl.col("rank").is_not_null().all()
    done = rows.filter((pl.col("until_on") <= on) | pl.col("until_on").is_null())
    found = done.group_by("n").agg(best.alias("best"), is_clear.alias("is_clear"))
    settled = pl.col("is_clear") | (pl.col("best") >= ENOUGH_FOR_ANY_POST)
    return found.select("n", pl.when(settled).then(pl.col("best")).alias("education")), turns(
        rows, "until_on"
    )


def training_anchors(on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Hours and months of five years; no row for those whose training was never recorded; and the days on which they change."""
    columns = {
        "n": (COUNT, "n"),
        "hours": (FIGURE, "hours"),
        "from_on": (DAY, "from_on"),
        "until_on": (DAY, "until_on + 1"),
    }
    rows = read(columns, source=of_persons("registry_training"))
    after = add_years(on, -5) + timedelta(days=1)
    counted = rows.filter((pl.col("until_on") > after) & (pl.col("until_on") <= on + timedelta(days=1)))
    hours = (pl.col("hours") * 10).round().cast(pl.Int64).sum().floordiv(10).cast(pl.Int32)
    months = months_in(counted.with_columns(what=pl.lit(0)), on=on + timedelta(days=1))
    both = rows.select("n").unique().join(counted.group_by("n").agg(hours.alias("hours")), on="n", how="left")
    both = both.join(months, on="n", how="left")
    names = {"hours": "training_hours", "months": "training_months"}
    known = both.select(
        "n", *(pl.col(old).fill_null(0).cast(pl.Int32).alias(new) for old, new in names.items())
    )
    left = pl.col("until_on") + pl.duration(days=_FIVE_YEARS)
    dropped = rows.select("n", low=left - pl.duration(days=7), high=left)
    return known, pl.concat([turns(rows, "until_on", lasting=1), dropped])


def turns(rows: pl.DataFrame, *names: str, lasting: int = 0) -> pl.DataFrame:
    """(`n`, `low`, `high`): the days of some columns, as the first and last day on which something may change."""
    parts = [
        rows.select("n", low=pl.col(name) - pl.duration(days=lasting), high=pl.col(name)) for name in names
    ]
    return pl.concat(parts).drop_nulls("low")


def grade_anchors(_: date) -> pl.DataFrame:
    """`grades` of everybody with a result, a letter a year."""
    columns = {"n": (COUNT, "n"), "year": (COUNT, "year"), "said": (WORD, "grade")}
    rows = read(
        columns,
        source=of_persons("registry_yeargrade", f"year BETWEEN {GRADES_FROM} AND {GRADES_FROM + 199}"),
    )
    rows = rows.with_columns(understood(rows["said"], _letter, pl.String).alias("letter"))
    wide = rows.pivot(on="year", index="n", values="letter", aggregate_function="first")
    last = max((int(name) for name in wide.columns if name != "n"), default=GRADES_FROM)
    years = [str(year) for year in range(GRADES_FROM, last + 1)]
    letters = [pl.col(year).fill_null(" ") if year in wide.columns else pl.lit(" ") for year in years]
    return wide.select("n", pl.concat_str(letters).alias("grades"))


def _letter(said: str) -> str | None:
    found = grade_of(said)
    return LETTERS[found] if found else None


def family_anchors(_: date) -> pl.DataFrame:
    """has_spouse, is_spouse_abroad, is_every_child_abroad of everybody whose family is recorded."""
    alive = "CASE WHEN gone_flags <> '' THEN 0"
    kind = f"CASE WHEN relation IN ({_listed(SPOUSES)}) THEN {alive} ELSE 1 END WHEN relation IN ({_listed(CHILDREN)}) THEN {alive} ELSE 2 END ELSE 0 END"
    columns = {
        "n": (COUNT, "n"),
        "kind": (COUNT, kind),
        "is_abroad": (FLAG, "is_abroad"),
        "order": (COUNT, 't."order"'),
        "id": (COUNT, "t.id"),
    }
    rows = read(columns, source=of_persons("registry_relative")).sort("n", "order", "id")
    abroad = pl.col("is_abroad")
    spouse, child = pl.col("kind") == 1, pl.col("kind") == 2
    found = rows.group_by("n").agg(
        spouse.any().alias("has_spouse"),
        abroad.filter(spouse).first().alias("spouse"),
        child.any().alias("has_child"),
        (abroad.filter(child) == False).any().alias("is_child_here"),  # noqa: E712  null stays null
        abroad.filter(child).is_null().any().alias("is_child_unknown"),
    )
    of_spouse = pl.when(pl.col("has_spouse")).then(pl.col("spouse")).otherwise(False)
    at_home = ~pl.col("has_child") | pl.col("is_child_here")
    of_children = pl.when(at_home).then(False).when(~pl.col("is_child_unknown")).then(True)
    return found.select(
        "n", "has_spouse", of_spouse.alias("is_spouse_abroad"), of_children.alias("is_every_child_abroad")
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
