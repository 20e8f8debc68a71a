"""Saved queries: one's own, and those shared with an authority one holds; and rows for a workbook."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.registry.core.query import Query
from quanheng.registry.models import Person, SavedQuery
from quanheng.registry.models.person import LEVELLED
from quanheng.registry.queries.careers import age
from quanheng.registry.queries.labels import label_of, level_of, posts_of, rank_of
from quanheng.registry.queries.numbers import masked, open_numbers
from quanheng.registry.queries.people import with_careers
from quanheng.registry.queries.selecting import selected
from quanheng.registry.queries.sight import authorities_seen, seen
from quanheng.web.core.formats import format_month

LONG = ("photo", "resume", "awards", "appraisals", "form_extra")
_BATCH = 1_000
HEADINGS = (
    "姓名", "性别", "出生年月", "年龄", "民族", "政治面貌", "身份证号", "所在单位", "现任职务", "职务层次", "职级", "参加工作时间", "管理权限主体",
)  # fmt: skip


def saved_queries(*, by: Account, on: date, noun: str = "people") -> QuerySet[SavedQuery]:
    """Those of `by`, and those shared with an authority at, above or below which `by` may view persons; "" for every noun."""
    paths = rights_of(by, on=on).paths("registry.view")
    shared = Q(pk__in=[])
    for path in paths:
        shared |= Q(shared_with__path__in=_line(path)) | Q(shared_with__path__startswith=path)
    own = Q(owner=by)
    return (
        SavedQuery.objects.filter(own | shared, **({"noun": noun} if noun else {}))
        .select_related("owner", "shared_with")
        .order_by("name", "pk")
    )


def sheet_keys(query: Query, *, by: Account, on: date, as_of: date, most: int) -> list[UUID]:
    """The keys of the persons of a query in the order of a list, at most `most`."""
    rows = selected(query, by=by, on=on, as_of=as_of).order_by(LEVELLED, "pinyin", "name", "key")
    return list(rows.values_list("key", flat=True)[:most])


def sheet_rows(
    keys: Sequence[UUID], *, by: Account, on: date, as_of: date, progress: Callable[[str, int, int], None], ring: Ring | None = None
) -> Iterator[list[Any]]:
    """Persons as lines under `HEADINGS`, some thousand read at a time; the number masked without the sensitive right, or without the key."""
    seen_whole = authorities_seen("registry.sensitive", by=by, on=on)
    for start in range(0, len(keys), _BATCH):
        progress("", start, len(keys))
        some = keys[start : start + _BATCH]
        found = Person.objects.filter(seen("registry.view", by=by, on=on), key__in=some)
        people = with_careers(found.select_related("authority", "organisation").defer(*LONG)).in_bulk()
        found_numbers = open_numbers(ring, people.values())
        for person in (people[key] for key in some if key in people):
            is_open = seen_whole is None or person.authority_id in seen_whole
            yield _line_of(person, as_of, found_numbers.get(person.pk, "") if is_open else "")


def _line_of(person: Person, on: date, number: str) -> list[Any]:
    return [
        person.name,
        gettext(person.get_sex_display()),
        format_month(person.born_on),
        age(person, on),
        label_of("ethnic_group", person.ethnic_group),
        label_of("political_status", person.political_status),
        number or masked(person),
        person.organisation.name if person.organisation else "",
        posts_of(person, on),
        level_of(person, on),
        rank_of(person, on),
        format_month(person.work_started_on),
        person.authority.name,
    ]


def _line(path: str) -> list[str]:
    parts = [part for part in path.split("/") if part]
    return ["/" + "/".join(parts[: index + 1]) + "/" for index in range(len(parts))]
