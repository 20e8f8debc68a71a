"""The page that hands out the standard workbook, to be edited and imported again."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.exchange.actions.export_workbook import export_workbook
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportForm(forms.Form):
    """导出花名册: what for, and of whom."""

    purpose = forms.CharField(label=_("用途"), max_length=200, help_text=_("写入审计日志。"))
    organisation_code = forms.CharField(label=_("机构编码"), max_length=60, required=False, help_text=_("含下级机构；不填为全部可查阅的人。"))


@screen("exports/workbook/", name="export_workbook", permission="registry.view")
def workbook_export(request: HttpRequest) -> HttpResponse:
    """The file itself when the form is in order; a refusal keeps what was typed."""
    assert isinstance(request.user, Account)
    form, refusal = ExportForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            paper = export_workbook(by=request.user, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            name = content_disposition_header(True, paper.name) or ""
            return HttpResponse(paper.content, content_type=WORKBOOK, headers={"Content-Disposition": name})
    status = 409 if refusal else 400 if form.errors else 200
    return render(request, "exchange/export.html", {"form": form, "refusal": refusal}, status=status)
