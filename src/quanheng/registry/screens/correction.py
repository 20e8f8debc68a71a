"""The form that corrects the basic fields of a file, with the reason; refusals keep what was typed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_person import CORRECTABLE, correct_person, state_of
from quanheng.registry.core import codes
from quanheng.registry.models import Person
from quanheng.registry.queries.file import File, cover_of
from quanheng.registry.queries.labels import label_of
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock

CODED = ("ethnic_group", "political_status", "health")


class CorrectionForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable when it runs
    """更正: every correctable field as it stands but the masked identity number, which is typed anew or left alone."""

    seen = forms.CharField(widget=forms.HiddenInput)
    new_number = forms.CharField(
        label=_("身份证号"), required=False, max_length=18, help_text=_("不更正的留空。")
    )
    reason = forms.CharField(
        label=_("更正理由"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("写明依据的档案材料或认定文件。"),
    )

    class Meta:
        model = Person
        fields = [field for field in CORRECTABLE if field != "id_number"]

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        for name in CODED:
            self.fields[name] = _coded(name, str(getattr(self.instance, name)), str(self.fields[name].label))
        self.fields["sex"] = forms.ChoiceField(
            label="性别", choices=[(code, gettext(word)) for code, word in Person.SEXES]
        )
        self.fields["seen"].initial = state_of(self.instance)

    def changes(self) -> dict[str, object]:
        """Only what differs from the file."""
        changed = {name: self.cleaned_data[name] for name in self.changed_data if name in CORRECTABLE}
        number = self.cleaned_data["new_number"].strip()
        return {**changed, "id_number": number} if number else changed


def _coded(table: str, stored: str, label: str) -> forms.ChoiceField:
    """A choice from a code table; what is stored stays as it is spelt, code or words, until another is chosen."""
    known = codes.find(table, stored) if stored else None
    rows = [(stored if code == known else code, label_of(table, code)) for code in codes.table(table)]
    odd = [(stored, stored)] if stored and known is None else []
    return forms.ChoiceField(label=label, required=False, choices=[("", "—"), *odd, *rows])


@screen("people/<uuid:key>/correct/", name="person_correct", permission="registry.edit")
def correction(request: HttpRequest, key: UUID) -> HttpResponse:
    found = _editable(request, key)
    form = CorrectionForm(request.POST or None, instance=found.person)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            _correct(request, key, form)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已更正{name}的信息").format(name=form.cleaned_data["name"]))
            return redirect("person", key=key)
    context = {"form": form, "person": Person.objects.only("name").get(key=key), "refusal": refusal}
    return render(request, "registry/correction.html", context, status=409 if refusal else 200)


def _correct(request: HttpRequest, key: UUID, form: CorrectionForm) -> None:
    """The form has written into its instance: the act gets the row as the database has it."""
    given = form.cleaned_data
    row = _editable(request, key).person
    correct_person(
        by=actor(request),
        at=clock.now(),
        person=row,
        changes=form.changes(),
        reason=given["reason"],
        seen=given["seen"],
    )


def _editable(request: HttpRequest, key: UUID) -> File:
    found = cover_of(by=actor(request), on=clock.today(), key=key)
    if found is None or not found.may_edit:
        raise Http404
    return found
