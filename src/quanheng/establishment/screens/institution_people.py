"""The people engaged in one institution: all, of one grade, or those without a contract; and the form that ends an engagement."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.end_engagement import end_engagement
from quanheng.establishment.models import Engagement
from quanheng.establishment.permissions.institution_grades import grade_name
from quanheng.establishment.queries.institution_posts import engaged, engagement
from quanheng.establishment.screens.institution_words import (
    PAGE,
    found_institution,
    grade_of,
    page_of,
    people_columns,
    person_row,
)
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("institutions/<str:code>/people/", name="institution_people", permission="establishment.view")
def institution_people_page(request: HttpRequest, code: str) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    unit = found_institution(by=by, on=today, as_of=as_of, code=code)
    grade = grade_of(request.GET.get("grade", ""))
    is_unsigned = request.GET.get("unsigned") == "1"
    rows = engaged(
        by=by, on=today, as_of=as_of, unit=unit, grade=grade, is_signed=False if is_unsigned else None
    )
    found = list(_after(rows, request.GET.get("after", ""))[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    page, next_url = page_of(request, found, f"{last.from_on}_{last.pk}" if last else "")
    chips = [
        {
            "label": gettext("全部在聘人员"),
            "url": "?",
            "is_current": not (grade or is_unsigned),
            "count": None,
        },
        {"label": gettext("未签合同人员"), "url": "?unsigned=1", "is_current": is_unsigned, "count": None},
    ]
    if grade:
        chips.append(
            {"label": grade_name(*grade), "url": request.get_full_path(), "is_current": True, "count": None}
        )
    context = {
        "unit": unit,
        "chips": chips,
        "rows": [person_row(row, is_signed=bool(getattr(row, "is_signed", False))) for row in page],
        "columns": people_columns(),
        "next_url": next_url,
        "may_edit": rights_of(by, on=today).may("establishment.edit", unit.authority.path),
    }
    return render(request, "establishment/institution_people.html", context)


def _after(rows: QuerySet[Engagement], key: str) -> QuerySet[Engagement]:
    """The rows after a key "day_number"; all of them for anything else."""
    day, _mark, number = key.partition("_")
    try:
        since = date.fromisoformat(day)
        return rows.filter(Q(from_on__gt=since) | Q(from_on=since, pk__gt=int(number)))
    except ValueError:
        return rows


class EndForm(forms.Form):
    """终止岗位聘用."""

    until_on = forms.DateField(
        label=_("聘用止（不含）"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


@screen("engagements/<int:pk>/end/", name="engagement_end", permission="establishment.edit")
def engagement_end(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    row = engagement(by=by, on=today, pk=pk)
    if row is None:
        raise Http404
    form, refusal = EndForm(request.POST or None, initial={"until_on": today}), None
    if request.method == "POST" and form.is_valid():
        try:
            end_engagement(by=by, at=clock.now(), engagement=row, until_on=form.cleaned_data["until_on"])
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{name}岗位聘用终止").format(name=row.person.name))
            return redirect("institution_people", code=row.organisation.code)
    context: dict[str, Any] = {
        "form": form,
        "row": row,
        "grade": grade_name(row.post_class, row.grade),
        "refusal": refusal,
    }
    return render(request, "establishment/engagement_end.html", context, status=409 if refusal else 200)
