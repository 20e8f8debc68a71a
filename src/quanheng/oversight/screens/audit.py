"""One special inspection: how often each rule was not met, the findings, and the same as a workbook."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Case as Choice
from django.db.models import QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.models import Account
from quanheng.kernel.texts import Text
from quanheng.oversight.core.stages import stages
from quanheng.oversight.core.workbook import workbook
from quanheng.oversight.models import Audit, AuditFinding
from quanheng.oversight.queries.audits import WORST_FIRST, RuleCount, audits, counts, findings
from quanheng.oversight.queries.lines import lines
from quanheng.web.core.addresses import screen
from quanheng.web.core.lights import LIGHTS, light_of
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

COUNTED = (
    Column("term", "检查内容"),
    Column("light", "结论"),
    Column("count", "事项数", is_number=True),
    Column("left", "未整改", is_number=True),
)
COLUMNS = (
    Column("case", "案卷"),
    Column("stage", "环节"),
    Column("on", "环节日期"),
    Column("light", "结论"),
    Column("term", "检查内容"),
    Column("cites", "依据"),
    Column("state", "整改情况"),
)
_KEPT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ORDER = Choice(
    *(When(light=light, then=Value(place)) for place, light in enumerate(WORST_FIRST)), default=Value(9)
)
FILTERS = ("light", "rule", "state")


@screen("audits/<int:pk>/", name="audit", permission="oversight.audit")
def audit(request: HttpRequest, pk: int) -> HttpResponse:
    """Counts per rule; the findings filtered by light, rule and state, the worst first."""
    assert isinstance(request.user, Account)
    found, everything = _found(request.user, pk)
    asked = {key: said for key in FILTERS if (said := request.GET.get(key, ""))}
    grouped = counts(everything)
    page = Paginator(_shown(everything, asked), 50).get_page(request.GET.get("page"))
    context = {
        "audit": found,
        "counts": [_count(each) for each in grouped],
        "counted": COUNTED,
        "lights": _light_chips(grouped, asked),
        "states": _state_chips(grouped, asked),
        "rule": next((Text(each.term) for each in grouped if each.rule == asked.get("rule")), None),
        "page": page,
        "rows": [_row(each) for each in page],
        "columns": COLUMNS,
        "workbook_url": f"{link('audit_workbook', pk)}?{urlencode(asked)}",
    }
    return render(request, "oversight/audit.html", context)


@screen("audits/<int:pk>/findings.xlsx", name="audit_workbook", permission="oversight.audit", is_export=True)
def audit_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The findings as filtered, as a workbook."""
    assert isinstance(request.user, Account)
    _audit, everything = _found(request.user, pk)
    asked = {key: said for key in FILTERS if (said := request.GET.get(key, ""))}
    cookie = request.COOKIES.get(COOKIE, "")
    ring = opened_ring(request.session, cookie=cookie, account=request.user, at=clock.now())
    response = HttpResponse(workbook(lines(_shown(everything, asked), ring=ring)), content_type=_KEPT)
    response.headers["Content-Disposition"] = f'attachment; filename="audit-{pk}.xlsx"'
    return response


def _found(by: Account, pk: int) -> tuple[Audit, QuerySet[AuditFinding]]:
    found = get_object_or_404(audits(by=by, on=clock.today()), pk=pk)
    return found, findings(by=by, on=clock.today()).filter(audit=found)


def _shown(rows: QuerySet[AuditFinding], asked: dict[str, str]) -> QuerySet[AuditFinding]:
    return rows.filter(**asked).order_by(_ORDER, "case__number", "on", "pk")


def _count(each: RuleCount) -> dict[str, Any]:
    url = f"?{urlencode({'rule': each.rule, 'light': each.light})}#findings"
    return {
        "term": Text(each.term),
        "light": light_of(each.light),
        "count": each.count,
        "left": each.left,
        "url": url,
    }


def _row(each: AuditFinding) -> dict[str, Any]:
    return {
        "case": each.case.number,
        "stage": Text(stages()[each.stage].name),
        "on": each.on,
        "light": light_of(each.light),
        "term": Text(each.kept["term"]),
        "cites": "；".join(each.cites),
        "state": Text(each.get_state_display()),
        "url": link("audit_finding", each.audit_id, each.pk),
    }


def _light_chips(grouped: list[RuleCount], asked: dict[str, str]) -> list[dict[str, Any]]:
    """Each chip counts within the rule asked for."""
    inside = [each for each in grouped if each.rule == asked.get("rule", each.rule)]
    chips: list[dict[str, Any]] = [
        _chip({"label": "全部"}, sum(each.count for each in inside), asked, light="")
    ]
    for light in WORST_FIRST:
        if number := sum(each.count for each in inside if each.light == light):
            chips.append(_chip({"light": light, "label": LIGHTS[light].word}, number, asked, light=light))
    return chips


def _state_chips(grouped: list[RuleCount], asked: dict[str, str]) -> list[dict[str, Any]]:
    """Each chip counts within the rule and light asked for."""
    inside = [
        each
        for each in grouped
        if each.rule == asked.get("rule", each.rule) and each.light == asked.get("light", each.light)
    ]
    every, left = (sum(getattr(each, name) for each in inside) for name in ("count", "left"))
    return [
        _chip({"label": "全部"}, every, asked, state=""),
        _chip({"label": "未整改"}, left, asked, state="open"),
        _chip({"label": "已整改"}, every - left, asked, state="rectified"),
    ]


def _chip(shown: dict[str, str], count: int, asked: dict[str, str], **chosen: str) -> dict[str, Any]:
    wanted = {key: said for key, said in {**asked, **chosen}.items() if said}
    return {**shown, "count": count, "url": f"?{urlencode(wanted)}#findings", "is_current": wanted == asked}
