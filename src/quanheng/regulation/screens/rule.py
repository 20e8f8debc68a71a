"""One rule: what it asks, by which clause, its figures over time, its examples, and a form to try it on facts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.conditions import is_advisory
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.examples import Example, examples_of
from quanheng.regulation.core.facts import CATALOGUE, shown
from quanheng.regulation.core.library import library, local_layers
from quanheng.regulation.core.rules import Rule
from quanheng.regulation.core.wanted import wanted
from quanheng.regulation.screens.shown import meaning
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock

EXAMPLES = (
    Column("on", "日期"),
    Column("title", "示例"),
    Column("facts", "事实"),
    Column("result", "结论"),
)


@screen("law/rules/<str:rule>/", name="law_rule")
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    known, on = library(*local_layers()), clock.as_of(request)
    found = known.rules.get(rule) or known.derivations.get(rule)
    if found is None:
        raise Http404
    is_in_force = known.is_in_force(found, on)
    conditions = [
        {"head": head, "lines": wanted(condition, known, on)}
        for head, condition in _conditions(found)
        if condition is not None and is_in_force
    ]
    context = {
        "rule": found,
        "title": Text(found.term),
        "meaning": meaning(found),
        "on": on,
        "is_in_force": is_in_force,
        "is_advisory": isinstance(found, Rule) and is_in_force and is_advisory(known, found, on),
        "cites": [str(each) for each in known.cite(found, on)],
        "conditions": conditions,
        "light": found.effect.light.key if isinstance(found, Rule) else "",
        "exceptions": [known.rule(each) for each in found.unless] if isinstance(found, Rule) else [],
        "figures": [_figures(known.parameters[name]) for name in sorted(found.param_names)],
        "example_columns": EXAMPLES,
        "examples": [_example(each) for each in examples_of(rule)],
    }
    return render(request, "regulation/rule.html", context)


def _conditions(found: Rule | Derivation) -> tuple[tuple[str, Any], ...]:
    if isinstance(found, Rule):
        return ("适用于", found.when), ("要求", found.requires)
    return ()


def _figures(parameter: Any) -> dict[str, Any]:
    values = [
        text("{day}：{value}", day=each.from_on, value=_figure(each.value, parameter.unit))
        for each in parameter.figures
    ]
    return {"label": Text(parameter.zh), "value": values}


def _figure(value: object, unit: str) -> Text:
    return Text("废止") if value is None else text("{figure}" + unit, figure=value)


def _example(example: Example) -> dict[str, Any]:
    told = [
        text("{fact}：{value}", fact=Text(CATALOGUE[name].zh), value=shown(name, value))
        for name, value in example.facts.items()
    ]
    derivation = example.law.derivations.get(example.rule)
    if derivation is None:
        result: Any = Text(WORDS.get(example.light, "")) if example.light in WORDS else example.light
    else:
        result = Text("未知") if example.value is None else shown(derivation.fact, example.value)
    return {
        "on": example.on,
        "title": example.title,
        "facts": told,
        "result": result,
        "light": example.light if derivation is None and example.light not in WORDS else "",
    }


WORDS = {"not_applicable": "不适用", "not_in_force": "未施行"}
