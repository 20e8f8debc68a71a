"""Covering what a notice shows too much of."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.disclosure.actions.redact_notice import redact_notice
from quanheng.disclosure.core.profile import FIELDS
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.notices import notices
from quanheng.disclosure.screens.notices import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class RedactionForm(forms.Form):
    """遮盖公示内容."""

    item = forms.ChoiceField(label=_("项目"))
    passage = forms.CharField(
        label=_("要遮盖的文字"),
        max_length=2000,
        required=False,
        help_text=_("照抄公示中的一段；不填的，整项不再显示。"),
    )
    reason = forms.CharField(label=_("理由"), max_length=200)

    def __init__(self, notice: PublicNotice, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        shown = [(key, gettext(label)) for key, label in FIELDS.items() if key in notice.profile]
        self.fields["item"].choices = shown  # type: ignore[attr-defined]


@screen("notice-desk/<int:pk>/redact/", name="notice_redact", permission="disclosure.publish")
def notice_redact(request: HttpRequest, pk: int) -> HttpResponse:
    by, today, refusal = actor(request), clock.today(), None
    notice = notices(by=by, on=today).select_related("case__authority").filter(pk=pk).first()
    if notice is None or not rights_of(by, on=today).may("disclosure.publish", notice.case.authority.path):
        raise Http404
    form = RedactionForm(notice, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            redact_notice(by=by, at=clock.now(), notice=notice, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已遮盖，公众不再看到"))
            return redirect("notice", pk=pk)
    status = 409 if refusal else 422 if form.errors else 200
    return render(
        request,
        "disclosure/redaction.html",
        {"notice": notice, "form": form, "refusal": refusal},
        status=status,
    )
