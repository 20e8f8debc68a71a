"""The law as it lies in `law/`: every instrument's folder is found, read once and checked. No list to keep.

The folders are loaded by name, as data: nothing here names an instrument.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from quanheng.kernel.citations import Citation
from quanheng.regulation.core.facts import known_fact
from quanheng.regulation.core.instruments import Instrument, NotInForce, read_instrument
from quanheng.regulation.core.parameters import Figure, Parameter, read_parameters
from quanheng.regulation.core.rules import Rule

PACKAGE = "quanheng.regulation.law"


@dataclass(frozen=True)
class Library:
    """法规库: instruments, parameters and rules by name."""

    instruments: Mapping[str, Instrument]
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, Rule]

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id. Raises KeyError naming it."""
        if rule_id not in self.rules:
            raise KeyError(f"no rule {rule_id!r}")
        return self.rules[rule_id]

    def figure(self, name: str, on: date) -> Figure | None:
        """A parameter's figure on a day, None when none is in force. Raises KeyError for an unknown name."""
        if name not in self.parameters:
            raise KeyError(f"no parameter {name!r}")
        return self.parameters[name].figure_on(on)

    def cite(self, rule: Rule, on: date) -> tuple[Citation, ...]:
        """The rule's clauses as the versions in force on a day number them; instruments not yet in force are left out."""
        found = []
        for key in rule.cites:
            instrument, _, clause = key.rpartition(":")
            try:
                found.append(self.instruments[instrument or rule.instrument].cite(clause, on))
            except NotInForce:
                continue
        return tuple(found)


@cache
def library() -> Library:
    """The whole law, read once. Raises ValueError for a rule that speaks of unknown facts, figures, clauses or rules.

    >>> library().figure("selection_regulations.deputy_months", date(2026, 1, 1)).value
    24
    """
    instruments: dict[str, Instrument] = {}
    parameters: dict[str, Parameter] = {}
    rules: dict[str, Rule] = {}
    for folder in sorted(files(PACKAGE).iterdir(), key=lambda each: each.name):
        if folder.is_dir() and (folder / "source.toml").is_file():
            instruments[folder.name] = read_instrument(folder.name, _toml(folder / "source.toml"))
            if (folder / "parameters.toml").is_file():
                parameters |= read_parameters(folder.name, _toml(folder / "parameters.toml"))
            rules |= _rules(folder)
    made = Library(instruments, parameters, rules)
    for rule in rules.values():
        _check(rule, made)
    return made


def examples(instrument: str) -> Mapping[str, object]:
    """The contents of an instrument's `examples.toml`, by rule id; empty when it has none."""
    path = files(PACKAGE) / instrument / "examples.toml"
    return _toml(path) if path.is_file() else {}


def _toml(path: Traversable) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _rules(folder: Traversable) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".py") and file.name != "__init__.py":
            module = import_module(f"{PACKAGE}.{folder.name}.{file.name.removesuffix('.py')}")
            for rule in vars(module).values():
                if isinstance(rule, Rule):
                    if rule.id in found:
                        raise ValueError(f"two rules are called {rule.id}")
                    found[rule.id] = rule
    return found


def _check(rule: Rule, law: Library) -> None:
    for name in rule.fact_names:
        known_fact(name)
    for name in rule.param_names:
        law.figure(name, rule.since)
    for other in rule.unless:
        law.rule(other)
    for key in rule.cites:
        instrument, _, clause = key.rpartition(":")
        if clause not in law.instruments[instrument or rule.instrument].clauses:
            raise ValueError(f"{rule.id} cites {key}, which source.toml does not have")
