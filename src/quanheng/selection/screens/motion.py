"""Open a case for a vacancy (提出动议)."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.establishment.models import Vacancy
from quanheng.establishment.queries.vacancies import vacancies
from quanheng.kernel.refusals import Refused
from quanheng.selection.actions.open_motion import open_motion
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


class MotionForm(forms.Form):
    """提出动议。"""

    proposer = forms.CharField(label=_("动议主体"), help_text=_("如 市委组织部"))
    ground = forms.CharField(label=_("动议理由"), widget=forms.Textarea(attrs={"rows": 3}))
    conditions = forms.CharField(label=_("任职条件"), widget=forms.Textarea(attrs={"rows": 3}))
    scope = forms.CharField(label=_("选拔范围"), widget=forms.Textarea(attrs={"rows": 2}))
    method = forms.CharField(label=_("选拔方式"), initial="民主推荐")
    is_directed = forms.BooleanField(label=_("按拟任职位定向推荐"), initial=True, required=False)


@screen("vacancies/<int:pk>/motion/", name="motion_open", permission="selection.run")
def motion(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; a full post, a filled vacancy or a running case is refused with its figures."""
    assert isinstance(request.user, Account)
    vacancy = get_object_or_404(vacancies(by=request.user, on=clock.today()), pk=pk)
    form = MotionForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            made = open_motion(by=request.user, at=clock.now(), vacancy=_plain(vacancy), **form.cleaned_data)
            return redirect("case", number=made.case.number)
        except Refused as refusal:
            refused = refusal
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "selection/motion.html", {"vacancy": vacancy, "form": form, "refused": refused}, status=status)


def _plain(vacancy: Vacancy) -> Vacancy:
    return Vacancy.objects.select_related("post__organisation__authority").get(pk=vacancy.pk)
