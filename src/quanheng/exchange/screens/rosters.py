"""Rosters and one-page tables: choose whose, which columns and what file; the download is an act."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.exchange.actions.export_roster import KINDS, MOST, export_roster
from quanheng.exchange.core.roster_table import columns, presets
from quanheng.exchange.queries.roster_table import Wanted, authorities_seen, roster_people
from quanheng.exchange.screens.reader import ring_for
from quanheng.kernel.refusals import Refused
from quanheng.registry.core.query import read_query
from quanheng.registry.queries.organisations import organisations
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


class RosterForm(forms.Form):
    """导出干部名册、一览表."""

    kind = forms.ChoiceField(label=_("表册"))
    organisation = forms.CharField(
        label=_("单位"),
        required=False,
        max_length=60,
        help_text=_("机构编码或者机构名称全称；填写后不再看管理权限主体。"),
    )
    authority = forms.ChoiceField(label=_("管理权限主体"), required=False)
    conditions = forms.CharField(required=False, widget=forms.HiddenInput, max_length=4000)
    has_below = forms.BooleanField(label=_("含下级"), required=False)
    is_serving = forms.BooleanField(label=_("只列现职人员"), required=False)
    columns = forms.MultipleChoiceField(label=_("名册栏目"), widget=forms.CheckboxSelectMultiple)
    form = forms.ChoiceField(label=_("文件"))
    size = forms.ChoiceField(label=_("纸张"), choices=[("A3", "A3"), ("A4", "A4")])
    purpose = forms.CharField(
        label=_("用途"),
        required=False,
        max_length=200,
        help_text=_("导出身份证号时必须写明；连同本次导出记入操作日志。"),
    )

    def __init__(self, *arguments: Any, by: Account, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self._by = by
        today = clock.today()
        seen = authorities_seen(by=by, on=today)
        self._choose("authority", [("", "—"), *((each.code, each.name) for each in seen)])
        self._choose("kind", [(code, gettext(label)) for code, label in KINDS.items()])
        self._choose("form", [("xlsx", gettext("工作簿（xlsx）")), ("pdf", "PDF")])
        may_open = rights_of(by, on=today).may("registry.sensitive")
        shown = [
            each for each in columns().values() if each.key != "name" and (may_open or not each.is_sensitive)
        ]
        self._choose("columns", [(each.key, gettext(each.label)) for each in shown])

    def clean_organisation(self) -> str:
        """The code, from a code or a whole name."""
        said = self.cleaned_data["organisation"].strip()
        if not said:
            return ""
        rows = organisations(by=self._by, on=clock.today())
        found = list((rows.filter(code=said) or rows.filter(name=said))[:2])
        if len(found) != 1:
            raise forms.ValidationError(gettext("没有查到这个单位，或者有多个同名单位；请填写机构编码。"))
        return found[0].code

    def wanted(self) -> Wanted:
        names = ("organisation", "authority", "conditions", "has_below", "is_serving")
        return Wanted(**{name: self.cleaned_data[name] for name in names})

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


@screen("rosters/", name="rosters", permission="registry.view")
def rosters_page(request: HttpRequest) -> HttpResponse:
    """The form; by POST the file. `?organisation=`, `?authority=` or the conditions of a query fill it in."""
    by = _actor(request)
    form, refusal = RosterForm(request.POST or None, by=by, initial=_initial(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            return _file(request, form)
        except Refused as refused:
            refusal = refused
    context = {
        "form": form,
        "refusal": refusal,
        "is_query": bool(form["conditions"].value()),
        "count": _count(request, form),
        "most": MOST,
        "presets": _presets(request),
    }
    return render(request, "exchange/rosters.html", context, status=409 if refusal else 200)


def _file(request: HttpRequest, form: RosterForm) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in ("kind", "form", "columns", "size", "purpose")}
    as_of = clock.as_of(request)
    content = export_roster(by=_actor(request), at=clock.now(), wanted=form.wanted(), as_of=as_of, ring=ring_for(request), **given)
    name = f"{KINDS[given['kind']]}{as_of:%Y%m%d}.{given['form']}"
    response = HttpResponse(content, content_type=TYPES[given["form"]])
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    return response


def _count(request: HttpRequest, form: RosterForm) -> int | None:
    """How many people a query finds, counted no further than a workbook takes; None where none was asked for."""
    conditions = str(form["conditions"].value() or "")
    if not conditions:
        return None
    try:
        rows = roster_people(
            Wanted(conditions=conditions), by=_actor(request), on=clock.today(), as_of=clock.as_of(request)
        )
    except Refused:
        return None
    return rows[: MOST["xlsx"] + 1].count()


def _presets(request: HttpRequest) -> list[dict[str, object]]:
    """Links that fill in the columns of the other kind."""
    chosen = _kind(request)
    links = []
    for kind, label in KINDS.items():
        asked = request.GET.copy()
        asked["kind"] = kind
        links.append({"label": gettext(label), "url": f"?{asked.urlencode()}", "is_current": kind == chosen})
    return links


def _kind(request: HttpRequest) -> str:
    said = request.GET.get("kind", "roster")
    return said if said in KINDS else "roster"


def _initial(request: HttpRequest) -> dict[str, object]:
    asked = request.GET
    kind = _kind(request)
    is_query = bool(read_query(asked.urlencode()).conditions)
    mine = list(authorities_seen(by=_actor(request), on=clock.today())[:1])
    return {
        "kind": kind,
        "organisation": asked.get("organisation", ""),
        "authority": asked.get("authority", "" if is_query or not mine else mine[0].code),
        "conditions": asked.urlencode() if is_query else "",
        "has_below": True,
        "is_serving": True,
        "columns": list(presets()[kind]),
        "form": "xlsx",
        "size": "A3" if kind == "roster" else "A4",
    }


def _actor(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user
