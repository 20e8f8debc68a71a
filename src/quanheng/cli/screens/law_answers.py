"""What `quanheng law …` answers. Loaded by the command that asks: other commands start without the law."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from quanheng.cli.screens.law_words import Say, speaker
from quanheng.kernel.explanations import Explanation
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.catalogue import subjects
from quanheng.regulation.core.conditions import is_advisory
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.examples import Example, examples_of
from quanheng.regulation.core.facts import CATALOGUE, FactError, shown
from quanheng.regulation.core.judge import Finding, Verdict, judge
from quanheng.regulation.core.library import Library, library
from quanheng.regulation.core.questions import compare as compare_days
from quanheng.regulation.core.questions import read_question, touched
from quanheng.regulation.core.rules import Rule
from quanheng.regulation.core.wanted import wanted

console = Console(highlight=False)

ADVISORY = Text("（未经核实，仅作提示）")
TRUTHS = {True: "●", False: "■", None: "○"}


def judge_facts(
    facts: Path, *, on: date, rule: Sequence[str], subject: str, layer: Sequence[str], english: bool
) -> None:
    """The verdict on a file of facts."""
    say, law, given = speaker(english=english), library(*layer), _read(facts)
    rules = rule or touched(given, on=on, law=law)
    verdict = judge(given, on=on, rules=rules, subject=subject or None, law=law)
    _print_verdict(verdict, say)


def compare(
    facts: Path, *, days: tuple[date, date], rule: Sequence[str], layer: Sequence[str], english: bool
) -> None:
    """What differs between two days."""
    say, law = speaker(english=english), library(*layer)
    *verdicts, changes = compare_days(_read(facts), days=days, rules=rule or None, law=law)
    for verdict in verdicts:
        _print(_headline(verdict, say))
    for change in (each for each in changes if each.is_changed and each.is_told):
        _print(f"{change.catalogue}：{say(Text('结论变化' if change.is_light_changed else '依据变化'))}")
        for day, finding in zip(days, (change.before, change.after), strict=True):
            _print(f"    {day}  {_told(finding, say)}")
    _print(say(text("没有变化的：{count}项", count=sum(not each.is_changed for each in changes))))
    untold = sum(each.is_changed and not each.is_told for each in changes)
    if untold:
        _print(say(text("有变化但没有一项有关事实的：{count}项", count=untold)))


def explain(rule: str, *, day: date, layer: Sequence[str], english: bool) -> None:
    """One rule with its figures and examples."""
    say, law = speaker(english=english), library(*layer)
    found = _found(rule, law)
    console.print(f"[bold]{say(Text(found.term))}[/]  {found.id}  （{found.catalogue}）")
    console.print(found.means if english else found.means_zh)
    in_force = law.is_in_force(found, day)
    console.print(
        say(Text("当日有效" if in_force else "当日无效")) + f"：{found.since} – {found.repealed or ''}"
    )
    for citation in law.cite(found, day):
        console.print(f"  {citation}" + ("" if citation.is_verified else " " + say(Text("（未经核实）"))))
    if in_force and isinstance(found, Rule):
        _print_conditions(found, law, day, say)
    for name in sorted(found.param_names):
        parameter = law.parameters[name]
        values = "；".join(
            f"{each.from_on}：{each.value if each.value is not None else '—'}" for each in parameter.figures
        )
        console.print(f"  {say(Text(parameter.zh))} {name}：{values}")
    for example in examples_of(found.id):
        console.print(f"  {_example(example)}", soft_wrap=True)


def list_rules(*, day: date, subject: str, layer: Sequence[str], english: bool) -> None:
    """The rules in force on a day."""
    say, law = speaker(english=english), library(*layer)
    rules = [each for each in law.entries if law.is_in_force(each, day)]
    for each in sorted(rules, key=lambda each: each.id):
        if not subject or each.subject == subject:
            cites = "、".join(map(str, law.cite(each, day)))
            console.print(f"{each.id}  {say(Text(each.term))}  {cites}", soft_wrap=True)
    console.print(
        say(text("共{count}条", count=sum(not subject or each.subject == subject for each in rules)))
    )


def facts(*, words: str, subject: str) -> None:
    """The facts that rules may speak of."""
    found = [
        entry
        for entry in CATALOGUE.values()
        if words.lower() in f"{entry.name} {entry.zh} {entry.en}".lower() and subject in ("", entry.subject)
    ]
    if not found:
        raise ValueError(
            f"没有这样的事实 / no such fact: {words} {subject}; subjects: {', '.join(subjects())}"
        )
    for entry in found:
        values = (
            "、".join(f"{key} {word}" for key, word in entry.words.items()) or f"{entry.kind} {entry.unit}"
        )
        _print(f"[bold]{entry.name}[/]  {entry.zh}  {entry.en}  [dim]{values}；{entry.source}[/]")


def _read(path: Path) -> dict[str, object]:
    try:
        return read_question(path.read_text(encoding="utf-8-sig"), name=path.name)
    except UnicodeDecodeError as error:
        raise FactError(f"{path.name}: 请存为 UTF-8 / save it as UTF-8 ({error.reason})") from error


def _found(name: str, law: Library) -> Rule | Derivation:
    if name in law.derivations:
        return law.derivations[name]
    try:
        return law.rule(name)
    except KeyError as error:
        raise ValueError(str(error.args[0])) from error


def _headline(verdict: Verdict, say: Say) -> str:
    counts = {light: sum(each.light is light for each in verdict.findings) for light in reversed(Light)}
    told = "  ".join(
        f"{light.sign}{say(Text(light.word))} {count}" for light, count in counts.items() if count
    )
    if not verdict.findings:
        return f"○ {verdict.on}  " + say(Text("没有一条规则可用：所给事实不足，或当日没有相应规定"))
    return f"[bold]{verdict.light.sign} {say(Text(verdict.light.word))}[/]  {verdict.on}  {told}"


def _print_verdict(verdict: Verdict, say: Say) -> None:
    _print(_headline(verdict, say))
    for finding in (each for each in verdict.findings if not each.is_untold):
        _print_finding(finding, say)
    untold = [each for each in verdict.findings if each.is_untold]
    if untold:
        _print(
            f"{Light.UNKNOWN.sign} "
            + say(text("还有{count}条规则适用，但没有一项有关事实", count=len(untold)))
        )
    for finding in untold:
        facts = "、".join(f"{say(Text(CATALOGUE[each].zh))} {each}" for each in finding.missing)
        _print(f"    {say(Text(finding.rule.term))}：{facts}  [dim]{finding.rule.id}[/]")
    for each in verdict.worked_out:
        cites = "、".join(map(str, each.citations))
        _print(f"＝ {say(Text(CATALOGUE[each.fact].zh))}：{say(shown(each.fact, each.value))}  {cites}")


def _print_finding(finding: Finding, say: Say) -> None:
    advisory = say(ADVISORY) if finding.is_advisory else ""
    cites = "、".join(finding.cites)
    _print(
        f"{finding.light.sign} [bold]{say(Text(finding.rule.term))}[/]  {cites}{advisory}  [dim]{finding.rule.id}[/]"
    )
    _print_reasons(finding.explanation, say)
    if finding.missing:
        facts = "、".join(f"{say(Text(CATALOGUE[each].zh))} {each}" for each in finding.missing)
        _print("    " + say(text("缺少：{facts}", facts=facts)))
    if finding.remedy:
        _print(f"    → {say(finding.remedy)}")


def _print_reasons(why: Explanation, say: Say) -> None:
    for depth, node in why.walk():
        _print(f"{'  ' * (depth + 2)}{TRUTHS[node.truth]} {say(node.sentence)}")


def _told(finding: Finding | None, say: Say) -> str:
    if finding is None:
        return say(Text("没有规定"))
    light, cites = finding.light, "、".join(finding.cites)
    reason = say(finding.explanation.sentence)
    return f"{light.sign}{say(Text(light.word))}  {say(Text(finding.rule.term))}：{reason}  {cites}"


def _print(line: str) -> None:
    console.print(line, soft_wrap=True)


def _print_conditions(rule: Rule, law: Library, day: date, say: Say) -> None:
    for head, condition in (("适用于", rule.when), ("要求", rule.requires)):
        if condition is not None:
            _print(say(Text(head)))
            for depth, sentence in wanted(condition, law, day):
                _print(f"{'  ' * (depth + 1)}· {say(sentence)}")
    light = rule.effect.light
    advisory = say(ADVISORY) if is_advisory(law, rule, day) else ""
    _print(f"{say(Text('后果'))}：{light.sign} {say(Text(light.word))}{advisory}")
    for other in rule.unless:
        _print(f"{say(Text('例外'))}：{say(Text(law.rule(other).term))} {other}")


def _example(example: Example) -> str:
    facts = "，".join(f"{CATALOGUE[name].zh}={shown(name, value)}" for name, value in example.facts.items())
    result = example.light or example.value
    return f"{example.on}  {example.title}：{facts} → {result}"
