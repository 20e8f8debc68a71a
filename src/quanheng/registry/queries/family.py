"""Family lines, sealed: opened with the reader's keys, compared by keyed marks by who has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import Place, waiting_words
from quanheng.access.queries.composed import records
from quanheng.access.queries.keys import open_many
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import held_family
from quanheng.registry.models import Person, Relative

SEALED = held_family.SEALED
FAMILY_BESIDE = ("name_index", "marks", "gone_flags")
"""The columns that go with the sealed ones: by what a line is found, what tells a changed field, who has died."""


@dataclass(frozen=True)
class Member:
    """A family line as a reader with the key sees it (家庭成员)."""

    relation: str
    name: str
    born_on: date | None
    political_status: str
    post: str
    is_abroad: bool | None
    order: int


def open_family(ring: Ring | None, lines: Iterable[Relative]) -> dict[int, Member]:
    """The lines that open, by their numbers: one query for some thousand. What waits to be sealed is told as it is."""
    held = list(lines)
    cells = [(line, name, bytes(value)) for line in held for name in SEALED if (value := getattr(line, name))]
    words: dict[tuple[int, str], str | None] = {
        (line.pk, name): waiting_words(sealed) for line, name, sealed in cells
    }
    shut = [cell for cell in cells if words[cell[0].pk, cell[1]] is None]
    if ring is not None:
        opened = open_many(
            ring, [(_record(line), place_of(line, name), sealed) for line, name, sealed in shut]
        )
        words |= {(line.pk, name): said for (line, name, _), said in zip(shut, opened, strict=True)}
    closed = {key for (key, _), said in words.items() if said is None}
    return {line.pk: _member(line, words) for line in held if line.pk not in closed}


def family_of(ring: Ring | None, person: Person) -> tuple[list[Member], int]:
    """Of one person in their order, and how many do not open."""
    lines: list[Relative] = records(_lines, person=person.pk)
    opened = open_family(ring, lines)
    return [opened[line.pk] for line in lines if line.pk in opened], len(lines) - len(opened)


def _lines(*, person: UUID) -> QuerySet[Relative]:
    return Relative.objects.filter(person=person).order_by("order", "pk")


def place_of(line: Relative, name: str) -> Place:
    """Where a value stands; its owner is told by its data key."""
    return Place(table=Relative._meta.label_lower, row=str(line.pk), field=name, owner="")


def index_of_name(person: object, name: str) -> bytes:
    """By what a line is found in the file of a person, under the key of this installation."""
    return held_family.name_index(settings.NUMBER_KEY, person, name)


def is_same(line: Relative, name: str, said: Any) -> bool:
    """Whether a sealed field of a stored line says just this; asked of its marks, so nobody needs to open it."""
    value = getattr(line, name)
    if isinstance(value, str | date):
        return str(value) == str(said or "")
    if name == "name":
        return bytes(line.name_index) == index_of_name(line.person_id, str(said or ""))
    return held_family.has_mark(settings.NUMBER_KEY, line.pk, bytes(line.marks), name, str(said or ""))


def is_born_in(line: Relative, month: date) -> bool:
    """Whether the relative was born in the month, on whatever day."""
    return held_family.has_mark(
        settings.NUMBER_KEY, line.pk, bytes(line.marks), "born_month", f"{month:%Y-%m}"
    )


def put_beside(line: Relative) -> None:
    """Set what goes with the sealed columns, from the words that stand in them; the line has its number already."""
    said = {name: str(value or "") for name in SEALED if _is_said(value := getattr(line, name))}
    if "name" in said:
        line.name_index = index_of_name(line.person_id, said["name"])
    line.marks = held_family.marks(settings.NUMBER_KEY, line.pk, bytes(line.marks), said)
    line.gone_flags = held_family.gone_flags(line.gone_flags, said)


def require_family_index(lines: Iterable[Relative]) -> None:
    """Refused where lines were indexed under another key: one on file would be taken for new."""
    if not all(held_family.is_under(settings.NUMBER_KEY, bytes(line.name_index)) for line in lines):
        raise Refused(
            text("核对家庭成员"),
            why=text("家庭成员索引是用另一密钥建立的，不能判断是否已登记"),
            remedy=text(
                "把原数据文件夹中的 number_key 放回；找不回的，由恢复密钥保管人运行 quanheng keys seal --reindex"
            ),
        )


def _is_said(value: object) -> bool:
    return value is None or isinstance(value, str | date)


def _record(line: Relative) -> str:
    return f"{Person._meta.label_lower}:{line.person_id}"


def _member(line: Relative, words: dict[tuple[int, str], str | None]) -> Member:
    said = {name: words.get((line.pk, name)) or "" for name in SEALED}
    return Member(
        relation=line.relation,
        name=said["name"],
        born_on=date.fromisoformat(said["born_on"]) if said["born_on"] else None,
        political_status=said["political_status"],
        post=said["post"],
        is_abroad=line.is_abroad,
        order=line.order,
    )
