"""Cadres without a leading post, managed and appraised as a group of their own: the list, and the grades of a unit's year."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.kernel.periods import Months
from quanheng.registry.models import Person
from quanheng.registry.queries.careers import age, rank_spell
from quanheng.registry.queries.careers_of_many import load_careers, year_results
from quanheng.registry.queries.fields import authorities
from quanheng.registry.queries.labels import label_of, posts_of, rank_of
from quanheng.registry.queries.non_leading import UNGRADED, graded, grades_of, non_leading
from quanheng.registry.queries.organisations import organisation
from quanheng.registry.queries.people import order_of
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import bar_figure
from quanheng.web.core.formats import format_duration
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

PAGE = 30
SHOWN = ("name", "pinyin", "born_on", "current_post", "organisation__name")
"""What of a person a line shows or the order needs."""
GRADES = {
    "excellent": "1",
    "competent": "2",
    "basically_competent": "3",
    "incompetent": "4",
    "ungraded": "5",
    "absent": "6",
    "other": "",
    UNGRADED: "",
}
"""The law's words for a result, in order, and their codes in the table of results."""
ANY = "any"


@screen("people/non-leading/", name="non_leading", permission="registry.view")
def non_leading_page(request: HttpRequest) -> HttpResponse:
    """Of everybody or of an authority only the list; of one unit the grades of a year too, each a way to its people."""
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "organisation", "authority")}
    year, grade = _year(request, as_of), request.GET.get("grade", ANY)
    grade = grade if grade in GRADES else ANY
    unit = _unit(asked["organisation"], by=by, today=today)
    group = non_leading(
        by=by, on=today, as_of=as_of, words=asked["q"], organisation=asked["organisation"], authority=asked["authority"]
    )  # fmt: skip
    rows = graded(group, grade, year=year) if unit and grade != ANY else group
    page = slice_of(
        rows.select_related(None).select_related("organisation").only(*SHOWN),
        request,
        order=order_of("name", on=today),
        size=PAGE,
        is_counted=bool(unit or asked["q"]),  # of a whole province the group is not counted, only shown
    )
    load_careers(page.rows)
    results = year_results(page.rows, years=(year - 1, year))
    context = {
        "page": page,
        "rows": [_row(person, as_of, year, results[person.pk]) for person in page],
        "columns": _columns(year),
        "year": year,
        "grade": grade,
        "unit": unit,
        "authorities": [("", gettext("不限")), *authorities(by=by, on=today)],
        "summary": _summary(group, request, year, grade) if unit else None,
        **asked,
    }
    return render(request, "registry/non_leading.html", context)


def _unit(code: str, *, by: Account, today: date) -> str:
    """The name of the unit asked for; "" when there is none such in sight."""
    found = organisation(by=by, on=today, code=code) if code else None
    return found.name if found else ""


def _year(request: HttpRequest, as_of: date) -> int:
    said = request.GET.get("year", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) == 4 else as_of.year - 1


def _row(person: Person, on: date, year: int, results: Mapping[int, str]) -> dict[str, object]:
    spell = rank_spell(person, on)
    return {
        "name": person.name,
        "url": link("person", person.key),
        "organisation": person.organisation.name if person.organisation else "",
        "post": posts_of(person, on),
        "rank": rank_of(person, on),
        "in_rank": format_duration(Months.from_day(spell.from_on, on=on), gettext) if spell else "",
        "age": age(person, on),
        "before": label_of("appraisal_result", results.get(year - 1)),
        "grade": label_of("appraisal_result", results.get(year)),
    }


def _columns(year: int) -> list[Column]:
    return [
        Column("name", "姓名"),
        Column("organisation", "所在单位"),
        Column("post", "现任职务"),
        Column("rank", "职级"),
        Column("in_rank", "任现职级", is_number=True),
        Column("age", "年龄", is_number=True),
        Column("before", gettext("{year}年考核").format(year=year - 1)),
        Column("grade", gettext("{year}年考核").format(year=year)),
    ]


def _summary(group: QuerySet[Person], request: HttpRequest, year: int, grade: str) -> dict[str, Any]:
    """The unit's year: each grade with its number and share, as chips, a figure and its table."""
    found = grades_of(group, year=year)
    whole = found.total()
    kept: dict[str, str] = {
        name: value
        for name, value in request.GET.dict().items()
        if name in ("organisation", "authority", "q", "year")
    }
    shown = [name for name in GRADES if found[name] or name in ("excellent", "competent")]
    chips = [
        {"label": gettext("全部"), "count": whole, "url": f"?{urlencode(kept)}", "is_current": grade == ANY}
    ]
    chips += [
        {
            "label": _word(name),
            "count": found[name],
            "url": f"?{urlencode(kept | {'grade': name})}",
            "is_current": grade == name,
        }
        for name in shown
    ]
    return {
        "chips": chips,
        "figure": bar_figure([_word(name) for name in shown], [found[name] for name in shown]),
        "columns": [
            Column("grade", "考核结论"),
            Column("number", "人数", is_number=True),
            Column("share", "占比", is_number=True),
        ],
        "rows": [_grade(name, found, whole) for name in shown],
    }


def _word(name: str) -> str:
    if GRADES[name]:
        return label_of("appraisal_result", GRADES[name])
    return gettext("没有结果") if name == UNGRADED else gettext("未列入码表")


def _grade(name: str, found: Counter[str], whole: int) -> dict[str, object]:
    return {
        "grade": _word(name),
        "number": found[name],
        "share": f"{found[name] / whole:.1%}" if whole else "",
    }
