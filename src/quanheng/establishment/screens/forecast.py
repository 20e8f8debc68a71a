"""Forecast of vacancies and ageing for ten years: chart, table, the people behind each number, the assumptions (X05)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.establishment.core.forecast import OLD, YOUNG, Year, forecast
from quanheng.establishment.queries.forecast import Held, leading_group
from quanheng.establishment.queries.warnings import Window
from quanheng.establishment.screens.reader import actor
from quanheng.establishment.screens.warnings_form import scope_fields, window
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import stacked_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

YEARS = 10


@screen("forecast/", name="forecast", permission="establishment.view")
def forecast_page(request: HttpRequest) -> HttpResponse:
    by, asked = actor(request), window(request)
    links = _Links(asked, link("warnings"), asked.day == clock.today())
    held = leading_group(asked, by=by, on=clock.today())
    years = forecast(held.groups, on=asked.day, years=YEARS)
    levels = sorted({level for year in years for level in year.by_level})
    return render(
        request,
        "establishment/forecast.html",
        {
            "fields": scope_fields(request, asked, by=by),
            "asked": asked,
            "held": held,
            "facts": _facts(held),
            "lines": [_line(year, held, links) for year in years],
            "levels": [label_of("post_level", level) or gettext("未登记") for level in levels],
            "level_lines": [_levels(year, levels, links) for year in years],
            **(_charts(years) if held.number else {}),
        },
    )


@dataclass(frozen=True)
class _Links:
    """What all links to the people behind a number have in common."""

    asked: Window
    address: str
    is_today: bool


def _line(year: Year, held: Held, links: _Links) -> dict[str, Any]:
    """A year: who goes, what is left of the quota, how old those who stay are."""
    gap = held.approved - year.left if held.approved is not None else None
    return {
        "year": year.year,
        "retiring": _number(year.retiring, year.year, links),
        "ending": year.ending,
        "left": year.left,
        "gap": gap,
        "mean_age": f"{year.mean_age:.1f}" if year.mean_age is not None else "—",
        "young": _share(year.young, year.left),
        "old": _share(year.old, year.left),
    }


def _levels(year: Year, levels: list[str], links: _Links) -> dict[str, Any]:
    return {
        "year": year.year,
        "cells": [_number(year.by_level.get(level, 0), year.year, links, level) for level in levels],
    }


def _number(number: int, year: int, links: _Links, level: str = "") -> dict[str, Any]:
    """Whoever should have gone before the running year goes in it: its link has no first day."""
    if not number:
        return {"number": 0, "url": ""}
    asked, said = links.asked, {"kind": "retirement", "until": f"{year}-12-31", "leading": "1"}
    if year > asked.day.year:
        said["from"] = f"{year}-01-01"
    scope = {"authority": asked.authority, "organisation": asked.organisation, "level": level or asked.level}
    said |= {name: value for name, value in scope.items() if value}
    if not links.is_today:
        said["as_of"] = f"{asked.day}"
    return {"number": number, "url": f"{links.address}?{urlencode(said)}"}


def _share(part: int, whole: int) -> str:
    return f"{part}（{part / whole:.0%}）" if whole else "—"


def _facts(held: Held) -> list[dict[str, object]]:
    approved = held.approved if held.approved is not None else gettext("未见核定文件")
    return [
        {"label": gettext("现任领导职务"), "value": held.number},
        {"label": gettext("核定职数"), "value": approved},
    ]


def _by_year(labels: list[str], parts: dict[str, list[int]]) -> dict[str, Any]:
    """A bar a year; years are names here, not numbers of an axis."""
    figure = stacked_figure(labels, parts)
    figure["layout"]["yaxis"]["type"] = "category"
    return figure


def _charts(years: list[Year]) -> dict[str, Any]:
    labels = [str(year.year) for year in years]
    retiring, ending = gettext("到龄退休"), gettext("已登记免职时间")
    young, middle, old = (
        gettext("{age}岁及以下").format(age=YOUNG),
        gettext("{low}—{high}岁").format(low=YOUNG + 1, high=OLD - 1),
        gettext("{age}岁及以上").format(age=OLD),
    )
    return {
        "leaving_figure": _by_year(
            labels, {retiring: [year.retiring for year in years], ending: [year.ending for year in years]}
        ),
        "leaving_columns": [
            Column("year", "年度"),
            Column("retiring", retiring, is_number=True),
            Column("ending", ending, is_number=True),
        ],
        "leaving_rows": [{"year": str(y.year), "retiring": y.retiring, "ending": y.ending} for y in years],
        "age_figure": _by_year(
            labels,
            {
                young: [year.young for year in years],
                middle: [year.left - year.young - year.old for year in years],
                old: [year.old for year in years],
            },
        ),
        "age_columns": [
            Column("year", "年度"),
            Column("young", young, is_number=True),
            Column("middle", middle, is_number=True),
            Column("old", old, is_number=True),
        ],
        "age_rows": [
            {"year": str(y.year), "young": y.young, "middle": y.left - y.young - y.old, "old": y.old}
            for y in years
        ],
    }
