"""Forms of institutions: a scheme with its grades, engaging somebody; who is meant is told by name or identity number."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.establishment.core.post_scheme import CLASSES, GRADES, Grade
from quanheng.establishment.permissions.institution_grades import grade_name
from quanheng.establishment.screens.institution_words import class_choices, grade_code, grade_of
from quanheng.kernel.texts import Text
from quanheng.registry.models import Person
from quanheng.web.screens.tags import say

MOST = 99_999
Named = Callable[[str], list[Person]]


def day_field(label: Any, **given: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **given
    )


class SchemeForm(forms.Form):
    """岗位设置方案: the document and a number for every grade; an empty number is none."""

    document = forms.CharField(label=_("批准文号"), max_length=80)
    approved_on = day_field(_("批准日期"))
    from_on = day_field(_("生效"))
    main_class = forms.ChoiceField(label=_("主体岗位"))
    ratio_document = forms.CharField(
        label=_("结构比例批准文号"),
        max_length=80,
        required=False,
        help_text=_("另经批准、不执行控制比例的，填写批准文号。"),
    )

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        main = self.fields["main_class"]
        assert isinstance(main, forms.ChoiceField)
        main.choices = class_choices()
        for grade in _every_grade():
            label = say(grade_name(*grade))
            self.fields[grade_code(grade)] = forms.IntegerField(
                label=label,
                required=False,
                min_value=0,
                max_value=MOST,
                widget=forms.NumberInput(attrs={"aria-label": label}),
            )

    def numbers(self) -> dict[Grade, int]:
        """What was typed, by grade."""
        return {grade: self.cleaned_data.get(grade_code(grade)) or 0 for grade in _every_grade()}

    def heads(self) -> Iterator[forms.BoundField]:
        """The fields above the table of grades."""
        return (self[name] for name in ("document", "approved_on", "from_on", "main_class", "ratio_document"))

    def classes(self) -> list[dict[str, Any]]:
        """The grades of each class, for one table each."""
        return [
            {"label": label, "grades": [self[grade_code((code, grade))] for grade in GRADES[code]]}
            for code, label in class_choices()
        ]


def _every_grade() -> Iterator[Grade]:
    return ((code, grade) for code in CLASSES for grade in GRADES[code])


class PersonForm(forms.Form):
    """Who is meant: a name, or the identity number where names are the same; or a file's key that a page filled in."""

    key = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    person = forms.CharField(
        label=_("姓名"), max_length=60, help_text=_("姓名；同名的填写身份证号。本单位的人优先。")
    )

    def __init__(self, *arguments: Any, named: Named, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self._named = named

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        words = given.get("person", "")
        if words:
            found = self._keyed(given.get("key", ""), words) or self._named(words)
            if len(found) != 1:
                self.add_error(
                    "person", gettext("有多人同名，请填写身份证号。") if found else gettext("没有查到此人。")
                )
            else:
                given["person"] = found[0]
        return given

    def _keyed(self, key: str, words: str) -> list[Person]:
        """The person of a key, unless another name was typed over it."""
        return [each for each in (self._named(key) if key else []) if each.name == words.strip()]


class EngagementForm(PersonForm):
    """岗位聘用."""

    grade = forms.ChoiceField(label=_("岗位等级"))
    title = forms.CharField(label=_("岗位名称"), max_length=120, required=False)
    from_on = day_field(_("聘用起"))

    def __init__(self, *arguments: Any, grades: list[tuple[Grade, Text]], **given: Any) -> None:
        super().__init__(*arguments, **given)
        field = self.fields["grade"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(grade_code(grade), say(words)) for grade, words in grades]

    def chosen(self) -> Grade:
        grade = grade_of(self.cleaned_data["grade"])
        assert grade is not None
        return grade
