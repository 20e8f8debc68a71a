"""Acts on one paper or one loan: note what a paper says, file a loose one, take a file back."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.actions.move_file import return_file
from quanheng.registry.actions.record_file_item import file_item as file_loose_item
from quanheng.registry.actions.record_file_item import record_reading
from quanheng.registry.models import FileItem, Verification
from quanheng.registry.queries.file_items import item_of, loan_of
from quanheng.registry.screens.act_form import ActForm, act_page, chosen, cover, said_choices
from quanheng.registry.screens.file_items import class_choices
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


class ReadingForm(ActForm):
    """材料记载: what this paper says of one matter."""

    field = forms.ChoiceField(label=_("审核项目"))
    value = forms.CharField(label=_("记载"), max_length=200, help_text=_("照材料原样填写。"))
    is_altered = forms.BooleanField(label=_("有涂改"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "field", said_choices(Verification.FIELDS))


class FilingForm(ActForm):
    """归档: class and number."""

    item_class = forms.ChoiceField(label=_("类别"))
    number = forms.CharField(label=_("序号"), max_length=20)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "item_class", class_choices())


class ReturnForm(ActForm):
    """归还."""

    on = forms.DateField(label=_("归还（回执）日期"))


@screen("file-items/<int:pk>/", name="file_item", permission="registry.edit")
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    return act_page(
        request, "registry/file_acts.html", form=ReadingForm(request.POST or None),
        context={"person": item.person, "item": item, "readings": list(item.readings.all()), "title": _("登记材料记载")},
        act=lambda given: record_reading(by=actor(request), at=clock.now(), item=item, **given),
        done_url=link("person_file", item.person_id), done=gettext("已登记材料记载"),
    )  # fmt: skip


@screen("file-items/<int:pk>/file/", name="file_item_file", permission="registry.edit")
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    form = FilingForm(request.POST or None, initial={"item_class": item.item_class, "number": item.number})
    return act_page(
        request, "registry/file_acts.html", form=form,
        context={"person": item.person, "item": item, "title": _("零散材料归档")},
        act=lambda given: file_loose_item(by=actor(request), at=clock.now(), item=item, **given),
        done_url=link("person_file", item.person_id), done=gettext("已归档"),
    )  # fmt: skip


@screen("file-loans/<int:pk>/return/", name="file_return", permission="registry.edit")
def returning(request: HttpRequest, pk: int) -> HttpResponse:
    loan = loan_of(by=actor(request), on=clock.today(), pk=pk)
    if loan is None:
        raise Http404
    cover(request, loan.person_id, is_edited=True)
    form = ReturnForm(request.POST or None, initial={"on": clock.today()})
    return act_page(
        request, "registry/file_acts.html", form=form,
        context={"person": loan.person, "loan": loan, "title": _("登记归还")},
        act=lambda given: return_file(by=actor(request), at=clock.now(), loan=loan, on=given["on"]),
        done_url=link("person_file", loan.person_id), done=gettext("已登记归还"),
    )  # fmt: skip


def _item(request: HttpRequest, pk: int) -> FileItem:
    item = item_of(by=actor(request), on=clock.today(), pk=pk)
    if item is None:
        raise Http404
    cover(request, item.person_id, is_edited=True)
    return item
