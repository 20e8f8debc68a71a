"""The any-field query: conditions built on the page or written in the address, and the persons they find (X02)."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.export_query import MOST_ON_PAGE, export_query
from quanheng.registry.core.query import Query, read_query, write_query
from quanheng.registry.core.query_sheet import KIND
from quanheng.registry.core.query_values import asked
from quanheng.registry.models import Reckoning
from quanheng.registry.models.person import LEVELLED
from quanheng.registry.queries.fields import authorities, offered, sentences
from quanheng.registry.queries.people import people, with_careers
from quanheng.registry.queries.reckonings import Asked, last_done
from quanheng.registry.queries.selecting import HASTE, TooLongError, selected, within_time
from quanheng.registry.queries.selecting_saved import LONG, saved_queries
from quanheng.registry.screens.people import PAGE, columns, row_of
from quanheng.registry.screens.query_form import KEPT, built, groups_of, rows_of
from quanheng.registry.screens.reader import actor, ring_for
from quanheng.registry.screens.reckoning import asked_for
from quanheng.web.core.addresses import screen
from quanheng.web.core.slices import Slice
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

ORDER = ("level_order", "pinyin", "name", "key")


@screen("query/", name="query", permission="registry.view", menu="查询", order=25)
def query_page(request: HttpRequest) -> HttpResponse:
    """A form that was sent goes on to the address of its query; that address can be kept and passed on."""
    if "build" in request.GET:
        kept = [(name, request.GET[name]) for name in KEPT if name in request.GET]
        return redirect(f"{request.path}?{write_query(built(request.GET), kept)}".rstrip("?"))
    by, query = actor(request), query_of(request)
    wrong = asked(query)[1]
    background = Asked("query", query, clock.as_of(request))
    done = last_done(background, by=by, on=clock.today()) if query.conditions else None
    page, refused = (page_of(request, done), None) if done else found(request, query, by)
    as_of = clock.as_of(request)
    return render(
        request,
        "registry/query.html",
        {
            "rows": rows_of(query, wrong, by=by, request=request),
            "groups": groups_of(query),
            "query": query,
            "topics": offered(by=by, on=clock.today()).items(),
            "refused": refused if not wrong else None,
            "is_too_long": isinstance(refused, TooLongError),
            "reckoned_at": done.finished_at if done else None,
            "said": sentences(query, names(query, by)),
            "page": page,
            "people": [row_of(person, as_of) for person in page] if page is not None else [],
            "columns": [Column(each.key, each.label, each.is_number) for each in columns()],
            "address": write_query(query),
            "saved": saved_queries(by=by, on=clock.today())[:12],
            "tabs": tabs("query", query),
        },
    )


@screen("query/export/", name="query_export", permission="registry.view", is_export=True)
def query_export(request: HttpRequest) -> HttpResponse:
    """The workbook of a query: an act, therefore only by POST. Of thousands of persons it is made in the background."""
    address = request.POST.get("conditions", "")
    if request.method != "POST":
        return redirect("query")
    try:
        if _are_many(request, read_query(address)):
            return asked_for(request, Asked("export", read_query(address), clock.as_of(request)))
        content = export_query(
            by=actor(request),
            at=clock.now(),
            conditions=address,
            as_of=clock.as_of(request),
            ring=ring_for(request),
        )
    except Refused as refused:
        return render(
            request, "registry/query_refused.html", {"refused": refused, "address": address}, status=409
        )
    response = HttpResponse(content, content_type=KIND)
    response.headers["Content-Disposition"] = 'attachment; filename="query.xlsx"'
    return response


def _are_many(request: HttpRequest, query: Query) -> bool:
    """Whether there are more persons than a page waits for, or it takes too long to know."""
    try:
        with within_time():
            rows = selected(query, by=actor(request), on=clock.today(), as_of=clock.as_of(request))
            return rows[: MOST_ON_PAGE + 1].count() > MOST_ON_PAGE
    except TooLongError:
        return True


def query_of(request: HttpRequest) -> Query:
    """The conditions of the address, or those of the saved query it names."""
    kept = request.GET.get("saved", "")
    if kept.isdecimal() and len(kept) < 18:
        row = saved_queries(by=actor(request), on=clock.today()).filter(pk=int(kept)).first()
        if row is not None:
            return read_query(row.conditions).also(*read_query(request.GET.urlencode()).conditions)
    return read_query(request.GET.urlencode())


def found(request: HttpRequest, query: Query, by: Account) -> tuple[Slice | None, Refused | None]:
    """A page of the persons; nothing before there is a condition; the refusal when the query cannot be run."""
    if not query.conditions and not query.unread:
        return None, None
    try:
        with suppress(TooLongError), within_time(HASTE, is_walking=True):
            return _slice(request, query, by), None
        with within_time():
            return _slice(request, query, by), None
    except Refused as refused:
        return None, refused


def _slice(request: HttpRequest, query: Query, by: Account) -> Slice:
    rows = selected(query, by=by, on=clock.today(), as_of=clock.as_of(request))
    return slice_of(with_careers(rows.annotate(level_order=LEVELLED).defer(*LONG)), request, order=ORDER)


def page_of(request: HttpRequest, done: Reckoning) -> Page[Any]:
    """A page of the persons that background work has found, as far as the reader still sees them."""
    told = done.found or {"count": 0, "keys": []}
    page = Paginator(told["keys"], PAGE).get_page(request.GET.get("page"))
    rows = people(by=actor(request), on=clock.today(), as_of=clock.as_of(request)).filter(key__in=list(page))
    known = with_careers(rows).in_bulk()
    page.object_list = [known[key] for key in map(UUID, page.object_list) if key in known]
    return page


def names(query: Query, by: Account) -> dict[str, str]:
    """The names of authorities, read only when a condition speaks of one."""
    if not any(each.field == "authority" for each in query.conditions):
        return {}
    return dict(authorities(by=by, on=clock.today()))


def tabs(current: str, query: Query) -> list[dict[str, Any]]:
    """The three pages of one query."""
    address = write_query(query)
    pages = (("query", gettext("查询")), ("statistics", gettext("统计表")), ("queries", gettext("常用查询")))
    return [
        {
            "label": label,
            "url": link(name) + (f"?{address}" if address and name != "queries" else ""),
            "is_current": name == current,
        }
        for name, label in pages
    ]
