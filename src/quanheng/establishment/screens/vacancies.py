"""The register of vacancies, the form that opens one and the act that closes one."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.close_vacancy import close_vacancy
from quanheng.establishment.actions.open_vacancy import open_vacancy
from quanheng.establishment.models import Vacancy
from quanheng.establishment.queries.vacancies import empty_posts, vacancies
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Post
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50


class SeatField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable when it runs
    """职务: 机构和职务都写全."""

    def label_from_instance(self, post: Post) -> str:
        return f"{post} · {label_of('post_level', post.level)}"


class VacancyForm(forms.Form):
    """登记职位空缺."""

    post = SeatField(
        label=_("职务"),
        queryset=Post.objects.none(),
        empty_label="—",
        help_text=_("无人担任、或者已有免职时间，且尚未登记空缺的领导职务。"),
    )
    cause = forms.ChoiceField(label=_("空缺原因"))
    since_on = forms.DateField(
        label=_("空缺时间"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    route = forms.ChoiceField(label=_("拟补充方式"))
    note = forms.CharField(
        label=_("说明"), required=False, widget=forms.Textarea(attrs={"rows": 2}), max_length=500
    )

    def __init__(self, *arguments: object, **given: object) -> None:
        super().__init__(*arguments, **given)  # type: ignore[arg-type]  # passed through unchanged
        self.fields["cause"] = forms.ChoiceField(
            label=_("空缺原因"), choices=[(code, gettext(word)) for code, word in Vacancy.CAUSES]
        )
        self.fields["route"] = forms.ChoiceField(
            label=_("拟补充方式"), choices=[(code, gettext(word)) for code, word in Vacancy.ROUTES]
        )


@screen("vacancies/", name="vacancies", permission="establishment.view")
def vacancies_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    is_open = request.GET.get("filled") != "1"
    every = {state: vacancies(by=by, on=today, as_of=as_of, is_open=state) for state in (True, False)}
    page = Paginator(every[is_open], PAGE).get_page(request.GET.get("page"))
    chips = [
        {"label": gettext("空缺中"), "url": "?", "count": every[True].count(), "is_current": is_open},
        {
            "label": gettext("已补充"),
            "url": "?filled=1",
            "count": every[False].count(),
            "is_current": not is_open,
        },
    ]
    may_edit = rights_of(by, on=today).may("establishment.edit")
    context = {
        "page": page,
        "rows": [_row(each) for each in page],
        "columns": _columns(),
        "chips": chips,
        "is_open": is_open,
        "may_edit": may_edit,
    }
    return render(request, "establishment/vacancies.html", context)


@screen("vacancies/open/", name="vacancy_open", permission="establishment.edit")
def vacancy_open(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    form, refusal = (
        VacancyForm(request.POST or None, initial={"post": request.GET.get("post"), "since_on": today}),
        None,
    )
    field = form.fields["post"]
    assert isinstance(field, SeatField)
    # A seat reported a moment ago is gone from the choice: the act itself then says who reported it.
    field.queryset = (
        Post.objects.select_related("organisation")
        if request.method == "POST"
        else empty_posts(by=by, on=today)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = open_vacancy(by=by, at=clock.now(), **form.cleaned_data)
        except Refused as refused:
            refusal = refused
            field.queryset = empty_posts(by=by, on=today) | Post.objects.filter(
                pk=form.cleaned_data["post"].pk
            )
        else:
            messages.success(request, gettext("已登记{post}的空缺").format(post=made.post))
            return redirect("vacancies")
    return render(
        request,
        "establishment/vacancy_open.html",
        {"form": form, "refusal": refusal},
        status=409 if refusal else 200,
    )


class ClosingForm(forms.Form):
    """核销职位空缺."""

    filled_on = forms.DateField(
        label=_("补充时间"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


@screen("vacancies/<int:pk>/close/", name="vacancy_close", permission="establishment.edit")
def vacancy_close(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    vacancy = vacancies(by=by, on=today).filter(pk=pk).first()
    if vacancy is None:
        raise Http404
    form, refusal = ClosingForm(request.POST or None, initial={"filled_on": today}), None
    if request.method == "POST" and form.is_valid():
        try:
            close_vacancy(by=by, at=clock.now(), vacancy=vacancy, filled_on=form.cleaned_data["filled_on"])
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已核销{post}的空缺").format(post=vacancy.post))
            return redirect("vacancies")
    return render(
        request,
        "establishment/vacancy_close.html",
        {"form": form, "vacancy": vacancy, "refusal": refusal},
        status=409 if refusal else 200,
    )


def _columns() -> list[Column]:
    return [
        Column("post", "职务"),
        Column("level", "职务层次"),
        Column("cause", "空缺原因"),
        Column("since_on", "空缺时间"),
        Column("route", "拟补充方式"),
        Column("note", "说明"),
        Column("filled_on", "补充时间"),
    ]


def _row(vacancy: Vacancy) -> dict[str, object]:
    return {
        "post": str(vacancy.post),
        "url": link("vacancy", vacancy.pk),
        "level": label_of("post_level", vacancy.post.level),
        "cause": gettext(vacancy.get_cause_display()),
        "since_on": vacancy.since_on,
        "route": gettext(vacancy.get_route_display()),
        "note": vacancy.note,
        "filled_on": vacancy.filled_on,
        "close_url": link("vacancy_close", vacancy.pk),
    }
