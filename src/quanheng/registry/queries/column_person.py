"""Facts of persons alone as columns over many persons: what `facts_person`, `facts_family` and `facts_restrictions` say.

Same facts, same unknowns; a test holds every fact of every person of the city against `facts_for`.
"""

from collections.abc import Callable
from datetime import date, timedelta

import polars as pl

from quanheng.kernel.dates import NO_DATE, add_years
from quanheng.registry.models import Sanction
from quanheng.registry.queries.column_months import calendar_months, months_between, months_in
from quanheng.registry.queries.column_reading import CODE, COUNT, DAY, FIGURE, FLAG, WORD, of_persons, read
from quanheng.registry.queries.facts_family import CHILDREN, GONE, SPOUSES
from quanheng.registry.queries.facts_person import (
    ENOUGH_FOR_ANY_POST,
    WEAK,
    grade_of,
    is_fit,
    party_months,
    rank_of,
)
from quanheng.registry.queries.facts_restrictions import restrictions

OWN = ("work_started_on", "political_status", "health")
"""Fields of the person that `seen` must carry for `own_facts`."""


def own_facts(on: date) -> pl.DataFrame:
    """Service, Party seniority and fitness, one row for every numbered person, with `key`."""
    columns = {
        "n": (COUNT, "n"),
        "key": (CODE, "key"),
        "started": (DAY, OWN[0]),
        "status": (WORD, OWN[1]),
        "health": (WORD, OWN[2]),
    }
    rows = read(columns, source="seen")
    started = pl.col("started")
    return rows.select(
        "n",
        "key",
        pl.when(started <= on)
        .then(calendar_months(started, pl.lit(on)))
        .alias("service_months")
        .cast(pl.Int64),
        _told(rows["status"], party_months, pl.Int64).alias("party_full_months"),
        _told(rows["health"], is_fit, pl.Boolean).alias("is_fit_for_duty"),
    )


def education_facts(on: date) -> pl.DataFrame:
    """education_rank of everybody with a finished education."""
    columns = {"n": (COUNT, "n"), "level": (WORD, "level")}
    rows = read(
        columns,
        source=of_persons("registry_education", "level <> '' AND (until_on IS NULL OR until_on <= %s)"),
        given=[on],
    )
    rows = rows.with_columns(_told(rows["level"], rank_of, pl.Int64).alias("rank"))
    best, is_clear = pl.col("rank").max(), pl.col("rank").is_not_null().all()
    found = rows.group_by("n").agg(best.alias("best"), is_clear.alias("is_clear"))
    settled = pl.col("is_clear") | (pl.col("best") >= ENOUGH_FOR_ANY_POST)
    return found.select("n", pl.when(settled).then(pl.col("best")).alias("education_rank"))


def training_facts(on: date) -> pl.DataFrame:
    """Hours and months of five years; no row for those whose training was never recorded."""
    trained = read(
        {"n": (COUNT, "n")},
        source="seen WHERE EXISTS (SELECT 1 FROM registry_training t WHERE t.person_id = seen.key)",
    )
    columns = {
        "n": (COUNT, "n"),
        "hours": (FIGURE, "hours"),
        "from_on": (DAY, "from_on"),
        "until_on": (DAY, "until_on + 1"),
    }
    source = of_persons("registry_training", "until_on > %s AND until_on <= %s")
    rows = read(columns, source=source, given=[add_years(on, -5), on])
    hours = rows.group_by("n").agg(
        (pl.col("hours") * 10).round().cast(pl.Int64).sum().floordiv(10).alias("training_hours_5y")
    )
    months = months_in(rows.with_columns(what=pl.lit(0)), on=on + timedelta(days=1))
    both = trained.join(hours, on="n", how="left").join(months, on="n", how="left")
    names = {"training_hours_5y": "training_hours_5y", "months": "training_months_5y"}
    return both.select("n", *(pl.col(old).fill_null(0).alias(new) for old, new in names.items()))


def grade_facts(on: date) -> pl.DataFrame:
    """last_year_grade and weak_grades_3y of everybody with a result in the last three years."""
    columns = {"n": (COUNT, "n"), "year": (COUNT, "year"), "said": (WORD, "grade")}
    rows = read(
        columns,
        source=of_persons("registry_yeargrade", "year BETWEEN %s AND %s"),
        given=[on.year - 3, on.year - 1],
    )
    rows = rows.with_columns(_told(rows["said"], grade_of, pl.String).alias("grade"))
    known, last = pl.col("grade").drop_nulls(), pl.col("grade").filter(pl.col("year") == on.year - 1)
    weak = known.is_in(list(WEAK)).sum()
    found = rows.group_by("n").agg(
        last.first().alias("last_year_grade"), weak.alias("weak"), known.len().alias("known")
    )
    told = pl.when((pl.col("weak") > 0) | (pl.col("known") == 3)).then(pl.col("weak").cast(pl.Int64))
    return found.select("n", "last_year_grade", told.alias("weak_grades_3y"))


def family_facts(_: date) -> pl.DataFrame:
    """has_spouse, is_spouse_abroad, is_every_child_abroad of everybody whose family is recorded."""
    gone = " OR ".join(f"strpos(said, '{word}') > 0" for word in GONE)
    said = "(SELECT concat(t.post, ' ', t.political_status) AS said) AS words"
    alive = f"CASE WHEN (SELECT {gone} FROM {said}) THEN 0"  # noqa: S608  our own words
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


def restriction_facts(on: date) -> pl.DataFrame:
    """Windows of sanctions, person by person: few have any, and their law is not to be written twice."""
    rows: dict[int, list[Sanction]] = {}
    sql = f"SELECT t.*, n FROM {of_persons('registry_sanction')} ORDER BY n, effective_on DESC"  # noqa: S608  our own names
    for row in Sanction.objects.raw(sql):
        rows.setdefault(vars(row)["n"], []).append(row)
    found = [{"n": n, **restrictions(same, on)} for n, same in rows.items()]
    schema = {
        "n": pl.Int32,
        "is_restriction_still_felt": pl.Boolean,
        "restricted_until": pl.Date,
        "restriction_advised_until": pl.Date,
    }
    return pl.DataFrame(found, schema=schema)


UNRECORDED = {
    "is_restriction_still_felt": False,
    "restricted_until": NO_DATE,
    "restriction_advised_until": NO_DATE,
}
"""Of those without any sanction."""


def promotion_facts(ranks: pl.DataFrame, lines: pl.DataFrame, on: date) -> pl.DataFrame:
    """months_since_last_promotion, had_tenure_exception: by the level held now and any lower one before it."""
    levels = ranks.filter(pl.col("kind") == "level")
    now = (
        levels.filter(runs(on))
        .sort("from_on", descending=True, maintain_order=True)
        .group_by("n", maintain_order=True)
        .first()
    )
    both = levels.join(now.select("n", since="from_on", now="code"), on="n")
    lower = both.filter((pl.col("from_on") < pl.col("since")) & (pl.col("code") > pl.col("now")))
    promoted = lower.group_by("n").agg(pl.col("since").first())
    begun = lines.join(promoted, on="n").filter(pl.col("from_on") == pl.col("since"))
    kind = begun.group_by("n").agg(
        pl.when(~pl.col("is_exceptional").any()).then(False).alias("had_tenure_exception")
    )
    clock = promoted.select(
        "n", months_between(pl.col("since"), pl.lit(on)).cast(pl.Int64).alias("months_since_last_promotion")
    )
    return clock.join(kind, on="n", how="left")


def runs(on: date) -> pl.Expr:
    """Whether a half-open period holds the day."""
    return (pl.col("from_on") <= on) & (pl.col("until_on").is_null() | (pl.col("until_on") > on))


def _told(
    said: pl.Series, read_one: Callable[[str], object], kind: pl.DataType | type[pl.DataType]
) -> pl.Expr:
    """A column of words understood: every different word once."""
    known = {word: read_one(word) for word in said.unique().to_list()}
    return pl.col(said.name).replace_strict(
        pl.Series(list(known), dtype=pl.String),
        pl.Series(list(known.values()), dtype=kind),
        return_dtype=kind,
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
