"""The form that gives somebody of a unit a rank; beyond the approved number it is refused with the holders."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.establishment.actions.give_rank import give_rank
from quanheng.establishment.queries.authority_board import rank_board
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.organisation import found
from quanheng.establishment.screens.reader import actor, the_one
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Organisation, Person
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.people import Filters, people
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class RankForm(forms.Form):
    """授予职级."""

    person = forms.CharField(label=_("姓名或身份证号"), max_length=60, help_text=_("重名的填写身份证号。"))
    rank = forms.ChoiceField(label=_("职级"))
    from_on = day_field(_("批准日期"))
    document = forms.CharField(label=_("批准文号"), max_length=80)

    def __init__(self, *arguments: Any, request: HttpRequest, unit: Organisation, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.by, self.unit = actor(request), unit
        rows = rank_board(by=self.by, on=clock.today(), organisation=unit)
        choices = [(row.rank, label_of("rank", row.rank)) for row in rows if row.approved is not None]
        self.fields["rank"] = forms.ChoiceField(label=_("职级"), choices=choices)

    def clean_person(self) -> Person:
        """The one person of the unit of that name or number."""
        said = self.cleaned_data["person"].strip()
        rows = people(by=self.by, on=clock.today(), filters=Filters(words=said, organisation=self.unit.code))
        return the_one(rows, said)


@screen("organisations/<str:code>/rank/", name="rank_give", permission="establishment.edit")
def rank_give(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit, refusal = found(by=by, on=today, code=code), None
    form = RankForm(request.POST or None, request=request, unit=unit, initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            made = give_rank(by=by, at=clock.now(), organisation=unit, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}的职级").format(name=made.person.name))
            return redirect("organisation_board", code=code)
    context = {"form": form, "unit": unit, "refusal": refusal}
    return render(request, "establishment/rank_give.html", context, status=409 if refusal else 200)
