"""Every rule read both ways, as a verdict for one row and as a column for many, says the same on generated rows."""

import random
from collections.abc import Mapping
from datetime import date, timedelta

import polars
import pytest

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.bulk import judge_many
from quanheng.regulation.core.conditions import met_by, param_on
from quanheng.regulation.core.examples import all_examples
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import Verdict, judge
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.core.packing import pack
from quanheng.regulation.core.rules import Rule

LAW = library(*local_layers())
ROWS = 40
EXAMPLES = list(all_examples())
DAYS = (date(2003, 5, 1), date(2014, 1, 14), date(2019, 3, 3), date(2026, 11, 21))
TYPES = {bool: polars.Boolean, int: polars.Int64, str: polars.String, date: polars.Date}


def _value(name: str, figures: list[int], on: date, chance: random.Random) -> object:
    entry = CATALOGUE[name]
    if chance.random() < 0.2:
        return None
    if entry.words:
        return chance.choice(list(entry.words))
    if entry.type is bool:
        return chance.random() < 0.5
    if entry.type is date:
        return chance.choice([NO_DATE, OPEN_ENDED, *(on + timedelta(days=n) for n in (-1, 0, 1))])
    near = chance.choice(figures) + chance.choice([-1, 0, 1])
    return max(entry.least, near)


def _rows(rule_id: str, on: date) -> list[dict[str, object]]:
    chance = random.Random(f"{rule_id} {on}")  # seeded: the same rows each time
    rule = LAW.rules[rule_id]
    read = (met_by(LAW, rule, on).facts | rule.fact_names) - {"judged_on"}
    params = met_by(LAW, rule, on).params | rule.param_names
    figures = [value for name in params if isinstance(value := param_on(LAW, on)(name), int)] + [0, 1, 4, 9]
    told = [each.facts for each in EXAMPLES if each.rule == rule_id]
    return [_row(sorted(read), chance.choice(told), figures, on, chance) for _ in range(ROWS)]


def _row(
    read: list[str], told: Mapping[str, object], figures: list[int], on: date, chance: random.Random
) -> dict[str, object]:
    """An example of the rule with some of its facts changed, so that every condition is met in some rows."""
    return {
        name: told[name] if name in told and chance.random() < 0.7 else _value(name, figures, on, chance)
        for name in read
    }


@pytest.mark.parametrize("rule_id", sorted(LAW.rules))
def test_both_readings_agree(rule_id: str) -> None:
    rule = LAW.rules[rule_id]
    reached: set[str] = set()
    for on in {*DAYS, rule.repealed - timedelta(days=1) if rule.repealed else DAYS[-1]}:
        if LAW.is_in_force(rule, on):
            reached |= _compare(rule, on)
    assert {"passed", "unknown"} <= reached, "rows that only ever pass would compare nothing"
    assert reached & {"forbidden", "warning", "superior"}


def _compare(rule: Rule, on: date) -> set[str]:
    """The lights that the rows reached, after both readings said the same of every row."""
    rows = _rows(rule.id, on)
    schema = {name: TYPES[CATALOGUE[name].type] for name in rows[0]}
    plain = polars.DataFrame(rows, schema=schema)
    verdicts = [judge(row, on=on, rules=[rule.id], law=LAW) for row in rows]
    for frame in (plain, pack(plain)):
        judged = judge_many(frame, on=on, rules=[rule.id], law=LAW)
        assert judged["light"].to_list() == [int(verdict.light) for verdict in verdicts], on
        assert judged[rule.id].to_list() == [_outcome(rule, verdict) for verdict in verdicts], on
    return {finding.light.key for verdict in verdicts for finding in verdict.findings}


def _outcome(rule: Rule, verdict: Verdict) -> bool | None:
    """True when met or not applicable, None when unknown; a requirement that only informs can fail under a passed light."""
    if not verdict.findings:
        return True
    finding = verdict.findings[0]
    return None if finding.light is Light.UNKNOWN else finding.explanation.truth
