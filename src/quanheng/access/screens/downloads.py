"""The register of files that left the system: one's own lines for everybody, all of them for the audit administrator."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.access.queries.downloads import downloads
from quanheng.access.screens.actor import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of


@screen("own/downloads/", name="own_downloads")
def own_downloads(request: HttpRequest) -> HttpResponse:
    """What one has taken out oneself."""
    return _page(request, is_whole=False)


@screen("downloads/", name="downloads", permission="access.journal", menu="导出登记", order=92)
def all_downloads(request: HttpRequest) -> HttpResponse:
    """What anybody has taken out; `?q=` finds a printed number, an account or a kind of file."""
    return _page(request, is_whole=True)


def _page(request: HttpRequest, *, is_whole: bool) -> HttpResponse:
    by, q = actor(request), request.GET.get("q", "").strip()
    rows = downloads(by=by, on=clock.today())
    rows = rows if is_whole else rows.filter(by=by)
    if q:
        rows = rows.filter(Q(code=q.upper()) | Q(by__username=q) | Q(by_name=q) | Q(what=q))
    page = slice_of(rows.order_by(), request, order=("-id",))
    return render(request, "access/downloads.html", {"page": page, "q": q, "is_whole": is_whole})
