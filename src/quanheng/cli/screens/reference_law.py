"""The generated pages on the law: the catalogue of facts, and one page for each instrument."""

from collections.abc import Sequence
from datetime import date, timedelta

from quanheng.cli.screens.reference_pages import code, page, table
from quanheng.regulation.core.catalogue import subjects
from quanheng.regulation.core.conditions import is_advisory
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.entries import FactEntry
from quanheng.regulation.core.examples import Example, all_examples
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.instruments import Clause, Instrument
from quanheng.regulation.core.library import Library, library, local_layers
from quanheng.regulation.core.parameters import Parameter
from quanheng.regulation.core.rules import Effect, Rule

EFFECTS = {
    Effect.FORBID: "■ forbids",
    Effect.ASK_SUPERIOR: "◆ the superior is asked",
    Effect.WARN: "▲ warns",
    Effect.INFORM: "● informs",
}


def facts() -> str:
    """Every fact, by what it is about."""
    parts = []
    for subject, words in subjects().items():
        rows = [_fact(entry) for entry in CATALOGUE.values() if entry.subject == subject]
        if rows:
            parts.append(
                f"## {words['zh']} `{subject}`\n\n"
                + table(["fact", "中文", "English", "value", "comes from"], rows)
            )
    return page(
        "Facts",
        "What rules may speak of. A fact that is not known makes a verdict unknown, never passed.",
        *parts,
    )


def _fact(entry: FactEntry) -> list[str]:
    kind = {bool: "yes or no", int: f"number{f' ({entry.unit})' if entry.unit else ''}"}.get(
        entry.type, "date"
    )
    value = "、".join(f"{key} {word}" for key, word in entry.words.items()) or (
        "word" if entry.type is str else kind
    )
    return [
        code(entry.name),
        entry.zh,
        entry.en,
        f"{value}{', grows with time' if entry.grows else ''}",
        entry.source,
    ]


def instruments() -> dict[str, str]:
    """A page for each instrument, by its name under docs/reference."""
    law = library(*local_layers())
    examples = by_rule()
    return {"law/coverage.md": coverage(law)} | {
        f"law/{name}.md": _instrument(each, law, examples) for name, each in law.instruments.items()
    }


def by_rule() -> dict[str, list[Example]]:
    """The examples of every rule and derivation."""
    found: dict[str, list[Example]] = {}
    for example in all_examples():
        found.setdefault(example.rule, []).append(example)
    return found


def _instrument(instrument: Instrument, law: Library, examples: dict[str, list[Example]]) -> str:
    own = [each for each in law.rules.values() if each.instrument == instrument.name]
    worked_out = [each for each in law.derivations.values() if each.instrument == instrument.name]
    figures = [each for name, each in law.parameters.items() if name.split(".", 1)[0] == instrument.name]
    parts = ["## Versions", _versions(instrument)]
    parted: tuple[tuple[str, Sequence[Rule | Derivation]], ...] = (
        ("## Rules", own),
        ("## What the law works out", worked_out),
    )
    for head, entries in parted:
        if entries:
            ordered = sorted(entries, key=lambda each: each.id)
            parts += [head, *(_rule(each, law, examples.get(each.id, [])) for each in ordered)]
    if figures:
        parts += ["## Figures over time", _figures(figures)]
    parts += ["## Clauses, in our own words", _clauses(instrument, law)]
    if instrument.uncoded:
        rows = [[key, each["zh"], each["en"]] for key, each in instrument.uncoded.items()]
        parts += ["## Not encoded, and why", table(["clause", "中文", "English"], rows)]
    local = f" Local rules of {instrument.layer.authority_en}." if instrument.layer else ""
    return page(f"《{instrument.zh}》", f"{instrument.en}. `law/{instrument.name}`{local}", *parts)


def coverage(law: Library) -> str:
    """Every matter of the catalogue with the rules that answer it and whether they bind or only advise."""
    found: dict[str, list[str]] = {}
    for each in law.entries:
        day = _last_day(each, law)
        state = "advises" if is_advisory(law, each, day) else "binds"
        found.setdefault(each.catalogue, []).append(f"{code(each.id)} {state}")
    rows = [[matter, len(rules), ", ".join(rules)] for matter, rules in sorted(found.items())]
    told = f"{len(found)} matters, {len(law.rules)} rules, {len(law.derivations)} derivations, {len(law.instruments)} instruments."
    return page("Coverage of the law", told, table(["matter", "rules", "which, and whether they bind"], rows))


def _versions(instrument: Instrument) -> str:
    rows = (
        [each.key, f"《{each.title}》", each.from_on, each.document_number] for each in instrument.versions
    )
    return table(["version", "title", "in force from", "number"], rows)


def _rule(rule: Rule | Derivation, law: Library, examples: Sequence[Example]) -> str:
    cited = [str(cite) for cite in law.cite(rule, _last_day(rule, law))]
    lines = [
        f"- {_effect(rule)}{'' if rule.verified else ' (not verified: only advises)'}",
        f"- In force from {rule.since}{f' until {rule.repealed}' if rule.repealed else ''}; about {subjects()[rule.subject]['zh']}; {rule.catalogue}",
        f"- Rests on: {'；'.join(cited) or '、'.join(rule.cites)}",
        f"- Reads: {_names(rule.fact_names)}",
    ]
    lines += [f"- Figures: {_names(rule.param_names)}"] if rule.param_names else []
    lines += [f"- Not when met: {_names(rule.unless)}"] if isinstance(rule, Rule) and rule.unless else []
    lines += [f"- Nothing follows: {rule.gone}"] if rule.gone else []
    told = [f"### {rule.term} `{rule.id}`", f"{rule.means_zh}\n{rule.means}", "\n".join(lines)]
    return "\n\n".join([*told, "\n".join(map(_example, examples))])


def _effect(rule: Rule | Derivation) -> str:
    if isinstance(rule, Rule):
        return f"Effect when not met: {EFFECTS[rule.effect]}"
    return f"Works out {code(rule.fact)} {CATALOGUE[rule.fact].zh}"


def _example(example: Example) -> str:
    facts = "，".join(f"{CATALOGUE[name].zh} {_value(name, value)}" for name, value in example.facts.items())
    result = example.light or ("unknown" if example.value is None else example.value)
    return f"- {example.on} {example.title}：{facts} → {result}"


def _value(name: str, value: object) -> object:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "；".join("、".join(f"{key} {held}" for key, held in record.items()) for record in value)
    return shown(name, value)


def _last_day(rule: Rule | Derivation, law: Library) -> date:
    """A day on which the rule is in force, as late as the encoded versions go: its clauses are numbered as on that day."""
    if rule.repealed is not None:
        return rule.repealed - timedelta(days=1)
    return max(rule.since, law.instruments[rule.instrument].versions[-1].from_on)


def _names(names: Sequence[str] | frozenset[str]) -> str:
    return ", ".join(map(code, sorted(names)))


def _figures(figures: Sequence[Parameter]) -> str:
    rows = []
    for parameter in sorted(figures, key=lambda each: each.name):
        for figure in parameter.figures:
            value = "repealed" if figure.value is None else f"{figure.value}{parameter.unit}"
            checked = "" if figure.is_verified else "not verified"
            rows.append(
                [
                    code(parameter.name.split(".", 1)[1]),
                    parameter.zh,
                    figure.from_on,
                    value,
                    figure.cites,
                    checked,
                ]
            )
    return table(["figure", "中文", "from", "value", "clause", "evidence"], rows)


def _clauses(instrument: Instrument, law: Library) -> str:
    used = _cited(instrument, law)
    rows = (
        [*_clause(clause, instrument), "" if key in used else "no rule or figure yet"]
        for key, clause in instrument.clauses.items()
    )
    return table(["clause", "numbers", "中文", "English", "evidence", "encoded"], rows)


def _clause(clause: Clause, instrument: Instrument) -> list[str]:
    numbers = "; ".join(
        f"{each.key}: {clause.number_in(each.key) or 'not seen'}" for each in instrument.versions
    )
    return [clause.key, numbers, clause.zh, clause.en, clause.evidence]


def _cited(instrument: Instrument, law: Library) -> set[str]:
    """The clauses that some rule or figure, here or in another instrument, rests on."""
    found: set[str] = set()
    cited = [(rule.instrument, key) for rule in law.entries for key in rule.cites]
    cited += [(name.split(".", 1)[0], each.cites) for name, p in law.parameters.items() for each in p.figures]
    for home, key in cited:
        other, _, clause = key.rpartition(":")
        if (other or home) == instrument.name:
            found.add(clause)
    return found
