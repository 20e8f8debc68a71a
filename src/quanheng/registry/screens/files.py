"""Lists for who keeps the files: verifications not settled, files out and overdue, papers not filed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.registry.models import FileItem, FileLoan, Verification
from quanheng.registry.queries.file_items import files_out, loose_items
from quanheng.registry.queries.verifications import open_verifications
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of
from quanheng.web.screens.links import link

TABS = {"open": "待认定", "overdue": "逾期未还", "out": "在外档案", "loose": "零散材料"}
COLUMNS = {
    "open": [Column("name", "姓名"), Column("field", "审核项目"), Column("claimed", "自填"), Column("evidenced", "档案记载"), Column("item", "依据材料"), Column("opened_on", "发现日期")],
    "out": [Column("name", "姓名"), Column("kind", "事项"), Column("counterpart", "查（借）阅、转递单位"), Column("on", "日期"), Column("due_on", "应还日期"), Column("late", "逾期天数", is_number=True)],
    "loose": [Column("name", "姓名"), Column("title", "材料名称"), Column("item_class", "类别"), Column("made_on", "形成时间")],
}  # fmt: skip


@screen("files/", name="files", permission="registry.view", menu="干部档案", order=27)
def files(request: HttpRequest) -> HttpResponse:
    tab = request.GET.get("tab", "open")
    tab = tab if tab in TABS else "open"
    page = _page(request, tab)
    context = {
        "tab": tab,
        "tabs": [
            {"label": label, "url": f"?tab={key}", "is_current": key == tab} for key, label in TABS.items()
        ],
        "title": TABS[tab],
        "page": page,
        "rows": [_row(each) for each in page],
        "columns": COLUMNS["out" if tab == "overdue" else tab],
    }
    return render(request, "registry/files.html", context)


def _page(request: HttpRequest, tab: str) -> Any:
    by, today = actor(request), clock.today()
    if tab == "loose":
        return slice_of(loose_items(by=by, on=today), request, order=("id",))
    if tab == "open":
        return slice_of(open_verifications(by=by, on=today), request, order=("opened_on", "id"))
    late = today if tab == "overdue" else None
    return slice_of(files_out(by=by, on=today, overdue_on=late), request, order=("due_on", "id"))


def _row(row: Verification | FileLoan | FileItem) -> dict[str, Any]:
    if isinstance(row, Verification):
        return {
            "name": row.person.name, "url": link("person_verification", row.person_id),
            "field": gettext(row.get_field_display()), "claimed": row.claimed, "evidenced": row.evidenced,
            "item": row.item.title if row.item else "", "opened_on": row.opened_on,
        }  # fmt: skip
    if isinstance(row, FileLoan):
        late = (clock.today() - row.due_on).days if row.due_on else 0
        return {
            "name": row.person.name, "url": link("person_file", row.person_id),
            "kind": gettext(row.get_kind_display()), "counterpart": row.counterpart, "on": row.on,
            "due_on": row.due_on, "late": late if late > 0 else "",
        }  # fmt: skip
    return {
        "name": row.person.name, "url": link("person_file", row.person_id), "title": row.title,
        "item_class": gettext(row.get_item_class_display()), "made_on": row.made_on,
    }  # fmt: skip
