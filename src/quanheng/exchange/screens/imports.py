"""The list of imports and the form that uploads a file: what comes back is a preview, never a changed registry."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.base import File
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account, Authority
from quanheng.exchange.actions.receive_import import MOST_BYTES, receive_import
from quanheng.exchange.core import door, form_files
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.queries.batches import authorities, batches
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50
MEGABYTE = 2**20
LIMITS = {"roster": 64, "forms": MOST_BYTES // MEGABYTE}
"""Megabytes a file of each kind may have."""
ENDINGS = {"roster": (".xlsx", ".zip", ".hzb", ".7z", ".zzb3", ".zb3"), "forms": form_files.ENDINGS}
COLUMNS = (
    Column("file_name", "文件名"),
    Column("kind", "类别"),
    Column("authority", "管理权限主体"),
    Column("by", "导入人"),
    Column("at", "预览时间"),
    Column("state", "状态"),
    Column("taken", "新增和变更", is_number=True),
    Column("rejected", "退回", is_number=True),
)


class UploadForm(forms.Form):
    """导入: what kind of file, for whom, and the file itself."""

    kind = forms.ChoiceField(label=_("类别"), choices=[(code, _(label)) for code, label in ImportBatch.KINDS], widget=forms.RadioSelect)
    authority = forms.ModelChoiceField(label=_("管理权限主体"), queryset=Authority.objects.none(), empty_label=None, help_text=_("没有管理权限规则的人员归它管理。"))
    file = forms.FileField(label=_("文件"), help_text=_("花名册为.xlsx，或数据交换包.zip；任免审批表为.lrmx、.lrm，或装有它们的.zip。"))
    password = forms.CharField(label=_("压缩包密码"), required=False, widget=forms.PasswordInput, help_text=_("只在压缩包设有密码时填写；只用于读取这一个文件，不保存。"))

    is_as_found = forms.BooleanField(
        label=_("按现状登记"), required=False, help_text=_("现有人员超职数、超席位的照登，只作提示；不选则退回这些行。")
    )

    def __init__(self, *arguments: Any, by: Account, **given: Any) -> None:
        super().__init__(*arguments, **given)
        field = self.fields["authority"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = authorities(by=by, on=clock.today())
        field.initial = field.queryset.first()

    def clean_file(self) -> "File[bytes]":
        """Size and ending by the kind chosen; what is in the file is the reader's to judge."""
        file: File[bytes] = self.cleaned_data["file"]
        kind, name, size = self.cleaned_data.get("kind", "forms"), file.name or "", file.size or 0
        if size > LIMITS[kind] * MEGABYTE:
            said = gettext("《{name}》有{size}MB，超过{limit}MB，请拆分后分批导入")
            raise forms.ValidationError(said.format(name=name, size=size // MEGABYTE, limit=LIMITS[kind]))
        if not name.lower().endswith(ENDINGS[kind]):
            said = gettext("《{name}》不是{endings}文件")
            raise forms.ValidationError(said.format(name=name, endings="、".join(ENDINGS[kind])))
        return file


@screen("imports/", name="imports", permission="exchange.import", menu="导入", order=70)
def imports(request: HttpRequest) -> HttpResponse:
    """Newest first, the form above them; a refusal keeps what was chosen."""
    assert isinstance(request.user, Account)
    form = UploadForm(request.POST or None, request.FILES or None, by=request.user, initial={"kind": "roster"})
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            batch = _receive(request.user, form)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已收到《{name}》，正在后台读取").format(name=batch.file_name))
            return redirect("import", pk=batch.pk)
    page = Paginator(batches(by=request.user, on=clock.today()), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "refusal": refusal, "page": page, "rows": [_line(batch) for batch in page], "columns": COLUMNS}
    status = 409 if refusal else 400 if form.errors else 200
    return render(request, "exchange/imports.html", context, status=status)


def _receive(by: Account, form: UploadForm) -> ImportBatch:
    """The file goes into the database as it comes; only one with a password is opened first, as that is not kept."""
    given = form.cleaned_data
    kind, file = given["kind"], given["file"]
    name, chunks = file.name, file.chunks()
    door.check(kind, file.read(door.HEAD), file_name=name)
    if door.is_locked(file):
        chunks = [door.unlocked(kind, file.read(), password=given["password"])]
    return receive_import(
        by=by, at=clock.now(), kind=kind, file_name=name, chunks=chunks, authority=given["authority"], is_as_found=given["is_as_found"]
    )


def _line(batch: ImportBatch) -> dict[str, Any]:
    total = batch.counts.get("total", {})
    return {
        "file_name": batch.file_name,
        "kind": gettext(batch.get_kind_display()),
        "authority": batch.authority.name,
        "by": batch.by.name,
        "at": batch.at,
        "state": gettext(batch.get_state_display()),
        "taken": total.get("add", 0) + total.get("change", 0),
        "rejected": total.get("reject", 0),
        "url": link("import", batch.pk),
    }
