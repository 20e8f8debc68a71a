"""The forms of a case's acts. Each turns what was typed into the named arguments of its act; the act does the checking."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.meeting.models import BodyMember, Meeting
from quanheng.procedure.models import Case
from quanheng.selection.models import Candidate, Must, Opinion, Probation

LIGHTS = dict(Candidate.LIGHTS)


def _said(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, Any]]:
    """A model's choices with labels that follow the page's language."""
    return [(value, _(label)) for value, label in pairs]


class ActForm(forms.Form):
    """Base of all act forms: knows the case and the actor; `arguments()` is what the act is called with."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, case: Case, by: Account, on: date, **named: Any) -> None:
        super().__init__(*given, **named)
        self.case, self.by, self.on = case, by, on
        self.fields["seen"].initial = case.version
        self.prepare()

    def prepare(self) -> None:
        """Fill choices from the case; the base has none."""

    def arguments(self) -> dict[str, Any]:
        """Named arguments of the act."""
        return dict(self.cleaned_data)

    def choose_people(self, name: str, stages: tuple[str, ...]) -> None:
        """Offer the case's candidates at these stages in the choice field `name`."""
        rows = self.case.candidates.filter(stage__in=stages).order_by("person__name")
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        people = rows.values_list("person_id", "person__name", "person__current_post")
        field.choices = [(str(key), f"{name} · {post}") for key, name, post in people]


def _day(label: Any, **given: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **given)


def moment_field(label: Any, **given: Any) -> forms.DateTimeField:
    """A moment, to the minute."""
    return forms.DateTimeField(
        label=label, widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"), **given
    )


def _words(label: Any, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 4}), **given)


class Plain(ActForm):
    """Acts that need nothing typed."""


class Forecast(ActForm):
    """提出酝酿人选。"""

    persons = forms.MultipleChoiceField(label=_("酝酿人选"), widget=forms.CheckboxSelectMultiple)
    note = _words(_("说明"), required=False)

    def prepare(self) -> None:
        rows = self.case.candidates.exclude(light="forbidden").order_by("person__name")
        self.fields["persons"].choices = [  # type: ignore[attr-defined]
            (str(key), f"{name} · {post}（{gettext(LIGHTS[light])}）")
            for key, name, post, light in rows.values_list("person_id", "person__name", "person__current_post", "light")
        ]

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "persons": [UUID(key) for key in self.cleaned_data["persons"]]}


class Approve(ActForm):
    """审定工作方案。"""

    plan = _words(_("工作方案"))
    place = forms.CharField(label=_("地点"), required=False)


class Targets(ActForm):
    """确定考察对象。"""

    persons = forms.MultipleChoiceField(label=_("考察对象"), widget=forms.CheckboxSelectMultiple)
    reason = _words(_("推荐票以外的依据"), help_text=_("考核、一贯表现、人岗相适等；推荐票不等同于选举票"))

    is_concentrated = forms.BooleanField(
        label=_("推荐意见比较集中"), required=False, help_text=_("只确定一名考察对象时须选此项，并在依据中说明")
    )

    def prepare(self) -> None:
        self.choose_people("persons", ("forecast",))

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "persons": [UUID(key) for key in self.cleaned_data["persons"]]}


class Team(ActForm):
    """组成考察组。"""

    leader = forms.ModelChoiceField(Account.objects.none(), label=_("组长"))
    members = forms.ModelMultipleChoiceField(Account.objects.none(), label=_("成员"), widget=forms.CheckboxSelectMultiple)
    plan = _words(_("考察方案"))
    from_on = _day(_("考察开始"))
    until_on = _day(_("考察结束日期"))

    def prepare(self) -> None:
        everybody = Account.objects.filter(is_active=True, grants__role="inspector").distinct()
        fit = [a.pk for a in everybody if rights_of(a, on=self.on).may("selection.inspect", self.case.authority.path)]
        for name in ("leader", "members"):
            self.fields[name].queryset = Account.objects.filter(pk__in=fit)  # type: ignore[attr-defined]


class Notice(ActForm):
    """发布考察预告。"""

    notice_on = _day(_("预告日期"))
    notice = _words(_("预告内容"))
    place = forms.CharField(label=_("张贴地点"), required=False)


class OneMust(ActForm):
    """登记凡提四必。"""

    person = forms.ChoiceField(label=_("考察对象"))
    kind = forms.ChoiceField(label=_("事项"), choices=_said(Must.KINDS))
    result = forms.ChoiceField(label=_("结论"), choices=_said(Must.RESULTS))
    answered_by = forms.CharField(label=_("回复单位（人）"))
    answered_on = _day(_("回复日期"))
    document = forms.CharField(label=_("文号"), required=False)
    note = _words(_("说明"), required=False)

    def prepare(self) -> None:
        self.choose_people("person", ("target",))

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "person": UUID(self.cleaned_data["person"])}


class Report(ActForm):
    """提交考察材料。"""

    person = forms.ChoiceField(label=_("考察对象"))
    performance = _words(_("主要表现"))
    shortcomings = _words(_("主要缺点和不足"))
    wish = _words(_("本人意愿"), required=False)
    talks = forms.IntegerField(label=_("个别谈话人数"), min_value=1)
    grades = ("优秀", "称职", "基本称职", "不称职")

    def prepare(self) -> None:
        self.choose_people("person", ("target",))
        for grade in self.grades:
            self.fields[f"r-{grade}"] = forms.IntegerField(label=_("民主测评 %s 票数") % grade, min_value=0, initial=0)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        rating = {grade: data[f"r-{grade}"] for grade in self.grades}
        kept = {name: value for name, value in data.items() if not name.startswith("r-")}
        return {**kept, "person": UUID(data["person"]), "rating": rating}


class OneOpinion(ActForm):
    """记录酝酿意见。"""

    asked = forms.CharField(label=_("征求对象"))
    capacity = forms.CharField(label=_("身份"))
    received_on = _day(_("收到日期"))
    answered_on = _day(_("答复日期"))
    answer = forms.ChoiceField(label=_("意见"), choices=_said(Opinion.ANSWERS))
    note = _words(_("说明"), required=False)


class Propose(ActForm):
    """提出拟任人选。"""

    person = forms.ChoiceField(label=_("拟任人选"), widget=forms.RadioSelect)
    reason = _words(_("理由"))

    def prepare(self) -> None:
        self.choose_people("person", ("target", "proposed"))

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "person": UUID(self.cleaned_data["person"])}


class Table(ActForm):
    """提交会议讨论。"""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), label=_("会议"))
    agreed = forms.ModelMultipleChoiceField(
        BodyMember.objects.none(),
        label=_("同意复议的成员"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("仅在此前未通过时填写，须超过半数成员同意"),
    )

    def prepare(self) -> None:
        members = BodyMember.objects.filter(body__authority=self.case.authority, until_on__isnull=True).select_related("account")
        self.fields["agreed"].queryset = members  # type: ignore[attr-defined]
        rows = Meeting.objects.filter(closed_at__isnull=True, body__authority=self.case.authority).order_by("-held_at")
        self.fields["meeting"].queryset = rows  # type: ignore[attr-defined]


class Publish(ActForm):
    """发布任前公示。"""

    printed_from = _day(_("公示开始"))
    printed_to = _day(_("公示结束（含当日）"), help_text=_("不少于五个工作日，首尾两日都算"))
    scope = forms.CharField(label=_("公示范围"))
    address = forms.CharField(label=_("受理地址"))
    phone = forms.CharField(label=_("受理电话"), initial="12380")


class Talk(ActForm):
    """任职谈话。"""

    talk_on = _day(_("谈话日期"))
    talk_by = forms.CharField(label=_("谈话人"))
    place = forms.CharField(label=_("地点"), required=False)


class Order(ActForm):
    """印发任职通知。"""

    number = forms.CharField(label=_("发文字号"), help_text=_("如 云委干〔2026〕18号"))
    issued_on = _day(_("印发日期"))


class Assess(ActForm):
    """试用期满考核。"""

    outcome = forms.ChoiceField(label=_("结论"), choices=_said(Probation.OUTCOMES), widget=forms.RadioSelect)
    note = _words(_("考核意见"))
