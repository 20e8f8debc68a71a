"""The page that turns the résumé of a form into career lines: what was read, what was not, what meets a line on file."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_resume import mark_of, record_resume
from quanheng.registry.core.resume_proposal import HELD, NEW
from quanheng.registry.models import Assignment, Person
from quanheng.registry.queries.file import cover_of
from quanheng.registry.queries.labels import choices_of
from quanheng.registry.queries.resume_plan import PlannedLine, ResumePlan, resume_plan
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.formats import format_month
from quanheng.web.screens import clock

STATES = {
    NEW: ("passed", text("可以登记")),
    HELD: ("unknown", text("档案中已有")),
    "meets": ("warning", text("与已有经历时间重叠")),
}
GRASSROOTS = [("", _("未注明")), ("1", _("是")), ("0", _("否"))]


Choices = list[tuple[str, str]]


class LineForm(forms.Form):
    """一段经历: what is recorded of it; the months are those that were read. `choices`: of the kind and of the level."""

    take = forms.BooleanField(label=_("登记这一段"), required=False)
    kind = forms.ChoiceField(label=_("任职形式"))
    organisation_text = forms.CharField(label=_("任职机构名称"), max_length=200, required=False)
    title = forms.CharField(label=_("职务名称"), max_length=200)
    level = forms.ChoiceField(label=_("职务层次"), required=False)
    is_grassroots = forms.ChoiceField(label=_("基层工作"), required=False, choices=GRASSROOTS)

    def __init__(self, planned: PlannedLine, choices: tuple[Choices, Choices], *arguments: Any, **given: Any) -> None:
        line = planned.line
        given["initial"] = {
            "take": line.state == NEW, "kind": line.kind, "title": planned.title,
            "organisation_text": planned.organisation_text,
        }  # fmt: skip
        super().__init__(*arguments, **given)
        self.planned = planned
        kind, level = self.fields["kind"], self.fields["level"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(level, forms.ChoiceField)
        kind.choices, level.choices = choices

    def values(self) -> dict[str, object]:
        given, line = self.cleaned_data, self.planned.line
        return {
            "kind": given["kind"],
            "organisation_text": given["organisation_text"],
            "title": given["title"],
            "level": given["level"],
            "is_grassroots": {"1": True, "0": False}.get(given["is_grassroots"]),
            "from_on": line.from_on,
            "until_on": line.until_on,
        }

    def heading(self) -> dict[str, Any]:
        """Months, line and state of the proposal."""
        line = self.planned.line
        light, word = STATES[line.state]
        until = format_month(line.until_on) if line.until_on else gettext("至今")
        return {
            "span": f"{format_month(line.from_on)} — {until}",
            "number": line.number, "light": light, "word": word, "met": line.met, "is_note": line.is_note,
        }  # fmt: skip


@screen("people/<uuid:key>/resume/", name="person_resume", permission="registry.edit")
def resume(request: HttpRequest, key: UUID) -> HttpResponse:
    person, refusal = _editable(request, key), None
    plan = resume_plan(person)
    levels = [("", "—"), *choices_of("post_level")[1:]]
    choices = [(code, gettext(word)) for code, word in Assignment.KINDS], levels
    line_forms = [
        LineForm(planned, choices, request.POST or None, prefix=f"l{place}")
        for place, planned in enumerate(plan.lines)
    ]
    if request.method == "POST" and is_all_valid(line_forms):
        try:
            count = _record(request, person, line_forms)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已登记{n}段经历").format(n=count))
            return redirect("person", key=key)
    is_wrong = any(form.errors for form in line_forms)
    status = 409 if refusal else 422 if is_wrong else 200
    return render(request, "registry/resume.html", _context(person, plan, line_forms, refusal), status=status)


def is_all_valid(line_forms: list[LineForm]) -> bool:
    """Every form is asked, so that each shows its own mistakes."""
    wrong = [form for form in line_forms if not form.is_valid()]
    return not wrong


def _record(request: HttpRequest, person: Person, line_forms: list[LineForm]) -> int:
    chosen = [(form.planned.line.number, form.values()) for form in line_forms if form.cleaned_data["take"]]
    seen = request.POST.get("seen", "")
    record_resume(by=actor(request), at=clock.now(), person=person, lines=chosen, seen=seen)
    return len(chosen)


def _context(
    person: Person, plan: ResumePlan, line_forms: list[LineForm], refusal: Refused | None
) -> dict[str, Any]:
    return {
        "person": person, "plan": plan, "forms": line_forms, "seen": mark_of(person), "refusal": refusal,
        "is_any_new": any(planned.line.state != HELD for planned in plan.lines),
    }  # fmt: skip


def _editable(request: HttpRequest, key: UUID) -> Person:
    found = cover_of(by=actor(request), on=clock.today(), key=key)
    if found is None or not found.may_edit:
        raise Http404
    return found.person
