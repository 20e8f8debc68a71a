"""The paper file of one person: the catalogue of ten classes, what each paper says, and where the file has been."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quanheng.registry.actions.move_file import move_file
from quanheng.registry.actions.record_file_item import record_file_item
from quanheng.registry.models import FileItem, FileLoan
from quanheng.registry.queries.file_items import loans_of, whereabouts
from quanheng.registry.queries.verifications import catalogue
from quanheng.registry.screens.act_form import ActForm, act_page, chosen, cover, said_choices
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

LOANS = [
    Column("kind", "事项"),
    Column("on", "日期"),
    Column("counterpart", "查（借）阅、转递单位"),
    Column("purpose", "事由"),
    Column("approved_by", "批准人"),
    Column("due_on", "应还日期"),
    Column("returned_on", "归还（回执）日期"),
]
SHOWN = 100


class ItemForm(ActForm):
    """档案材料: one paper for the catalogue."""

    item_class = forms.ChoiceField(label=_("类别"))
    number = forms.CharField(label=_("序号"), max_length=20, required=False)
    title = forms.CharField(label=_("材料名称"), max_length=200)
    made_on = forms.DateField(label=_("形成时间"), required=False)
    pages = forms.IntegerField(label=_("页数"), min_value=1, max_value=9999, required=False)
    received_on = forms.DateField(label=_("归档日期"), required=False)
    is_loose = forms.BooleanField(label=_("零散材料（未整理入册）"), required=False)

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "item_class", class_choices())


class MoveForm(ActForm):
    """档案流转: consult, borrow, transfer."""

    kind = forms.ChoiceField(label=_("事项"))
    on = forms.DateField(label=_("日期"))
    counterpart = forms.CharField(label=_("查（借）阅、转递单位"), max_length=200)
    purpose = forms.CharField(label=_("事由"), max_length=200)
    approved_by = forms.CharField(label=_("批准人"), max_length=60, required=False)
    due_on = forms.DateField(label=_("应还（回执）日期"), required=False, help_text=_("借阅、转出必须填写。"))

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        chosen(self, "kind", said_choices(FileLoan.KINDS))


def class_choices() -> list[tuple[str, str]]:
    """The ten classes with their numbers."""
    return [(code, f"{code} {gettext(word)}") for code, word in FileItem.CLASSES]


@screen("people/<uuid:key>/file/", name="person_file", permission="registry.view")
def person_file(request: HttpRequest, key: UUID) -> HttpResponse:
    found = cover(request, key)
    items = catalogue(found.person)
    context = {
        "person": found.person, "file": found, "out": whereabouts(found.person), "count": len(items),
        "classes": [
            {"code": code, "name": name, "items": [each for each in items if each.item_class == code]}
            for code, name in FileItem.CLASSES
        ],
        "loans": [_loan(each) for each in loans_of(found.person)[:SHOWN]], "loan_columns": LOANS,
    }  # fmt: skip
    return render(request, "registry/person_file.html", context)


def _loan(row: FileLoan) -> dict[str, Any]:
    return {
        "kind": gettext(row.get_kind_display()), "on": row.on, "counterpart": row.counterpart,
        "purpose": row.purpose, "approved_by": row.approved_by, "due_on": row.due_on,
        "returned_on": row.returned_on,
    }  # fmt: skip


@screen("people/<uuid:key>/file/new/", name="file_item_new", permission="registry.edit")
def file_item_new(request: HttpRequest, key: UUID) -> HttpResponse:
    person = cover(request, key, is_edited=True).person
    return act_page(
        request, "registry/file_items.html", form=ItemForm(request.POST or None),
        context={"person": person, "title": _("登记档案材料")},
        act=lambda given: record_file_item(by=actor(request), at=clock.now(), person=person, **given),
        done_url=link("person_file", key), done=gettext("已登记档案材料"),
    )  # fmt: skip


@screen("people/<uuid:key>/file/move/", name="file_move", permission="registry.edit")
def file_move(request: HttpRequest, key: UUID) -> HttpResponse:
    person = cover(request, key, is_edited=True).person
    form = MoveForm(request.POST or None, initial={"on": clock.today()})
    return act_page(
        request, "registry/file_items.html", form=form,
        context={"person": person, "title": _("登记档案流转")},
        act=lambda given: move_file(by=actor(request), at=clock.now(), person=person, **given),
        done_url=link("person_file", key), done=gettext("已登记档案流转"),
    )  # fmt: skip
