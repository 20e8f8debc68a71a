"""Asking for a correction of the own file, the office's list of requests, and the answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.answer_correction import answer_correction
from quanheng.registry.actions.ask_correction import ask_correction, withdraw_correction
from quanheng.registry.models import CorrectionRequest
from quanheng.registry.queries.correction_requests import (
    FIELDS,
    MOST,
    matter_label,
    matters,
    request_of,
    requests_of,
    requests_to_answer,
)
from quanheng.registry.screens.act_form import ActForm, act_page, chosen, cover, said_choices
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

COLUMNS = [
    Column("name", "姓名"), Column("matter", "栏目"), Column("held", "现记载"), Column("wanted", "应为"),
    Column("asked_at", "申请时间"), Column("state", "状态"),
]  # fmt: skip


class AskForm(ActForm):
    """更正申请."""

    matter = forms.ChoiceField(label=_("栏目"))
    wanted = forms.CharField(label=_("应为"), max_length=400)
    reason = forms.CharField(
        label=_("理由和依据材料"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("写明依据哪份材料。")
    )

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "matter", said_choices(matters()))


class AnswerForm(ActForm):
    """答复."""

    decision = forms.ChoiceField(
        label=_("答复"),
        choices=[("accept", _("予以更正")), ("refuse", _("不予更正"))],
        widget=forms.RadioSelect,
    )
    value = forms.CharField(
        label=_("更正为"), max_length=400, required=False, help_text=_("写入档案的内容；不填的按申请写入。")
    )
    answer = forms.CharField(
        label=_("答复内容"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("写明依据什么更正了什么，或者不予更正的理由；本人可以看到。"),
    )  # fmt: skip

    def __init__(self, matter: str, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        if matter not in FIELDS:
            del self.fields["value"]


@screen("people/mine/corrections/", name="corrections_mine", permission="registry.own")
def corrections_mine(request: HttpRequest) -> HttpResponse:
    by = actor(request)
    if by.person_key is None:
        return redirect("person_mine")
    person = cover(request, by.person_key).person
    context = {"person": person, "requests": [_told(row) for row in requests_of(person.pk)[:MOST]]}
    return act_page(
        request, "registry/corrections_mine.html", form=AskForm(request.POST or None), context=context,
        act=lambda given: ask_correction(by=by, at=clock.now(), person=person, **given),
        done_url=link("corrections_mine"), done=gettext("已提出更正申请，答复后在“待办”中提示"),
    )  # fmt: skip


def _told(row: CorrectionRequest) -> dict[str, Any]:
    return {
        "row": row,
        "matter": matter_label(row.matter),
        "light": {"open": "unknown", "accepted": "passed"}.get(row.state, "warning"),
    }


@screen("people/mine/corrections/<int:pk>/withdraw/", name="correction_withdraw", permission="registry.own")
def correction_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    by = actor(request)
    row = CorrectionRequest.objects.filter(pk=pk, person=by.person_key).first() if by.person_key else None
    if row is None:
        raise Http404
    if request.method == "POST":
        try:
            withdraw_correction(by=by, at=clock.now(), request=row)
            messages.success(request, gettext("已撤回"))
        except Refused as refused:
            messages.error(request, str(refused.why))
    return redirect("corrections_mine")


@screen(
    "correction-requests/", name="correction_requests", permission="registry.edit", menu="更正申请", order=29
)
def correction_requests(request: HttpRequest) -> HttpResponse:
    is_open = request.GET.get("tab") != "done"
    rows = requests_to_answer(by=actor(request), on=clock.today(), is_open=is_open)
    page = slice_of(rows, request, order=("asked_at", "id") if is_open else ("-asked_at", "-id"))
    context = {
        "tabs": [
            {"label": "待答复", "url": "?tab=open", "is_current": is_open},
            {"label": "已办结", "url": "?tab=done", "is_current": not is_open},
        ],
        "page": page, "is_open": is_open, "columns": COLUMNS, "rows": [_row(row) for row in page],
    }  # fmt: skip
    return render(request, "registry/correction_requests.html", context)


def _row(row: CorrectionRequest) -> dict[str, Any]:
    return {
        "name": row.person.name, "url": link("correction_request", row.pk), "matter": matter_label(row.matter),
        "held": row.held, "wanted": row.wanted, "asked_at": row.asked_at, "state": gettext(row.get_state_display()),
    }  # fmt: skip


@screen("correction-requests/<int:pk>/", name="correction_request", permission="registry.edit")
def correction_request(request: HttpRequest, pk: int) -> HttpResponse:
    row = request_of(by=actor(request), on=clock.today(), pk=pk)
    if row is None:
        raise Http404

    def act(given: dict[str, Any]) -> None:
        is_accepted = given.pop("decision") == "accept"
        answer_correction(by=actor(request), at=clock.now(), request=row, is_accepted=is_accepted, **given)

    return act_page(
        request, "registry/correction_request.html", act=act,
        form=AnswerForm(row.matter, request.POST or None, initial={"value": row.wanted}),
        context={"row": row, "person": row.person, "matter": matter_label(row.matter)},
        done_url=link("correction_requests"), done=gettext("已答复"),
    )  # fmt: skip
