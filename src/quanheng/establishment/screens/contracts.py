"""Clocks of employment contracts as lists, and the acts on one contract: sign, renew, end."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.end_contract import end_contract
from quanheng.establishment.actions.renew_contract import renew_contract
from quanheng.establishment.actions.sign_contract import sign_contract
from quanheng.establishment.core.contract_terms import Terms, signing_findings
from quanheng.establishment.models import Contract
from quanheng.establishment.queries.contract_clocks import (
    CLOCKS,
    MOST,
    contract,
    contracts,
    due_field,
    how_many,
)
from quanheng.establishment.queries.institution_posts import staff_named
from quanheng.establishment.screens.contract_forms import EndingForm, SigningForm, TermsForm
from quanheng.establishment.screens.institution_words import PAGE, finding_node, found_institution, next_of
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Person
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

AHEAD = (3, 6, 12, 24)
CLOCK_WORDS = {"ending": "合同到期", "trial": "试用期满", "overdue": "逾期未办", "current": "在签合同"}


@screen("contracts/", name="contracts", permission="establishment.view")
def contracts_page(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("clock", "ending")
    chosen = chosen if chosen in CLOCKS else "ending"
    months, unit = _months(request), request.GET.get("organisation", "")
    lists = {each: _list(request, each, months, unit) for each in CLOCKS}
    counts = how_many(list(lists.values()))
    page = slice_of(lists[chosen], request, order=(due_field(chosen), "id"), size=PAGE, is_counted=False)
    asked = f"&months={months}&organisation={unit}"
    context = {
        "rows": [_row(row) for row in page],
        "columns": _columns(),
        "chips": [_chip(each, chosen, count, asked) for each, count in zip(lists, counts, strict=True)],
        "spans": [_span(each, months, chosen, unit) for each in AHEAD]
        if chosen in ("ending", "trial")
        else [],
        "next_url": next_of(request, page.after),
        "unit": page.rows[0].organisation if unit and page.rows else None,
        "may_edit": rights_of(actor(request), on=clock.today()).may("establishment.edit"),
    }
    return render(request, "establishment/contracts.html", context)


def _list(request: HttpRequest, clock_name: str, months: int, unit: str) -> QuerySet[Contract]:
    return contracts(
        by=actor(request),
        on=clock.today(),
        as_of=clock.as_of(request),
        clock=clock_name,
        months=months,
        organisation=unit,
    )


def _months(request: HttpRequest) -> int:
    said = request.GET.get("months", "")
    return int(said) if said in map(str, AHEAD) else 6


def _chip(name: str, chosen: str, count: int, asked: str) -> dict[str, object]:
    return {
        "label": gettext(CLOCK_WORDS[name]),
        "url": f"?clock={name}{asked}",
        "count": f"{MOST}+" if count >= MOST else count,
        "is_current": name == chosen,
    }


def _span(months: int, chosen: int, name: str, unit: str) -> dict[str, object]:
    return {
        "label": gettext("{n}个月内").format(n=months),
        "url": f"?clock={name}&months={months}&organisation={unit}",
        "is_current": months == chosen,
    }


def _columns() -> list[Column]:
    names = [
        ("name", "姓名"),
        ("organisation", "单位"),
        ("kind", "合同类别"),
        ("time", "用工方式"),
        ("from_on", "起"),
    ]
    names += [("until_on", "止（不含）"), ("probation_until_on", "试用期止（不含）"), ("law", "依法核对")]
    return [Column(key, label) for key, label in names]


def _row(row: Contract) -> dict[str, object]:
    return {
        "name": row.person.name,
        "url": link("person", row.person_id),
        "organisation": row.organisation.name,
        "kind": gettext(row.get_kind_display()),
        "time": gettext("全日制") if row.is_full_time else gettext("非全日制"),
        "from_on": row.from_on,
        "until_on": row.until_on,
        "probation_until_on": row.probation_until_on,
        "law": "、".join(gettext(each.rule.term) for each in _said(row)) or "—",
        "pk": row.pk,
        "is_open": row.ended_on is None,
    }


def _said(row: Contract) -> Any:
    """What the law says of the terms alone; the person's own facts were asked when it was signed."""
    return signing_findings(
        Terms(row.kind, row.from_on, row.until_on, row.probation_until_on), {}, on=row.from_on
    )


@screen("institutions/<str:code>/contracts/sign/", name="contract_sign", permission="establishment.edit")
def contract_sign(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit = found_institution(by=by, on=today, code=code)

    def named(said: str) -> list[Person]:
        return staff_named(by=by, on=today, unit=unit, said=said)

    key = request.GET.get("person", "")
    known = named(key) if key else []
    initial = {"signed_on": today, "from_on": today, "key": key, "person": known[0].name if known else ""}
    form, refusal = SigningForm(request.POST or None, named=named, initial=initial), None
    if request.method == "POST" and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        try:
            made = sign_contract(by=by, at=clock.now(), organisation=unit, **given)
        except Refused as refused:
            refusal = refused
        else:
            _tell(request, made, gettext("已登记{name}的聘用合同").format(name=made.person.name))
            return redirect("institution_people", code=code)
    context = {"form": form, "unit": unit, "refusal": refusal}
    return render(request, "establishment/contract_sign.html", context, status=409 if refusal else 200)


@screen("contracts/<int:pk>/renew/", name="contract_renew", permission="establishment.edit")
def contract_renew(request: HttpRequest, pk: int) -> HttpResponse:
    row, today = _found(request, pk), clock.today()
    initial = {
        "kind": row.kind,
        "signed_on": today,
        "from_on": row.until_on or today,
        "is_full_time": row.is_full_time,
    }
    form, refusal = TermsForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        try:
            made = renew_contract(by=actor(request), at=clock.now(), contract=row, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            _tell(request, made, gettext("已续签{name}的聘用合同").format(name=made.person.name))
            return redirect("contracts")
    context = {"form": form, "row": row, "refusal": refusal}
    return render(request, "establishment/contract_renew.html", context, status=409 if refusal else 200)


@screen("contracts/<int:pk>/end/", name="contract_end", permission="establishment.edit")
def contract_end(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    form, refusal = EndingForm(request.POST or None, initial={"ended_on": clock.today()}), None
    if request.method == "POST" and form.is_valid():
        try:
            end_contract(by=actor(request), at=clock.now(), contract=row, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}的聘用合同终止").format(name=row.person.name))
            return redirect("contracts")
    context = {"form": form, "row": row, "refusal": refusal}
    return render(request, "establishment/contract_end.html", context, status=409 if refusal else 200)


def _found(request: HttpRequest, pk: int) -> Contract:
    row = contract(by=actor(request), on=clock.today(), pk=pk)
    if row is None:
        raise Http404
    return row


def _tell(request: HttpRequest, made: Contract, said: str) -> None:
    """What was done, and what the law only warns of."""
    messages.success(request, said)
    for finding in _said(made):
        node = finding_node(finding)
        messages.warning(request, f"{gettext(finding.rule.term)}：{node['means']} {'；'.join(finding.cites)}")
