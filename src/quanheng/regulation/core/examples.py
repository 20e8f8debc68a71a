"""Examples of rules as data, from `examples.toml`: what lawyers read and the tests run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.regulation.core.judge import judge, work_out
from quanheng.regulation.core.library import Library, examples, library, local_layers

NOT_APPLICABLE, NOT_IN_FORCE = "not_applicable", "not_in_force"


@dataclass(frozen=True)
class Example:
    """示例: facts on a day, and the light that the rule must show (or that it does not apply, or is not in force).

    For a derivation: the value that it must work out (None where it stays unknown), and no light.
    """

    rule: str
    kind: str
    title: str
    on: date
    facts: Mapping[str, object]
    light: str
    passes_on: date | None = None
    value: object = None

    def answer(self) -> tuple[str, date | None]:
        """What the rule really says: the light's key (or one of the two words) and the first day it will be met."""
        verdict = judge(self.facts, on=self.on, rules=[self.rule], law=self.law)
        if not verdict.findings:
            return (NOT_IN_FORCE if verdict.not_in_force else NOT_APPLICABLE), None
        return verdict.findings[0].light.key, verdict.findings[0].passes_on

    @property
    def law(self) -> Library:
        """The law it is judged by: the national one, with its own layer when its instrument is a local one."""
        instrument = self.rule.split(".", 1)[0]
        return library(instrument) if instrument in local_layers() else library()

    def worked_out(self) -> object:
        """What the derivation really works out; None when it is unknown or not in force."""
        derivation = self.law.derivations[self.rule]
        found = work_out(self.facts, derivation.fact, on=self.on, law=self.law)
        return found.value if found and found.derivation is derivation else None


def all_examples() -> Iterator[Example]:
    """Every example of every instrument, in the order of the files.

    >>> next(iter(all_examples())).rule.split(".")[0] in library().instruments
    True
    """
    for instrument in (*library().instruments, *local_layers()):
        for rule, entry in examples(instrument).items():
            yield from _of_rule(rule, entry)


def examples_of(rule: str) -> list[Example]:
    """The examples of one rule or derivation.

    >>> examples_of("selection_regulations.8.3.deputy")[0].kind
    'pass'
    """
    entry = examples(rule.split(".", 1)[0]).get(rule)
    return list(_of_rule(rule, entry)) if entry else []


def _of_rule(rule: str, entry: Any) -> Iterator[Example]:
    for case in entry["cases"]:
        facts = {**entry.get("given", {}), **case["facts"]}
        for name in case.get("drop", ()):
            facts.pop(name)
        on = case.get("on", entry["on"])
        yield Example(
            rule,
            case["kind"],
            case["title"],
            on,
            facts,
            case.get("light", ""),
            case.get("passes"),
            case.get("value"),
        )
