"""Who manages whom at import: rules of 管理类别 and part of the organisation tree (管理权限规则)."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.exchange.actions.set_management_rule import set_management_rule
from quanheng.exchange.queries.management import rules
from quanheng.kernel.refusals import Refused
from quanheng.registry.core import codes
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock

TABLE = "management_scope"
COLUMNS = (Column("manages", "管理类别"), Column("part", "机构编码范围"), Column("authority", "管理权限主体"))


class RuleForm(forms.Form):
    """设置管理权限规则。"""

    authority = forms.ModelChoiceField(Authority.objects.none(), label=gettext_lazy("管理权限主体"))
    manages = forms.ChoiceField(label=gettext_lazy("管理类别"))
    organisation_code = forms.CharField(
        label=gettext_lazy("机构编码范围"), required=False, max_length=60, help_text=gettext_lazy("如 001.008；全部机构的不填")
    )

    def __init__(self, *given: Any, paths: tuple[str, ...], **named: Any) -> None:
        super().__init__(*given, **named)
        mine = [a.pk for a in Authority.objects.all() if a.path.startswith(paths)]
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=mine)  # type: ignore[attr-defined]
        self.fields["manages"].choices = [(row.label, label_of(TABLE, row.label)) for row in codes.table(TABLE).values()]  # type: ignore[attr-defined]


@screen("imports/management/", name="management_rules", permission="exchange.import")
def management_rules(request: HttpRequest) -> HttpResponse:
    """The rules the actor can see, and a form for one more."""
    assert isinstance(request.user, Account)
    today = clock.today()
    paths = rights_of(request.user, on=today).paths("exchange.import")
    form = RuleForm(request.POST or None, paths=paths)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            set_management_rule(by=request.user, at=clock.now(), **form.cleaned_data)
            messages.success(request, _("已设置"))
            return redirect("management_rules")
        except Refused as refusal:
            refused = refusal
    rows = [{"manages": label_of(TABLE, r.manages), "part": r.organisation_code or "—", "authority": r.authority.name} for r in rules(by=request.user, on=today)]
    status = 409 if refused else 422 if form.errors else 200
    context = {"form": form, "refused": refused, "rows": rows, "columns": COLUMNS}
    return render(request, "exchange/management_rules.html", context, status=status)
