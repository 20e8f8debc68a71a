"""Forms of employment contracts: signing, renewing, ending."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.establishment.actions.end_contract import CAUSES
from quanheng.establishment.core.contract_terms import GROUNDS
from quanheng.establishment.models import Contract
from quanheng.establishment.screens.institution_forms import PersonForm, day_field
from quanheng.regulation.core.facts import CATALOGUE

TERMS = ("kind", "signed_on", "from_on", "until_on")


class TermsForm(forms.Form):
    """合同条款."""

    kind = forms.ChoiceField(label=_("合同类别"))
    signed_on = day_field(_("签订日期"))
    from_on = day_field(_("起"))
    until_on = day_field(
        _("止（不含）"), required=False, help_text=_("合同终止后的第一日；至退休或者以任务为期限的可不填。")
    )
    is_full_time = forms.BooleanField(label=_("全日制"), required=False, initial=True)
    is_till_retirement_asked = forms.BooleanField(label=_("本人提出订立至退休的合同"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        _choose(self, "kind", [(code, gettext(label)) for code, label in Contract.KINDS])


class SigningForm(PersonForm, TermsForm):
    """签订聘用合同."""

    probation_until_on = day_field(_("试用期止（不含）"), required=False)
    is_first_job = forms.BooleanField(label=_("初次就业"), required=False)

    field_order = ("key", "person", *TERMS, "probation_until_on", "is_full_time", "is_first_job")


class EndingForm(forms.Form):
    """终止、解除聘用合同."""

    ended_on = day_field(_("终止（解除）日期"), help_text=_("不再受合同约束的第一日。"))
    cause = forms.ChoiceField(label=_("终止（解除）原因"))
    ground = forms.ChoiceField(label=_("单位解除的事由"), required=False)
    notice_on = day_field(_("书面通知解除日期"), required=False)
    absence_workdays_in_row = forms.IntegerField(
        label=_("连续旷工工作日数"), required=False, min_value=0, max_value=999
    )
    absence_workdays_in_year = forms.IntegerField(
        label=_("一年内累计旷工工作日数"), required=False, min_value=0, max_value=366
    )
    unqualified_years_in_row = forms.IntegerField(
        label=_("连续考核不合格年数"), required=False, min_value=0, max_value=40
    )
    refuses_post_change = forms.NullBooleanField(label=_("不同意调整工作岗位"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        words = CATALOGUE["contract_end_reason"].words
        _choose(self, "cause", [(code, gettext(label)) for code, label in Contract.ENDS if code in CAUSES])
        _choose(
            self,
            "ground",
            [("", gettext("其他（不属于下列事由）")), *((code, gettext(words[code])) for code in GROUNDS)],
        )


def _choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
