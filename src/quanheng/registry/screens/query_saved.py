"""Saved queries: the list, and the forms that keep, rename, share and delete one."""

from typing import Any
from urllib.parse import parse_qsl

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.delete_query import delete_query
from quanheng.registry.actions.rename_query import rename_query
from quanheng.registry.actions.save_query import save_query
from quanheng.registry.core.query import read_query, write_query
from quanheng.registry.core.query_fields import categories
from quanheng.registry.models import SavedQuery
from quanheng.registry.queries.fields import authorities, sentences
from quanheng.registry.queries.selecting_saved import saved_queries
from quanheng.registry.screens.query import names, tabs
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


class SavedForm(forms.Form):
    """保存查询."""

    name = forms.CharField(label=_("名称"), max_length=80)
    shared_with = forms.ChoiceField(
        label=_("共享范围"),
        required=False,
        help_text=_("所选主体及其上下级中有权查阅干部信息的人都能使用；各人只看到自己权限内的干部。"),
    )

    def __init__(self, *arguments: Any, by: Account, **given: Any) -> None:
        super().__init__(*arguments, **given)
        field = self.fields["shared_with"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("只供本人使用")), *authorities(by=by, on=clock.today())]

    def values(self) -> dict[str, Any]:
        code = self.cleaned_data["shared_with"]
        shared = Authority.objects.filter(code=code).first() if code else None
        return {"name": self.cleaned_data["name"], "shared_with": shared}


@screen("queries/", name="queries", permission="registry.view")
def queries_page(request: HttpRequest) -> HttpResponse:
    by = actor(request)
    rows = [_row(each, by) for each in saved_queries(by=by, on=clock.today())[:200]]
    tables = [_row(each, by) for each in saved_queries(by=by, on=clock.today(), noun="tables")[:200]]
    columns = [
        Column("name", "名称"),
        Column("said", "条件"),
        Column("owner", "保存人"),
        Column("shared", "共享范围"),
    ]
    lists = [(gettext("常用查询"), rows), (gettext("常用统计表"), tables)]
    context = {
        "lists": [each for each in lists if each[1]],
        "columns": columns,
        "tabs": tabs("queries", read_query("")),
    }
    return render(request, "registry/queries.html", context)


@screen("query/save/", name="query_save", permission="registry.view")
def query_save(request: HttpRequest) -> HttpResponse:
    """Keep the query of the address, or the statistical table when it says what the lines are."""
    by, query = actor(request), read_query(request.GET.urlencode())
    form = SavedForm(request.POST or None, by=by)
    rows, columns = (request.GET.get(name, "") for name in ("rows", "columns"))
    table = [(name, said) for name, said in (("rows", rows), ("columns", columns)) if said]
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            kept = save_query(by=by, at=clock.now(), conditions=write_query(query), rows=rows, columns=columns, **form.values())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已保存查询“{name}”").format(name=kept.name))
            return redirect("queries")
    context = {
        "form": form,
        "refusal": refusal,
        "said": _said(write_query(query, table), names(query, by)),
        "address": write_query(query, table),
        "is_table": bool(table),
    }
    return render(request, "registry/query_save.html", context, status=409 if refusal else 200)


@screen("queries/<int:pk>/", name="query_saved", permission="registry.view")
def query_saved(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename, share otherwise or delete one of one's own."""
    by = actor(request)
    row = saved_queries(by=by, on=clock.today(), noun="").filter(pk=pk).first()
    if row is None:
        raise Http404
    shared = row.shared_with.code if row.shared_with else ""
    form = SavedForm(request.POST or None, by=by, initial={"name": row.name, "shared_with": shared})
    refusal = None
    if request.method == "POST":
        try:
            if "delete" in request.POST:
                delete_query(by=by, at=clock.now(), query=row)
                messages.success(request, gettext("已删除查询“{name}”").format(name=row.name))
                return redirect("queries")
            if form.is_valid():
                rename_query(by=by, at=clock.now(), query=row, **form.values())
                messages.success(request, gettext("已保存查询“{name}”").format(name=row.name))
                return redirect("queries")
        except Refused as refused:
            refusal = refused
    context = {
        "form": form,
        "row": row,
        "refusal": refusal,
        "is_own": row.owner_id == by.pk,
        "open_url": _address(row),
    }
    return render(request, "registry/query_saved.html", context, status=409 if refusal else 200)


def _row(each: SavedQuery, by: Account) -> dict[str, Any]:
    return {
        "name": each.name,
        "url": _address(each),
        "said": _said(each.conditions, {}),
        "owner": each.owner.name,
        "shared": each.shared_with.name if each.shared_with else gettext("只供本人使用"),
        "edit_url": link("query_saved", each.pk) if each.owner_id == by.pk else "",
    }


def _address(each: SavedQuery) -> str:
    """Where it opens: a table's own address says all there is to it."""
    if each.noun == "tables":
        return f"{link('statistics')}?{each.conditions}"
    return f"{link('query')}?saved={each.pk}"


def _said(conditions: str, known: dict[str, str]) -> str:
    """What is asked in words; of a table first its lines and columns."""
    given = dict(parse_qsl(conditions))
    sides = [gettext(categories()[given[side]].label) for side in ("rows", "columns") if given.get(side) in categories()]
    said = sentences(read_query(conditions), known)
    return gettext("：").join(part for part in (" × ".join(sides), said) if part)
