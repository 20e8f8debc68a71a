"""Ask the law: a form of facts, the verdict of a day, and of a second day beside it. The address alone repeats the question."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.catalogue import subjects
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import Verdict, judge
from quanheng.regulation.core.library import Library, library, local_layers
from quanheng.regulation.core.questions import Change, compare, touched
from quanheng.regulation.core.sources import SOURCES, Source
from quanheng.regulation.screens.fact_form import MORE, FactForm
from quanheng.regulation.screens.shown import counts, nodes, worked_out
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

KEPT = ("subject", "on", "versus", "layer", MORE)


@screen("law/ask/", name="law_ask")
def question(request: HttpRequest) -> HttpResponse:
    """A GET form: what is left empty is left out of the address, so that the address can be handed on."""
    asked = request.GET
    if any(not value for key in asked for value in asked.getlist(key)):
        return HttpResponseRedirect(_without_empty(asked))
    subject = asked.get("subject", "candidacy")
    layers = [each for each in asked.getlist("layer") if each in local_layers()]
    law = library(*layers)
    names = _names(subject, law)
    on, versus = _day(asked, "on") or clock.as_of(request), _day(asked, "versus")
    form = FactForm(asked, names=names)
    picked, told = _picked(asked, request, on)
    context: dict[str, Any] = {
        "form": form,
        "own": form.own_fields(subject),
        "others": form.other_fields(subject),
        "is_others_open": any(asked.get(field.name) for field in form.other_fields(subject)),
        "on": on,
        "versus": versus,
        "subject": subject,
        "subjects": [(key, each["zh"]) for key, each in subjects().items() if _names(key, law)],
        "layers": [
            {"name": each, "title": library(each).instruments[each].zh, "is_chosen": each in layers}
            for each in local_layers()
        ],
        "sources": [_source(each, asked, request) for each in SOURCES],
        "told": told,
    }
    if form.is_valid():
        facts = {**picked, **form.facts()}
        if facts:
            context |= _answer(facts, on=on, versus=versus, law=law)
    return render(request, "regulation/question.html", context)


def _answer(facts: Mapping[str, object], *, on: date, versus: date | None, law: Library) -> dict[str, Any]:
    if versus:
        _before, verdict, changes = compare(facts, days=(versus, on), law=law)
        return _shown(verdict) | {
            "changes": [_change(each) for each in changes if each.is_changed and each.is_told]
        }
    return _shown(judge(facts, on=on, rules=touched(facts, on=on, law=law), law=law))


def _shown(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "light": verdict.light.key if verdict.findings else "",
        "counts": counts(verdict),
        "nodes": nodes(verdict),
        "worked_out": worked_out(verdict),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before and _side(change.before),
        "after": change.after and _side(change.after),
        "is_light_changed": change.is_light_changed,
    }


def _side(finding: Any) -> dict[str, Any]:
    return {
        "light": finding.light.key,
        "term": finding.rule.term,
        "cites": finding.cites,
        "why": finding.explanation.sentence,
    }


def _picked(asked: QueryDict, request: HttpRequest, on: date) -> tuple[dict[str, object], list[object]]:
    """The facts of the records named in the address, as far as this reader may see them; and what they are called."""
    values = {each.key: str(asked[each.key]) for each in SOURCES if each.key in asked}
    facts: dict[str, object] = {}
    told: list[object] = []
    for source in (each for each in SOURCES if each.key in values):
        found = source.read(values, by=request.user, today=clock.today(), on=on)
        if found is None:
            told.append(text("{what}：不存在，或者不在您的查阅权限内", what=Text(source.label)))
        else:
            facts |= found.facts
            told.append(found.title)
    return facts, told


def _source(source: Source, asked: QueryDict, request: HttpRequest) -> dict[str, Any]:
    return {
        "key": source.key,
        "label": source.label,
        "value": asked.get(source.key, ""),
        "choices": source.choices(by=request.user, today=clock.today()),
        "page": link(source.page) if source.page else "",
    }


@lru_cache(maxsize=256)
def _names(subject: str, law: Library) -> list[str]:
    """The facts that rules and derivations about a subject read, those of the subject itself first."""
    read: dict[str, None] = {}
    for each in law.entries:
        if each.subject == subject:
            read |= dict.fromkeys(sorted(each.fact_names))
    found = [name for name in read if name != "judged_on"]
    return sorted(found, key=lambda name: CATALOGUE[name].subject != subject)


def _day(asked: QueryDict, key: str) -> date | None:
    try:
        return date.fromisoformat(asked.get(key, ""))
    except ValueError:
        return None


def _without_empty(asked: QueryDict) -> str:
    kept = QueryDict(mutable=True)
    for key in asked:
        kept.setlist(key, [value for value in asked.getlist(key) if value])
    return f"?{kept.urlencode()}"
