"""Clocks of ranks: who is how long in which rank, when the next one is due by the law, and whether its number has room."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.establishment.core.rank_ladder import LADDER, TENURE
from quanheng.establishment.queries.rank_clocks import RankClock, rank_clock_of, rank_clocks, ranked
from quanheng.establishment.screens.institution_words import verdict_nodes
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.periods import Months
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light, worst
from quanheng.registry.queries.fields import authorities
from quanheng.registry.queries.file import cover_of
from quanheng.registry.queries.labels import label_of
from quanheng.regulation.core.judge import Finding
from quanheng.web.core.addresses import screen
from quanheng.web.core.formats import format_day, format_duration
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

PAGE = 30


@screen("ranks/", name="rank_clocks", permission="registry.view")
def rank_clocks_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("rank", "organisation", "authority")}
    rows = ranked(by=by, on=today, as_of=as_of, **asked)
    page = slice_of(rows, request, order=("from_on", "id"), size=PAGE)
    context = {
        "page": page,
        "rows": [_row(each) for each in rank_clocks(list(page), as_of=as_of)],
        "ladder": [("", gettext("不限")), *((code, label_of("rank", code)) for code in reversed(LADDER))],
        "authorities": [("", gettext("不限")), *authorities(by=by, on=today)],
        **asked,
    }
    return render(request, "establishment/rank_clocks.html", context)


@screen("people/<uuid:key>/rank/", name="rank_clock", permission="registry.view")
def rank_clock_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """One person's rise, rule by rule; sanctions count where the reader may see them, and stay unknown elsewhere."""
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    file = cover_of(by=by, on=today, key=key)
    if file is None:
        raise Http404
    found = rank_clock_of(file.person, as_of=as_of, with_bars=file.may_see_sensitive)
    context = {
        "person": file.person,
        "clock": found,
        "facts": _facts(found) if found else [],
        "nodes": verdict_nodes(found.verdict) if found else [],
        "has_bars": file.may_see_sensitive,
    }
    return render(request, "establishment/rank_clock.html", context)


def _row(each: RankClock) -> dict[str, Any]:
    tenure = _finding(each, TENURE[0])
    return {
        "name": each.person.name,
        "url": link("rank_clock", each.person.pk),
        "organisation": each.person.organisation.name if each.person.organisation else "",
        "rank": label_of("rank", each.spell.code),
        "since": each.spell.from_on,
        "target": label_of("rank", each.target) if each.target else "",
        "months": _shown(tenure, "rank_months"),
        "needed": _shown(tenure, "rank_months_needed"),
        "due": _due(tenure),
        "free": _free(each),
        "light": worst(each.light for each in each.verdict.findings).key if each.verdict else "",
    }


def _facts(each: RankClock) -> list[dict[str, object]]:
    row = _row(each)
    labels = {
        "organisation": "所在单位", "rank": "现职级", "since": "任现职级起", "target": "拟晋升职级", "months": "已任年限",
        "needed": "所需年限", "due": "年限届满", "free": "职级职数",
    }  # fmt: skip
    return [{"label": gettext(label), "value": row[name]} for name, label in labels.items()]


def _finding(each: RankClock, rule: str) -> Finding | None:
    return (
        next((found for found in each.verdict.findings if found.rule.id == rule), None)
        if each.verdict
        else None
    )


def _shown(finding: Finding | None, fact: str) -> str:
    value = finding.facts.get(fact) if finding else None
    return format_duration(int(value), gettext) if isinstance(value, Months | int) else "—"


def _due(finding: Finding | None) -> str | Text:
    """Already full, the day on which time alone fills it, or what is missing."""
    if finding is None:
        return ""
    if finding.light is Light.PASSED:
        return text("已满")
    if finding.light is Light.UNKNOWN:
        return text("年度考核结果不全") if "annual_results" in _roots(finding) else text("待核")
    return format_day(finding.passes_on)


def _roots(finding: Finding) -> Iterable[str]:
    """What is missing at the bottom: the counts of graded years rest on the yearly results alone."""
    counted = {"excellent_years_in_span", "uncounted_years_in_span", "incompetent_years_in_span"}
    return ["annual_results" if name in counted else name for name in finding.missing]


def _free(each: RankClock) -> str | Text:
    if each.target is None:
        return ""
    if each.approved is None:
        return text("没有核定职数")
    return text("核定{approved}，已任{held}", approved=each.approved, held=each.held)
