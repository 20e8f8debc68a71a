"""Examples of rules as data, from `examples.toml`: what lawyers read and the tests run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.regulation.core.judge import judge
from quanheng.regulation.core.library import examples, library

NOT_APPLICABLE, NOT_IN_FORCE = "not_applicable", "not_in_force"


@dataclass(frozen=True)
class Example:
    """示例: facts on a day, and the light that the rule must show (or that it does not apply, or is not in force)."""

    rule: str
    kind: str
    title: str
    on: date
    facts: Mapping[str, object]
    light: str
    passes_on: date | None = None

    def answer(self) -> tuple[str, date | None]:
        """What the rule really says: the light's key (or one of the two words) and the first day it will be met."""
        verdict = judge(self.facts, on=self.on, rules=[self.rule])
        if not verdict.findings:
            return (NOT_IN_FORCE if verdict.not_in_force else NOT_APPLICABLE), None
        return verdict.findings[0].light.key, verdict.findings[0].passes_on


def all_examples() -> Iterator[Example]:
    """Every example of every instrument, in the order of the files.

    >>> next(iter(all_examples())).rule.split(".")[0] in library().instruments
    True
    """
    for instrument in library().instruments:
        for rule, entry in examples(instrument).items():
            yield from _of_rule(rule, entry)


def _of_rule(rule: str, entry: Any) -> Iterator[Example]:
    for case in entry["cases"]:
        facts = {**entry["given"], **case["facts"]}
        for name in case.get("drop", ()):
            facts.pop(name)
        on = case.get("on", entry["on"])
        yield Example(rule, case["kind"], case["title"], on, facts, case["light"], case.get("passes"))
