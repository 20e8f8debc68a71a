"""The 任免审批表 of one person as a file: format, paper and edition are chosen, the purpose goes into the journal."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.exchange.core.form_formats import FormFile, made
from quanheng.exchange.queries.form_of import form_of
from quanheng.exchange.screens.reader import ring_for
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_sensitive import open_sensitive
from quanheng.registry.models import Person
from quanheng.registry.queries.family import family_of
from quanheng.registry.queries.file import cover_of
from quanheng.registry.queries.numbers import is_sealed, number_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

FORMATS = [
    ("pdf", _("PDF（打印）")),
    ("docx", _("Word（.docx）")),
    ("lrmx", _("任免审批表编辑器3.0、4.0（.lrmx）")),
    ("lrm", _("任免审批表编辑器2.0（.lrm和.pic，压缩包）")),
]
SIZES = [("A4", "A4"), ("B5", "B5"), ("A4_DangAn", _("A4（干部人事档案专项审核）"))]
EDITIONS = [("", _("按表中内容")), ("3", _("3.0版")), ("4", _("4.0版（有到龄时间）"))]


class FormatForm(forms.Form):
    """导出任免审批表: which file, and for what work."""

    kind = forms.ChoiceField(label=_("格式"), choices=FORMATS, initial="pdf", widget=forms.RadioSelect)
    size = forms.ChoiceField(label=_("纸张"), choices=SIZES, initial="A4", help_text=_("只用于PDF和Word。"))
    edition = forms.ChoiceField(label=_("版本"), choices=EDITIONS, required=False)
    purpose = forms.CharField(
        label=_("查阅用途"), max_length=200, help_text=_("写明为哪项工作查阅；本次查阅连同用途记入操作日志。")
    )


@screen("people/<uuid:key>/form/", name="appointment_form", permission="registry.sensitive")
def appointment_form(request: HttpRequest, key: UUID) -> HttpResponse:
    """The choice, and after it the file; a refusal keeps what was chosen."""
    assert isinstance(request.user, Account)
    found = cover_of(by=request.user, on=clock.today(), key=key)
    if found is None or not found.may_see_sensitive:
        raise Http404
    form, refusal = FormatForm(request.POST or None), None
    if form.is_valid():
        try:
            return _answer(_file(request.user, found.person, form.cleaned_data, ring_for(request)))
        except Refused as refused:
            refusal = refused
    status = 409 if refusal else 400 if form.errors else 200
    ring = ring_for(request)
    context = {
        "person": found.person,
        "form": form,
        "refusal": refusal,
        "is_without_number": is_sealed(found.person) and not number_of(ring, found.person),
        "kin_shut": family_of(ring, found.person)[1],
    }
    return render(request, "exchange/appointment_form.html", context, status=status)


def _file(by: Account, person: Person, asked: dict[str, Any], ring: Ring | None) -> FormFile:
    today = clock.today()
    open_sensitive(by=by, at=clock.now(), person=person, purpose=asked["purpose"])
    return made(
        form_of(person, on=today, ring=ring), on=today, kind=asked["kind"], size=asked["size"], edition=asked["edition"]
    )


def _answer(file: FormFile) -> HttpResponse:
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(True, file.name) or ""
    response["Cache-Control"] = "private, no-store"
    return response
