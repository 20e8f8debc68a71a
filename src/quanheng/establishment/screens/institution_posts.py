"""The posts of one institution: scheme, ratios with what the law says of them, people by grade, who is beyond the number."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.core.post_scheme import Structure, judged, shares
from quanheng.establishment.models import PostScheme
from quanheng.establishment.permissions.institution_grades import CLASS_WORDS, grade_name
from quanheng.establishment.queries.contract_clocks import how_many_each
from quanheng.establishment.queries.institution_posts import (
    GradeRow,
    Posts,
    beyond,
    people_of,
    posts_of_unit,
)
from quanheng.establishment.screens.institution_words import (
    BAND_WORDS,
    found_institution,
    grade_code,
    people_columns,
    percent,
    person_row,
    verdict_nodes,
)
from quanheng.establishment.screens.reader import actor
from quanheng.registry.models import Organisation
from quanheng.web.core.addresses import screen
from quanheng.web.core.charts import pyramid_figure
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

CLOCK_WORDS = {
    "ending": "半年内到期",
    "trial": "半年内试用期满",
    "overdue": "逾期未办",
    "current": "在签合同",
}


@screen("institutions/<str:code>/", name="institution_posts", permission="establishment.view")
def institution_posts_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    unit = found_institution(by=by, on=today, as_of=as_of, code=code)
    posts = posts_of_unit(by=by, on=today, as_of=as_of, unit=unit)
    people = people_of(by=by, on=today, as_of=as_of, unit=unit)
    clocks = how_many_each(by=by, on=today, as_of=as_of, organisation=unit)
    over = beyond(by=by, on=today, as_of=as_of, unit=unit, rows=posts.over)
    context = {
        "unit": unit,
        "scheme": posts.scheme,
        "may_edit": rights_of(by, on=today).may("establishment.edit", unit.authority.path),
        "stats": _stats(posts, unit, *people),
        "grade_rows": [_grade(row, unit) for row in posts.rows],
        "grade_columns": _grade_columns(),
        "grade_figure": _grade_figure(posts.rows) if posts.rows else None,
        "shares": _shares(posts, as_of),
        "share_columns": _share_columns(),
        "over_rows": [person_row(row, is_signed=bool(getattr(row, "is_signed", False))) for row in over],
        "people_columns": people_columns(),
        "schemes": [_scheme(row) for row in posts.schemes],
        "scheme_columns": _scheme_columns(),
        "clocks": [_clock(unit, *each) for each in clocks.items()],
        **_verdicts(posts, as_of),
    }
    return render(request, "establishment/institution_posts.html", context)


def _stats(posts: Posts, unit: Organisation, engaged: int, signed: int) -> list[dict[str, object]]:
    people = link("institution_people", unit.code)
    return [
        {"label": gettext("核准岗位"), "value": sum(posts.numbers.values())},
        {"label": gettext("在聘人员"), "value": engaged, "url": people},
        {
            "label": gettext("超岗位数聘用"),
            "value": sum(row.over for row in posts.rows) if posts.scheme else 0,
        },
        {"label": gettext("未签合同人员"), "value": engaged - signed, "url": f"{people}?unsigned=1"},
        {"label": gettext("合同签订率"), "value": percent(signed, engaged)},
    ]


def _grade(row: GradeRow, unit: Organisation) -> dict[str, object]:
    people = link("institution_people", unit.code)
    return {
        "grade": grade_name(row.post_class, row.grade),
        "url": f"{people}?grade={grade_code((row.post_class, row.grade))}",
        "approved": row.approved,
        "held": row.held,
        "over": row.over if row.approved is not None else None,
        "short": row.short if row.approved is not None else None,
    }


def _grade_columns() -> list[Column]:
    numbers = [("approved", "核准数"), ("held", "在聘"), ("over", "超"), ("short", "空岗")]
    return [Column("grade", "岗位等级"), *(Column(key, label, is_number=True) for key, label in numbers)]


def _grade_figure(rows: list[GradeRow]) -> dict[str, Any]:
    """Approved to the left, engaged to the right, the highest grade on top."""
    ordered = list(reversed(rows))
    return pyramid_figure(
        [_said(row) for row in ordered],
        {gettext("核准数"): [row.approved or 0 for row in ordered]},
        {gettext("在聘"): [row.held for row in ordered]},
    )


def _said(row: GradeRow) -> str:
    name = grade_name(row.post_class, row.grade)
    blanks = {key: gettext(str(value)) for key, value in name.blanks.items()}
    return gettext(name.template).format(**blanks)


def _shares(posts: Posts, on: date) -> list[dict[str, object]]:
    """Approved and engaged side by side: number and share of each class, band, and grade within its group."""
    held = {(each.kind, each.key): each for each in shares(posts.held, on)}
    return [
        {
            "kind": gettext({"class": "岗位类别", "band": "专业技术层次", "inner": "层次内部"}[each.kind]),
            "label": _part(each.kind, each.key),
            "approved": each.number,
            "approved_share": percent(each.number, each.whole),
            "held": held[(each.kind, each.key)].number,
            "held_share": percent(held[(each.kind, each.key)].number, held[(each.kind, each.key)].whole),
        }
        for each in shares(posts.numbers, on)
        if each.number or held[(each.kind, each.key)].number
    ]


def _part(kind: str, key: str) -> str:
    if kind == "inner":
        return gettext("专业技术{grade}级").format(grade=key)
    return gettext(CLASS_WORDS[key] if kind == "class" else BAND_WORDS[key])


def _share_columns() -> list[Column]:
    numbers = [
        ("approved", "核准数"),
        ("approved_share", "核准占比"),
        ("held", "在聘"),
        ("held_share", "在聘占比"),
    ]
    return [
        Column("label", "构成"),
        Column("kind", "口径"),
        *(Column(key, label, is_number=True) for key, label in numbers),
    ]


def _verdicts(posts: Posts, on: date) -> dict[str, object]:
    """What the law says of the numbers approved, and of the people as they are engaged."""
    main_class = posts.scheme.main_class if posts.scheme else "technical"
    has_own = bool(posts.scheme and posts.scheme.ratio_document)

    def said(numbers: Structure) -> list[dict[str, Any]]:
        if not numbers:
            return []
        return verdict_nodes(judged(numbers, main_class=main_class, has_own_ratios=has_own, on=on))

    return {"scheme_nodes": said(posts.numbers), "held_nodes": said(posts.held)}


def _scheme(row: PostScheme) -> dict[str, object]:
    return {
        "document": row.document,
        "approved_on": row.approved_on,
        "main_class": gettext(row.get_main_class_display()),
        "ratio_document": row.ratio_document,
        "from_on": row.from_on,
        "until_on": row.until_on,
    }


def _scheme_columns() -> list[Column]:
    names = [("document", "批准文号"), ("approved_on", "批准日期"), ("main_class", "主体岗位")]
    names += [("ratio_document", "结构比例批准文号"), ("from_on", "生效"), ("until_on", "失效（不含）")]
    return [Column(key, label) for key, label in names]


def _clock(unit: Organisation, clock_name: str, number: int) -> dict[str, object]:
    return {
        "label": gettext(CLOCK_WORDS[clock_name]),
        "url": f"{link('contracts')}?clock={clock_name}&organisation={unit.code}",
        "value": number,
    }
