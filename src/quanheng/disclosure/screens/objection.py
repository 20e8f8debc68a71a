"""One objection: what was said opened for a purpose, and its conclusion."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.queries.sealed_rows import open_rows
from quanheng.disclosure.actions.conclude_objection import conclude_objection
from quanheng.disclosure.actions.open_objection import open_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.queries.objections import objections
from quanheng.disclosure.screens.notices import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.purpose import PurposeForm


class ConclusionForm(forms.Form):
    """办结反映。"""

    is_specific = forms.TypedChoiceField(
        label=_("线索"),
        choices=[("1", _("线索具体")), ("0", _("没有具体线索"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    conclusion = forms.CharField(
        label=_("核查结论"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    affects_appointment = forms.TypedChoiceField(
        label=_("对任职的影响"),
        choices=[("0", _("不影响任职")), ("1", _("影响任职"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )


@screen("objections/<int:pk>/", name="objection", permission="disclosure.check")
def objection_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said stays sealed; a POST with a purpose opens it once, one with a conclusion concludes it."""
    objection = objections(by=actor(request), on=clock.today()).filter(pk=pk).first()
    if objection is None:
        raise Http404
    if "purpose" in request.POST:
        return _opened(request, objection)
    form, refusal = ConclusionForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            conclude_objection(by=actor(request), at=clock.now(), objection=objection, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已办结{receipt}").format(receipt=objection.receipt))
            return redirect("objections")
    return _shown(request, objection, form=form, refusal=refusal)


def _opened(request: HttpRequest, objection: Objection) -> HttpResponse:
    purpose, said, by, now = PurposeForm(request.POST), None, actor(request), clock.now()
    if purpose.is_valid():
        try:
            open_objection(by=by, at=now, objection=objection, **purpose.cleaned_data)
        except Refused as refused:
            return _shown(request, objection, purpose=purpose, refusal=refused)
        ring = opened_ring(request.session, cookie=request.COOKIES.get(COOKIE, ""), account=by, at=now)
        said = {"shut": open_rows(ring, [objection])}
    return _shown(request, objection, purpose=purpose, said=said)


def _shown(
    request: HttpRequest,
    objection: Objection,
    *,
    form: forms.Form | None = None,
    purpose: forms.Form | None = None,
    said: dict[str, int] | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    context = {
        "objection": objection,
        "form": form or ConclusionForm(),
        "purpose": purpose or PurposeForm(),
        "is_open": said is not None,
        "refusal": refusal,
        **(said or {}),
    }
    return render(request, "disclosure/objection.html", context, status=409 if refusal else 200)
