"""Forms of dated lines, made from the register: to add and correct a line, to end it, to withdraw it."""

from typing import Any

from django import forms
from django.db.models import NOT_PROVIDED, Field, Model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.core import codes
from quanheng.registry.core.lines import LineKind
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.lines import mark_of, model_of
from quanheng.registry.screens.line_words import table_of

_NO_DEFAULT = (NOT_PROVIDED, b"")


class LineForm(forms.Form):
    """一条档案记录: the fields of its kind as the table has them; masked ones are typed anew or left alone."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=_("更正理由"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300,
        help_text=_("写明依据的档案材料或认定文件。"),
    )  # fmt: skip

    def __init__(self, *arguments: Any, kind: LineKind, line: Model | None = None, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.kind, self.line = kind, line
        made = {name: _field(kind, name, line) for name in kind.fields}
        self.fields = {"seen": self.fields["seen"], **made, "reason": self.fields["reason"]}
        if line is not None:
            self.fields["seen"].initial = mark_of(line)
        else:
            self.fields["reason"].label = _("补录依据")

    def values(self) -> dict[str, object]:
        """What is to be written: everything for a new line, what differs for one that is there."""
        given = {name: self.cleaned_data[name] for name in self.kind.fields}
        if self.line is None:
            return given
        kept = {name for name in self.kind.sensitive if given[name] in (None, "")}
        return {
            name: value
            for name, value in given.items()
            if name not in kept and value != getattr(self.line, name)
        }


class EndForm(forms.Form):
    """终止一条记录."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    ends_on = forms.DateField(
        label=_("终止日期（不含）"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("从这一天起不再担任、不再有效。"),
    )  # fmt: skip
    document = forms.CharField(label=_("免职文号"), max_length=80, required=False)
    reason = forms.CharField(label=_("说明"), max_length=300, required=False)

    def __init__(self, *arguments: Any, kind: LineKind, line: Model, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["seen"].initial = mark_of(line)
        if kind.key != "assignment":
            del self.fields["document"]
        if kind.key == "care":
            self.fields["ends_on"].label, self.fields["ends_on"].help_text = _("办理日期"), ""


class WithdrawForm(forms.Form):
    """撤回一条记录."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=_("撤回理由"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300,
        help_text=_("只撤回误登的记录；事情已经结束的，用终止。撤回前的内容在沿革中保留。"),
    )  # fmt: skip

    def __init__(self, *arguments: Any, line: Model, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.fields["seen"].initial = mark_of(line)


def _field(kind: LineKind, name: str, line: Model | None) -> forms.Field:
    column: Any = model_of(kind)._meta.get_field(name)
    is_masked = line is not None and name in kind.sensitive
    stored = getattr(line, name) if line is not None and not is_masked else None
    if kind.key == "rank" and name == "code":
        field: forms.Field = _ranks(stored)
    elif table := table_of(kind, name, {}):
        field = _coded(table, str(stored or ""))
    elif column.flatchoices:
        rows = [(code, gettext(word)) for code, word in column.flatchoices]
        field = forms.ChoiceField(choices=[*([("", "—")] if column.blank else []), *rows])
    else:
        field = _plain(column)
    field.label = column.verbose_name
    is_chosen = bool(column.flatchoices) and not column.blank and not is_masked
    field.required = is_chosen or (
        field.required and not column.blank and not is_masked and column.default in _NO_DEFAULT
    )
    if isinstance(field, forms.BooleanField) and not isinstance(field, forms.NullBooleanField):
        field.required = False
    field.initial = None if is_masked else _initial(column, line)
    if is_masked:
        field.help_text = gettext("平时隐去；不更正的留空。")
    return field


def _initial(column: Any, line: Model | None) -> object:
    if line is not None:
        return getattr(line, column.name)
    return column.default if column.has_default() and not isinstance(column.default, bytes) else None


def _plain(column: "Field[Any, Any]") -> forms.Field:
    """The field Django gives the column, dates by the browser's own picker; "" never becomes NULL in text."""
    field = column.formfield()
    assert field is not None
    if isinstance(field, forms.DateField):
        field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return field


def _coded(table: str, stored: str) -> forms.ChoiceField:
    """A choice from a code table; what is stored stays as it is spelt, code or words, until another is chosen."""
    known = codes.find(table, stored) if stored else None
    rows = [(stored if code == known else code, label_of(table, code)) for code in codes.table(table)]
    odd = [(stored, stored)] if stored and known is None else []
    return forms.ChoiceField(choices=[("", "—"), *odd, *rows])


def _ranks(stored: object) -> forms.ChoiceField:
    """Levels and ranks in two groups; which group is meant is said by the kind."""
    groups = [
        (gettext(title), [(code, label_of(table, code)) for code in codes.table(table)])
        for title, table in (("职务层次", "post_level"), ("职级", "rank"))
    ]
    known = {code for _, rows in groups for code, _ in rows}
    odd = [(str(stored), str(stored))] if stored and stored not in known else []
    return forms.ChoiceField(choices=[("", "—"), *odd, *groups])
