"""The list of special inspections and the form that runs one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account, Authority
from quanheng.kernel.refusals import Refused
from quanheng.oversight.actions.run_audit import run_audit
from quanheng.oversight.models import Audit
from quanheng.oversight.queries.audits import auditable, audits
from quanheng.regulation.core.library import library, local_layers
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

COLUMNS = (
    Column("authority", "管理权限主体"),
    Column("from_on", "检查期间起"),
    Column("to_on", "检查期间止（含）"),
    Column("cases", "检查事项数", is_number=True),
    Column("failing", "不符合", is_number=True),
    Column("unknown", "待核", is_number=True),
    Column("left", "未整改", is_number=True),
    Column("made_by", "检查人"),
    Column("made_at", "检查时间"),
)


class AuditForm(forms.Form):
    """开展专项检查。"""

    authority: "forms.ModelChoiceField[Authority]" = forms.ModelChoiceField(
        label=_("管理权限主体"),
        queryset=Authority.objects.none(),
        help_text=_("只检查这一级管理的选任事项，下级的由下级或另行检查"),
    )
    from_on = forms.DateField(label=_("检查期间起"), widget=forms.DateInput(attrs={"type": "date"}))
    to_on = forms.DateField(label=_("检查期间止（含）"), widget=forms.DateInput(attrs={"type": "date"}))
    ordered_by = forms.CharField(label=_("部署依据"), max_length=200)
    layers = forms.MultipleChoiceField(
        label=_("地方规定"), required=False, widget=forms.CheckboxSelectMultiple
    )


@screen("audits/", name="audits", permission="oversight.audit", menu="监督检查", order=65)
def audits_page(request: HttpRequest) -> HttpResponse:
    """The newest first, with what each found and what is still open."""
    assert isinstance(request.user, Account)
    page = Paginator(audits(by=request.user, on=clock.today()), 50).get_page(request.GET.get("page"))
    context = {"page": page, "rows": [_row(audit) for audit in page], "columns": COLUMNS}
    return render(request, "oversight/audits.html", context)


@screen("audits/new/", name="audit_new", permission="oversight.audit")
def audit_new(request: HttpRequest) -> HttpResponse:
    """A refusal stands on the form and keeps what was typed."""
    assert isinstance(request.user, Account)
    form, refusal = AuditForm(request.POST or None), None
    form.fields["authority"] = forms.ModelChoiceField(
        label=_("管理权限主体"),
        queryset=auditable(by=request.user, on=clock.today()),
        help_text=form.fields["authority"].help_text,
    )
    named = library(*local_layers()).instruments
    layers = [(name, gettext(named[name].zh)) for name in local_layers()]
    form.fields["layers"] = forms.MultipleChoiceField(
        label=_("地方规定"), required=False, choices=layers, widget=forms.CheckboxSelectMultiple
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = run_audit(by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(
                request, gettext("已检查{cases}件，{steps}个环节").format(cases=made.cases, steps=made.steps)
            )
            return redirect("audit", pk=made.pk)
    context = {"form": form, "refusal": refusal}
    return render(request, "oversight/audit_new.html", context, status=409 if refusal else 200)


def _row(audit: Audit) -> dict[str, Any]:
    figures = {
        name: getattr(audit, name)
        for name in ("from_on", "to_on", "cases", "failing", "unknown", "left", "made_at")
    }
    names = {"authority": audit.authority.name, "made_by": audit.made_by.name}
    return {**figures, **names, "url": link("audit", audit.pk)}
