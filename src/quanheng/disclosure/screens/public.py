"""What anybody may open without signing in: the notices that hang now, one notice, and the form to report."""

from collections.abc import Mapping

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.disclosure.actions.record_objection import LEAST, MOST, record_objection
from quanheng.disclosure.core.profile import FIELDS
from quanheng.disclosure.core.redaction import shown_profile
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.notices import notice_at, notice_state, public_notices
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

LONG = ("resume", "achievements", "awards_and_punishments", "exceptional_reason")
TAKEN_OUT = ("name", "has_photo", *LONG)


class ObjectionForm(forms.Form):
    """反映问题: only the text is needed."""

    content = forms.CharField(
        label=_("反映内容"),
        min_length=LEAST,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("请写明时间、地点、人物和事情经过；线索具体的，逐件核查。"),
    )
    name = forms.CharField(
        label=_("姓名"), max_length=60, required=False, help_text=_("提倡署实名；署名的，核查结论会告知您。")
    )
    contact = forms.CharField(label=_("联系方式"), max_length=100, required=False)


@screen("notices/", name="public_notices", is_public=True)
def public_notices_page(request: HttpRequest) -> HttpResponse:
    now = clock.now()
    rows = [(notice, notice_state(notice, at=now)) for notice in public_notices(at=now)]
    return _uncached(render(request, "disclosure/public_notices.html", {"rows": rows}))


@screen("notices/<slug:slug>/", name="public_notice", is_public=True)
def public_notice_page(request: HttpRequest, slug: str) -> HttpResponse:
    now, refusal = clock.now(), None
    notice = _notice(slug)
    state = notice_state(notice, at=now)
    if state.phase == "before":
        raise Http404
    if state.phase == "over":
        return _uncached(render(request, "disclosure/public_over.html", {"notice": notice}))
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = record_objection(by=None, at=now, notice=notice, **form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(
                request, gettext("已收到您的反映，回执号{receipt}。").format(receipt=made.receipt)
            )
            return redirect("public_notice", slug=slug)
    shown = shown_profile(notice.profile, notice.redactions)
    context = {
        "notice": notice,
        "shown": shown,
        "state": state,
        "form": form,
        "refusal": refusal,
        "facts": _facts(shown, [key for key in FIELDS if key not in TAKEN_OUT]),
        "long_facts": _facts(shown, LONG),
    }
    return _uncached(
        render(request, "disclosure/public_notice.html", context, status=409 if refusal else 200)
    )


@screen("notices/<slug:slug>/photo/", name="public_notice_photo", is_public=True)
def public_notice_photo(request: HttpRequest, slug: str) -> HttpResponse:
    notice = _notice(slug)
    image = notice.person.photo
    shown = shown_profile(notice.profile, notice.redactions)
    is_shown = shown.get("has_photo") and notice_state(notice, at=clock.now()).phase == "running"
    if not (is_shown and image):
        raise Http404
    return _uncached(HttpResponse(bytes(image), content_type="image/jpeg"))


def _notice(slug: str) -> PublicNotice:
    found = notice_at(slug)
    if found is None:
        raise Http404
    return found


def _facts(shown: Mapping[str, object], keys: list[str] | tuple[str, ...]) -> list[dict[str, object]]:
    return [{"label": FIELDS[key], "value": _said(key, str(shown[key]))} for key in keys if key in shown]


def _said(key: str, value: str) -> str:
    """What was published, as it was published; only the sex is a word of ours."""
    return gettext(value) if key == "sex" else value


def _uncached(response: HttpResponse) -> HttpResponse:
    """Nothing of a notice stays in a cache or a search engine once its period is over."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response
