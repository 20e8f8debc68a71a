"""One page for every act of a case: its form, its refusal beside what was typed, and the way back to the case."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from quanheng.access.actions.action import VERBS
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.procedure.queries.catalogue import procedure_of
from quanheng.selection.actions.approve_motion import approve_motion
from quanheng.selection.actions.ask_screening import screen_or_ask
from quanheng.selection.actions.close_case_notice import close_case_notice
from quanheng.selection.actions.conclude_inspection import conclude_inspection
from quanheng.selection.actions.conclude_probation import conclude_probation
from quanheng.selection.actions.confirm_count import confirm_count
from quanheng.selection.actions.enter_count import enter_count
from quanheng.selection.actions.fix_targets import fix_targets
from quanheng.selection.actions.forecast_candidates import forecast_candidates
from quanheng.selection.actions.form_team import form_team
from quanheng.selection.actions.give_notice import give_notice
from quanheng.selection.actions.hold_meeting import hold_meeting
from quanheng.selection.actions.issue_order import issue_order
from quanheng.selection.actions.propose import propose
from quanheng.selection.actions.publish_case_notice import publish_case_notice
from quanheng.selection.actions.record_appointment_talk import record_appointment_talk
from quanheng.selection.actions.record_decision import record_decision
from quanheng.selection.actions.record_must import record_must
from quanheng.selection.actions.record_opinion import record_opinion
from quanheng.selection.actions.record_talks import record_talks
from quanheng.selection.actions.report_inspection import report_inspection
from quanheng.selection.actions.table_item import table_item
from quanheng.selection.models import ScreeningJob
from quanheng.selection.screens import ballot_forms, forms
from quanheng.selection.screens.found import found_case
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

ACTS: dict[str, tuple[Callable[..., Any], type[forms.ActForm]]] = {
    "selection.motion.screen": (screen_or_ask, forms.Plain),
    "selection.motion.forecast": (forecast_candidates, forms.Forecast),
    "selection.motion.approve": (approve_motion, forms.Approve),
    "selection.recommendation.record_talks": (record_talks, ballot_forms.Talks),
    "selection.recommendation.hold_meeting": (hold_meeting, ballot_forms.MeetingHeld),
    "selection.recommendation.enter_count": (enter_count, ballot_forms.CountSheet),
    "selection.recommendation.confirm_count": (confirm_count, forms.Plain),
    "selection.inspection.fix_targets": (fix_targets, forms.Targets),
    "selection.inspection.form_team": (form_team, forms.Team),
    "selection.inspection.give_notice": (give_notice, forms.Notice),
    "selection.inspection.record_must": (record_must, forms.OneMust),
    "selection.inspection.report": (report_inspection, forms.Report),
    "selection.inspection.conclude": (conclude_inspection, forms.Plain),
    "selection.consultation.record_opinion": (record_opinion, forms.OneOpinion),
    "selection.consultation.propose": (propose, forms.Propose),
    "selection.deliberation.table": (table_item, forms.Table),
    "selection.deliberation.record_decision": (record_decision, forms.Plain),
    "selection.notice.publish": (publish_case_notice, forms.Publish),
    "selection.notice.close": (close_case_notice, forms.Plain),
    "selection.appointment.record_talk": (record_appointment_talk, forms.Talk),
    "selection.appointment.issue_order": (issue_order, forms.Order),
    "selection.probation.conclude": (conclude_probation, forms.Assess),
}


@screen("cases/<str:number>/do/<str:verb>/", name="act", permission="selection.view")
def act(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """GET shows the form, POST acts. A refusal is shown on the form and nothing typed is lost."""
    assert isinstance(request.user, Account)
    if verb not in ACTS:
        raise Http404
    case = found_case(number, by=request.user, on=clock.today())
    step, named = procedure_of(case).home(verb)
    function, form_class = ACTS[verb]
    shown = {"case": case, "step": step, "act": named, "is_mine": may_do(request.user, verb, case.authority.path)}
    try:
        form = form_class(request.POST or None, case=case, by=request.user, on=clock.today())
    except ObjectDoesNotExist:  # what the form is about is not there yet: the act itself says so
        form = forms.Plain(request.POST or None, case=case, by=request.user, on=clock.today())
    if request.method != "POST":
        return render(request, "selection/act.html", {**shown, "form": form})
    if not form.is_valid():
        return render(request, "selection/act.html", {**shown, "form": form}, status=422)
    try:
        outcome = function(by=request.user, at=clock.now(), case=case, **form.arguments())
    except Refused as refused:
        return render(request, "selection/act.html", {**shown, "form": form, "refused": refused}, status=409)
    if isinstance(outcome, ScreeningJob):
        messages.success(request, _("已提交，正在后台研判"))
        return redirect("screening", number=case.number)
    messages.success(request, _("已登记：%s") % outcome.result)
    return redirect("case", number=case.number)


def may_do(account: Account, verb: str, path: str) -> bool:
    """Whether the account holds the permission of a verb over the case's authority."""
    permission = VERBS[verb].permission
    return permission is None or rights_of(account, on=clock.today()).may(permission, path)
