"""What may not be written into a record by hand: impossible dates, the same spell twice, a seat or rank by the back door."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q

from quanheng.access.models import sealed_names
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.lines import LEADING, TAKES_A_SEAT, LineKind, fault_of_dates, overlap
from quanheng.registry.models import Assignment, Organisation, Person, Post, Rank, Relative
from quanheng.registry.permissions.guards import APPOINTMENT_GUARDS, RANK_GUARDS
from quanheng.registry.queries.family import SEALED, is_same
from quanheng.registry.queries.lines import labels_of, model_of


def check_line(
    kind: LineKind, line: Any, *, person: Person, today: date, what: str, before: Any = None
) -> None:
    """Refuse a row that cannot stand, as it would be after the act; `before` is the row as it was."""
    values = {name: getattr(line, name) for name in kind.fields}
    _check_fields(line, what)
    fault = fault_of_dates(kind, values, labels_of(kind), born_on=person.born_on, today=today)
    if fault:
        raise Refused(text(what), why=fault, remedy=text("核对日期后再登记"))
    _check_once(kind, line, what)
    _check_alone(kind, line, what)
    if isinstance(line, Assignment):
        _check_seat(line, what)
        _check_back_door(line, before, person=person, today=today, what=what)
    if isinstance(line, Rank):
        _check_rank(line, before, person=person, today=today)


def place(line: Assignment, *, today: date) -> None:
    """Tie the words of a line to our unit and seat, when exactly one unit has that name.

    An open line is tied to any seat of the name, so that it can be refused; a closed one only to the one there is.
    """
    units = (
        list(Organisation.objects.filter(name=line.organisation_text)[:2]) if line.organisation_text else []
    )
    line.organisation = units[0] if len(units) == 1 else None
    line.post = None
    if line.organisation is not None:
        seats = list(Post.objects.filter(organisation=line.organisation, name=line.title)[:2])
        line.post = seats[0] if len(seats) == 1 or (seats and _is_open(line, today)) else None


def _check_fields(line: Model, what: str) -> None:
    """Lengths, choices and required fields, as the table has them."""
    try:
        line.clean_fields(exclude=["person"])
    except ValidationError as wrong:
        said = "；".join(
            f"{line._meta.get_field(name).verbose_name}：{'、'.join(messages)}"  # type: ignore[union-attr]
            for name, messages in wrong.message_dict.items()
        )
        raise Refused(text(what), why=text("{said}", said=said), remedy=text("改好后再登记")) from wrong


def _others(kind: LineKind, line: Any, fields: tuple[str, ...]) -> Any:
    """The other lines of the person that agree in these fields."""
    agreed = Q(person_id=line.person_id)
    for name in set(fields) - set(sealed_names(line)):
        value = getattr(line, name)
        agreed &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    return model_of(kind)._default_manager.filter(agreed).exclude(pk=line.pk)


def _check_once(kind: LineKind, line: Any, what: str) -> None:
    fields = kind.once or (kind.fields if line.pk is None else ())
    if fields and _has_equal(_others(kind, line, fields), line):
        raise Refused(
            text(what),
            why=text("档案中已有相同的{noun}记录：{line}", noun=text(kind.label), line=str(line)),
            remedy=text("不必再次登记；原记录有误的，更正原记录"),
        )


def _has_equal(others: Any, line: Any) -> bool:
    """Whether one of them is the same line; of sealed words only those of family can be told, by their marks."""
    if not isinstance(line, Relative):
        return bool(others.exists())
    return any(all(is_same(each, name, getattr(line, name)) for name in SEALED) for each in others)


def _check_alone(kind: LineKind, line: Any, what: str) -> None:
    if kind.alone is None:
        return
    spells = list(_others(kind, line, kind.alone).values_list(kind.start, kind.end).order_by(kind.start))
    _refuse_overlap(line, overlap((getattr(line, kind.start), getattr(line, kind.end)), spells), what)


def _refuse_overlap(line: object, met: tuple[date, date | None] | None, what: str) -> None:
    if met:
        raise Refused(
            text(what),
            why=text(
                "与{since}至{until}的同类记录时间重叠：{line}",
                since=met[0],
                until=met[1] or "—",
                line=str(line),
            ),
            remedy=text("先终止或更正原记录，再登记"),
        )


def _check_seat(line: Assignment, what: str) -> None:
    """One person is not twice in one seat at once, and one seat has one holder."""
    if line.kind not in TAKES_A_SEAT:
        return
    same = Q(organisation_text=line.organisation_text, title=line.title)
    if line.post_id:
        same |= Q(post=line.post_id)
    rows = Assignment.objects.filter(kind__in=TAKES_A_SEAT).exclude(pk=line.pk)
    own = rows.filter(same, person=line.person_id).order_by("from_on").values_list("from_on", "until_on")
    _refuse_overlap(line, overlap((line.from_on, line.until_on), list(own)), what)
    held = rows.filter(post=line.post_id).exclude(person=line.person_id) if line.post_id else rows.none()
    for other in held.select_related("person"):
        if overlap((line.from_on, line.until_on), [(other.from_on, other.until_on)]):
            raise Refused(
                text(what),
                why=text("{line}在此期间由{name}担任（{since}起）", line=str(line), name=other.person.name, since=other.from_on),
                remedy=text("核对任免时间；一个职位同一时间只由一人担任"),
            )  # fmt: skip


def _check_back_door(
    line: Assignment, before: Assignment | None, *, person: Person, today: date, what: str
) -> None:
    """Nobody gets a seat of ours, or a leading post of ours, by writing a line; who sits there may be corrected."""
    if not _sits(line, today):
        return
    was_there = before is not None and _is_open(before, today) and before.kind in TAKES_A_SEAT
    if before is None or not was_there or _seat(before) != _seat(line) or _leads(line) > _leads(before):
        raise Refused(
            text(what),
            why=text("{line}是管理范围内的在任职务，不能以补录、更正的方式任职", line=str(line)),
            remedy=text("在任职务由选任事项任职或者随表册导入；已经结束的任职写明免职时间后可以补录"),
        )
    if line.post and before.until_on and (line.until_on is None or line.until_on > before.until_on):
        for guard in APPOINTMENT_GUARDS:
            guard(post=line.post, on=before.until_on, person=person)


def _check_rank(line: Rank, before: Rank | None, *, person: Person, today: date) -> None:
    """A rank somebody holds is written only within its approved number; who holds it may be corrected, the past added."""
    was_held = before is not None and (before.kind, before.code) == (line.kind, line.code) and _is_open(before, today)
    if line.kind == "rank" and _is_open(line, today) and not was_held:
        for guard in RANK_GUARDS:
            guard(person=person, rank=line.code, on=max(line.from_on, today))


def _sits(line: Assignment, today: date) -> bool:
    is_ours = bool(line.post_id) or (bool(line.organisation_id) and _leads(line))
    return is_ours and line.kind in TAKES_A_SEAT and _is_open(line, today)


def _leads(line: Assignment) -> bool:
    return line.is_leading or line.role in LEADING


def _seat(line: Assignment) -> Mapping[str, object]:
    return {"post": line.post_id, "unit": line.organisation_text, "title": line.title}


def _is_open(line: Assignment | Rank, today: date) -> bool:
    return line.until_on is None or line.until_on > today
