"""The form of an approved post-setting scheme; a refusal keeps what was typed."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.establishment.actions.approve_post_scheme import approve_post_scheme
from quanheng.establishment.queries.institution_posts import posts_of_unit
from quanheng.establishment.screens.institution_forms import SchemeForm
from quanheng.establishment.screens.institution_words import found_institution, grade_code
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Organisation
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

NAMES = ("document", "approved_on", "from_on", "main_class", "ratio_document")


@screen("institutions/<str:code>/scheme/", name="post_scheme", permission="establishment.edit")
def post_scheme_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit = found_institution(by=by, on=today, code=code)
    form, refusal = SchemeForm(request.POST or None, initial=_now(by, today, unit)), None
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in NAMES}
        try:
            approve_post_scheme(by=by, at=clock.now(), organisation=unit, numbers=form.numbers(), **given)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}的岗位设置方案").format(name=unit.name))
            return redirect("institution_posts", code=code)
    context = {"form": form, "unit": unit, "refusal": refusal}
    return render(request, "establishment/post_scheme.html", context, status=409 if refusal else 200)


def _now(by: Account, today: date, unit: Organisation) -> dict[str, object]:
    """The numbers in force, to be changed where the new scheme differs."""
    posts = posts_of_unit(by=by, on=today, unit=unit)
    numbers: dict[str, object] = {grade_code(grade): number for grade, number in posts.numbers.items()}
    main = posts.scheme.main_class if posts.scheme else "technical"
    return numbers | {"approved_on": today, "from_on": today, "main_class": main}
