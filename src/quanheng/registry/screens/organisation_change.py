"""The forms that found, rename, move, merge, split and end organisations: one order each, one table of forms."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.plan_organisation_change import (
    CHANGES,
    SUBJECT,
    plan_organisation_change,
    withdraw_planned_change,
)
from quanheng.registry.models import Organisation
from quanheng.registry.permissions.organisation_changes import standing
from quanheng.registry.queries.labels import choices_of
from quanheng.registry.queries.organisation_history import any_organisation, plans
from quanheng.registry.screens.organisation_history import ACTS
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.tags import say


class OrderForm(forms.Form):
    """机构变动的批件: what every change has; the rest comes before it."""

    on = forms.DateField(
        label=_("生效日期"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("可以是以后的日期：到那一天自动生效，此前可以撤回。"),
    )
    document = forms.CharField(label=_("批准文号"), max_length=80)
    reason = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *arguments: Any, unit: Organisation, by: Account, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.unit, self.by = unit, by
        self.order_fields([name for name in self.fields if name not in ("on", "document", "reason")])

    def _unit_of(self, code: str) -> Organisation:
        found = any_organisation(by=self.by, on=clock.today(), code=code.strip())
        if found is None:
            raise forms.ValidationError(
                gettext("没有编码为{code}的机构，或者不在您的管理权限内。").format(code=code.strip())
            )
        return found

    def _units_of(self, said: str) -> list[Organisation]:
        return [self._unit_of(code) for code in said.replace("，", " ").replace(",", " ").split()]

    def given(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class FoundForm(OrderForm):
    """设立."""

    code = forms.CharField(label=_("机构编码"), max_length=60)
    name = forms.CharField(label=_("机构名称"), max_length=120)
    short_name = forms.CharField(label=_("机构简称"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("机构类别"), required=False)
    level = forms.ChoiceField(label=_("机构级别"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        for name, table in (("kind", "organisation_category"), ("level", "organisation_level")):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "—"), *choices_of(table)[1:]]

    def given(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class RenameForm(OrderForm):
    """更名."""

    name = forms.CharField(label=_("机构名称"), max_length=120)
    short_name = forms.CharField(label=_("机构简称"), max_length=60, required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["name"].initial, self.fields["short_name"].initial = self.unit.name, self.unit.short_name


class MoveForm(OrderForm):
    """调整隶属关系."""

    parent = forms.CharField(label=_("新的上级机构编码"), max_length=60)

    def clean_parent(self) -> Organisation:
        return self._unit_of(self.cleaned_data["parent"])


class MergeForm(OrderForm):
    """合并."""

    sources = forms.CharField(
        label=_("并入本机构的机构编码"), max_length=600,
        help_text=_("可写几个，用逗号或空格隔开。其职位、现任人员、工作人员和下级机构从生效之日起转到本机构。"),
    )  # fmt: skip

    def clean_sources(self) -> list[Organisation]:
        return self._units_of(self.cleaned_data["sources"])


class SplitForm(OrderForm):
    """分设: for each seat the code of the unit it goes to; an empty one stays."""

    is_ended = forms.BooleanField(
        label=_("原机构撤销"), required=False, help_text=_("撤销时，有人任职的职位都要写明去向。")
    )

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.seats = {f"seat_{post.pk}": post for post in standing(self.unit, on=clock.today())}
        made = {
            name: forms.CharField(
                label=post.name, max_length=60, required=False, help_text=_("去往机构的编码；留空为不动。")
            )
            for name, post in self.seats.items()
        }
        self.fields = made | self.fields

    def given(self) -> dict[str, Any]:
        rest = {name: value for name, value in self.cleaned_data.items() if name not in self.seats}
        moves = [
            (post, self.cleaned_data[name]) for name, post in self.seats.items() if self.cleaned_data[name]
        ]
        return {**rest, "moves": moves}

    def clean(self) -> dict[str, Any]:
        for name in self.seats:
            if code := self.cleaned_data.get(name):
                try:
                    self.cleaned_data[name] = self._unit_of(code)
                except forms.ValidationError as wrong:
                    self.add_error(name, wrong)
        return self.cleaned_data


FORMS: dict[str, type[OrderForm]] = {
    "found": FoundForm,
    "rename": RenameForm,
    "move": MoveForm,
    "merge": MergeForm,
    "split": SplitForm,
    "end": OrderForm,
}


@screen(
    "organisations/<str:code>/change/<slug:act>/", name="organisation_change", permission="establishment.edit"
)
def organisation_change(request: HttpRequest, code: str, act: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit = any_organisation(by=by, on=today, code=code)
    if (
        unit is None
        or act not in FORMS
        or not rights_of(by, on=today).may("establishment.edit", unit.authority.path)
    ):
        raise Http404
    form, refusal = FORMS[act](request.POST or None, unit=unit, by=by, initial={"on": today}), None
    if request.method == "POST" and form.is_valid():
        try:
            code = _act(request, unit, act, form.given())
        except Refused as refused:
            refusal = refused
        else:
            return redirect("organisation_history", code=code)
    context = {
        "form": form,
        "unit": unit,
        "title": gettext(ACTS[act]),
        "refusal": refusal,
        "is_danger": act == "end",
    }
    return render(request, "registry/organisation_change.html", context, status=409 if refusal else 200)


def _act(request: HttpRequest, unit: Organisation, act: str, given: dict[str, Any]) -> str:
    """Change now, or plan what is for a day to come; the code of the unit whose history to show."""
    by, at, on = actor(request), clock.now(), given["on"]
    assert isinstance(on, date)
    if on > clock.today():
        rest = {name: value for name, value in given.items() if name not in ("on", "document")}
        plan = plan_organisation_change(
            by=by, at=at, organisation=unit, act=act, on=on, document=given["document"], given=rest
        )
        messages.success(request, gettext("已登记，{day}生效").format(day=plan.on))
        return unit.code
    done = CHANGES[act](by=by, at=at, **given, **{SUBJECT.get(act, "organisation"): unit})
    messages.success(request, gettext("已登记机构变动：{name}").format(name=done.name))
    return done.code


@screen("planned-changes/<int:pk>/withdraw/", name="planned_change_withdraw", permission="establishment.edit")
def planned_change_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Only by its button on the unit's history."""
    by = actor(request)
    plan = plans(by=by, on=clock.today()).filter(pk=pk).first()
    if plan is None or request.method != "POST":
        raise Http404
    try:
        withdraw_planned_change(by=by, at=clock.now(), plan=plan)
    except Refused as refused:
        messages.error(request, say(refused.why))
    else:
        messages.success(request, gettext("已撤回待生效的机构变动"))
    return redirect("organisation_history", code=plan.organisation.code)
