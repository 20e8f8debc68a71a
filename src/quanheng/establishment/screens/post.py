"""One post: who holds it, what it is for, the key kinds it is registered under, its vacancies; the form of its duties."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.write_duty_statement import write_duty_statement
from quanheng.establishment.models import DutyStatement, KeyPost, Vacancy
from quanheng.establishment.queries.posts import PostFile, post_file
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


class DutyForm(forms.Form):
    """职责说明."""

    duties = forms.CharField(label=_("岗位职责"), widget=forms.Textarea(attrs={"rows": 8}), max_length=4000)
    requirements = forms.CharField(
        label=_("任职条件和能力标准"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )
    approved_by = forms.CharField(label=_("审定机关"), required=False, max_length=120)
    from_on = day_field(_("生效"))


@screen("posts/<int:pk>/", name="post", permission="establishment.view")
def post_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    file = post_file(by=by, on=today, as_of=as_of, pk=pk)
    if file is None:
        raise Http404
    context = {
        "file": file,
        "post": file.post,
        "facts": _facts(file),
        "versions": [_version(each) for each in file.statements],
        "version_columns": [Column("from_on", "生效"), Column("until_on", "失效（不含）"), Column("approved_by", "审定机关"), Column("duties", "岗位职责")],
        "registrations": [_registration(each) for each in file.registrations],
        "registration_columns": _registration_columns(),
        "vacancies": [_vacancy(each) for each in file.vacancies],
        "vacancy_columns": [Column("cause", "空缺原因"), Column("since_on", "空缺时间"), Column("filled_on", "补充时间")],
        "may_edit": rights_of(by, on=today).may("establishment.edit", file.post.organisation.authority.path),
    }  # fmt: skip
    return render(request, "establishment/post.html", context)


@screen("posts/<int:pk>/duty/", name="post_duty", permission="establishment.edit")
def post_duty(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    file = post_file(by=by, on=today, pk=pk)
    if file is None:
        raise Http404
    now, refusal = file.statement, None
    given = (
        {"duties": now.duties, "requirements": now.requirements, "approved_by": now.approved_by}
        if now
        else {}
    )
    form = DutyForm(request.POST or None, initial={**given, "from_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            write_duty_statement(by=by, at=clock.now(), post=file.post, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{post}的职责说明").format(post=file.post))
            return redirect("post", pk=pk)
    context = {"form": form, "post": file.post, "refusal": refusal}
    return render(request, "establishment/post_duty.html", context, status=409 if refusal else 200)


def _facts(file: PostFile) -> list[dict[str, object]]:
    post, holders = file.post, getattr(file.post, "holders", [])
    names = gettext("、").join(f"{line.person.name}（{line.from_on:%Y-%m-%d}）" for line in holders)
    return [
        {"label": gettext("机构"), "value": post.organisation.name, "url": link("organisation", post.organisation.code)},
        {"label": gettext("职务层次"), "value": label_of("post_level", post.level)},
        {"label": gettext("职务类别"), "value": gettext(post.get_role_display())},
        {"label": gettext("任职方式"), "value": pgettext("任职方式", post.get_mode_display())},
        {"label": gettext("现任"), "value": names or gettext("空缺")},
    ]  # fmt: skip


def _version(statement: DutyStatement) -> dict[str, object]:
    return {
        "from_on": statement.from_on,
        "until_on": statement.until_on,
        "approved_by": statement.approved_by,
        "duties": statement.duties[:60],
    }


def _registration(entry: KeyPost) -> dict[str, object]:
    return {
        "kind": gettext(entry.get_kind_display()),
        "basis": entry.basis,
        "from_on": entry.from_on,
        "until_on": entry.until_on,
        "reason": entry.removal_reason,
    }


def _registration_columns() -> list[Column]:
    return [
        Column("kind", "关键岗位类别"),
        Column("basis", "认定依据"),
        Column("from_on", "列入"),
        Column("until_on", "移出（不含）"),
        Column("reason", "移出原因"),
    ]


def _vacancy(vacancy: Vacancy) -> dict[str, object]:
    return {
        "cause": gettext(vacancy.get_cause_display()),
        "url": link("vacancy", vacancy.pk),
        "since_on": vacancy.since_on,
        "filled_on": vacancy.filled_on,
    }
