"""The page of one import: counts, lines by effect, old and new values, the rows not taken and why; confirm or drop."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from quanheng.access.models import Account
from quanheng.access.queries.jobs import Standing
from quanheng.exchange.actions.confirm_import import confirm_import
from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.actions.resume_import import resume_import
from quanheng.exchange.models import ImportBatch, ImportJob, ImportLine
from quanheng.exchange.queries.batches import batches, lines, rejected_paper, standing
from quanheng.exchange.queries.kept_lines import open_lines
from quanheng.exchange.queries.plan import Line
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

PAGE = 100
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EFFECTS = dict(ImportLine.EFFECTS)
_FIRST = ("reject", "change", "add", "warn", "same")


@screen("imports/<int:pk>/", name="import", permission="exchange.import")
def import_preview(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _batch(request, pk))


@screen("imports/<int:pk>/confirm/", name="import_confirm", permission="exchange.import")
@require_POST
def import_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirmed once; a second time says that it was done."""
    batch = _batch(request, pk)
    try:
        confirm_import(by=_actor(request), at=clock.now(), batch=batch)
    except Refused as refused:
        return _page(request, _batch(request, pk), refused)
    messages.success(request, gettext("《{name}》已确认，正在后台写入").format(name=batch.file_name))
    return redirect("import", pk=pk)


@screen("imports/<int:pk>/resume/", name="import_resume", permission="exchange.import")
@require_POST
def import_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with what was broken off."""
    try:
        resume_import(by=_actor(request), at=clock.now(), batch=_batch(request, pk))
    except Refused as refused:
        return _page(request, _batch(request, pk), refused)
    return redirect("import", pk=pk)


@screen("imports/<int:pk>/progress/", name="import_progress", permission="exchange.import")
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The bar alone, asked for every second; when the work is over, the whole page is to be fetched anew."""
    at = standing(_batch(request, pk), now=clock.now())
    if at is None or not at.is_live:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "access/parts/job.html", _progress(pk, at))


@screen("imports/<int:pk>/drop/", name="import_drop", permission="exchange.import")
@require_POST
def import_drop(request: HttpRequest, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    try:
        drop_import(by=_actor(request), at=clock.now(), batch=batch)
    except Refused as refused:
        return _page(request, _batch(request, pk), refused)
    messages.success(request, gettext("已放弃《{name}》，没有写入任何信息").format(name=batch.file_name))
    return redirect("imports")


@screen("imports/<int:pk>/rejected.xlsx", name="import_rejected", permission="exchange.import", is_export=True)
def import_rejected(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows not taken, as a workbook to mend and upload again."""
    batch = _batch(request, pk)
    paper = rejected_paper(batch, by=_actor(request), on=clock.today())
    if paper is None:
        raise Http404
    return HttpResponse(
        paper.content, content_type=WORKBOOK, headers={"Content-Disposition": content_disposition_header(True, paper.name) or ""}
    )


def _actor(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)
    return request.user


def _batch(request: HttpRequest, pk: int) -> ImportBatch:
    return get_object_or_404(batches(by=_actor(request), on=clock.today()), pk=pk)


def _progress(pk: int, at: Standing[ImportJob] | None) -> dict[str, Any]:
    said = at.job.get_verb_display() if at else ""
    return {"progress_url": link("import_progress", pk), "job_said": said, "standing": at}


def _page(request: HttpRequest, batch: ImportBatch, refusal: Refused | None = None) -> HttpResponse:
    total, at = batch.counts.get("total", {}), standing(batch, now=clock.now())
    effect = request.GET.get("effect", "")
    if effect not in EFFECTS:
        effect = next((each for each in _FIRST if total.get(each)), "add")
    rows = lines(batch, by=_actor(request), on=clock.today(), effect=effect)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    told, shut = _told(batch, page)
    context = {
        "batch": batch,
        "refusal": refusal or shut or (at.refusal if at else None),
        **_progress(batch.pk, at),
        "is_open": batch.state == "previewed" and not (at and (at.is_live or at.is_broken)),
        "is_read": batch.state not in ("received", "unread"),
        "has_work": bool(total.get("add") or total.get("change")),
        "rejected": total.get("reject", 0),
        "counts": _counts(batch),
        "count_columns": [Column("noun", "对象"), *(Column(each, EFFECTS[each], is_number=True) for each in ("add", "change", "same", "reject", "warn"))],
        "chips": _chips(batch, effect),
        "effect": EFFECTS[effect],
        "page": page,
        "rows": [_row(line) for line in told],
    }
    return render(request, "exchange/import_preview.html", context, status=409 if refusal else 200)


def _told(batch: ImportBatch, page: Iterable[ImportLine]) -> tuple[list[Line], Refused | None]:
    """The lines in words; where they do not open the page says so, and the import can still be given up."""
    try:
        return open_lines(batch, page), None
    except Refused as refused:
        return [], refused


def _counts(batch: ImportBatch) -> list[dict[str, Any]]:
    """In the order of the file: the database keeps no order of keys."""
    nouns = batch.counts.get("nouns", {})
    return [{"noun": gettext(noun or "文件"), **{each: nouns[noun].get(each, 0) for each in EFFECTS}} for noun in batch.counts.get("order", nouns)]


def _chips(batch: ImportBatch, current: str) -> list[dict[str, Any]]:
    total, url = batch.counts.get("total", {}), link("import", batch.pk)
    return [
        {"label": EFFECTS[each], "count": total[each], "url": f"{url}?effect={each}", "is_current": each == current}
        for each in _FIRST
        if total.get(each)
    ]


def _row(line: Line) -> dict[str, Any]:
    return {"line": line, "noun": line.noun or "文件", "message": unpacked(line.message), "changes": line.changes}
