"""Screen a whole registry for a post in columns: lights and failing rules of everybody, or every finding for a case.

Needs the extra `bulk` (Polars); load this module only where it is used.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import polars as pl

from quanheng.access.models import Account
from quanheng.kernel.periods import Months
from quanheng.kernel.verdicts import Light
from quanheng.registry.models import Assignment, Person, Post
from quanheng.registry.queries.fact_columns import fact_columns
from quanheng.registry.queries.people import Filters, people
from quanheng.regulation.core.bulk import judge_many
from quanheng.regulation.core.conditions import failing_light
from quanheng.regulation.core.judge_alike import judge_alike
from quanheng.regulation.core.library import Library
from quanheng.selection.queries.screening import IN_SERVICE, NO_FINDING, ORDINARY, Screened, Slice, law_of

ELIGIBLE = (Light.PASSED.key, Light.WARNING.key)
WRITTEN_TOGETHER = 5_000
"""People whose findings go into the database together."""
_SINCE = "since "


@dataclass(frozen=True)
class RegistryScreening:
    """全员研判: `rows` has for each person `key`, `light` and a light for each rule, passed also where it does not apply.

    `worked_out` counts the people whose career had to be read line by line, as nothing was kept for the day.
    """

    rows: pl.DataFrame
    law: Library
    worked_out: int = 0

    def lights(self) -> dict[str, int]:
        """How many people have which light."""
        return dict(self.rows["light"].value_counts().iter_rows())

    def reasons(self) -> list[tuple[str, str, int]]:
        """(rule, light, people) for every rule that is not passed, the most frequent first."""
        rules = [name for name in self.rows.columns if name not in ("key", "light")]
        counts = [
            (rule, light, n)
            for rule in rules
            for light, n in self.rows[rule].value_counts().iter_rows()
            if light != Light.PASSED.key
        ]
        return sorted(counts, key=lambda row: (-row[2], row[0], row[1]))

    def eligible(self) -> pl.DataFrame:
        """Those whom no rule forbids and no missing fact or superior's word holds up."""
        return self.rows.filter(pl.col("light").is_in(ELIGIBLE))


def screen_registry(
    *, by: Account, post: Post, on: date, today: date, kind: str = "promotion", said: str | None = None
) -> RegistryScreening:
    """The same people and lights as `screening.screen_slices`: everybody in service whom `by` may see, except the post's holders.

    `said`, as for `fact_columns`: what `anchors.everybody` answered about those in service, when it was asked beforehand.
    """
    table = fact_columns(by=by, post=post, on=on, today=today, filters=Filters(status=IN_SERVICE), said=said)
    law = law_of(post, on)
    return RegistryScreening(_judged(table.rows.filter(_meant(post, kind)), on, law), law, table.worked_out)


def screen_slices(*, by: Account, post: Post, on: date, kind: str) -> Iterator[Slice]:
    """The same people with the same findings as `screening.screen_slices`, their facts and reasons worked out together."""
    table = fact_columns(by=by, post=post, on=on, filters=Filters(status=IN_SERVICE))
    starts = table.starts.select(pl.all().name.prefix(_SINCE))
    rows = table.rows.hstack(starts.get_columns()).filter(_meant(post, kind))
    columns = {name: _values(rows, name) for name in table.rows.columns if name != "key"}
    columns |= {name: [value] * rows.height for name, value in {**NO_FINDING, **ORDINARY}.items()}
    said = judge_alike(columns, rows=rows.height, on=on, subject="candidacy", law=law_of(post, on))
    judged = [Screened(light, findings) for light, findings in said]
    keys = [UUID(key) for key in rows["key"]]
    for start in range(0, rows.height, WRITTEN_TOGETHER):
        end = min(start + WRITTEN_TOGETHER, rows.height)
        yield Slice(end, rows.height, dict(zip(keys[start:end], judged[start:end], strict=True)))


def _values(rows: pl.DataFrame, name: str) -> list[object]:
    """The facts as the law takes them one by one: a clock knows from when it runs."""
    values = rows[name].to_list()
    if f"{_SINCE}{name}" not in rows.columns:
        return values
    starts = rows[f"{_SINCE}{name}"].to_list()
    return [value if value is None else Months(value, since) for value, since in zip(values, starts, strict=True)]


def _meant(post: Post, kind: str) -> pl.Expr:
    """Nobody who holds the post already; whom a promotion can mean, as in `screening`."""
    holders = Assignment.objects.filter(post=post, until_on__isnull=True).values_list("person_id", flat=True)
    meant = ~pl.col("key").is_in([str(key) for key in holders])
    return meant & (pl.col("level_jump").is_null() | (pl.col("level_jump") >= 1)) if kind == "promotion" else meant


def _judged(facts: pl.DataFrame, on: date, law: Library) -> pl.DataFrame:
    """The one place that speaks to the bulk reading of the law."""
    assumed = facts.with_columns(
        pl.lit(value).alias(name) for name, value in {**NO_FINDING, **ORDINARY}.items()
    )
    judged: pl.DataFrame = judge_many(assumed, on=on, subject="candidacy", law=law)
    rules = [law.rule(name) for name in judged.columns if name in law.rules]
    lights = {int(light): light.key for light in Light}
    worst = pl.col("light").replace_strict(lights, return_dtype=pl.String)
    return judged.select("key", worst, *(_told(rule.id, failing_light(law, rule, on)) for rule in rules))


def _told(rule: str, failing: Light) -> pl.Expr:
    """The light of a rule: met or not applicable, not met, undecided."""
    met = pl.col(rule)
    told = pl.when(met).then(pl.lit(Light.PASSED.key)).when(~met).then(pl.lit(failing.key))
    return told.otherwise(pl.lit(Light.UNKNOWN.key)).alias(rule)


def persons_of(rows: pl.DataFrame, *, by: Account, today: date) -> Mapping[str, Person]:
    """The persons of some rows by key, as a list shows them; those `by` may not see are not among them."""
    found = people(by=by, on=today).filter(pk__in=rows["key"].to_list())
    return {str(person.pk): person for person in found}
