"""What other agencies report of a person: the list for who may see it, the contents only for a stated purpose, on record."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_sensitive import open_sensitive
from quanheng.registry.actions.record_agency_fact import record_agency_fact
from quanheng.registry.models import AgencyFact
from quanheng.registry.queries.file import File
from quanheng.registry.queries.file_items import agency_facts
from quanheng.registry.queries.unsealed import open_lines
from quanheng.registry.screens.act_form import ActForm, act_page, chosen, cover, said_choices
from quanheng.registry.screens.line_words import HIDDEN
from quanheng.registry.screens.reader import actor, ring_for
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link
from quanheng.web.screens.purpose import PurposeForm

SHOWN = 100
COLUMNS = [
    Column("agency", "提供机关"), Column("on", "提供日期"), Column("matter", "事项"), Column("document", "来源文号"),
    Column("is_adverse", "影响使用"), Column("content", "内容"),
]  # fmt: skip


class FactForm(ActForm):
    """有关机关信息."""

    agency = forms.ChoiceField(label=_("提供机关"))
    on = forms.DateField(label=_("提供日期"))
    matter = forms.CharField(label=_("事项"), max_length=120)
    content = forms.CharField(label=_("内容"), widget=forms.Textarea(attrs={"rows": 4}))
    document = forms.CharField(label=_("来源文号"), max_length=80)
    is_adverse = forms.NullBooleanField(label=_("影响使用"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "agency", said_choices(AgencyFact.AGENCIES))
        words = [("unknown", _("未定")), ("true", _("是")), ("false", _("否"))]
        self.fields["is_adverse"].widget = forms.Select(choices=words)


@screen("people/<uuid:key>/agencies/", name="person_agencies", permission="registry.sensitive")
def agencies(request: HttpRequest, key: UUID) -> HttpResponse:
    """A GET shows what there is; a POST with a purpose opens the contents once."""
    found, form, refusal, is_open = _seen(request, key), PurposeForm(request.POST or None), None, False
    if request.method == "POST" and form.is_valid():
        try:
            open_sensitive(
                by=actor(request), at=clock.now(), person=found.person, purpose=form.cleaned_data["purpose"]
            )
            is_open = True
        except Refused as refused:
            refusal = refused
    rows = list(agency_facts(by=actor(request), on=clock.today(), person=found.person)[:SHOWN])
    shut = open_lines(ring_for(request), found.person, rows) if is_open else 0
    context = {
        "person": found.person, "file": found, "form": form, "refusal": refusal, "is_open": is_open, "shut": shut,
        "rows": [_row(each, is_open=is_open) for each in rows], "columns": COLUMNS if is_open else COLUMNS[:-1],
    }  # fmt: skip
    return render(request, "registry/agencies.html", context, status=409 if refusal else 200)


def _row(fact: AgencyFact, *, is_open: bool) -> dict[str, Any]:
    shown = {"content": HIDDEN if isinstance(fact.content, bytes) else fact.content} if is_open else {}
    return {
        "agency": gettext(fact.get_agency_display()), "on": fact.on, "matter": fact.matter,
        "document": fact.document, "is_adverse": fact.is_adverse, **shown,
    }  # fmt: skip


@screen("people/<uuid:key>/agencies/new/", name="agency_fact_new", permission="registry.edit")
def agency_fact_new(request: HttpRequest, key: UUID) -> HttpResponse:
    person = _seen(request, key, is_edited=True).person
    return act_page(
        request, "registry/agency_fact_new.html", form=FactForm(request.POST or None, initial={"on": clock.today()}),
        context={"person": person},
        act=lambda given: record_agency_fact(by=actor(request), at=clock.now(), person=person, **given),
        done_url=link("person_agencies", key), done=gettext("已登记有关机关信息"),
    )  # fmt: skip


def _seen(request: HttpRequest, key: UUID, *, is_edited: bool = False) -> File:
    found = cover(request, key, is_edited=is_edited)
    if not found.may_see_sensitive:
        raise Http404
    return found
