"""The verification of one file: three ages, two histories, identity and family as claimed, as evidenced, as adopted."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.actions.open_verification import open_verification
from quanheng.registry.actions.settle_verification import settle_verification
from quanheng.registry.models import FileItem, Person, Verification
from quanheng.registry.queries.verifications import (
    FieldSheet,
    held_value,
    verification_of,
    verification_sheet,
)
from quanheng.registry.screens.act_form import ActForm, act_page, chosen, cover, said_choices
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.formats import format_day
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


class OpenForm(ActForm):
    """提出审核: the field, what is claimed, what the paper shows."""

    field = forms.ChoiceField(label=_("审核项目"))
    claimed = forms.CharField(label=_("自填"), max_length=200, help_text=_("现登记的或者本人填报的内容。"))
    evidenced = forms.CharField(label=_("档案记载"), max_length=200, required=False)
    item = forms.ModelChoiceField(FileItem.objects.none(), label=_("依据材料"), required=False)
    note = forms.CharField(label=_("说明"), max_length=300, required=False)

    def __init__(self, person: Person, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "field", said_choices(Verification.FIELDS))
        item = self.fields["item"]
        assert isinstance(item, forms.ModelChoiceField)
        item.queryset = FileItem.objects.filter(person=person).order_by("item_class", "number")


class SettleForm(ActForm):
    """认定: the adopted value and the document."""

    adopted = forms.CharField(label=_("认定"), max_length=200, help_text=_("日期写成1985.03或者1985-03-01。"))
    document = forms.CharField(
        label=_("认定文号"), max_length=80, required=False, help_text=_("认定内容与自填不同的，必须填写。")
    )
    approved_on = forms.DateField(
        label=_("批准认定的出生日期"),
        required=False,
        help_text=_("干部主管部门会同户籍机关批准认定的才填写。"),
    )
    note = forms.CharField(label=_("说明"), max_length=300, required=False)

    def __init__(self, field: str, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        if field != "born_on":
            del self.fields["approved_on"]


@screen("people/<uuid:key>/verification/", name="person_verification", permission="registry.view")
def verification(request: HttpRequest, key: UUID) -> HttpResponse:
    found = cover(request, key, is_edited=request.method == "POST")
    person, today = found.person, clock.today()
    sheets = verification_sheet(person, on=today)
    asked = request.GET.get("field", "")
    initial = {"field": asked, "claimed": held_value(person, asked)} if asked else None
    form = OpenForm(person, request.POST or None, initial=initial)
    context = {
        "person": person, "file": found, "rows": [_row(each) for each in sheets],
        "sheets": [each for each in sheets if each.readings], "birth": next((each for each in sheets if each.counts_on), None),
    }  # fmt: skip
    return act_page(
        request, "registry/verification.html", form=form, context=context,
        act=lambda given: open_verification(by=actor(request), at=clock.now(), person=person, **given),
        done_url=link("person_verification", key), done=gettext("已提出档案审核"),
    )  # fmt: skip


def _row(sheet: FieldSheet) -> dict[str, Any]:
    running, settled = sheet.running, sheet.settled
    first = sheet.readings[0].value if sheet.readings else ""
    now = running or settled
    state = gettext("待认定") if running else gettext("已认定") if settled else gettext("未提出审核")
    day = running.opened_on if running else settled.settled_on if settled else None
    return {
        "field": gettext(sheet.label),
        "claimed": (now.claimed if now else "") or sheet.held,
        "evidenced": (now.evidenced if now else "") or first,
        "adopted": settled.adopted if settled else "",
        "state": f"{state} {format_day(day)}" if day else state,
        "light": sheet.light,
        "url": link("verification_settle", running.pk) if running else "",
    }


@screen("verifications/<int:pk>/", name="verification_settle", permission="registry.edit")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    row = verification_of(by=actor(request), on=clock.today(), pk=pk)
    if row is None:
        raise Http404
    cover(request, row.person_id, is_edited=True)
    sheets = verification_sheet(row.person, on=clock.today())
    sheet = next(each for each in sheets if each.field == row.field)
    initial = {"adopted": row.evidenced or row.claimed}
    return act_page(
        request, "registry/settle.html", form=SettleForm(row.field, request.POST or None, initial=initial),
        context={"row": row, "person": row.person, "sheet": sheet},
        act=lambda given: settle_verification(by=actor(request), at=clock.now(), verification=row, **given),
        done_url=link("person_verification", row.person_id), done=gettext("已认定"),
    )  # fmt: skip
