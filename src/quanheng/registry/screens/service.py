"""Lists of programme cohorts, of care due and done, and of delegates: the electorate of a body, ready for print."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext

from quanheng.registry.models import Care, Delegateship, ServiceProgramme
from quanheng.registry.queries.labels import label_of, posts_of
from quanheng.registry.queries.service import bodies, care, delegates, programmes
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.formats import format_month
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

PAGE = 50
Choices = list[tuple[str, str]]


@screen("people/programmes/", name="programmes", permission="registry.view")
def programmes_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    kind, state = _asked(request, "kind", ServiceProgramme.KINDS), request.GET.get("state", "")
    batch = _number(request, "batch")
    rows = programmes(by=by, on=today, as_of=as_of, kind=kind, batch=batch, state=state)
    page = slice_of(rows, request, order=("-batch", "-id"), size=PAGE)
    states = [("running", "服务期内"), ("over", "服务期满")]
    context = {
        "page": page,
        "rows": [_spell(line, as_of) for line in page],
        "columns": [
            Column("name", "姓名"), Column("kind", "项目"), Column("batch", "批次（年）", is_number=True), Column("place", "服务地"),
            Column("from_on", "服务起始"), Column("until_on", "服务期满（不含）"), Column("result", "服务期满考核合格"), Column("post", "现任职务"),
        ],
        "kinds": _chips(request, "kind", ServiceProgramme.KINDS, kind),
        "states": _chips(request, "state", states, state),
        "batch": batch,
        "kind": kind,
        "state": state,
    }  # fmt: skip
    return render(request, "registry/programmes.html", context)


@screen("people/care/", name="care", permission="registry.view")
def care_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    kind, year = _asked(request, "kind", Care.KINDS), _number(request, "year") or as_of.year
    is_done = request.GET.get("state") == "done"
    rows = care(by=by, on=today, as_of=as_of, year=year, kind=kind, is_done=is_done)
    page = slice_of(rows, request, order=("id",), size=PAGE)
    context = {
        "page": page,
        "rows": [_entitlement(line) for line in page],
        "columns": [
            Column("name", "姓名"), Column("kind", "事项"), Column("days_due", "应休天数", is_number=True), Column("days_taken", "已休天数", is_number=True),
            Column("done_on", "办理日期"), Column("post", "现任职务"),
        ],
        "kinds": _chips(request, "kind", Care.KINDS, kind),
        "states": _chips(request, "state", [("", "未办理"), ("done", "已办理")], "done" if is_done else "", has_all=False),
        "year": year,
        "kind": kind,
        "is_done": is_done,
    }  # fmt: skip
    return render(request, "registry/care.html", context)


@screen("people/delegates/", name="delegates", permission="registry.view")
def delegates_page(request: HttpRequest) -> HttpResponse:
    """Without a body: every body with its numbers. With one: its list, numbered, for print."""
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    body, kind = request.GET.get("body", ""), _asked(request, "kind", Delegateship.KINDS)
    term = _number(request, "term")
    if not body:
        context = {
            "bodies": [_body(each) for each in bodies(by=by, on=today, as_of=as_of)],
            "columns": _BODIES,
        }
        return render(request, "registry/delegates.html", context)
    lines = delegates(by=by, on=today, as_of=as_of, body=body, term=term, kind=kind)
    rows = [
        {
            "number": number,
            "name": line.person.name,
            "url": link("person", line.person_id),
            "sex": gettext(line.person.get_sex_display()),
            "ethnic_group": label_of("ethnic_group", line.person.ethnic_group),
            "born": format_month(line.person.born_on),
            "post": posts_of(line.person, as_of),
            "kind": gettext(line.get_kind_display()),
            "unit": line.electoral_unit,
            "from_on": line.from_on,
        }
        for number, line in enumerate(lines, start=1)
    ]
    context = {"body": body, "term": term, "rows": rows, "columns": _ELECTORATE}
    return render(request, "registry/delegates.html", context)


_BODIES = [Column("body", "机构（大会）名称"), Column("term", "届次", is_number=True), Column("kind", "身份"), Column("people", "人数", is_number=True)]  # fmt: skip
_ELECTORATE = [
    Column("name", "姓名"), Column("number", "序号", is_number=True), Column("sex", "性别"), Column("ethnic_group", "民族"), Column("born", "出生年月"),
    Column("post", "现任职务"), Column("kind", "身份"), Column("unit", "选举单位"), Column("from_on", "任职（当选）时间"),
]  # fmt: skip


def _body(each: Any) -> dict[str, object]:
    asked = {"body": each.body, "kind": each.kind} | ({"term": each.term} if each.term is not None else {})
    kind = gettext(dict(Delegateship.KINDS)[each.kind])
    return {
        "body": each.body,
        "term": each.term,
        "kind": kind,
        "people": each.number,
        "url": f"?{urlencode(asked)}",
    }


def _spell(line: ServiceProgramme, as_of: Any) -> dict[str, object]:
    is_over = line.until_on is not None and line.until_on <= as_of
    return {
        "name": line.person.name,
        "url": link("line", line.person_id, "programme", line.pk),
        "kind": gettext(line.get_kind_display()),
        "batch": line.batch,
        "place": line.place,
        "from_on": line.from_on,
        "until_on": line.until_on,
        "result": line.is_completed if is_over else None,
        "post": line.person.current_post,
    }


def _entitlement(line: Care) -> dict[str, object]:
    return {
        "name": line.person.name,
        "url": link("line", line.person_id, "care", line.pk),
        "kind": gettext(line.get_kind_display()),
        "days_due": line.days_due,
        "days_taken": line.days_taken,
        "done_on": line.done_on,
        "post": line.person.current_post,
    }


def _chips(
    request: HttpRequest, name: str, choices: Choices, current: str, *, has_all: bool = True
) -> list[dict[str, object]]:
    """One chip for each choice; the other filters of the address stay, the page begins anew."""
    kept: dict[str, str] = {
        key: value
        for key, value in request.GET.dict().items()
        if key not in (name, "after", "before", "as_of")
    }
    return [
        {
            "label": gettext(label),
            "url": "?" + urlencode(kept | ({name: code} if code else {})),
            "is_current": code == current,
        }
        for code, label in ([("", "全部"), *choices] if has_all else choices)
    ]


def _asked(request: HttpRequest, name: str, choices: Choices) -> str:
    """A choice of the address; one that does not exist asks for nothing."""
    said = request.GET.get(name, "")
    return said if said in dict(choices) else ""


def _number(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 4 else None
