"""The one search box: people, organisations, posts and cases, each only as far as the reader may see them."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from quanheng.access.models import Account
from quanheng.kernel.texts import text
from quanheng.procedure.queries.cases import cases
from quanheng.registry.models import Person, Post
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.organisations import organisations, posts_said
from quanheng.registry.queries.people import Filters, order_of, people, with_careers
from quanheng.registry.screens.people import columns, row_of
from quanheng.registry.screens.reader import actor, address
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import first_of

MOST = 20
"""Lines of each kind on the page."""


@screen("search/", name="search")
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:60]
    found = _found(request, words) if words else []
    return render(
        request,
        "registry/search.html",
        {"words": words, "found": [_cut(each) for each in found if each["rows"]]},
    )


def _found(request: HttpRequest, words: str) -> list[dict[str, Any]]:
    by, on, as_of = actor(request), clock.today(), clock.as_of(request)
    persons = _persons(by=by, on=on, as_of=as_of, words=words)
    units = organisations(by=by, on=on, as_of=as_of, words=words)[: MOST + 1]
    seats = _seats(by=by, on=on, as_of=as_of, words=words)
    matters = cases(by=by, on=on).filter(Q(number__icontains=words) | Q(title__icontains=words))[: MOST + 1]
    return [
        {"title": _("干部"), "columns": columns()[:6], "rows": [row_of(person, as_of) for person in persons]},
        {
            "title": _("机构"),
            "columns": _columns("name", "authority"),
            "rows": [_unit(unit) for unit in units],
        },
        {
            "title": _("职务"),
            "columns": _columns("name", "level", "holders"),
            "rows": [_post(post) for post in seats],
        },
        {
            "title": _("选任事项"),
            "columns": _columns("number", "title"),
            "rows": [_case(case) for case in matters],
        },
    ]


def _persons(*, by: Account, on: date, as_of: date, words: str) -> list[Person]:
    rows, many = (
        with_careers(people(by=by, on=on, as_of=as_of, filters=Filters(words=words), are_many=are_many))
        for are_many in (False, True)
    )
    return first_of(rows, MOST + 1, order=order_of("name", on=on), many=many)


def _seats(*, by: Account, on: date, as_of: date, words: str) -> list[Post]:
    """Those found by their own name and by their organisation's, in one order, each once."""
    order = ("organisation__code", "order", "pk")
    lists = posts_said(by=by, on=on, as_of=as_of, words=words)
    found = {post.pk: post for rows in lists for post in first_of(rows, MOST + 1, order=order)}
    return sorted(found.values(), key=lambda post: (post.organisation.code, post.order, post.pk))[: MOST + 1]


def _cut(group: dict[str, Any]) -> dict[str, Any]:
    """At most so many lines, and a word when there are more."""
    rows = group["rows"]
    note = text("只列出前{n}条，请写得更具体些", n=MOST) if len(rows) > MOST else ""
    return {
        **group,
        "rows": rows[:MOST],
        "count": len(rows) if len(rows) <= MOST else f"{MOST}+",
        "note": note,
    }


LABELS = {
    "name": "名称", "authority": "管理权限主体", "level": "职务层次", "holders": "现任", "number": "编号", "title": "事项",
}  # fmt: skip


def _columns(*keys: str) -> list[Column]:
    return [Column(key, LABELS[key]) for key in keys]


def _unit(unit: Any) -> dict[str, object]:
    return {"name": unit.name, "authority": unit.authority.name, "url": address("organisation", unit.code)}


def _post(post: Any) -> dict[str, object]:
    return {
        "name": str(post),
        "level": label_of("post_level", post.level),
        "holders": [line.person.name for line in post.holders] or None,
        "url": address("organisation", post.organisation.code),
    }


def _case(case: Any) -> dict[str, object]:
    return {
        "number": case.number,
        "title": case.title,
        "url": address("case", case.number) or address("case", case.pk),
    }
