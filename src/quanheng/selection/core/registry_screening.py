"""Judge everybody in columns: lights and failing rules. Needs the extra `bulk` (Polars); nothing here asks the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import polars as pl

from quanheng.kernel.verdicts import Light
from quanheng.registry.core.anchor_columns import FIGURES, PEOPLE
from quanheng.registry.core.column_facts import facts_of, restricted_by
from quanheng.registry.core.column_frame import frame
from quanheng.registry.core.column_kinds import APART
from quanheng.regulation.core.bulk import judge_many
from quanheng.regulation.core.conditions import failing_light
from quanheng.regulation.core.library import Library, library
from quanheng.selection.core.assumed import NO_FINDING, ORDINARY
from quanheng.selection.core.registry_question import FIRST, Answer, Question

LIGHTS = pl.Enum([light.key for light in sorted(Light)])
TOGETHER = 200_000
"""People judged together: to ask the law takes some time however few they are, to keep facts takes room."""
ELIGIBLE = (Light.PASSED.key, Light.WARNING.key)


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
        return _counted(self.rows["light"])

    def reasons(self) -> list[tuple[str, str, int]]:
        """(rule, light, people) for every rule that is not passed, the most frequent first."""
        rules = [name for name in self.rows.columns if name not in ("key", "light")]
        counts = [
            (rule, light, n)
            for rule in rules
            for light, n in _counted(self.rows[rule]).items()
            if light != Light.PASSED.key
        ]
        return sorted(counts, key=lambda row: (-row[2], row[0], row[1]))

    def eligible(self) -> pl.DataFrame:
        """Those whom no rule forbids and no missing fact or superior's word holds up; those passed first."""
        found = self.rows.filter(pl.col("light").is_in(ELIGIBLE)).select("key", "light")
        return found.sort(pl.col("light").cast(pl.String).cast(pl.Enum(ELIGIBLE)), "key")

    def answer(self) -> Answer:
        """In short."""
        best = self.eligible()
        reasons = [(rule, self.law.rule(rule).term, light, n) for rule, light, n in self.reasons()]
        return Answer(self.rows.height, self.lights(), reasons, best.height, list(best.head(FIRST).iter_rows()))

    def as_ipc(self) -> bytes:
        """Every row, as Arrow IPC."""
        self.rows.write_ipc(told := BytesIO())
        return told.getvalue()


def screened(parts: Iterable[bytes], question: Question) -> RegistryScreening | None:
    """Everybody in the lines of `anchors.everybody`, part by part as they come; None when anybody's anchor is not at hand, or came twice."""
    law, on = library(*question.layers), question.asked.on
    restricted = restricted_by(question.asked.sanctions, on)
    lines = iter(parts)
    people = frame(next(lines, b""), PEOPLE)
    told, known, came = [], [], people.select("key").clear()
    for part in lines:  # to the end in any case: whoever sends them is not to be left waiting
        some = people.join(frame(part, FIGURES).drop_nulls("has_line"), on="key")
        came = came.vstack(some.select("key"))
        known.append(facts_of(some, question.asked, restricted).filter(is_meant(question.holders, question.kind)))
        if sum(each.height for each in known) >= TOGETHER:
            told.append(judged_by(pl.concat(known), on, law))
            known = []
    if known:
        told.append(judged_by(pl.concat(known), on, law))
    has_everybody = came.height == people.height == came.n_unique()
    return RegistryScreening(pl.concat(told), law) if told and has_everybody else None


def rehearsed(question: Question) -> None:
    """Judge one who has nothing: the law of the day is read and Polars ready when everybody else comes."""
    nobody = {"key": "-", "has_line": "1"}
    screened((APART.join(nobody.get(name, "") for name in kind).encode() for kind in (PEOPLE, FIGURES)), question)


def is_meant(holders: Iterable[str], kind: str) -> pl.Expr:
    """Nobody who holds the post already; whom a promotion can mean, as in `queries.screening`."""
    meant = ~pl.col("key").is_in(list(holders))
    return meant & (pl.col("level_jump").is_null() | (pl.col("level_jump") >= 1)) if kind == "promotion" else meant


def judged_by(facts: pl.DataFrame, on: date, law: Library) -> pl.DataFrame:
    """The one place that speaks to the bulk reading of the law."""
    assumed = facts.with_columns(
        pl.lit(value).alias(name) for name, value in {**NO_FINDING, **ORDINARY}.items()
    )
    judged: pl.DataFrame = judge_many(assumed, on=on, subject="candidacy", law=law)
    rules = [law.rule(name) for name in judged.columns if name in law.rules]
    lights = {int(light): light.key for light in Light}
    worst = pl.col("light").replace_strict(lights, return_dtype=LIGHTS)
    return judged.select("key", worst, *(_told(rule.id, failing_light(law, rule, on)) for rule in rules))


def _told(rule: str, failing: Light) -> pl.Expr:
    """The light of a rule: met or not applicable, not met, undecided."""
    met = pl.col(rule)
    told = pl.when(met).then(_light(Light.PASSED)).when(~met).then(_light(failing))
    return told.otherwise(_light(Light.UNKNOWN)).alias(rule)


def _light(light: Light) -> pl.Expr:
    return pl.lit(light.key, dtype=LIGHTS)


def _counted(lights: pl.Series) -> dict[str, int]:
    return dict(lights.value_counts().iter_rows())
