"""The form of a quota order: the paper, and a few lines; a line left empty is not one. Works without script."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.establishment.actions.issue_quota_order import issue_quota_order
from quanheng.establishment.core.orders import OrderLine
from quanheng.establishment.models import QuotaOrder, StaffCeiling
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.core import codes
from quanheng.registry.models import Organisation, Post
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.organisations import organisations
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

LINES = 6
LEVELS = ("111", "112", "121", "122", "131", "132", "141", "142")
ROLES = ("chief", "deputy", "inner_chief", "inner_deputy")


class OrderForm(forms.Form):
    """职数批文."""

    number = forms.CharField(label=_("文号"), max_length=80)
    title = forms.CharField(label=_("标题"), max_length=200)
    kind = forms.ChoiceField(label=_("批文类别"))
    issued_by = forms.CharField(label=_("批准机关"), max_length=120)
    issued_on = day_field(_("批准日期"))
    from_on = day_field(_("生效"))
    over_until_on = day_field(
        _("超配消化期限"), required=False, help_text=_("核定数少于现有人数时填写：到这一天须降到核定数以内。")
    )
    note = forms.CharField(label=_("说明"), required=False, max_length=500)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["kind"] = forms.ChoiceField(
            label=_("批文类别"), choices=[(code, gettext(word)) for code, word in QuotaOrder.KINDS]
        )


class LineForm(forms.Form):
    """批文一行: the unit by its code or its whole name, what is counted, the number."""

    organisation = forms.CharField(label=_("机构编码或名称"), max_length=120)
    cell = forms.ChoiceField(label=_("职数类别"))
    number = forms.IntegerField(label=_("核定数"), min_value=0, max_value=99999)

    def __init__(self, *arguments: Any, by: Account, on: date, **given: Any) -> None:
        super().__init__(*arguments, **{"empty_permitted": True, "use_required_attribute": False, **given})
        self.by, self.on = by, on
        self.fields["cell"] = forms.ChoiceField(label=_("职数类别"), choices=cells())
        for name, field in self.fields.items():
            field.widget.attrs |= {
                "aria-label": f"{field.label} {given.get('prefix', '')}".strip(),
                "class": name,
            }

    def clean_organisation(self) -> Organisation:
        said = self.cleaned_data["organisation"].strip()
        rows = organisations(by=self.by, on=self.on)
        found = rows.filter(code=said).first() or rows.filter(name=said).first()
        if found is None:
            raise forms.ValidationError(gettext("没有编码或名称为“{said}”的机构").format(said=said))
        return found

    def line(self, from_on: date) -> OrderLine:
        given = self.cleaned_data
        what, code, role = given["cell"].split(":")
        return OrderLine(given["organisation"].pk, what, code, given["number"], from_on, role)


def cells() -> list[tuple[str, Any]]:
    """What an order can set, in three groups."""
    roles = dict(Post.ROLES)
    posts = [
        (f"post:{level}:{role}", f"{label_of('post_level', level)} · {gettext(roles[role])}")
        for level in LEVELS
        for role in ROLES
    ]
    ranks = [
        (f"rank:{each.code}:", label_of("rank", each.code))
        for each in codes.table("rank").values()
        if each.parent
    ]
    staff = [(f"staff:{code}:", gettext(word)) for code, word in StaffCeiling.KINDS]
    return [("", "—"), (gettext("领导职数"), posts), (gettext("编制数"), staff), (gettext("职级职数"), ranks)]


@screen("quota-orders/new/", name="quota_order_new", permission="establishment.edit")
def quota_order_new(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    form = OrderForm(request.POST or None, initial={"issued_on": today, "from_on": today})
    first = {"organisation": request.GET.get("organisation", "")}
    lines = [
        LineForm(request.POST or None, prefix=str(n + 1), by=by, on=today, initial=None if n else first)
        for n in range(LINES)
    ]
    refusal = None
    if request.method == "POST" and all([form.is_valid(), *(each.is_valid() for each in lines)]):
        try:
            order = _issue(by, form, lines)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记批文{number}").format(number=order.number))
            return redirect("quota_order", pk=order.pk)
    context = {"form": form, "lines": lines, "refusal": refusal, "wrong": [e for e in lines if e.errors]}
    return render(request, "establishment/quota_order_new.html", context, status=409 if refusal else 200)


def _issue(by: Account, form: OrderForm, lines: list[LineForm]) -> QuotaOrder:
    given = dict(form.cleaned_data)
    from_on = given.pop("from_on")
    said = [each.line(from_on) for each in lines if each.cleaned_data]
    return issue_quota_order(by=by, at=clock.now(), lines=said, **given)
