"""A form of facts, made from the catalogue: every field optional, because an unknown fact is an answer too."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.kernel.texts import Text, text
from quanheng.regulation.core.entries import FactEntry
from quanheng.regulation.core.facts import CATALOGUE, FactError, checked_facts
from quanheng.regulation.core.questions import read_question

MORE = "more"


class FactForm(forms.Form):
    """事实表: a field for every named fact, and a box for further ones as in a file of facts."""

    def __init__(self, data: Mapping[str, Any] | None, *, names: Iterable[str]) -> None:
        super().__init__(data)
        self.names = [name for name in names if CATALOGUE[name].kind != "records"]
        for name in self.names:
            self.fields[name] = _field(CATALOGUE[name])
        self.fields[MORE] = forms.CharField(
            label=_("其他事实"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
            help_text=_(
                '一行一项，如 months_as_deputy = 24，或者 "工龄" = 60；处分等记录写作 [[sanctions]]。'
            ),
        )

    def clean_more(self) -> dict[str, object]:
        try:
            return read_question(self.cleaned_data[MORE] or "", name=gettext("其他事实"))
        except FactError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.names:
            try:
                checked_facts({name: _value(name, cleaned.get(name))})
            except FactError as error:
                self.add_error(name, str(error))
        return cleaned

    def own_fields(self, subject: str) -> list[forms.BoundField]:
        """The fields of the facts about the subject itself."""
        return [self[name] for name in self.names if CATALOGUE[name].subject == subject]

    def other_fields(self, subject: str) -> list[forms.BoundField]:
        """The fields of the facts about other things that rules about the subject read as well."""
        return [self[name] for name in self.names if CATALOGUE[name].subject != subject]

    def facts(self) -> dict[str, object]:
        """The facts stated; call it when the form is valid."""
        stated = {name: _value(name, self.cleaned_data.get(name)) for name in self.names}
        further: dict[str, object] = self.cleaned_data[MORE]
        return {name: value for name, value in stated.items() if value is not None} | further


def _field(entry: FactEntry) -> forms.Field:
    label = text("{label}（" + entry.unit + "）", label=Text(entry.zh)) if entry.unit else Text(entry.zh)
    given: dict[str, Any] = {"label": label, "required": False}
    if entry.kind == "yes":
        return forms.ChoiceField(choices=[("", _("未知")), ("1", _("是")), ("0", _("否"))], **given)
    if entry.words:
        words = [(str(key), gettext(word)) for key, word in entry.words.items()]
        return forms.ChoiceField(choices=[("", _("未知")), *words], **given)
    if entry.kind == "day":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **given)
    if entry.kind == "word":
        return forms.CharField(max_length=60, **given)
    return forms.IntegerField(**given)


def _value(name: str, stated: Any) -> Any:
    if stated in (None, ""):
        return None
    if CATALOGUE[name].kind == "yes":
        return stated == "1"
    return int(stated) if CATALOGUE[name].type is int else stated
