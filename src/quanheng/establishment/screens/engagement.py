"""The form that engages somebody in a grade of an institution."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.establishment.actions.engage_person import engage_person
from quanheng.establishment.permissions.institution_grades import grade_name
from quanheng.establishment.queries.institution_posts import posts_of_unit, staff_named
from quanheng.establishment.screens.institution_forms import EngagementForm
from quanheng.establishment.screens.institution_words import found_institution
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("institutions/<str:code>/engage/", name="engagement", permission="establishment.edit")
def engagement_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today = actor(request), clock.today()
    unit = found_institution(by=by, on=today, code=code)
    posts = posts_of_unit(by=by, on=today, unit=unit)
    form = EngagementForm(
        request.POST or None,
        named=lambda said: staff_named(by=by, on=today, unit=unit, said=said),
        grades=[((row.post_class, row.grade), grade_name(row.post_class, row.grade)) for row in posts.rows],
        initial={"from_on": today, "grade": request.GET.get("grade", "")},
    )
    refusal = None
    if request.method == "POST" and form.is_valid():
        post_class, grade = form.chosen()
        given = {name: form.cleaned_data[name] for name in ("person", "title", "from_on")}
        try:
            engage_person(
                by=by, at=clock.now(), organisation=unit, post_class=post_class, grade=grade, **given
            )
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}的岗位聘用").format(name=given["person"].name))
            return redirect("institution_people", code=code)
    context = {"form": form, "unit": unit, "refusal": refusal, "has_scheme": posts.scheme is not None}
    return render(request, "establishment/engagement.html", context, status=409 if refusal else 200)
