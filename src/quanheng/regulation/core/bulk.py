"""Judge many rows at once: the same rules read as columns. One row with its reasons is `judge`'s work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw

from quanheng.kernel.columns import column
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.conditions import asked_rules, failing_light, is_in_force, met_by, param_on
from quanheng.regulation.core.facts import checked_date, known_fact
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.rules import Rule

try:
    import polars
except ImportError:  # the extra `bulk` is not installed; frames of other libraries are still judged
    polars = None  # type: ignore[assignment]

_TYPES: Mapping[type, Any] = {bool: nw.Boolean, int: nw.Int64, str: nw.String, date: nw.Date}


def judge_many(
    frame: Any,
    *,
    on: date,
    rules: Iterable[str] | None = None,
    subject: str | None = None,
    law: Library | None = None,
) -> Any:
    """Lights for every row: a column per rule, named by its id, and `light`, the worst of them.

    `frame` is any frame Narwhals reads (facts as columns, null = unknown, other columns are kept), or a sequence
    of mappings, which needs the extra `bulk` (Polars). Answers are the keys of the lights; null where the rule
    does not apply. Rules not in force give no column. Raises as `judge`, and Refused when Polars is missing.

    >>> rows = [{"step": "deputy_to_chief", "post_tier": "county", "months_as_deputy": n, "is_exceptional": False}
    ...         for n in (23, 24, None)]
    >>> judge_many(rows, on=date(2026, 1, 1), rules=["selection_regulations.8.3.deputy"])["light"].to_list()
    ['forbidden', 'passed', 'unknown']
    """
    law = law or library()
    on = checked_date(on, "on")
    binding = [rule for rule in asked_rules(law, on, rules, subject) if is_in_force(law, rule, on)]
    table = _with_facts(nw.from_native(_frame(frame)), _facts_of(law, binding, on), on)
    coded = table.with_columns(*(_code(law, rule, on).alias(rule.id) for rule in binding))
    judged = (
        nw.max_horizontal(*(nw.col(rule.id) for rule in binding)) if binding else nw.lit(int(Light.UNKNOWN))
    )
    coded = coded.with_columns(judged.fill_null(int(Light.PASSED)).alias("light"))
    words = coded.with_columns(
        *(_word(name).alias(name) for name in (*(rule.id for rule in binding), "light"))
    )
    return words.to_native()


def _frame(rows: Any) -> Any:
    if not isinstance(rows, Sequence):
        return rows
    if polars is None:
        raise Refused(
            Text("批量判定"),
            why=Text("未安装可选组件 bulk（Polars）"),
            remedy=Text("请安装 quanheng[bulk]"),
        )
    return polars.DataFrame(rows, infer_schema_length=None)


def _facts_of(law: Library, rules: Iterable[Rule], on: date) -> list[str]:
    read: set[str] = set()
    for rule in rules:
        read |= rule.fact_names | met_by(law, rule, on).facts
    return sorted(read - {"judged_on"})


def _with_facts(table: Any, read: Iterable[str], on: date) -> Any:
    held = set(table.collect_schema().names())
    made = [nw.lit(on).cast(nw.Date).alias("judged_on")]
    for name in read:
        source = nw.col(name) if name in held else nw.lit(None)
        made.append(source.cast(_TYPES[known_fact(name).type]).alias(name))
    return table.with_columns(*made)


def _code(law: Library, rule: Rule, on: date) -> nw.Expr:
    met = column(met_by(law, rule, on), param=param_on(law, on))
    code = nw.when(met).then(nw.lit(int(Light.PASSED))).otherwise(nw.lit(int(failing_light(law, rule, on))))
    code = nw.when(met.is_null()).then(nw.lit(int(Light.UNKNOWN))).otherwise(code)
    if rule.when is None:
        return code
    applies = column(rule.when, param=param_on(law, on))
    code = nw.when(applies.is_null()).then(nw.lit(int(Light.UNKNOWN))).otherwise(code)
    return nw.when(applies | applies.is_null()).then(code)


def _word(name: str) -> nw.Expr:
    made: Any = nw.lit(None).cast(nw.String)
    for light in Light:
        made = nw.when(nw.col(name) == int(light)).then(nw.lit(light.key)).otherwise(made)
    return made  # type: ignore[no-any-return]
