"""The sealed papers of a case: what there is, and once, for a purpose and with an open key, what they say."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.models import Account
from quanheng.access.queries.sealed_rows import open_rows, words_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.procedure.models import Case
from quanheng.selection.actions.open_sealed_papers import open_sealed_papers
from quanheng.selection.models import InspectionReport
from quanheng.selection.queries.sealed_papers import SealedPapers, rating_words, sealed_papers
from quanheng.selection.screens.found import found_case
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.purpose import PurposeForm

HIDDEN = "******"
NOTES = [
    Column("who", "对象"),
    Column("what", "事项"),
    Column("answer", "结论"),
    Column("on", "日期"),
    Column("note", "说明"),
]


@screen("cases/<str:number>/sealed/", name="case_sealed", permission="access.keys")
def case_sealed(request: HttpRequest, number: str) -> HttpResponse:
    """A GET lists them masked; a POST with a purpose opens them once."""
    assert isinstance(request.user, Account)
    by, now = request.user, clock.now()
    case = found_case(number, by=by, on=clock.today())
    form, refusal, is_open = PurposeForm(request.POST or None), None, False
    if request.method == "POST" and form.is_valid():
        try:
            open_sealed_papers(by=by, at=now, case=case, purpose=form.cleaned_data["purpose"])
            is_open = True
        except Refused as refused:
            refusal = refused
    found, shut = sealed_papers(case), 0
    if is_open:
        ring = opened_ring(request.session, cookie=request.COOKIES.get(COOKIE, ""), account=by, at=now)
        shut = open_rows(ring, found.rows())
    context = {"form": form, "refusal": refusal, "is_open": is_open, "shut": shut, **_shown(case, found)}
    return render(request, "selection/case_sealed.html", context, status=409 if refusal else 200)


def _shown(case: Case, found: SealedPapers) -> dict[str, Any]:
    musts = [
        {"who": row.candidate.person.name, "what": Text(row.get_kind_display()), "answer": Text(row.get_result_display()),
         "on": row.answered_on, "note": _said(row, "note")}
        for row in found.musts
    ]  # fmt: skip
    opinions = [
        {"who": row.asked, "what": row.capacity, "answer": Text(row.get_answer_display()), "on": row.answered_on,
         "note": _said(row, "note")}
        for row in found.opinions
    ]  # fmt: skip
    reports = [_report(row) for row in found.reports]
    return {"case": case, "columns": NOTES, "reports": reports, "musts": musts, "opinions": opinions}


def _report(report: InspectionReport) -> dict[str, Any]:
    is_shut = isinstance(report.rating, bytes) and bool(report.rating)
    return {
        "name": report.candidate.person.name,
        "facts": [
            {"label": "个别谈话人数", "value": report.talks},
            {"label": "民主测评", "value": HIDDEN if is_shut else rating_words(report)},
            {"label": "主要表现", "value": _said(report, "performance")},
            {"label": "主要缺点和不足", "value": _said(report, "shortcomings")},
            {"label": "本人意愿", "value": _said(report, "wish")},
        ],
    }


def _said(row: Any, name: str) -> str:
    """The words where they are open."""
    words = words_of(row, name)
    return HIDDEN if words is None else words
