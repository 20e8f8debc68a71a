"""The forms of the recommendation: talks, ballots issued, the count as a sheet of figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quanheng.selection.screens.forms import ActForm, moment_field


class PeopleCounts(ActForm):
    """Base of forms with a figure per candidate."""

    stages: tuple[str, ...] = ("forecast",)

    def people(self) -> list[tuple[str, str]]:
        rows = self.case.candidates.filter(stage__in=self.stages).select_related("person").order_by("person__name")
        return [(str(row.person_id), row.person.name) for row in rows]


class Talks(PeopleCounts):
    """谈话调研推荐。"""

    held_at = moment_field(_("时间"))
    place = forms.CharField(label=_("地点"))
    presided_by = forms.CharField(label=_("主持人"))
    scope_size = forms.IntegerField(label=_("谈话范围人数"), min_value=1)
    attended = forms.IntegerField(label=_("实际谈话人数"), min_value=0)

    def prepare(self) -> None:
        for key, name in self.people():
            self.fields[f"votes-{key}"] = forms.IntegerField(label=_("%s 被推荐次数") % name, min_value=0, initial=0)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        mentions = {key: data[f"votes-{key}"] for key, _name in self.people() if data[f"votes-{key}"]}
        return {name: value for name, value in data.items() if not name.startswith("votes-")} | {"mentions": mentions}


class MeetingHeld(ActForm):
    """会议推荐（发票）。"""

    held_at = moment_field(_("时间"))
    place = forms.CharField(label=_("地点"))
    presided_by = forms.CharField(label=_("主持人"))
    scope_size = forms.IntegerField(label=_("应到人数"), min_value=1)
    issued = forms.CharField(
        label=_("各类人员发出票数"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("每行一类：类别名称、空格、票数，如“班子成员 6”"),
    )

    def clean_issued(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for number, line in enumerate(self.cleaned_data["issued"].splitlines(), start=1):
            if not line.strip():
                continue
            name, _space, figure = line.strip().rpartition(" ")
            if not name.strip() or not figure.isdecimal() or name.strip() in found:
                raise forms.ValidationError(_("第%(n)s行读不出：“%(line)s”"), params={"n": number, "line": line})
            found[name.strip()] = int(figure)
        return found


class CountSheet(PeopleCounts):
    """录入计票: one figure per voter class and heading, and per person."""

    figures = (("returned", _("收回")), ("valid", _("有效")), ("void", _("作废")), ("abstained", _("弃权")))

    def prepare(self) -> None:
        self.classes = [tuple(pair) for pair in self.case.recommendations.get(form="meeting").issued]
        for index, (voters, issued) in enumerate(self.classes):
            for key, label in self.figures:
                shown = f"{voters}（{issued}）· {label}"
                self.fields[f"c{index}-{key}"] = forms.IntegerField(label=shown, min_value=0)
            for person, name in self.people():
                self.fields[f"c{index}-v-{person}"] = forms.IntegerField(label=f"{voters} · {name}", min_value=0, initial=0)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        sheet: dict[str, Any] = {}
        for index, (voters, _issued) in enumerate(self.classes):
            row: dict[str, Any] = {key: data[f"c{index}-{key}"] for key, _label in self.figures}
            row["votes"] = {p: data[f"c{index}-v-{p}"] for p, _name in self.people() if data[f"c{index}-v-{p}"]}
            sheet[voters] = row
        return {"seen": data["seen"], "figures": sheet}
