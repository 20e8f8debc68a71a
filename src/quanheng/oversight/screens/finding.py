"""One finding of an audit: its reasons, the clause, the record entries and papers it rests on, and what was done."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.actions.open_keys import COOKIE, opened_ring
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.sealed_rows import open_rows
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.oversight.actions.open_rectification import open_rectification
from quanheng.oversight.actions.rectify_finding import rectify_finding
from quanheng.oversight.core.findings import sentences
from quanheng.oversight.core.stages import stages
from quanheng.oversight.models import AuditFinding
from quanheng.oversight.queries.audits import findings
from quanheng.procedure.models import RecordEntry
from quanheng.procedure.queries.cases import record
from quanheng.selection.core.findings import node
from quanheng.selection.queries.papers import papers
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link
from quanheng.web.screens.purpose import PurposeForm


class RectifyForm(forms.Form):
    """登记整改。"""

    note = forms.CharField(label=_("整改说明"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4}))


@screen("audits/<int:pk>/findings/<int:number>/", name="audit_finding", permission="oversight.audit")
def audit_finding(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The finding as it was kept, with its evidence for those who may read the record there; a POST with a purpose opens the note."""
    assert isinstance(request.user, Account)
    by, today = request.user, clock.today()
    found = get_object_or_404(findings(by=by, on=today).select_related("rectified_by"), audit=pk, pk=number)
    if "purpose" in request.POST:
        return _opened(request, found)
    form, refusal = RectifyForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            rectify_finding(by=by, at=clock.now(), finding=found, note=form.cleaned_data["note"])
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记整改"))
            return redirect("audit_finding", pk=pk, number=number)
    return _shown(request, found, form=form, refusal=refusal)


def _opened(request: HttpRequest, found: AuditFinding) -> HttpResponse:
    assert isinstance(request.user, Account)
    by, now, purpose = request.user, clock.now(), PurposeForm(request.POST)
    if not purpose.is_valid():
        return _shown(request, found, purpose=purpose)
    try:
        open_rectification(by=by, at=now, finding=found, purpose=purpose.cleaned_data["purpose"])
    except Refused as refused:
        return _shown(request, found, purpose=purpose, refusal=refused)
    ring = opened_ring(request.session, cookie=request.COOKIES.get(COOKIE, ""), account=by, at=now)
    return _shown(request, found, is_open=True, shut=open_rows(ring, [found]))


def _shown(
    request: HttpRequest,
    found: AuditFinding,
    *,
    form: forms.Form | None = None,
    purpose: forms.Form | None = None,
    refusal: Refused | None = None,
    is_open: bool = False,
    shut: int = 0,
) -> HttpResponse:
    assert isinstance(request.user, Account)
    in_english = (get_language() or "").startswith("en")
    context = {
        "finding": found,
        "audit": found.audit,
        "stage": Text(stages()[found.stage].name),
        "term": Text(found.kept["term"]),
        "nodes": [node(found.kept, in_english=in_english, is_open=True)],
        "reasons": sentences(found.why),
        "form": form or RectifyForm(),
        "purpose": purpose or PurposeForm(),
        "refusal": refusal,
        "is_open": is_open,
        "shut": shut,
        **_evidence(found, request.user),
    }
    return render(request, "oversight/finding.html", context, status=409 if refusal else 200)


def _evidence(found: AuditFinding, by: Account) -> dict[str, Any]:
    today, rights = clock.today(), rights_of(by, on=clock.today())
    path = found.case.authority.path
    may_view, may_read = rights.may("selection.view", path), rights.may("procedure.view", path)
    entries = record(by=by, on=today, case=found.case) if may_read else []
    return {
        "may_view": may_view,
        "may_read": may_read,
        "entries": [_entry(each) for each in entries if each.number in found.evidence],
        "papers": _papers(found, by, entries) if may_view and may_read else [],
    }


def _papers(found: AuditFinding, by: Account, entries: list[RecordEntry]) -> list[dict[str, str]]:
    wanted = stages()[found.stage].papers
    if not wanted:
        return []
    made = papers(by=by, on=clock.today(), case=found.case, entries=entries)
    return [
        {"label": each.label, "url": link("paper", found.case.number, each.name)}
        for each in made
        if each.name in wanted
    ]


def _entry(entry: RecordEntry) -> dict[str, Any]:
    what = text("第{n}条 {matter}", n=entry.number, matter=Text(entry.matter))
    return {
        "at": entry.happened_at,
        "what": what,
        "result": text("{said}", said=entry.result),
        "who": entry.by_name,
        "place": entry.place,
        "cites": entry.cites,
    }
