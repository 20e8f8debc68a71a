"""The journal, for the audit administrator."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.access.models import Account
from quanheng.access.queries.journal import entries, first_broken
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("journal/", name="journal", permission="access.journal", menu="日志", order=90)
def journal(request: HttpRequest) -> HttpResponse:
    """Newest first; `?check=1` walks the whole chain and says whether it holds."""
    assert isinstance(request.user, Account)
    rows = entries(by=request.user, on=clock.today())
    action = request.GET.get("action", "").strip()
    if action:
        rows = rows.filter(action__startswith=action)
    checked = "check" in request.GET
    return render(
        request,
        "access/journal.html",
        {
            "page": Paginator(rows, 50).get_page(request.GET.get("page")),
            "action": action,
            "is_checked": checked,
            "broken": first_broken() if checked else None,
        },
    )
