"""The form that takes a person into a unit; beyond the ceiling it is refused with the sum."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.establishment.actions.take_in_person import take_in_person
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.organisation import found
from quanheng.establishment.screens.reader import actor, the_one
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Intake, Person
from quanheng.registry.queries.labels import choices_of
from quanheng.registry.queries.people import Filters, people
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class IntakeForm(forms.Form):
    """办理进入单位."""

    person = forms.CharField(label=_("姓名或身份证号"), max_length=60, help_text=_("重名的填写身份证号。"))
    kind = forms.ChoiceField(label=_("进入方式"))
    category = forms.ChoiceField(label=_("人员类别"))
    on = day_field(_("办理日期"))
    document = forms.CharField(label=_("批准文号"), max_length=80, required=False)
    exam_year = forms.IntegerField(label=_("考试年度"), required=False, min_value=1990, max_value=2200)

    def __init__(self, *arguments: Any, by: Account, today: date, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.by, self.today = by, today
        kinds = [(code, gettext(word)) for code, word in Intake.KINDS]
        self.fields["kind"] = forms.ChoiceField(label=_("进入方式"), choices=kinds)
        categories = [("", "—"), *choices_of("person_category")[1:]]
        self.fields["category"] = forms.ChoiceField(label=_("人员类别"), choices=categories)

    def clean_person(self) -> Person:
        """The one person of that name or number whom the reader may see."""
        said = self.cleaned_data["person"].strip()
        rows = people(by=self.by, on=self.today, filters=Filters(words=said))
        return the_one(rows, said)


@screen("organisations/<str:code>/intake/", name="intake", permission="establishment.edit")
def intake(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit, refusal = found(by=by, on=today, code=code), None
    form = IntakeForm(request.POST or None, by=by, today=today, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        try:
            made = take_in_person(by=by, at=clock.now(), organisation=unit, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            said = gettext("已办理{name}进入{organisation}").format(
                name=made.person.name, organisation=unit.name
            )
            messages.success(request, said)
            return redirect("organisation_board", code=code)
    context = {"form": form, "unit": unit, "refusal": refusal}
    return render(request, "establishment/intake.html", context, status=409 if refusal else 200)
