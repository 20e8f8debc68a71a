"""Quota orders: the list, and the page of one with every line, what was before it and what it changed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.models import QuotaOrder, StaffCeiling
from quanheng.establishment.queries.orders import Line, lines_of, orders
from quanheng.establishment.screens.reader import actor
from quanheng.registry.models import Post
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link


@screen("quota-orders/", name="quota_orders", permission="establishment.view")
def quota_orders(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    kind = request.GET.get("kind", "")
    page = slice_of(orders(by=by, on=today, kind=kind), request, order=("-issued_on", "-id"))
    context = {
        "page": page,
        "rows": [_row(each) for each in page],
        "columns": _columns(),
        "chips": _chips(kind),
        "may_edit": rights_of(by, on=today).may("establishment.edit"),
    }
    return render(request, "establishment/quota_orders.html", context)


@screen("quota-orders/<int:pk>/", name="quota_order", permission="establishment.view")
def quota_order(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    order = orders(by=by, on=today).filter(pk=pk).first()
    if order is None:
        raise Http404
    lines = lines_of(order, by=by, on=today)
    context = {
        "order": order,
        "facts": _facts(order),
        "lines": [line_row(each) for each in lines],
        "columns": line_columns(),
        "total": sum(each.difference for each in lines),
    }
    return render(request, "establishment/quota_order.html", context)


def cell_label(what: str, quota: object) -> str:
    """What a quota counts, in the reader's language."""
    if what == "post":
        level, role = getattr(quota, "level", ""), getattr(quota, "role", "")
        return f"{label_of('post_level', level)} · {gettext(dict(Post.ROLES).get(role, role))}"
    if what == "rank":
        return label_of("rank", getattr(quota, "rank", ""))
    kind = getattr(quota, "kind", "")
    return gettext(dict(StaffCeiling.KINDS).get(kind, kind))


def line_row(line: Line) -> dict[str, object]:
    quota = line.quota
    return {
        "organisation": quota.organisation.name,
        "url": link("organisation_board", quota.organisation.code),
        "cell": cell_label(line.what, quota),
        "before": "—" if line.before is None else line.before,
        "number": quota.number,
        "difference": f"{line.difference:+}",
        "from_on": quota.from_on,
        "until_on": quota.until_on,
    }


def line_columns() -> list[Column]:
    return [
        Column("organisation", "机构"),
        Column("cell", "职数类别"),
        Column("before", "原核定", is_number=True),
        Column("number", "核定数", is_number=True),
        Column("difference", "增减", is_number=True),
        Column("from_on", "生效"),
        Column("until_on", "失效（不含）"),
    ]


def _columns() -> list[Column]:
    return [
        Column("number", "文号"),
        Column("title", "标题"),
        Column("kind", "批文类别"),
        Column("issued_by", "批准机关"),
        Column("issued_on", "批准日期"),
        Column("over_until_on", "超配消化期限"),
    ]


def _row(order: QuotaOrder) -> dict[str, object]:
    return {
        "number": order.number,
        "url": link("quota_order", order.pk),
        "title": order.title,
        "kind": gettext(order.get_kind_display()),
        "issued_by": order.issued_by,
        "issued_on": order.issued_on,
        "over_until_on": order.over_until_on,
    }


def _facts(order: QuotaOrder) -> list[dict[str, object]]:
    return [
        {"label": gettext("批文类别"), "value": gettext(order.get_kind_display())},
        {"label": gettext("批准机关"), "value": order.issued_by},
        {"label": gettext("批准日期"), "value": order.issued_on},
        {"label": gettext("超配消化期限"), "value": order.over_until_on},
        {"label": gettext("说明"), "value": order.note},
    ]


def _chips(kind: str) -> list[dict[str, object]]:
    kinds = [("", gettext("全部")), *((code, gettext(word)) for code, word in QuotaOrder.KINDS)]
    return [
        {"label": word, "url": f"?kind={code}" if code else "?", "is_current": code == kind}
        for code, word in kinds
    ]
