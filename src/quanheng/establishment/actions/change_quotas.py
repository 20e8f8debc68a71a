"""Inside an order: what each line changes, ending the former quotas and beginning the new ones, whatever their table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Model, Q

from quanheng.establishment.core.orders import CITES, WHAT, Change, OrderLine
from quanheng.establishment.models import PostQuota, QuotaOrder, RankQuota, StaffCeiling
from quanheng.establishment.permissions.ranks import holders
from quanheng.establishment.permissions.seats import as_seats
from quanheng.establishment.permissions.staffing import staff_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes
from quanheng.registry.models import Assignment, Organisation, Post

TABLES: Mapping[str, type[Model]] = {"post": PostQuota, "rank": RankQuota, "staff": StaffCeiling}
CODES = {"post": "level", "rank": "rank", "staff": "kind"}


def changes_of(lines: Iterable[OrderLine], units: Mapping[int, Organisation]) -> list[Change]:
    """Each line beside the number now in force on its day and those who are there then; a later quota is refused."""
    return [_change(line, units[line.organisation]) for line in lines]


def begin(order: QuotaOrder, lines: Sequence[OrderLine], units: Mapping[int, Organisation]) -> None:
    """End what is in force and write the new numbers."""
    for line in lines:
        same = _same(line)
        same.filter(_open(line.from_on), from_on__lt=line.from_on).update(until_on=line.from_on)
        given: dict[str, Any] = {
            "organisation": units[line.organisation],
            CODES[line.what]: line.code,
            "number": line.number,
            "order": order,
            "from_on": line.from_on,
        }
        if line.what == "post":
            given |= {"role": line.role, "document": order.number}
        TABLES[line.what]._default_manager.create(**given)


def label_of_line(line: OrderLine, organisation: str) -> Text:
    """A cell in words, for refusals."""
    if line.what == "post":
        return text(
            "{organisation}的{level}（{role}）",
            organisation=organisation,
            level=text(codes.label("post_level", line.code)),
            role=text(dict(Post.ROLES)[line.role]),
        )
    said = codes.label("rank", line.code) if line.what == "rank" else dict(StaffCeiling.KINDS)[line.code]
    return text("{organisation}的{kind}", organisation=organisation, kind=text(said))


def _change(line: OrderLine, unit: Organisation) -> Change:
    _check_code(line, unit)
    label = label_of_line(line, unit.name)
    later = _same(line).filter(from_on__gte=line.from_on).order_by("from_on").first()
    if later is not None:
        raise Refused(
            text(WHAT),
            why=text(
                "{cell}已有自{since}起的核定：{number}名",
                cell=label,
                since=later.from_on,
                number=later.number,
            ),
            cites=CITES,
            remedy=text("先前的核定已保留；新的核定须自更晚的日期起生效"),
        )
    now = _same(line).filter(_open(line.from_on)).order_by("-from_on").first()
    held, names = _held(line, unit)
    return Change(line, label, now.number if now else None, held, names)


def _held(line: OrderLine, unit: Organisation) -> tuple[int, tuple[str, ...]]:
    """How many are there on the day, and their names where the number is small enough to say."""
    if line.what == "staff":
        return staff_of(unit, line.code), ()
    if line.what == "rank":
        names = holders(unit, line.code, line.from_on)
        return len(names), tuple(names)
    rows = Assignment.objects.filter(
        _open(line.from_on),
        post__organisation=unit,
        post__level=line.code,
        post__role=line.role,
        from_on__lte=line.from_on,
    )
    seats = {seat.person: f"{seat.name}（{seat.post}）" for seat in as_seats(rows)}
    return len(seats), tuple(seats.values())


def _check_code(line: OrderLine, unit: Organisation) -> None:
    known = {
        "post": line.code in codes.table("post_level") and line.role in dict(Post.ROLES),
        "rank": line.code in codes.table("rank"),
        "staff": line.code in dict(StaffCeiling.KINDS),
    }
    if not known.get(line.what):
        raise Refused(
            text(WHAT),
            why=text("{organisation}的这一行不是职务层次、职级或编制类别", organisation=unit.name),
            remedy=text("选择职数类别"),
        )


def _same(line: OrderLine) -> Any:
    cell: dict[str, Any] = {"organisation": line.organisation, CODES[line.what]: line.code}
    if line.what == "post":
        cell["role"] = line.role
    return TABLES[line.what]._default_manager.filter(**cell)


def _open(on: date) -> Q:
    return Q(until_on__isnull=True) | Q(until_on__gt=on)
