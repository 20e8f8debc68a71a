"""The pages that hand people out as files: asked for, made in the background, fetched, thrown away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from quanheng.access.models import Account
from quanheng.access.queries.jobs import standing_of
from quanheng.access.queries.keys import has_keys
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.drop_export import drop_export
from quanheng.exchange.actions.export_at_once import export_at_once
from quanheng.exchange.actions.fetch_export import fetch_export
from quanheng.exchange.actions.make_export import MOST_IN_A_FILE
from quanheng.exchange.actions.resume_export import resume_export
from quanheng.exchange.models import ExportJob
from quanheng.exchange.queries.exports import exports, pieces
from quanheng.exchange.queries.upkeep import EXPORT_DAYS
from quanheng.exchange.screens.reader import ring_for
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
COLUMNS = (
    Column("purpose", "用途"),
    Column("kind", "格式"),
    Column("scope", "机构编码"),
    Column("at", "提交时间"),
    Column("state", "状态"),
    Column("people", "人数", is_number=True),
    Column("fetched", "下载次数", is_number=True),
)


class ExportForm(forms.Form):
    """导出花名册: what for, of whom, and which file."""

    kind = forms.ChoiceField(
        label=_("格式"), choices=[(code, _(label)) for code, label in ExportJob.KINDS], widget=forms.RadioSelect, initial="workbook",
        help_text=_("工作簿改后可再次导入；数据交换包供同类系统读取。除工作簿外都含照片，只含您可以查阅敏感信息的人。"),
    )  # fmt: skip
    purpose = forms.CharField(label=_("用途"), max_length=200, help_text=_("写入审计日志。"))
    is_at_once = forms.BooleanField(
        label=_("含身份证号和家庭成员"), required=False,
        help_text=_("身份证号和家庭成员加密保存：打开密钥后当即生成，至多500人，本系统不留存；不选的在后台生成，不含这两项。"),
    )  # fmt: skip
    organisation_code = forms.CharField(
        label=_("机构编码"), max_length=60, required=False, help_text=_("含下级机构；不填为全部可查阅的人。")
    )


@screen("exports/workbook/", name="export_workbook", permission="registry.view")
def export_list(request: HttpRequest) -> HttpResponse:
    """The form above, what was asked for before below; a refusal keeps what was typed."""
    by = _actor(request)
    form, refusal = ExportForm(request.POST or None, initial={"kind": "workbook"}), None
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data.pop("is_at_once"):
                return _at_once(request, form.cleaned_data)
            export = ask_export(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已提交导出，正在后台生成"))
            return redirect("export", pk=export.pk)
    page = Paginator(exports(by=by, on=clock.today()), PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "refusal": refusal,
        "page": page,
        "rows": [_line(each) for each in page],
        "columns": COLUMNS,
        **_LIMITS,
    }
    return render(
        request, "exchange/export.html", context, status=409 if refusal else 400 if form.errors else 200
    )


@screen("exports/<int:pk>/", name="export", permission="registry.view")
def export_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _export(request, pk))


@screen("exports/<int:pk>/progress/", name="export_progress", permission="registry.view")
def export_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The bar alone, asked for every second; when the work is over, the whole page is to be fetched anew."""
    at = standing_of(_export(request, pk), now=clock.now())
    if not at.is_live:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "access/parts/job.html", {"progress_url": request.path, "standing": at})


@screen("exports/<int:pk>/file/", name="export_file", permission="registry.view")
@require_POST
def export_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file; that it left stands in the journal."""
    export = _export(request, pk)
    try:
        fetch_export(by=_actor(request), at=clock.now(), export=export)
    except Refused as refused:
        return _page(request, _export(request, pk), refused)
    ending = export.file_name.rpartition(".")[2]
    return HttpResponse(
        b"".join(pieces(export)),  # not streamed: what the database shows ends with the request's transaction
        content_type=TYPES[ending],
        headers={
            "Content-Disposition": content_disposition_header(True, export.file_name) or "",
            "Content-Length": str(export.size),
            "Cache-Control": "private, no-store",
        },
    )


@screen("exports/<int:pk>/drop/", name="export_drop", permission="registry.view")
@require_POST
def export_drop(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        drop_export(by=_actor(request), at=clock.now(), export=_export(request, pk))
    except Refused as refused:
        return _page(request, _export(request, pk), refused)
    messages.success(request, gettext("导出文件已删除"))
    return redirect("export_workbook")


@screen("exports/<int:pk>/resume/", name="export_resume", permission="registry.view")
@require_POST
def export_resume(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        resume_export(by=_actor(request), at=clock.now(), export=_export(request, pk))
    except Refused as refused:
        return _page(request, _export(request, pk), refused)
    return redirect("export", pk=pk)


_LIMITS = {"days": EXPORT_DAYS, "most": MOST_IN_A_FILE}


def _at_once(request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
    name, content = export_at_once(by=_actor(request), at=clock.now(), ring=ring_for(request), **asked)
    response = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


def _actor(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user


def _export(request: HttpRequest, pk: int) -> ExportJob:
    return get_object_or_404(exports(by=_actor(request), on=clock.today()), pk=pk)


def _page(request: HttpRequest, export: ExportJob, refusal: Refused | None = None) -> HttpResponse:
    at = standing_of(export, now=clock.now())
    context = {
        "export": export,
        "refusal": refusal or at.refusal,
        "progress_url": link("export_progress", export.pk),
        "state": _state(export),
        "is_without_numbers": export.is_ready and has_keys(),
        "is_zip": export.kind == "workbook" and export.file_name.endswith(".zip"),
        "standing": at,
        **_LIMITS,
    }
    return render(request, "exchange/export_job.html", context, status=409 if refusal else 200)


def _state(export: ExportJob) -> str:
    return "文件已删除" if export.dropped_at else str(export.get_state_display())


def _line(export: ExportJob) -> dict[str, Any]:
    return {
        "purpose": export.purpose,
        "kind": gettext(export.get_kind_display()),
        "scope": export.organisation_code or "—",
        "at": export.asked_at,
        "state": gettext(_state(export)),
        "people": export.people or "—",
        "fetched": export.fetched,
        "url": link("export", export.pk),
    }
