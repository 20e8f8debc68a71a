"""The register of key posts (关键岗位) by kind, and the forms that enter a post and take one out."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.permissions.rights import rights_of
from quanheng.establishment.actions.enter_key_post import enter_key_post
from quanheng.establishment.actions.remove_key_post import remove_key_post
from quanheng.establishment.models import KeyPost
from quanheng.establishment.queries.key_posts import holders_of, key_posts
from quanheng.establishment.queries.posts import post_file
from quanheng.establishment.screens.dates import day_field
from quanheng.establishment.screens.reader import actor
from quanheng.kernel.refusals import Refused
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link


class EntryForm(forms.Form):
    """列入关键岗位."""

    kind = forms.ChoiceField(label=_("关键岗位类别"))
    basis = forms.CharField(label=_("认定依据"), max_length=200)
    from_on = day_field(_("列入"))
    months_at_most = forms.IntegerField(
        label=_("轮岗期限（月）"), required=False, min_value=1, max_value=600,
        help_text=_("本地规定的期限；到期只作提示。"),
    )  # fmt: skip

    def __init__(self, *arguments: object, **given: object) -> None:
        super().__init__(*arguments, **given)  # type: ignore[arg-type]  # passed through unchanged
        kinds = [(code, gettext(word)) for code, word in KeyPost.KINDS]
        self.fields["kind"] = forms.ChoiceField(label=_("关键岗位类别"), choices=kinds)


class RemovalForm(forms.Form):
    """移出关键岗位."""

    until_on = day_field(_("移出（不含）"))
    reason = forms.CharField(label=_("移出原因"), max_length=200)


@screen("key-posts/", name="key_posts", permission="establishment.view")
def key_posts_page(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    kind, is_past = request.GET.get("kind", ""), request.GET.get("past") == "1"
    rows = key_posts(by=by, on=today, as_of=as_of, kind=kind, is_past=is_past)
    page = slice_of(rows, request, order=("from_on", "id"))
    context = {
        "page": page,
        "rows": [_row(each, as_of) for each in page],
        "chips": _chips(kind, is_past),
        "is_past": is_past,
        "may_edit": rights_of(by, on=today).may("establishment.edit"),
    }
    return render(request, "establishment/key_posts.html", context)


@screen("posts/<int:pk>/key/", name="key_post_enter", permission="establishment.edit")
def key_post_enter(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    file, refusal = post_file(by=by, on=today, pk=pk), None
    if file is None:
        raise Http404
    form = EntryForm(request.POST or None, initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            enter_key_post(by=by, at=clock.now(), post=file.post, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已将{post}列入关键岗位").format(post=file.post))
            return redirect("key_posts")
    context = {"form": form, "post": file.post, "refusal": refusal}
    return render(request, "establishment/key_post_enter.html", context, status=409 if refusal else 200)


@screen("key-posts/<int:pk>/remove/", name="key_post_remove", permission="establishment.edit")
def key_post_remove(request: HttpRequest, pk: int) -> HttpResponse:
    by, today = actor(request), clock.today()
    entry, refusal = key_posts(by=by, on=today).filter(pk=pk).first(), None
    if entry is None:
        raise Http404
    form = RemovalForm(request.POST or None, initial={"until_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            remove_key_post(by=by, at=clock.now(), key_post=entry, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已将{post}移出关键岗位").format(post=entry.post))
            return redirect("key_posts")
    context = {"form": form, "entry": entry, "refusal": refusal}
    return render(request, "establishment/key_post_remove.html", context, status=409 if refusal else 200)


def _row(entry: KeyPost, on: date) -> dict[str, object]:
    holders = [
        {
            "name": each.line.person.name,
            "url": link("person", each.line.person_id),
            "months": each.months,
            "is_due": entry.months_at_most is not None and each.months >= entry.months_at_most,
            "due_on": each.months.reaches(entry.months_at_most) if entry.months_at_most else None,
        }
        for each in holders_of(entry, on=on)
    ]
    return {
        "entry": entry,
        "kind": gettext(entry.get_kind_display()),
        "level": label_of("post_level", entry.post.level),
        "holders": holders,
    }


def _chips(kind: str, is_past: bool) -> list[dict[str, object]]:
    kinds = [("", gettext("全部")), *((code, gettext(word)) for code, word in KeyPost.KINDS)]
    chips: list[dict[str, object]] = [
        {"label": word, "url": f"?kind={code}" if code else "?", "is_current": code == kind and not is_past}
        for code, word in kinds
    ]
    return [*chips, {"label": gettext("已移出"), "url": "?past=1", "is_current": is_past}]
