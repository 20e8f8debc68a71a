"""The staff's pages of notices: the list, one notice with its objections, taking it down."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.core.profile import FIELDS
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.notices import NoticeState, notice_state, notices
from quanheng.disclosure.queries.objections import objections
from quanheng.disclosure.queries.papers import notice_paper
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 50
COLUMNS = [
    Column("person", "公示对象"),
    Column("post", "拟任职务"),
    Column("printed_from", "公示起"),
    Column("printed_to", "公示止"),
    Column("progress", "进度"),
    Column("waiting", "待核查的反映", is_number=True),
]


def actor(request: HttpRequest) -> Account:
    """Who is signed in; the guard of every address has made sure that somebody is."""
    assert isinstance(request.user, Account)
    return request.user


@screen("notice-desk/", name="notices", permission="selection.view", menu="公示", order=60)
def notices_page(request: HttpRequest) -> HttpResponse:
    by, today = actor(request), clock.today()
    page = Paginator(notices(by=by, on=today), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(notice) for notice in page],
        "columns": COLUMNS,
        "may_check": rights_of(by, on=today).may("disclosure.check"),
    }
    return render(request, "disclosure/notices.html", context)


@screen("notice-desk/<int:pk>/", name="notice", permission="selection.view")
def notice_page(request: HttpRequest, pk: int) -> HttpResponse:
    by, now, notice, refusal = actor(request), clock.now(), _notice(request, pk), None
    if request.method == "POST":
        try:
            take_down(by=by, at=now, notice=notice)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已撤下公示"))
            return redirect("notice", pk=pk)
    path, rights = notice.case.authority.path, rights_of(by, on=clock.today())
    context = {
        "notice": notice,
        "state": notice_state(notice, at=now),
        "progress": progress(notice_state(notice, at=now)),
        "facts": [
            {"label": label, "value": notice.profile[key]}
            for key, label in FIELDS.items()
            if key in notice.profile and key != "has_photo"
        ],
        "refusal": refusal,
        "redactions": [each | {"label": FIELDS[each["item"]]} for each in notice.redactions],
        "may_take_down": rights.may("disclosure.publish", path),
        "may_check": rights.may("disclosure.check", path),
        "objections": objections(by=by, on=clock.today()).filter(notice=notice),
    }
    return render(request, "disclosure/notice.html", context, status=409 if refusal else 200)


@screen("notice-desk/<int:pk>/notice.pdf", name="notice_pdf", permission="selection.view", is_export=True)
def notice_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    response = HttpResponse(notice_paper(_notice(request, pk), is_for_board=True), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="notice-{pk}.pdf"'
    return response


def progress(state: NoticeState) -> Text:
    """第3个工作日，共5个; before and after it, in words."""
    if state.phase == "before":
        return Text("尚未开始")
    if state.phase == "over":
        return Text("公示期满")
    return text("第{n}个工作日，共{all}个", n=state.working_day, all=state.working_days)


def _notice(request: HttpRequest, pk: int) -> PublicNotice:
    found = (
        notices(by=actor(request), on=clock.today())
        .select_related("case__authority", "person")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def _row(notice: PublicNotice) -> dict[str, object]:
    return {
        "person": notice.person.name,
        "url": link("notice", notice.pk),
        "post": notice.post,
        "printed_from": notice.printed_from,
        "printed_to": notice.printed_to,
        "progress": progress(notice_state(notice, at=clock.now())),
        "waiting": getattr(notice, "waiting", 0),
    }
