"""The law as it lies in `law/`: every instrument's folder is found, read once and checked. No list to keep.

The folders are loaded by name, as data: nothing here names an instrument.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import tomli

from quanheng.kernel.citations import Citation
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.facts import known_fact
from quanheng.regulation.core.instruments import Instrument, NotInForce, read_instrument
from quanheng.regulation.core.layers import overlaid
from quanheng.regulation.core.parameters import Figure, Parameter, read_parameters
from quanheng.regulation.core.rules import Rule

PACKAGE = "quanheng.regulation.law"
Entry = TypeVar("Entry")


@dataclass(frozen=True, eq=False)
class Library:
    """法规库: instruments, parameters, rules and derivations by name; `layers` are the local ones it includes."""

    instruments: Mapping[str, Instrument]
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, Rule]
    derivations: Mapping[str, Derivation] = field(default_factory=dict)
    layers: tuple[str, ...] = ()

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

    @property
    def entries(self) -> list[Rule | Derivation]:
        """Every rule and every derivation."""
        return [*self.rules.values(), *self.derivations.values()]

    def derivations_of(self, fact: str, on: date) -> list[Derivation]:
        """The derivations in force that work out a fact."""
        return [each for each in self._by_fact.get(fact, ()) if self.is_in_force(each, on)]

    def is_in_force(self, rule: Rule | Derivation, on: date) -> bool:
        """Whether a rule or a derivation is in force with all its figures."""
        return rule.is_in_force(on) and all(self.figure(name, on) is not None for name in rule.param_names)

    def cite(self, rule: Rule | Derivation, on: date) -> tuple[Citation, ...]:
        """The clauses as the versions in force on a day number them; instruments not then in force are left out.

        With them those of the local layers whose figures the rule then rests on.
        """
        found = []
        for key in (*rule.cites, *self._cited_by_layers(rule, on)):
            instrument, _, clause = key.rpartition(":")
            try:
                found.append(self.instruments[instrument or rule.instrument].cite(clause, on))
            except NotInForce:
                continue
        return tuple(found)

    def _cited_by_layers(self, rule: Rule | Derivation, on: date) -> list[str]:
        figures = [self.figure(name, on) for name in sorted(rule.param_names)]
        keys = [figure.cites for figure in figures if figure and figure.cites.split(":")[0] in self.layers]
        return [key for key in dict.fromkeys(keys) if not key.startswith(f"{rule.instrument}:")]

    @cached_property
    def _by_fact(self) -> Mapping[str, list[Derivation]]:
        found: dict[str, list[Derivation]] = {}
        for each in self.derivations.values():
            found.setdefault(each.fact, []).append(each)
        return found


@cache
def library(*layers: str) -> Library:
    """The national law, read once, with the local layers asked for. Raises KeyError for an unknown layer.

    Raises ValueError for a rule that speaks of unknown facts, figures, clauses or rules, or a layer that loosens.

    >>> library().figure("selection_regulations.deputy_months", date(2026, 1, 1)).value
    24
    """
    whole = _whole()
    if unknown := set(layers) - set(local_layers()):
        raise KeyError(f"no local layer {', '.join(sorted(unknown))}; there are {', '.join(local_layers())}")
    left = set(local_layers()) - set(layers)
    return Library(
        {name: each for name, each in whole.instruments.items() if name not in left},
        overlaid(_without(whole.parameters, left), whole.instruments, layers),
        _without(whole.rules, left),
        _without(whole.derivations, left),
        layers,
    )


def local_layers() -> tuple[str, ...]:
    """The local instruments, by name. Each may be added to the national law by `library(name)`."""
    return tuple(name for name, each in _whole().instruments.items() if each.layer)


@cache
def examples(instrument: str) -> Mapping[str, object]:
    """The contents of an instrument's `examples*.toml`, by rule id; empty when it has none."""
    found: dict[str, object] = {}
    for path in sorted((files(PACKAGE) / instrument).iterdir(), key=lambda each: each.name):
        if path.name.startswith("examples") and path.name.endswith(".toml"):
            found |= _toml(path)
    return found


@cache
def _whole() -> Library:
    instruments: dict[str, Instrument] = {}
    parameters: dict[str, Parameter] = {}
    rules: dict[str, Rule] = {}
    derivations: dict[str, Derivation] = {}
    for folder in sorted(files(PACKAGE).iterdir(), key=lambda each: each.name):
        if folder.is_dir() and (folder / "source.toml").is_file():
            instruments[folder.name] = read_instrument(folder.name, _toml(folder / "source.toml"))
            if (folder / "parameters.toml").is_file():
                parameters |= read_parameters(folder.name, _toml(folder / "parameters.toml"))
            for found in _written(folder):
                if isinstance(found, Rule):
                    rules[found.id] = found
                else:
                    derivations[found.id] = found
    made = Library(instruments, parameters, rules, derivations)
    for rule in rules.values():
        _check(rule, made)
    for derivation in derivations.values():
        _check(derivation, made)
    for name in (name for name, each in instruments.items() if each.layer):
        overlaid(parameters, instruments, (name,))
    return made


def _without(entries: Mapping[str, Entry], layers: Iterable[str]) -> dict[str, Entry]:
    left = set(layers)
    return {name: each for name, each in entries.items() if name.split(".", 1)[0] not in left}


def _toml(path: Traversable) -> dict[str, object]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error


def _written(folder: Traversable) -> list[Rule | Derivation]:
    found: dict[str, Rule | Derivation] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".py") and file.name != "__init__.py":
            module = import_module(f"{PACKAGE}.{folder.name}.{file.name.removesuffix('.py')}")
            for rule in vars(module).values():
                if isinstance(rule, Rule | Derivation):
                    if rule.id in found and found[rule.id] is not rule:
                        raise ValueError(f"two rules are called {rule.id}")
                    if rule.instrument != folder.name:
                        raise ValueError(f"{rule.id} stands in {folder.name}")
                    found[rule.id] = rule
    return list(found.values())


def _check(rule: Rule | Derivation, law: Library) -> None:
    for name in rule.fact_names:
        if known_fact(name).type is list and isinstance(rule, Rule):
            raise ValueError(f"{rule.id} reads the records {name}; a derivation makes facts of them")
    for name in rule.param_names:
        law.figure(name, rule.since)
    for other in rule.unless if isinstance(rule, Rule) else ():
        if law.instruments[law.rule(other).instrument].layer and other.split(".")[0] != rule.instrument:
            raise ValueError(f"{rule.id}: a local rule cannot be an exception to another instrument's")
    for key in rule.cites:
        instrument, _, clause = key.rpartition(":")
        if clause not in law.instruments[instrument or rule.instrument].clauses:
            raise ValueError(f"{rule.id} cites {key}, which source.toml does not have")
