"""One vacancy: cause, since when, the lawful ways to fill it, its history and its announcement; the form that announces."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.announce_vacancy import announce_vacancy
from quanheng.establishment.models import Vacancy
from quanheng.establishment.queries.routes import NAMES, Route, routes
from quanheng.establishment.queries.vacancies import vacancies
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock


class AnnouncementForm(forms.Form):
    """职位预告."""

    announced_on = day_field(_("预告日期"))
    until_on = day_field(_("预告截止（不含）"))
    words = forms.CharField(
        label=_("预告内容"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("写明职位、条件和报名（推荐）办法；不写人选。"),
    )  # fmt: skip


@screen("vacancies/<int:pk>/", name="vacancy", permission="establishment.view")
def vacancy_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    vacancy = _found(by, today, pk)
    earlier = vacancies(by=by, on=today).filter(post=vacancy.post_id).exclude(pk=pk)
    context = {
        "vacancy": vacancy,
        "facts": _facts(vacancy),
        "routes": [_route(each) for each in routes(vacancy, on=as_of)],
        "history": [_past(each) for each in earlier.order_by("-since_on")[:20]],
        "history_columns": [
            Column("cause", "空缺原因"), Column("since_on", "空缺时间"), Column("filled_on", "补充时间"), Column("note", "说明"),
        ],
        "may_edit": rights_of(by, on=today).may("establishment.edit", vacancy.post.organisation.authority.path),
    }  # fmt: skip
    return render(request, "establishment/vacancy.html", context)


@screen("vacancies/<int:pk>/announce/", name="vacancy_announce", permission="establishment.edit")
def vacancy_announce(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    vacancy, refusal = _found(by, today, pk), None
    given = {"announced_on": today, "until_on": vacancy.announced_until_on, "words": vacancy.announcement}
    form = AnnouncementForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        try:
            announce_vacancy(by=by, at=clock.now(), vacancy=vacancy, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已发布{post}的职位预告").format(post=vacancy.post))
            return redirect("vacancy", pk=pk)
    context = {"form": form, "vacancy": vacancy, "refusal": refusal}
    return render(request, "establishment/vacancy_announce.html", context, status=409 if refusal else 200)


def _found(by: Account, today: Any, pk: int) -> Vacancy:
    vacancy = vacancies(by=by, on=today).filter(pk=pk).first()
    if vacancy is None:
        raise Http404
    return vacancy


def _facts(vacancy: Vacancy) -> list[dict[str, object]]:
    return [
        {"label": gettext("职务层次"), "value": label_of("post_level", vacancy.post.level)},
        {"label": gettext("空缺原因"), "value": gettext(vacancy.get_cause_display())},
        {"label": gettext("空缺时间"), "value": vacancy.since_on},
        {"label": gettext("拟补充方式"), "value": gettext(vacancy.get_route_display())},
        {"label": gettext("补充时间"), "value": vacancy.filled_on},
        {"label": gettext("说明"), "value": vacancy.note},
    ]


def _route(route: Route) -> dict[str, object]:
    return {"name": gettext(NAMES[route.key]), "light": route.light, "findings": route.findings}


def _past(vacancy: Vacancy) -> dict[str, object]:
    return {
        "cause": gettext(vacancy.get_cause_display()),
        "since_on": vacancy.since_on,
        "filled_on": vacancy.filled_on,
        "note": vacancy.note,
    }
