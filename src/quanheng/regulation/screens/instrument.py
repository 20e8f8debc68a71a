"""One instrument: its versions, rules, figures over time and clauses in our own words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.kernel.citations import clause_words
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.instruments import Instrument
from quanheng.regulation.core.library import Library, library, local_layers
from quanheng.regulation.core.parameters import Parameter
from quanheng.regulation.screens.law import RULES
from quanheng.regulation.screens.shown import in_english, rule_rows
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock

VERSIONS = (Column("key", "版本"), Column("from_on", "施行日期"), Column("number", "文号"))
FIGURES = (
    Column("name", "数值"),
    Column("from_on", "自"),
    Column("value", "值", is_number=True),
    Column("cites", "条款"),
    Column("seen", "核实"),
)


@screen("law/instruments/<str:name>/", name="law_instrument")
def instrument(request: HttpRequest, name: str) -> HttpResponse:
    known, on = library(*local_layers()), clock.as_of(request)
    if name not in known.instruments:
        raise Http404
    found = known.instruments[name]
    every = [each for each in known.entries if each.instrument == name]
    context = {
        "instrument": found,
        "title": Text(found.zh),
        "on": on,
        "versions": [
            {"key": each.key, "from_on": each.from_on, "number": each.document_number}
            for each in found.versions
        ],
        "version_columns": VERSIONS,
        "rule_columns": RULES,
        "rules": rule_rows([each for each in every if known.is_in_force(each, on)], known, on),
        "others": rule_rows([each for each in every if not known.is_in_force(each, on)], known, on),
        "figure_columns": FIGURES,
        "figures": [
            row
            for each in known.parameters.values()
            if each.name.split(".", 1)[0] == name
            for row in _figures(each, known)
        ],
        "clauses": _clauses(found),
        "uncoded": [
            {"key": key, "said": each["en" if in_english() else "zh"]} for key, each in found.uncoded.items()
        ],
    }
    return render(request, "regulation/instrument.html", context)


def _figures(parameter: Parameter, known: Library) -> list[dict[str, Any]]:
    instrument = known.instruments[parameter.name.split(".", 1)[0]]
    return [
        {
            "name": Text(parameter.zh),
            "from_on": each.from_on,
            "value": Text("废止")
            if each.value is None
            else text("{figure}" + parameter.unit, figure=each.value),
            "cites": _cited(each.cites, instrument, each.from_on, known),
            "seen": each.is_verified,
        }
        for each in parameter.figures
    ]


def _cited(key: str, instrument: Instrument, on: Any, known: Library) -> str:
    other, _colon, clause = key.rpartition(":")
    return str((known.instruments[other] if other else instrument).cite(clause, on)) if clause else ""


def _clauses(instrument: Instrument) -> list[dict[str, Any]]:
    return [
        {
            "key": clause.key,
            "said": clause.en if in_english() else clause.zh,
            "numbers": [
                {"version": version.key, "words": clause_words(clause.number_in(version.key)) or "—"}
                for version in instrument.versions
            ],
            "is_seen": clause.evidence in ("text", "statute", "secondary"),
        }
        for clause in instrument.clauses.values()
    ]
