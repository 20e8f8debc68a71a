"""The fix list of data quality: rules with their counts and how they fall, and the people behind each count."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.registry.actions.count_quality import count_quality
from quanheng.registry.core.quality import CAP, KINDS, QualityRule, rules
from quanheng.registry.core.query import Query
from quanheng.registry.models import QualityIssue
from quanheng.registry.queries.quality import (
    EVERYBODY,
    RuleCount,
    days_counted,
    found_still,
    history,
    is_many,
    issues,
    rule_counts,
)
from quanheng.registry.queries.reckonings import Asked
from quanheng.registry.screens.act_form import cover
from quanheng.registry.screens.reader import actor
from quanheng.registry.screens.reckoning import asked_for
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import bar_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

RULES = [
    Column("name", "规则"), Column("kind", "类别"), Column("count", "人数", is_number=True),
    Column("change", "较上次", is_number=True), Column("means", "含义"),
]  # fmt: skip
PEOPLE = [
    Column("name", "姓名"),
    Column("post", "现任职务"),
    Column("shows", "情形"),
    Column("state", "状态"),
]
DAYS = [
    Column("day", "日期"),
    Column("found", "问题数", is_number=True),
    Column("people", "人数", is_number=True),
]


@screen("quality/", name="quality", permission="registry.view", menu="数据质量", order=28)
def quality(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    days = days_counted(by=by, on=today)
    counts = rule_counts(by=by, on=today, days=days)
    told = history(by=by, on=today, days=days)
    past = [_day(told, day) for day in days]
    sums = [float(row["found"]) for row in past]
    found = [each for each in counts if each.count or each.before]
    context = {
        "days": days, "rules": [_rule(each) for each in sorted(found, key=lambda each: -each.count)],
        "clean": [name_of(each.rule) for each in counts if not each.count and not each.before],
        "rule_columns": RULES, "past": past, "day_columns": DAYS,
        "may_count": _may_edit(request),
        "figure": bar_figure([f"{row['day']:%m-%d}" for row in past], sums),
    }  # fmt: skip
    return render(request, "registry/quality.html", context)


def _day(told: Mapping[tuple[date | None, str], int], day: date) -> dict[str, Any]:
    found = sum(count for (on, rule), count in told.items() if on == day and rule != EVERYBODY)
    return {"day": day, "found": found, "people": told.get((day, EVERYBODY), 0)}


def _rule(told: RuleCount) -> dict[str, Any]:
    change = "" if told.before is None else f"{told.count - told.before:+d}"
    return {
        "name": name_of(told.rule), "url": link("quality_rule", told.rule.key), "count": told.count,
        "change": change, "kind": KINDS[told.rule.kind], "means": _means(told.rule),
    }  # fmt: skip


def name_of(rule: QualityRule) -> str:
    """The rule in the reader's language."""
    return rule.en if _is_english() else rule.zh


def _means(rule: QualityRule) -> str:
    return rule.means_en if _is_english() else rule.means


def _may_edit(request: HttpRequest) -> bool:
    return rights_of(actor(request), on=clock.today()).may("registry.edit")


def _is_english() -> bool:
    return (get_language() or "").startswith("en")


@screen("quality/count/", name="quality_count", permission="registry.edit")
def quality_count(request: HttpRequest) -> HttpResponse:
    """Counts everything this account keeps: few people now, many in the background."""
    if request.method == "POST":
        if is_many(by=actor(request), on=clock.today()):
            return asked_for(request, Asked("quality", Query(), clock.today()))
        found = count_quality(by=actor(request), at=clock.now())
        messages.success(request, gettext("已核查，发现{n}处").format(n=found))
    return redirect("quality")


@screen("quality/<slug:rule>/", name="quality_rule", permission="registry.view")
def quality_rule(request: HttpRequest, rule: str) -> HttpResponse:
    """The people behind a count, each asked about again: who has been mended since is shown as such."""
    told = rules().get(rule)
    if told is None:
        raise Http404
    by, today = actor(request), clock.today()
    page = slice_of(issues(by=by, on=today, rule=rule), request, order=("id",))
    now = found_still([row.person_id for row in page], on=today, only=[rule])
    days = days_counted(by=by, on=today)[:1]
    counts = {each.rule.key: each.count for each in rule_counts(by=by, on=today, days=days)}
    context = {
        "name": name_of(told), "means": _means(told), "page": page, "columns": PEOPLE,
        "count": counts[rule], "counted_on": days[0] if days else None, "cap": CAP,
        "rows": [_person(row, told, now.get((row.person_id, rule)), may_edit=_may_edit(request)) for row in page],
    }  # fmt: skip
    return render(request, "registry/quality_rule.html", context)


def mend_url(rule: QualityRule, key: UUID, *, may_edit: bool) -> str:
    """Where a matter is mended; who may not edit goes to the record."""
    return link(rule.mend if may_edit else "person", key)


def issue_line(rule: str, shows: str, key: UUID) -> dict[str, str]:
    """One issue of one person, for somebody who may mend it."""
    told = rules()[rule]
    return {
        "name": name_of(told),
        "shows": shows,
        "means": _means(told),
        "url": mend_url(told, key, may_edit=True),
    }


@screen("people/<uuid:key>/quality/", name="person_quality", permission="registry.edit")
def person_quality(request: HttpRequest, key: UUID) -> HttpResponse:
    """Every rule asked about one person, as the record is now."""
    person = cover(request, key, is_edited=True).person
    now = found_still([key], on=clock.today())
    lines = [issue_line(rule, shows, key) for (_key, rule), shows in now.items()]
    return render(request, "registry/person_quality.html", {"person": person, "lines": lines})


def _person(row: QualityIssue, rule: QualityRule, shows: str | None, *, may_edit: bool) -> dict[str, Any]:
    return {
        "name": row.person.name,
        "url": mend_url(rule, row.person_id, may_edit=may_edit),
        "post": row.person.current_post,
        "shows": row.shows if shows is None else shows,
        "state": gettext("已补正") if shows is None else gettext("待补正"),
    }
