"""Erasing a person: asking on the person's page, the list of those who decide, and the decision."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.actions.erase_person import LEAST, ask_erasure, decide_erasure
from quanheng.registry.models import Erasure
from quanheng.registry.queries.erasures import erasures, extent_of, open_erasure
from quanheng.registry.screens.act_form import ActForm, act_page, cover
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

COLUMNS = [
    Column("name", "姓名"), Column("authority", "管理权限主体"), Column("reason", "理由"), Column("asked_by", "申请人"),
    Column("asked_at", "申请时间"), Column("state", "状态"),
]  # fmt: skip


class AskErasureForm(ActForm):
    """申请清除个人信息."""

    reason = forms.CharField(
        label=_("理由"), min_length=LEAST, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
    basis = forms.CharField(
        label=_("依据"), max_length=200, help_text=_("法规条款，或批准文件的名称和文号。")
    )


class DecideErasureForm(ActForm):
    """审定个人信息清除."""

    decision = forms.ChoiceField(
        label=_("审定"),
        choices=[("agree", _("同意清除")), ("refuse", _("不予清除"))],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("审定意见"), max_length=300, required=False)


@screen("people/<uuid:key>/erasure/", name="person_erasure", permission="registry.edit")
def person_erasure(request: HttpRequest, key: UUID) -> HttpResponse:
    """What would go, what has to stay and why; the form asks for it."""
    by, person = actor(request), cover(request, key, is_edited=True).person
    return act_page(
        request, "registry/person_erasure.html", form=AskErasureForm(request.POST or None),
        context={"person": person, "extent": extent_of(key), "open": open_erasure(key)},
        act=lambda given: ask_erasure(by=by, at=clock.now(), person=person, **given),
        done_url=link("person", key), done=gettext("已申请，由另一人审定"),
    )  # fmt: skip


@screen("erasures/", name="erasures", permission="registry.erase", menu="个人信息清除", order=31)
def erasure_list(request: HttpRequest) -> HttpResponse:
    page = slice_of(erasures(by=actor(request), on=clock.today()), request, order=("-asked_at", "-id"))
    context = {"page": page, "columns": COLUMNS, "rows": [_row(row) for row in page]}
    return render(request, "registry/erasures.html", context)


def _row(row: Erasure) -> dict[str, Any]:
    return {
        "name": row.name or "—", "url": link("erasure", row.pk), "authority": row.authority.name, "reason": row.reason,
        "asked_by": row.asked_by.name, "asked_at": row.asked_at, "state": gettext(row.get_state_display()),
    }  # fmt: skip


@screen("erasures/<int:pk>/", name="erasure", permission="registry.erase")
def erasure(request: HttpRequest, pk: int) -> HttpResponse:
    by = actor(request)
    row = erasures(by=by, on=clock.today()).filter(pk=pk).first()
    if row is None:
        raise Http404

    def act(given: dict[str, Any]) -> None:
        decide_erasure(
            by=by, at=clock.now(), erasure=row, is_agreed=given["decision"] == "agree", note=given["note"]
        )

    context = {"row": row, "extent": extent_of(row.person_key) if row.state == "open" else None}
    return act_page(
        request, "registry/erasure.html", form=DecideErasureForm(request.POST or None), context=context, act=act,
        done_url=link("erasures"), done=gettext("已审定"),
    )  # fmt: skip
