"""法规: the instruments and the rules in force on a day, and their search."""

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.instruments import Instrument, NotInForce
from quanheng.regulation.core.library import Library, library, local_layers
from quanheng.regulation.screens.shown import rule_rows
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

RULES = (Column("term", "规则"), Column("cites", "条款"), Column("means", "要求"))
INSTRUMENTS = (
    Column("title", "法规"),
    Column("version", "当日版本"),
    Column("from_on", "施行日期"),
    Column("rules", "规则数", is_number=True),
    Column("note", "说明"),
)


@screen("law/", name="law", menu="法规", order=75)
def law(request: HttpRequest) -> HttpResponse:
    """Every instrument with the version of the day; with words to look for, the rules that say them."""
    on, words = clock.as_of(request), request.GET.get("q", "").strip()[:60]
    known = library(*local_layers())
    context: dict[str, Any] = {"on": on, "words": words, "may_adopt": _may_adopt(request)}
    if words:
        found = [each for each in known.entries if _says(each, words, known)]
        in_force = [each for each in found if known.is_in_force(each, on)]
        context |= {"columns": RULES, "rows": rule_rows(in_force[:200], known, on), "count": len(in_force)}
    else:
        context |= {
            "columns": INSTRUMENTS,
            "rows": [_row(each, on) for each in known.instruments.values()],
        }
    return render(request, "regulation/law.html", context)


def _may_adopt(request: HttpRequest) -> bool:
    return isinstance(request.user, Account) and rights_of(request.user, on=clock.today()).may("regulation.adopt")


def _says(rule: Any, words: str, known: Library) -> bool:
    title = known.instruments[rule.instrument].zh
    told = f"{rule.term} {rule.term_en} {rule.means} {rule.means_zh} {rule.id} {rule.catalogue} {title}"
    return words.lower() in told.lower()


def _row(instrument: Instrument, on: date) -> dict[str, Any]:
    return {
        "title": Text(instrument.zh),
        "url": link("law_instrument", name=instrument.name),
        **_version(instrument, on),
        "rules": _counts(on)[instrument.name],
        "note": text("地方规定：{authority}", authority=Text(instrument.layer.authority_zh))
        if instrument.layer
        else "",
    }


@lru_cache(maxsize=64)
def _counts(on: date) -> Counter[str]:
    """How many rules and derivations of each instrument are in force on a day."""
    known = library(*local_layers())
    every = known.entries
    return Counter(each.instrument for each in every if known.is_in_force(each, on))


def _version(instrument: Instrument, on: date) -> dict[str, object]:
    try:
        version = instrument.version_on(on)
    except NotInForce:
        return {"version": Text("当日未施行"), "from_on": ""}
    named = text("{key}年版", key=version.key) if version.key.isdigit() else ""
    return {"version": named, "from_on": version.from_on}
